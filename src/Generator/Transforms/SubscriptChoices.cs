using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>a[i == 0 ? n - 1 : i - 1]</c> → <c>i == 0 ? a[n - 1] : a[i - 1]</c>: of an element whose place is one of two, by a condition on
/// the index, a choice of two elements, each at a place that is affine. A store becomes an if. Nothing else is evaluated than before.
/// </summary>
internal sealed class SubscriptChoices : IrRewriter
{
    // Borders on both sides of both dimensions.
    private const int MostPlaces = 9;

    // What is stored is written once for each.
    private const int MostStored = 3;

    private readonly Region _region;
    private readonly HashSet<int> _assigned;
    private readonly Dictionary<(int Access, string Path), int> _ids = [];
    private readonly Dictionary<int, int> _assignments;
    private ImmutableArray<LoopDomain> _loops = [];
    private Dictionary<int, Expression> _scalars = [];
    private int _lastId;
    private bool _hasChanged;

    private SubscriptChoices(LoopNest nest, Loop root)
    {
        _region = Region.Of(root);
        _assigned = Walk.Assigned(root.Body);
        _assignments = LoopTree.Statements(root.Body).SelectMany(LoopTree.Assigned).GroupBy(variable => variable.Id).ToDictionary(group => group.Key, group => group.Count());
        _lastId = CompleteUnrolling.Accesses(root).Select(access => access.Id).Concat(nest.Variables.Select(variable => variable.Id))
            .Concat(nest.Objects.Select(item => item.Id)).DefaultIfEmpty().Max();
    }

    /// <returns>The nest itself when it has no such subscript.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || LoopTree.Statements(root.Body).Any(statement => statement is Opaque))
        {
            return nest;
        }

