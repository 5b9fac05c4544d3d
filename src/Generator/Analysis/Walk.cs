using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Walks statements and expressions.</summary>
internal static class Walk
{
    /// <summary>Every statement in the block, at any depth, in textual order.</summary>
    public static IEnumerable<Statement> Statements(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            yield return statement;
            foreach (Statement inner in Blocks(statement).SelectMany(Statements))
            {
                yield return inner;
            }
        }
    }

    public static IEnumerable<Block> Blocks(Statement statement) => statement switch
    {
        If conditional => [conditional.Then, conditional.Else],
        LoopStatement { Loop.Body: var body } => [body],
        WhileStatement { Body: var body } => [body],
        _ => [],
    };

    /// <summary>The loop and all counted loops in it, outermost first.</summary>
    public static IEnumerable<Loop> Loops(Loop loop) =>
        [loop, .. Statements(loop.Body).OfType<LoopStatement>().Select(statement => statement.Loop)];

    /// <summary>The loops from the root down to one of its loops, both included; only the root when it isn't inside.</summary>
    public static IReadOnlyList<Loop> Path(Loop root, Loop loop)
    {
        if (root.Id == loop.Id)
        {
            return [root];
        }

        Loop? child = Loops(root).Skip(1)
            .Where(candidate => IsDirectChild(root, candidate))
            .FirstOrDefault(candidate => Loops(candidate).Any(inner => inner.Id == loop.Id));
        return child is null ? [root] : [root, .. Path(child, loop)];
    }

    /// <summary>The expressions that a statement itself evaluates, not those of statements inside it, in order.</summary>
    public static IEnumerable<Expression> Own(Statement statement) => statement switch
    {
        Assign assign => [assign.Value],
        Store store => [.. store.Target.Subscripts, store.Value],
        If conditional => [conditional.Condition],
        WhileStatement loop => [loop.Condition],
        LoopStatement { Loop: var loop } => Header(loop),
        Exit { Value: { } value } => [value],
        _ => [],
    };

    public static IEnumerable<Expression> Header(Loop loop) => [loop.Start, loop.Bound, loop.Step];

    /// <summary>Operands, subscripts included.</summary>
    public static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        Load load => load.Access.Subscripts,
        ObjectLength { Row: { } row } => [row],
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        Comparison comparison => [comparison.Left, comparison.Right],
        ShortCircuit circuit => [circuit.Left, circuit.Right],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Conversion conversion => [conversion.Operand],
        IntrinsicCall call => call.Arguments,
        _ => [],
    };

    /// <summary>The expression and all in it, operands before operators.</summary>
    public static IEnumerable<Expression> Parts(Expression expression)
    {
        foreach (Expression part in Children(expression).SelectMany(Parts))
        {
            yield return part;
        }

        yield return expression;
    }

    public static bool Reads(Expression expression, Variable variable) =>
        Parts(expression).Any(part => part is VariableRead read && read.Variable.Id == variable.Id);

    /// <summary>Every expression that the block evaluates.</summary>
    public static IEnumerable<Expression> Expressions(Block block) => Statements(block).SelectMany(Own);

    /// <summary>The scalars that the block assigns, indices of its loops included.</summary>
    public static HashSet<int> Assigned(Block block)
    {
        HashSet<int> assigned = [];
        foreach (Statement statement in Statements(block))
        {
            switch (statement)
            {
                case Assign assign:
                    assigned.Add(assign.Target.Id);
                    break;
                case LoopStatement { Loop.Index: var index }:
                    assigned.Add(index.Id);
                    break;
                case Opaque opaque:
                    assigned.UnionWith(opaque.Effects.ScalarWrites.Select(variable => variable.Id));
                    break;
            }
        }

        return assigned;
    }

    /// <summary>Are the two one computation? Accesses are compared by object and subscripts, not by where they stand.</summary>
    public static bool Same(Expression one, Expression other)
    {
        if (one is Load first && other is Load second)
        {
            return first.Access.Object.Id == second.Access.Object.Id && SameAll(first.Access.Subscripts, second.Access.Subscripts);
        }

        if (one.GetType() != other.GetType() || one.Type != other.Type || !SameAll(Children(one), Children(other)))
        {
            return false;
        }

        return (one, other) switch
        {
            (Constant left, Constant right) => left.Value.Equals(right.Value),
            (VariableRead left, VariableRead right) => left.Variable.Id == right.Variable.Id,
            (ObjectLength left, ObjectLength right) => left.Object.Id == right.Object.Id && left.Dimension == right.Dimension && left.Row is null == right.Row is null,
            (Unary left, Unary right) => left.Operator == right.Operator && left.IsChecked == right.IsChecked,
            (Binary left, Binary right) => left.Operator == right.Operator && left.IsChecked == right.IsChecked,
            (Comparison left, Comparison right) => left.Operator == right.Operator,
            (ShortCircuit left, ShortCircuit right) => left.IsAnd == right.IsAnd,
            (Conversion left, Conversion right) => left.IsChecked == right.IsChecked,
            (IntrinsicCall left, IntrinsicCall right) => left.Function == right.Function,
            _ => true,
        };
    }

    private static bool SameAll(IEnumerable<Expression> some, IEnumerable<Expression> others)
    {
        Expression[] left = [.. some];
        Expression[] right = [.. others];
        return left.Length == right.Length && !left.Where((expression, index) => !Same(expression, right[index])).Any();
    }

    private static bool IsDirectChild(Loop root, Loop candidate) =>
        !Loops(root).Skip(1).Any(other => other.Id != candidate.Id && Loops(other).Any(inner => inner.Id == candidate.Id));
}
