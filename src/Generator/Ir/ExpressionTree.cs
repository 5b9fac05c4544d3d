using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>Walks expressions.</summary>
internal static class ExpressionTree
{
    /// <summary>The operands that are computed as values; an element's subscripts aren't, see <see cref="Subscripts"/>.</summary>
    public static IEnumerable<Expression> Operands(Expression expression) => expression switch
    {
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Comparison comparison => [comparison.Left, comparison.Right],
        ShortCircuit circuit => [circuit.Left, circuit.Right],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Conversion conversion => [conversion.Operand],
        IntrinsicCall call => call.Arguments,
        _ => [],
    };

    /// <summary>The expressions that say where a load is from.</summary>
    public static IEnumerable<Expression> Subscripts(Expression expression) => expression switch
    {
        Load load => load.Access.Subscripts,
        ObjectLength { Row: { } row } => [row],
        _ => [],
    };

    /// <summary>The expression and all expressions in it, subscripts included.</summary>
    public static IReadOnlyList<Expression> SelfAndDescendants(Expression expression)
    {
        // Not lazily: iterators in iterators take the square of the depth.
        List<Expression> all = [];
        Add(expression, all);
        Work.Spend(all.Count);
        return all;
    }

    private static void Add(Expression expression, List<Expression> all)
    {
        all.Add(expression);
        foreach (Expression child in Operands(expression))
        {
            Add(child, all);
        }

        foreach (Expression child in Subscripts(expression))
        {
            Add(child, all);
        }
    }

    /// <summary>May its value differ between iterations of <paramref name="loop"/>? (Loads of what the loop stores: yes.)</summary>
    public static bool DependsOn(Expression expression, Loop loop)
    {
        HashSet<int> varying = [loop.Index.Id];
        HashSet<int> stored = [];
        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            switch (statement)
            {
                case Assign assign:
                    varying.Add(assign.Target.Id);
                    break;
                case LoopStatement { Loop.Index: var index }:
                    varying.Add(index.Id);
                    break;
                case Store store:
                    stored.Add(store.Target.Object.Id);
                    break;
                case Opaque { Effects: var effects }:
                    varying.UnionWith(effects.ScalarWrites.Select(variable => variable.Id));
                    stored.UnionWith(effects.ElementWrites.Select(access => access.Object.Id));
                    break;
            }
        }

        return SelfAndDescendants(expression).Any(part => part switch
        {
            VariableRead read => varying.Contains(read.Variable.Id),
            Load load => stored.Contains(load.Access.Object.Id),
            _ => false,
        });
    }

    /// <summary>Every expression that the statements of a loop evaluate, bounds of inner loops included, the loop's own not.</summary>
    public static IEnumerable<Expression> Of(Block block) => LoopTree.Statements(block).SelectMany(Own);

    /// <summary>The expressions that a statement itself evaluates, not those of statements inside it, in order.</summary>
    public static IEnumerable<Expression> Own(Statement statement) => statement switch
    {
        Assign assign => [assign.Value],
        Store store => [.. store.Target.Subscripts, store.Value],
        Touch touch => touch.Target.Subscripts,
        If conditional => [conditional.Condition],
        WhileStatement loop => [loop.Condition],
        LoopStatement { Loop: var loop } => Header(loop),
        Exit { Value: { } value } => [value],
        _ => [],
    };

    public static IEnumerable<Expression> Header(Loop loop) => [loop.Start, loop.Bound, loop.Step];
}
