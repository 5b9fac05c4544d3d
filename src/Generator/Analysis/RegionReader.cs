using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Collects a region's accesses. Scalars that hold affine functions of the indices (<c>int o = i * k + j</c>, induction
/// variables) are substituted on the way.
/// </summary>
internal sealed partial class RegionReader
{
    private readonly Loop _root;
    private readonly HashSet<int> _assigned;
    private readonly HashSet<int> _changing;
    private readonly HashSet<int> _stored;
    private readonly ImmutableArray<LoopDomain>.Builder _loops = ImmutableArray.CreateBuilder<LoopDomain>();
    private readonly ImmutableArray<AccessSite>.Builder _sites = ImmutableArray.CreateBuilder<AccessSite>();
    private readonly Dictionary<int, MemoryObject> _objects = [];
    private Dictionary<int, AffineForm> _values = [];
    private Dictionary<int, UniqueElement> _elements = [];
    private ImmutableArray<LoopDomain> _around = [];
    private ImmutableArray<AffineForm> _within = [];
    private int _order;
    private int _conditions;
    private ImmutableArray<int> _outOfStep = [];
    private int _uncounted;

    // The root's header sees its index as it was before the loop.
    private RegionReader(Loop root)
    {
        _root = root;
        _assigned = Walk.Assigned(root.Body);
        _assigned.UnionWith(LoopTree.Statements(root.Body).OfType<Opaque>().SelectMany(opaque => opaque.Effects.Inner).Select(variable => variable.Id));
        _changing = [.. _assigned];
        _stored = [.. LoopTree.Statements(root.Body).OfType<Store>().Select(store => store.Target.Object.Id)];
    }

    public static Region Read(Loop root)
    {
        RegionReader reader = new(root);
        reader.Visit(root, [], null);
        return new Region(root, reader._loops.ToImmutable(), reader._sites.ToImmutable(), [.. reader._objects.Values.OrderBy(item => item.Id)]);
    }

    private AffineForm? ValueOf(Variable variable) =>
        _values.TryGetValue(variable.Id, out AffineForm? value) ? value
        : _assigned.Contains(variable.Id) ? null
        : AffineForm.Of(Symbol.Variable(variable));

    private AffineForm? Read(Expression expression) => AffineReader.Read(expression, ValueOf, fits: Fits);

    /// <summary>Proved from the bounds of the loops around the place.</summary>
    private bool Fits(AffineForm form, ElementType type) => Facts.Fits(form, type, _around);

    /// <summary>Visits what is executed only where the condition holds, or only where it doesn't.</summary>
    private void Under(Expression condition, bool holds, Action visit)
    {
        ImmutableArray<AffineForm> within = _within;
        var forms = new ConditionForms(
            operand => AffineReader.ReadTrue(operand, ValueOf, Fits), form => Facts.IsNeverNegative(form, _around, within));
        _within = [.. within, .. forms.Of(condition, holds).Where(Visible.IsPlain)];
        visit();
        _within = within;
    }

    /// <summary>That the arithmetic of a loop's header doesn't wrap is tested with the trip count.</summary>
    private AffineForm? ReadHeader(Expression expression) => AffineReader.Read(expression, ValueOf, cannotWrap: true);

    private void Visit(Loop loop, ImmutableArray<LoopDomain> outer, Statement? owner)
    {
        foreach (Expression expression in ExpressionTree.Header(loop))
        {
            Collect(expression, outer, owner);
        }

        bool isDown = loop.ConstantStep < 0 || loop is { ConstantStep: null, Relation: LoopRelation.Greater or LoopRelation.GreaterOrEqual };
        LoopDomain domain = new(loop, Extremes(loop.Start, !isDown), Extremes(loop.Bound, isDown)) { Step = ReadHeader(loop.Step) };
        _loops.Add(domain);
        _assigned.Add(loop.Index.Id);
        (Dictionary<int, AffineForm> before, Dictionary<int, UniqueElement> elements) = (_values, _elements);
        Forget(Walk.Assigned(loop.Body));
        if (outer.IsEmpty)
        {
            foreach (Variable variable in loop.Body.Statements.OfType<Assign>().Select(assign => assign.Target))
            {
                if (Inductions.Match(loop, new ScalarUses(loop, variable)) is { } induction && After(induction, domain) is { } value)
                {
                    _values[induction.Variable.Id] = value;
                }
            }
        }

        _values[loop.Index.Id] = AffineForm.Of(domain.Index);
        _around = outer.Add(domain);
        ImmutableArray<int> outOfStep = _outOfStep;
        _outOfStep = StartsApart(loop) ? _outOfStep.Add(++_uncounted) : _outOfStep;
        Visit(loop.Body, _around);
        _outOfStep = outOfStep;
        _around = outer;
        (_values, _elements) = (before, elements);
        Forget([.. Walk.Assigned(loop.Body), loop.Index.Id]);
    }

    /// <summary>An induction variable at the start of an iteration: its value from before the loop and Step for each trip.</summary>
    private AffineForm? After(Induction induction, LoopDomain domain)
    {
        if (Read(induction.Step) is not { } step || domain.Starts is not [var start] || domain.Loop.ConstantStep is not { } stride || stride == 0)
        {
            return null;
        }

        AffineForm gone = AffineForm.Of(domain.Index).Subtract(start);
        AffineForm? travelled = stride is 1 or -1 ? step.Multiply(gone.Scale(stride))
            : step.IsConstant && step.Constant % stride == 0 ? gone.Scale(step.Constant / stride)
            : null;
        return travelled?.Add(AffineForm.Of(Symbol.Variable(induction.Variable)));
    }

