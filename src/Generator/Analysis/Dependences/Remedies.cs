using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

internal enum RemedyKind
{
    /// <summary>The named transformation would remove the dependence.</summary>
    Transformation,

    /// <summary>Nothing removes it: a race.</summary>
    None,

    /// <summary>Not known to occur; the user may know more (a [Unique] index array).</summary>
    Unknown,
}

internal readonly record struct Remedy(RemedyKind Kind, string Name);

/// <summary>Names what would remove a dependence that guards can't remove.</summary>
internal sealed class Remedies(Region region, IReadOnlyList<Conflict> conflicts, bool isLanes)
{
    private readonly Dictionary<PairProblem, Remedy> _known = [];
    private readonly IReadOnlyDictionary<int, Cursor> _cursors = Cursors.Of(region.Root);
    private readonly StatementGraph _graph = StatementGraph.Of(region, conflicts);

    public Remedy Of(Conflict conflict)
    {
        if (!_known.TryGetValue(conflict.Problem, out Remedy remedy))
        {
            _known.Add(conflict.Problem, remedy = Find(conflict));
        }

        return remedy;
    }

    private Remedy Find(Conflict conflict)
    {
        if (!IsKnown(conflict.First) || !IsKnown(conflict.Second))
        {
            return OfUnknown(conflict);
        }

        Symbol index = conflict.Problem.Common[0].Index;
        bool first = Mentions(conflict.First, index);
        bool second = Mentions(conflict.Second, index);
        if (IsAccumulation(conflict))
        {
            return OfAccumulation(conflict, isInner: !first && !second);
        }

        if (!first && !second)
        {
            return conflict.First.Object.Origin == MemoryOrigin.FreshLocal ? Named("array privatization")
                : IsCarriedInside() ? Named("wavefront")
                : new Remedy(RemedyKind.None, "");
        }

        if (first != second || !SameFactor(conflict, index))
        {
            return Named(IndexSets.Splitting(conflict));
        }

        return OfDistance(conflict);
    }

    /// <param name="isInner">The root's index isn't in the subscripts.</param>
    private Remedy OfAccumulation(Conflict conflict, bool isInner)
    {
        string? sets = isInner ? IndexSets.Inside(conflicts, conflict) : isLanes ? null : IndexSets.Groups(conflict);
        bool isMoving = conflict.First.Subscripts.Concat(conflict.Second.Subscripts)
            .Any(form => form!.Mentions(symbol => symbol.Kind == SymbolKind.Index));
        return Named(sets ?? (isMoving ? "array reduction" : "scalar promotion"));
    }

    private Remedy OfDistance(Conflict conflict)
    {
        Dependence[] carried = [.. conflict.Dependences().Where(dependence => dependence.Carrier == region.Root.Id)];
        if (carried.All(dependence => dependence.Kind == DependenceKind.Anti))
        {
            return Named(isLanes ? "node splitting" : "seam copy");
        }

        Dependence ordering = carried.First(dependence => dependence.Kind != DependenceKind.Anti);
        bool forward = ordering.Source.Id == conflict.First.Access.Id;
        Statement? source = forward ? conflict.First.Owner : conflict.Second.Owner;
        Statement? sink = forward ? conflict.Second.Owner : conflict.First.Owner;
        if (source is null || sink is null)
        {
            return new Remedy(RemedyKind.None, "");
        }

        if (!ReferenceEquals(source, sink) && !_graph.Reaches(sink, source))
        {
            return Named(ordering.Kind == DependenceKind.Output ? "dead-store elimination"
                : (forward ? conflict.First : conflict.Second).Order > (forward ? conflict.Second : conflict.First).Order ? "statement reordering"
                : "distribution");
        }

        if (region.Loops.Length > 1 && IsCarriedInside())
        {
            return Named("wavefront");
        }

        if (ReferenceEquals(source, sink) && source is Store store && ordering.Distance is [1] && IsScan(store, ordering.Sink))
        {
            return Named("scan");
        }

        bool hasOther = LoopTree.Statements(region.Root.Body).OfType<Store>().Any(other =>
            !ReferenceEquals(other, source) && !(_graph.Reaches(source, other) && _graph.Reaches(other, source)));
        return hasOther ? Named("distribution") : new Remedy(RemedyKind.None, "");
    }

