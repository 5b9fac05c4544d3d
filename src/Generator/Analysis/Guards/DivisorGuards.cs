using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Integer divisors that the loop doesn't change: that they are neither 0 nor -1 is tested once, not for every element. (By -1 the least number
/// throws.) Only where each iteration divides by it: a divisor of 0 that no iteration uses should cost nothing.
/// </summary>
internal static class DivisorGuards
{
    /// <summary>Adds the tests; the variables that they are about.</summary>
    public static HashSet<int> Add(Loop root, GuardList guards)
    {
        HashSet<int> tested = [];
        foreach (Binary division in Always(root.Body).Where(IsDivision))
        {
            if (Divisor(division) is { Variable: { Kind: VariableKind.Local or VariableKind.Parameter } variable } read
                && !ExpressionTree.DependsOn(read, root) && tested.Add(variable.Id))
            {
                Expression value = read.Type.IsSigned() ? read : new Conversion(ElementType.Int64, read);
                guards.Add(new Holds(new Comparison(ComparisonOperator.NotEqual, value, Constants.Number(value.Type, 0))));
                if (read.Type.IsSigned())
                {
                    guards.Add(new Holds(new Comparison(ComparisonOperator.NotEqual, value, Constants.Number(value.Type, -1))));
                }
            }
        }

        return tested;
    }

    /// <summary>The expression is a division by one of them.</summary>
    public static bool IsTested(Expression expression, HashSet<int> tested) =>
        expression is Binary division && IsDivision(division) && Divisor(division) is { } read && tested.Contains(read.Variable.Id);

    private static bool IsDivision(Binary binary) =>
        binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && binary.Type.IsInteger();

    /// <summary>The variable, perhaps widened; a conversion of the same width could make -1 of another number.</summary>
    private static VariableRead? Divisor(Binary division) => division.Right switch
    {
        VariableRead read => read,
        Conversion { Operand: VariableRead read } conversion when read.Type.IsInteger() && read.Type.Size() < conversion.Type.Size() => read,
        _ => null,
    };

    private static IEnumerable<Binary> Always(Block block) => block.Statements.SelectMany(statement => statement switch
    {
        LoopStatement { Loop: var inner } => Always(inner.Body),
        Assign or Store => ExpressionTree.Own(statement).SelectMany(Always),
        _ => [],
    });

    private static IEnumerable<Binary> Always(Expression expression)
    {
        IEnumerable<Expression> operands = expression switch
        {
            Conditional conditional => [conditional.Condition],
            ShortCircuit circuit => [circuit.Left],
            _ => ExpressionTree.Operands(expression).Concat(ExpressionTree.Subscripts(expression)),
        };
        IEnumerable<Binary> inside = operands.SelectMany(Always);
        return expression is Binary binary ? inside.Append(binary) : inside;
    }
}
