using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>The condition under which one operation or access, its operands given, doesn't throw.</summary>
internal static class Success
{
    /// <returns>Null for operations whose condition isn't known.</returns>
    public static Expression? Of(Expression expression) => expression switch
    {
        Load { Access: { Object.Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List or MemoryKind.MultiArray } access } => InRange(access),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division => OfDivision(division),
        Binary { IsChecked: true } binary => OfArithmetic(binary),
        Unary { IsChecked: true, Operator: UnaryOperator.Negate } unary when unary.Type.IsSigned() => IsNotLeast(unary.Operand),
        Conversion { IsChecked: true } conversion when conversion.Operand.Type.IsInteger() => Within(conversion.Operand, conversion.Type),
        IntrinsicCall { Function: IntrinsicFunction.Abs, Arguments: [var operand] } => IsNotLeast(operand),
        IntrinsicCall { Function: IntrinsicFunction.Sign, Arguments: [var operand] } => new Comparison(ComparisonOperator.Equal, operand, operand),
        IntrinsicCall { Function: IntrinsicFunction.Clamp, Arguments: [_, var least, var most] } =>
            new Unary(UnaryOperator.LogicalNot, new Comparison(ComparisonOperator.Greater, least, most)),
        IntrinsicCall { Function: IntrinsicFunction.RandomInt32, Arguments: [_, _, var least, var most, _] } => new Comparison(ComparisonOperator.Less, least, most),
        IntrinsicCall { Function: IntrinsicFunction.NoArm } => new Constant(ElementType.Boolean, false),
        _ => null,
    };

    private static Expression? InRange(ArrayAccess access)
    {
        bool isMulti = access.Object.Kind == MemoryKind.MultiArray;
        Expression? all = null;
        for (int dimension = 0; dimension < access.Subscripts.Count; dimension++)
        {
            Expression index = access.Subscripts[dimension];

            // As unsigned numbers, negative ones are above every length.
            ElementType type = index.Type.Size() > 4 ? ElementType.UInt64 : ElementType.UInt32;
            index = index.Type.IsSigned() && index.Type.Size() < 4 ? new Conversion(ElementType.Int32, index) : index;
            index = index.Type == type ? index : new Conversion(type, index);
            Expression length = new Conversion(type, new ObjectLength(ElementType.Int32, access.Object, isMulti ? dimension : null));
            Expression inside = new Comparison(ComparisonOperator.Less, index, length);
            all = all is null ? inside : And(all, inside);
        }

        return all;
    }

    private static Expression OfDivision(Binary division)
    {
        Expression isNotZero = new Comparison(ComparisonOperator.NotEqual, division.Right, Constants.Number(division.Type, 0));
        return division.Type.IsSigned()
            ? And(isNotZero, new ShortCircuit(false, new Comparison(ComparisonOperator.NotEqual, division.Right, Constants.Number(division.Type, -1)), IsNotLeast(division.Left)))
            : isNotZero;
    }

    /// <summary>In twice the width nothing overflows.</summary>
    private static Expression? OfArithmetic(Binary binary)
    {
        if (binary.Type is not (ElementType.Int32 or ElementType.UInt32))
        {
            return null;
        }

        ElementType wide = binary is { Type: ElementType.UInt32, Operator: BinaryOperator.Multiply } ? ElementType.UInt64 : ElementType.Int64;
        var exact = new Binary(binary.Operator, wide, new Conversion(wide, binary.Left), new Conversion(wide, binary.Right));
        return new Comparison(ComparisonOperator.Equal, exact, new Conversion(wide, new Conversion(binary.Type, exact)));
    }

    /// <summary>The value is one of the type's.</summary>
    private static Expression? Within(Expression value, ElementType type)
    {
        if (ValueRange.OfType(value.Type) is not { } has || ValueRange.OfType(type) is not { } may)
        {
            return null;
        }

        Expression? low = has.Low < may.Low ? new Comparison(ComparisonOperator.GreaterOrEqual, value, Constants.Number(value.Type, (long)may.Low)) : null;
        Expression? high = has.High > may.High ? new Comparison(ComparisonOperator.LessOrEqual, value, Constants.Number(value.Type, (long)may.High)) : null;
        return low is null ? high : high is null ? low : And(low, high);
    }

    private static Expression IsNotLeast(Expression value) =>
        new Comparison(ComparisonOperator.NotEqual, value, Constants.Number(value.Type, (long)ValueRange.OfType(value.Type)!.Value.Low));

    private static Expression And(Expression left, Expression right) => new ShortCircuit(true, left, right);
}
