using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>x * y + z</c> → one operation with one rounding, which <see cref="FloatMode.Fast"/> allows. On the IR, so that lanes
/// and the remainder compute the same function.
/// </summary>
internal sealed class Contraction : IrRewriter
{
    public override Expression Visit(Expression expression) => base.Visit(expression) switch
    {
        Binary { Operator: BinaryOperator.Add, Right: Binary { Operator: BinaryOperator.Multiply } product } sum when sum.Type.IsFloat() =>
            Fused(product.Left, product.Right, sum.Left),
        Binary { Operator: BinaryOperator.Add, Left: Binary { Operator: BinaryOperator.Multiply } product } sum when sum.Type.IsFloat() =>
            Fused(product.Left, product.Right, sum.Right),
        Binary { Operator: BinaryOperator.Subtract, Right: Binary { Operator: BinaryOperator.Multiply } product } difference when difference.Type.IsFloat() =>
            Fused(Negated(product.Left), product.Right, difference.Left),
        Binary { Operator: BinaryOperator.Subtract, Left: Binary { Operator: BinaryOperator.Multiply } product } difference when difference.Type.IsFloat() =>
            Fused(product.Left, product.Right, Negated(difference.Right)),
        var other => other,
    };

    private static Expression Fused(Expression left, Expression right, Expression addend) =>
        new IntrinsicCall(addend.Type, IntrinsicFunction.FusedMultiplyAdd, EquatableArray.Of(left, right, addend));

    private static Expression Negated(Expression operand) => new Unary(UnaryOperator.Negate, operand);
}
