using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>The number of a loop's trip, from 0, as an Int64 expression of its index.</summary>
internal static class TripNumber
{
    public static Expression Of(Loop loop)
    {
        Expression index = Wide(new VariableRead(loop.Index));
        Expression gone = loop.Start is Constant { Value: 0 or 0L } ? index : Int64(BinaryOperator.Subtract, index, Wide(loop.Start));
        return loop.ConstantStep == 1 ? gone : Int64(BinaryOperator.Divide, gone, Constant.Int64(loop.ConstantStep!.Value));
    }

    public static Expression Int64(BinaryOperator @operator, Expression left, Expression right) => new Binary(@operator, ElementType.Int64, left, right);

    private static Expression Wide(Expression value) => value.Type == ElementType.Int64 ? value : new Conversion(ElementType.Int64, value);
}
