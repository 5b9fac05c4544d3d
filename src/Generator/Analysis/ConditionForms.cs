using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// What a condition says of loop indices where it holds, or where it doesn't: forms that are at least 0 then. What isn't
/// affine says nothing.
/// </summary>
/// <param name="read">The value of an operand as C# computes it; null when that isn't affine or may have wrapped.</param>
/// <param name="isNeverNegative">Whether a form is at least 0 at the place of the condition.</param>
internal sealed class ConditionForms(Func<Expression, AffineForm?> read, Func<AffineForm, bool> isNeverNegative)
{
    public IEnumerable<AffineForm> Of(Expression condition, bool holds)
    {
        try
        {
            return [.. Find(condition, holds).Where(form => form.Mentions(symbol => symbol.Kind == SymbolKind.Index))];
        }
        catch (OverflowException)
        {
            // Numbers that no subscript has.
            return [];
        }
    }

    private IEnumerable<AffineForm> Find(Expression condition, bool holds) => condition switch
    {
        Unary { Operator: UnaryOperator.LogicalNot } not => Find(not.Operand, !holds),
        ShortCircuit circuit when circuit.IsAnd == holds => Find(circuit.Left, holds).Concat(Find(circuit.Right, holds)),
        Binary { Type: ElementType.Boolean, Operator: BinaryOperator.And or BinaryOperator.Or } both when both.Operator == BinaryOperator.And == holds =>
            Find(both.Left, holds).Concat(Find(both.Right, holds)),
        Comparison comparison when comparison.Left.Type.IsInteger() && read(comparison.Left) is { } left && read(comparison.Right) is { } right =>
            Find(holds ? comparison.Operator : Negated(comparison.Operator), left.Subtract(right)),
        _ => [],
    };

    /// <param name="difference">The left operand minus the right one.</param>
    private IEnumerable<AffineForm> Find(ComparisonOperator relation, AffineForm difference)
    {
        AffineForm opposite = difference.Scale(-1);
        AffineForm one = AffineForm.Of(1);
        return relation switch
        {
            ComparisonOperator.Less => [opposite.Subtract(one)],
            ComparisonOperator.LessOrEqual => [opposite],
            ComparisonOperator.Greater => [difference.Subtract(one)],
            ComparisonOperator.GreaterOrEqual => [difference],
            ComparisonOperator.Equal => [difference, opposite],
            // Unequal at an end of the range: on the one side of it that there is.
            _ => isNeverNegative(difference) ? [difference.Subtract(one)]
                : isNeverNegative(opposite) ? [opposite.Subtract(one)]
                : [],
        };
    }

    private static ComparisonOperator Negated(ComparisonOperator relation) => relation switch
    {
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.Less,
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        _ => ComparisonOperator.Equal,
    };
}