        var rewriter = new SubscriptChoices(nest, root);
        Loop chosen = rewriter.Visit(root);
        return rewriter._hasChanged ? nest with { Root = UnusedScalars.Removed(chosen, root) } : nest;
    }

    public override Loop Visit(Loop loop)
    {
        (ImmutableArray<LoopDomain> around, Dictionary<int, Expression> scalars) = (_loops, _scalars);
        _loops = _loops.Add(_region.Domain(loop));
        Block body = Visit(loop.Body);
        (_loops, _scalars) = (around, scalars);
        return loop with { Body = body };
    }

    public override Block Visit(Block block)
    {
        Dictionary<int, Expression> scalars = _scalars;
        Block visited = base.Visit(block);
        _scalars = scalars;
        return visited;
    }

    public override Statement Visit(Statement statement)
    {
        switch (statement)
        {
            case Store store when Choice(store.Target) is { } choice && Places(store.Target) <= MostStored:
                return Visit(Split(store, choice));
            case Assign assign:
                Statement visited = base.Visit(assign);
                Note(assign);
                return visited;
            default:
                return base.Visit(statement);
        }
    }

    public override Expression Visit(Expression expression)
    {
        if (expression is not Load load || Choice(load.Access) is not { } choice || Places(load.Access) > MostPlaces)
        {
            return base.Visit(expression);
        }

        _hasChanged = true;
        return new Conditional(
            choice.Condition,
            Visit(new Load(At(load.Access, choice, choice.WhenTrue, "t"))),
            Visit(new Load(At(load.Access, choice, choice.WhenFalse, "f"))));
    }

    /// <summary>A scalar that may be part of a subscript: <c>int before = i == 0 ? n - 1 : i - 1;</c></summary>
    private void Note(Assign assign)
    {
        Variable target = assign.Target;
        if (target is { Kind: VariableKind.Local or VariableKind.Temporary, DeclaringLoop: { } home, ReadAfter: false } && target.Type is ElementType.Int32 or ElementType.Int64
            && home == _loops[_loops.Length - 1].Loop.Id && _assignments[target.Id] == 1
            && Substituted(assign.Value) is var value && Walk.Parts(value).All(IsFixed))
        {
            _scalars = new(_scalars) { [target.Id] = value };
        }
    }

    /// <summary>The same wherever it is evaluated in the iteration.</summary>
    private bool IsFixed(Expression part) => part switch
    {
        VariableRead read => !_assigned.Contains(read.Variable.Id) || _loops.Any(domain => domain.Loop.Index.Id == read.Variable.Id),
        Load => false,
        ObjectLength { Row: not null } => false,
        _ => true,
    };

    private Expression Substituted(Expression expression)
    {
        foreach (KeyValuePair<int, Expression> scalar in _scalars)
        {
            expression = new Substitution(scalar.Key, scalar.Value).Visit(expression);
        }

        return expression;
    }

    private If Split(Store store, Conditional choice)
    {
        _hasChanged = true;
        return new If(
            choice.Condition,
            new Block(EquatableArray.Of<Statement>(store with
            {
                Target = At(store.Target, choice, choice.WhenTrue, "t"), Value = new Decided(this, choice, true).Visit(store.Value),
            })),
            new Block(EquatableArray.Of<Statement>(store with
            {
                Target = At(store.Target, choice, choice.WhenFalse, "f"), Value = new Decided(this, choice, false).Visit(store.Value),
            })),
            store.Location);
    }

    /// <summary>The first choice in a subscript; null when there is none.</summary>
    private Conditional? Choice(ArrayAccess access) => access.Subscripts.Select(Substituted).Select(Find).FirstOrDefault(choice => choice is not null);

    private Conditional? Find(Expression subscript)
    {
        Expression? place = FindPlace(subscript);
        return place is null ? null : Chosen(place);
    }

    private Expression? FindPlace(Expression subscript) => Chosen(subscript) is not null ? subscript : subscript switch
    {
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary => FindPlace(binary.Left) ?? FindPlace(binary.Right),
        Unary { Operator: UnaryOperator.Negate } unary => FindPlace(unary.Operand),
        Conversion conversion => FindPlace(conversion.Operand),
        _ => null,
    };

    private Conditional? Chosen(Expression expression) => new IndexChoice(_loops, [.. _assigned.Except(_loops.Select(domain => domain.Loop.Index.Id))]).Of(expression);

    /// <summary>How many elements the access may be to.</summary>
    private int Places(ArrayAccess access) => access.Subscripts.Select(Substituted).Aggregate(1, (product, subscript) => product * Values(subscript));

    private int Values(Expression subscript) => FindPlace(subscript) is not { } place || Chosen(place) is not { } choice ? 1
        : Values(new Placing(place, choice.WhenTrue).Visit(subscript)) + Values(new Placing(place, choice.WhenFalse).Visit(subscript));

    /// <summary>The access where the choice has fallen. Equal ones stay one: those of an update.</summary>
    private ArrayAccess At(ArrayAccess access, Conditional choice, Expression value, string path)
    {
        bool isPlaced = false;
        Expression[] subscripts = [.. access.Subscripts.Select(Substituted)];
        for (int position = 0; position < subscripts.Length && !isPlaced; position++)
        {
            if (FindPlace(subscripts[position]) is { } place && Chosen(place)!.Equals(choice))
            {
                subscripts[position] = new Placing(place, value).Visit(subscripts[position]);
                isPlaced = true;
            }
        }

        if (!_ids.TryGetValue((access.Id, path), out int id))
        {
            id = _ids[(access.Id, path)] = ++_lastId;
        }

        return access with { Id = id, Subscripts = subscripts.ToEquatableArray() };
    }

    /// <summary>Puts a value in the place of one part of a subscript.</summary>
    private sealed class Placing(Expression part, Expression value) : IrRewriter
    {
        public override Expression Visit(Expression expression) => ReferenceEquals(expression, part) ? value : base.Visit(expression);
    }

    /// <summary>A stored value where the choice of the place has fallen: elements that it loads by the same choice are known, too.</summary>
    private sealed class Decided(SubscriptChoices choices, Conditional choice, bool isTrue) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is Load load && choices.Choice(load.Access) is { } own && own.Equals(choice)
                ? Visit(new Load(choices.At(load.Access, choice, isTrue ? choice.WhenTrue : choice.WhenFalse, isTrue ? "t" : "f")))
                : base.Visit(expression);
    }
}