    private Remedy OfUnknown(Conflict conflict)
    {
        AccessSite unknown = IsKnown(conflict.First) ? conflict.Second : conflict.First;
        bool indexesItself = unknown.Access.Subscripts.SelectMany(Walk.Parts).OfType<Load>()
            .Any(load => AliasAnalysis.Of(load.Access.Object, unknown.Object) == AliasKind.Same);
        return indexesItself ? new Remedy(RemedyKind.None, "")
            : Cursors.IsAt(unknown.Access, _cursors.Keys) ? Named("packing in place")
            : IsAccumulation(conflict) ? Named("array reduction")
            : new Remedy(RemedyKind.Unknown, "");
    }

    /// <summary>Both accesses belong to <c>a[x] op= value</c>.</summary>
    private static bool IsAccumulation(Conflict conflict) =>
        IsUpdate(conflict.First.Owner, out ArrayAccess? one) && IsUpdate(conflict.Second.Owner, out ArrayAccess? other)
        && IsOf(conflict.First, one!) && IsOf(conflict.Second, other!);

    private static bool IsOf(AccessSite site, ArrayAccess target) => Walk.Same(new Load(site.Access), new Load(target));

    private static bool IsUpdate(Statement? statement, out ArrayAccess? target)
    {
        // The load and the store around a loop that updates a scalar in the element's place are an update too.
        target = (statement as Store)?.Target ?? (statement as Assign)?.Target.Element;
        return statement is Assign { Target.Element: not null } or Store { Value: VariableRead { Variable.Element: not null } }
            || (statement is Store store && ChainTo(store.Value, part => part is Load load && Walk.Same(load, new Load(store.Target))));
    }

    private static bool IsScan(Store store, ArrayAccess previous) => ChainTo(store.Value, part => part is Load load && load.Access.Id == previous.Id);

    /// <summary>Is the value one associative operation, repeated, of exactly one such part with others?</summary>
    private static bool ChainTo(Expression value, Func<Expression, bool> isPart)
    {
        if (Walk.Parts(value).Count(isPart) != 1)
        {
            return false;
        }

        object? chain = null;
        while (!isPart(value))
        {
            (object? Operator, Expression? Next) step = value switch
            {
                Binary { Operator: BinaryOperator.Add or BinaryOperator.Multiply or BinaryOperator.And or BinaryOperator.Or
                    or BinaryOperator.Xor } binary =>
                    (binary.Operator, Inside(binary)),
                Binary { Operator: BinaryOperator.Subtract } difference when Walk.Parts(difference.Left).Any(isPart) =>
                    (BinaryOperator.Add, difference.Left),
                IntrinsicCall { Function: IntrinsicFunction.Min or IntrinsicFunction.Max } call => (call.Function, Inside(call)),
                Conversion conversion => (chain, conversion.Operand),
                _ => (null, null),
            };
            if (step.Next is null || (chain is not null && !chain.Equals(step.Operator)))
            {
                return false;
            }

            chain = step.Operator;
            value = step.Next;
        }

        return chain is not null;

        Expression Inside(Expression operation) => Walk.Children(operation).First(child => Walk.Parts(child).Any(isPart));
    }

    private bool IsCarriedInside() => conflicts.Any(conflict => conflict.Objects == AliasKind.Same
        && conflict.Vectors.Any(vector => vector[0] == Directions.Equal && vector.Any(direction => direction != Directions.Equal)));

    private static bool SameFactor(Conflict conflict, Symbol index) =>
        conflict.First.Subscripts.Zip(conflict.Second.Subscripts, (one, other) => (one, other))
        .All(pair => pair.one!.CoefficientOf(index) is { } factor && pair.other!.CoefficientOf(index) is { } second && factor.Equals(second));

    private static bool IsKnown(AccessSite site) => site.IsAffine;

    private static bool Mentions(AccessSite site, Symbol index) => site.Subscripts.Any(form => form!.Mentions(symbol => symbol.Equals(index)));

    private static Remedy Named(string transformation) => new(RemedyKind.Transformation, transformation);
}
