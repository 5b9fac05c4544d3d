using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// One operation on constants, as C# computes it at run time. What C# wouldn't compile as a constant expression
/// (an overflow, a division by zero) isn't folded, see <see cref="IsRejected"/>.
/// </summary>
internal static class ConstantFolding
{
    public static Expression Fold(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.LogicalNot, Operand: Constant { Value: bool operand } } => Truth(!operand),
        Unary { Operator: UnaryOperator.Negate, Operand: Constant { Value: int and not int.MinValue and var operand } } => Constant.Int32(-operand),
        Unary { Operator: UnaryOperator.BitwiseNot, Operand: Constant { Value: int operand } } => Constant.Int32(~operand),
        Binary { Type: ElementType.Int32, Left: Constant { Value: int left }, Right: Constant { Value: int right } } binary =>
            Integer(binary.Operator, left, right) is >= int.MinValue and <= int.MaxValue and var value ? Constant.Int32((int)value) : binary,
        Comparison { Left: Constant { Value: int left }, Right: Constant { Value: int right } } comparison => Truth(Holds(comparison.Operator, left.CompareTo(right))),
        ShortCircuit { Left: Constant { Value: bool left } } circuit => left == circuit.IsAnd ? circuit.Right : circuit.Left,
        Conditional { Condition: Constant { Value: bool condition } } conditional => condition ? conditional.WhenTrue : conditional.WhenFalse,
        Conversion { Type: ElementType.Int64, Operand: Constant { Value: int operand } } => Constant.Int64(operand),
        Conversion { Type: ElementType.Double, Operand: Constant { Value: int operand } } => new Constant(ElementType.Double, (double)operand),
        Conversion { Type: ElementType.Single, Operand: Constant { Value: int operand } } => new Constant(ElementType.Single, (float)operand),
        _ => expression,
    };

    /// <summary>An operation on constants that wasn't folded and that C# may refuse to compile, or compile to something else.</summary>
    public static bool IsRejected(Expression expression) => expression switch
    {
        Unary { Operand: Constant } => expression.Type.IsInteger(),
        Binary { Left: Constant, Right: Constant } => expression.Type.IsInteger(),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Right: Constant { Value: 0 or 0L } } => true,
        Comparison { Left: Constant, Right: Constant } => true,
        ShortCircuit { Right: Constant } => true,
        Conversion { Operand: Constant } => true,
        _ => false,
    };

    private static Constant Truth(bool value) => new(ElementType.Boolean, value);

    private static long? Integer(BinaryOperator @operator, long left, long right) => @operator switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide when right != 0 => left / right,
        BinaryOperator.Remainder when right != 0 => left % right,
        BinaryOperator.And => left & right,
        BinaryOperator.Or => left | right,
        BinaryOperator.Xor => left ^ right,
        BinaryOperator.ShiftLeft => unchecked((int)left << (int)right),
        BinaryOperator.ShiftRight => (int)left >> (int)right,
        _ => null,
    };

    private static bool Holds(ComparisonOperator @operator, int order) => @operator switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