    private void Visit(Block block, ImmutableArray<LoopDomain> loops)
    {
        foreach (Statement statement in block.Statements)
        {
            _order++;
            switch (statement)
            {
                case Assign assign:
                    Collect(assign.Value, loops, statement);
                    AffineForm? value = Read(assign.Value);
                    UniqueElement? element = Permutation(assign.Value);
                    Forget([assign.Target.Id]);
                    if (value is not null && assign.Target.Type.IsInteger())
                    {
                        _values[assign.Target.Id] = value;
                    }
                    else if (element is not null && assign.Target.Type.Size() >= element.Object.Element.Size())
                    {
                        _elements[assign.Target.Id] = element;
                    }

                    break;
                case Store store:
                    foreach (Expression subscript in store.Target.Subscripts)
                    {
                        Collect(subscript, loops, statement);
                    }

                    Collect(store.Value, loops, statement);
                    Add(store.Target, true, loops, statement);
                    break;
                case If branch:
                    VisitIf(branch, loops);
                    break;
                case LoopStatement { Loop: var inner }:
                    Visit(inner, loops, statement);
                    break;
                case WhileStatement repeat:
                    _conditions++;
                    ImmutableArray<int> outOfStep = _outOfStep;
                    _outOfStep = _outOfStep.Add(++_uncounted);
                    Forget(Walk.Assigned(repeat.Body));
                    Collect(repeat.Condition, loops, statement);
                    Visit(repeat.Body, loops);
                    Forget(Walk.Assigned(repeat.Body));
                    _outOfStep = outOfStep;
                    _conditions--;
                    break;
                case Exit { Value: { } result }:
                    Collect(result, loops, statement);
                    break;
                case Opaque opaque:
                    VisitOpaque(opaque, loops);
                    break;
            }
        }
    }

    /// <summary>In an inner loop whose index starts, or steps, from iteration to iteration of the root elsewhere.</summary>
    private bool StartsApart(Loop loop)
    {
        if (loop.Id == _root.Id)
        {
            return false;
        }

        HashSet<int> alike = [.. LoopTree.Path(_root, loop).Skip(1).Where(outer => outer.Id != loop.Id && !StartsApart(outer)).Select(outer => outer.Index.Id)];
        return new[] { loop.Start, loop.Step }.SelectMany(Walk.Parts).Any(part => part switch
        {
            VariableRead read => !alike.Contains(read.Variable.Id) && (_changing.Contains(read.Variable.Id) || read.Variable.Id == _root.Index.Id),
            Load load => _stored.Contains(load.Access.Object.Id),
            _ => false,
        });
    }

    private void VisitIf(If branch, ImmutableArray<LoopDomain> loops)
    {
        Collect(branch.Condition, loops, branch);
        Dictionary<int, AffineForm> before = _values;
        Dictionary<int, UniqueElement> elements = _elements;
        _conditions++;
        Under(branch.Condition, holds: true, () => Visit(branch.Then, loops));
        Dictionary<int, AffineForm> afterThen = _values;
        (_values, _elements) = (before, elements);
        Under(branch.Condition, holds: false, () => Visit(branch.Else, loops));
        _conditions--;
        _elements = elements;
        Dictionary<int, AffineForm> afterElse = _values;
        _values = afterThen
            .Where(pair => afterElse.TryGetValue(pair.Key, out AffineForm? other) && other.Equals(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        Forget([.. Walk.Assigned(branch.Then).Concat(Walk.Assigned(branch.Else)).Where(variable => !_values.ContainsKey(variable))]);
    }

    private void VisitOpaque(Opaque opaque, ImmutableArray<LoopDomain> loops)
    {
        Forget(opaque.Effects.ScalarWrites.Select(variable => variable.Id));
        foreach (ArrayAccess access in opaque.Effects.ElementReads)
        {
            Add(access, false, loops, opaque);
        }

        foreach (ArrayAccess access in opaque.Effects.ElementWrites)
        {
            Add(access, true, loops, opaque);
        }
    }

    /// <summary>The arguments of a minimum (or maximum) bound the index one by one.</summary>
    private ImmutableArray<AffineForm> Extremes(Expression expression, bool ofMaximum)
    {
        if (expression is Conversion { Type: ElementType.Int64, Operand: IntrinsicCall inner })
        {
            return Extremes(inner, ofMaximum);
        }

        if (expression is IntrinsicCall { Arguments: [var left, var right] } call
            && call.Function == (ofMaximum ? IntrinsicFunction.Max : IntrinsicFunction.Min))
        {
            ImmutableArray<AffineForm> first = Extremes(left, ofMaximum);
            ImmutableArray<AffineForm> second = Extremes(right, ofMaximum);
            return first.IsEmpty || second.IsEmpty ? [] : [.. first, .. second];
        }

        // A scalar computed in the region may have wrapped where it was assigned, which no guard on the header sees.
        return !ReadsComputed(expression) && ReadHeader(expression) is { } form ? [form] : [];
    }

    private bool ReadsComputed(Expression expression) => Walk.Parts(expression).OfType<VariableRead>()
        .Any(read => _assigned.Contains(read.Variable.Id) && _loops.All(domain => domain.Loop.Index.Id != read.Variable.Id));

    private void Forget(IEnumerable<int> variables)
    {
        _values = new(_values);
        _elements = new(_elements);
        foreach (int variable in variables)
        {
            _values.Remove(variable);
            _elements.Remove(variable);
        }
    }
}
