using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Recognizes histograms and their kind: objects whose elements the iterations only update, in any order.</summary>
internal sealed class ArrayReductions
{
    private readonly Region _region;
    private readonly MemoryObject _item;
    private readonly ScalarUses _element;
    private readonly Dictionary<object, (ArrayAccess Target, ReductionOperator Operator)> _updates = new(ReferenceComparer.Instance);

    private ArrayReductions(Region region, MemoryObject item)
    {
        _region = region;
        _item = item;
        // Stands for the element, so that its updates are read like those of a scalar.
        _element = new ScalarUses(region.Root, new Variable(
            -1, "", item.Element, item.ElementTypeText, VariableKind.Temporary, "", null, ReadAfter: false));
        foreach (Statement statement in LoopTree.Statements(region.Root.Body))
        {
            Add(statement);
        }
    }

    /// <summary>The reduction that removes all conflicts on the object, with the guards that it needs; null when it isn't one.</summary>
    public static ArrayReduction? TryAdd(Region region, MemoryObject item, GuardList guards)
    {
        if (item.Rank != 1 || item.Kind is not (MemoryKind.Array or MemoryKind.Span) || item.Structs is not null
            || !item.Element.IsInteger() || item.ElementTypeText != item.Element.Keyword()
            || LoopTree.Statements(region.Root.Body).Any(statement => statement is Opaque { Effects.MayThrow: true })
            || new ArrayReductions(region, item).Operator() is not { } @operator)
        {
            return null;
        }

        // What another name for the object shows isn't in the copies.
        foreach (MemoryObject other in region.Objects.Where(other => AliasAnalysis.Of(item, other) is not (AliasKind.None or AliasKind.Same)))
        {
            guards.Add(item.Id < other.Id ? new Different(item, other) : new Different(other, item));
        }

        return new ArrayReduction(item, @operator);
    }

    /// <summary>The one operator of all accesses; null when there are others, or when one isn't an update.</summary>
    private ReductionOperator? Operator()
    {
        ReductionOperator?[] operators = [.. _region.Sites.Where(site => site.Object.Id == _item.Id)
            .Select(site => site.Owner is { } owner && _updates.TryGetValue(owner, out var update) && Walk.Same(new Load(site.Access), new Load(update.Target))
                ? update.Operator
                : (ReductionOperator?)null)
            .Distinct()];
        return operators is [{ } only] ? only : null;
    }

    private void Add(Statement statement)
    {
        if (statement is If { Condition: Comparison comparison, Then.Statements: { Count: 1 } then, Else.Statements.IsEmpty: true }
            && then[0] is Store { Target.Object: var stored } best && stored.Id == _item.Id)
        {
            // if (x < r[p]) r[p] = x;
            var place = new Place(best.Target, _element.Variable);
            if (place.Visit(comparison) is Comparison compared
                && ReductionShapes.OfComparison(compared, place.Visit(best.Value), _element) is { } found && Exact(found) is { } exact)
            {
                _updates[statement] = _updates[best] = (best.Target, exact);
            }
        }
        else if (statement is Store store && store.Target.Object.Id == _item.Id && !_updates.ContainsKey(store) && !IsChecked(store.Value)
            && ReductionShapes.OfValue(new Place(store.Target, _element.Variable).Visit(store.Value), _element) is { } found && Exact(found) is { } exact)
        {
            _updates[store] = (store.Target, exact);
        }
    }

    /// <summary>Among integers equal values are one value, so that it doesn't matter which of them stays.</summary>
    private static ReductionOperator? Exact(ReductionOperator @operator) => @operator switch
    {
        ReductionOperator.LessFirst or ReductionOperator.LessLast => ReductionOperator.Min,
        ReductionOperator.GreaterFirst or ReductionOperator.GreaterLast => ReductionOperator.Max,
        <= ReductionOperator.Max => @operator,
        _ => null,
    };

    // Whether a checked update overflows depends on the order.
    private static bool IsChecked(Expression value) => Walk.Parts(value).Any(part =>
        part is Binary { IsChecked: true } or Conversion { IsChecked: true } or Unary { IsChecked: true });

    /// <summary>Puts the scalar in the place of the element.</summary>
    private sealed class Place(ArrayAccess target, Variable element) : IrRewriter
    {
        private readonly Load _target = new(target);

        public override Expression Visit(Expression expression) =>
            expression is Load load && Walk.Same(load, _target) ? new VariableRead(element) : base.Visit(expression);
    }
}
