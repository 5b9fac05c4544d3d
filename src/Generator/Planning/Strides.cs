using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// How much more a value is in the next lane, as Int64 expressions: constants, folded and kept small, or sums and products
/// of scalars that the loop doesn't assign. Addresses and the values of integer variables are computed modulo a power of
/// two, so that it doesn't matter where such a product wraps.
/// </summary>
internal static class Strides
{
    private const long MaxConstant = 1L << 31;

    public static Expression Zero { get; } = Constant.Int64(0);

    public static long? ConstantOf(Expression? stride) => stride is Constant { Value: long value } ? value : null;

    public static Expression? Of(long constant) => constant is > -MaxConstant and < MaxConstant ? Constant.Int64(constant) : null;

    public static Expression? Add(Expression? left, Expression? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (Constant { Value: long one }, Constant { Value: long other }) => Of(one + other),
        (_, Constant { Value: 0L }) => left,
        (Constant { Value: 0L }, _) => right,
        _ => new Binary(BinaryOperator.Add, ElementType.Int64, left, right),
    };

    public static Expression? Negate(Expression? stride) => Multiply(stride, Constant.Int64(-1));

    public static Expression? Multiply(Expression? left, Expression? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (Constant { Value: long one }, Constant { Value: long other }) => Of(one * other),
        (Constant { Value: 0L }, _) or (_, Constant { Value: 0L }) => Zero,
        (_, Constant { Value: 1L }) => left,
        (Constant { Value: 1L }, _) => right,
        (_, Constant { Value: -1L }) => new Unary(UnaryOperator.Negate, left),
        (Constant { Value: -1L }, _) => new Unary(UnaryOperator.Negate, right),
        _ => new Binary(BinaryOperator.Multiply, ElementType.Int64, left, right),
    };

    /// <summary>An integer as a stride or a factor of one: computed as C# does, then widened. Null for what isn't plain arithmetic.</summary>
    /// <param name="assigned">What the loop assigns.</param>
    public static Expression? Invariant(Expression expression, HashSet<int> assigned)
    {
        if (expression is Constant constant)
        {
            return constant.Value switch
            {
                int value => Of(value),
                uint value => Of(value),
                long value => Of(value),
                _ => null,
            };
        }

        return !ExpressionTree.SelfAndDescendants(expression).All(part => IsPlain(part, assigned)) ? null
            : expression.Type == ElementType.Int64 ? expression
            : new Conversion(ElementType.Int64, expression);
    }

    private static bool IsPlain(Expression part, HashSet<int> assigned) => part.Type.IsInteger() && part switch
    {
        Constant => true,
        VariableRead read => !assigned.Contains(read.Variable.Id),
        Conversion { IsChecked: false } => true,
        Unary { IsChecked: false } => true,
        Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => true,
        _ => false,
    };
}
