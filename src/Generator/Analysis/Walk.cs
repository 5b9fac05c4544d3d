using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Questions that the analysis asks of statements and expressions.</summary>
internal static class Walk
{
    /// <summary>Operands, subscripts included.</summary>
    public static IEnumerable<Expression> Children(Expression expression) =>
        [.. ExpressionTree.Operands(expression), .. ExpressionTree.Subscripts(expression)];

    /// <summary>The expression and all in it, operands before operators.</summary>
    public static IReadOnlyList<Expression> Parts(Expression expression)
    {
        List<Expression> parts = [];
        Add(expression, parts);
        Work.Spend(parts.Count);
        return parts;
    }

    private static void Add(Expression expression, List<Expression> parts)
    {
        foreach (Expression operand in ExpressionTree.Operands(expression))
        {
            Add(operand, parts);
        }

        foreach (Expression subscript in ExpressionTree.Subscripts(expression))
        {
            Add(subscript, parts);
        }

        parts.Add(expression);
    }

    public static bool Reads(Expression expression, Variable variable) =>
        Parts(expression).Any(part => part is VariableRead read && read.Variable.Id == variable.Id);

    /// <summary>The scalars that the block assigns, indices of its loops included.</summary>
    public static HashSet<int> Assigned(Block block)
    {
        HashSet<int> assigned = [];
        foreach (Statement statement in LoopTree.Statements(block))
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
        Work.Spend();
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
}
