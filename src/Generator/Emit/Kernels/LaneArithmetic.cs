using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Operators on numbers in lanes.</summary>
internal sealed class LaneArithmetic(LaneScope scope, LaneExpressions expressions)
{
    private readonly LaneDivision _division = new(scope, expressions);

    public string Value(Binary binary, LaneType type)
    {
        if (binary.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight)
        {
            return Shift(binary, type);
        }

        string left = expressions.Value(binary.Left);
        if (binary.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && binary.Type.IsInteger()
            && _division.Value(binary, left, type) is { } quotient)
        {
            return quotient;
        }

        if (binary.Operator is BinaryOperator.Divide && !binary.Type.IsFloat())
        {
            return $"({left} / {Divisor(binary.Right, type)})";
        }

        if (binary.Operator is BinaryOperator.Remainder)
        {
            return binary.Type.IsFloat()
                ? LaneIntrinsics.Map(type, "Remainder", left, expressions.Value(binary.Right))
                : $"{LaneExpressions.Math}Remainder({left}, {Divisor(binary.Right, type)})";
        }

        string symbol = binary.Operator switch
        {
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.And => "&",
            BinaryOperator.Or => "|",
            _ => "^",
        };
        return $"({left} {symbol} {expressions.Value(binary.Right)})";
    }

    /// <summary>Inactive lanes divide by 1: what they hold may be 0.</summary>
    private string Divisor(Expression divisor, LaneType type)
    {
        string one = $"{type.Text}.One";
        string value = scope.Mask is { } mask ? expressions.ConditionalSelect(mask, expressions.Value(divisor), one, type) : expressions.Value(divisor);

        // The unused half of a vector must not be 0 either.
        return type.IsHalf ? $"{LaneExpressions.Math}LowerHalfOrOne({value})" : value;
    }

    private string Shift(Binary binary, LaneType type)
    {
        string method = binary.Operator switch
        {
            BinaryOperator.ShiftLeft => "ShiftLeft",
            BinaryOperator.ShiftRight when binary.Type.IsSigned() => "ShiftRightArithmetic",
            _ => "ShiftRightLogical",
        };
        int mask = (8 * Math.Max(4, binary.Type.Size())) - 1;
        if (scope.Variables.IsUniform(binary.Right))
        {
            string count = binary.Right is Constant { Value: int bits }
                ? (bits & mask).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : $"{KernelText.Operand(expressions.Scalar(binary.Right))} & {mask}";
            return $"{type.Class}.{method}({expressions.Value(binary.Left)}, {count})";
        }

        string counts = LaneConversion.Numeric(expressions.Value(binary.Right), ElementType.Int32, binary.Type, scope.Lanes);
        return $"{LaneExpressions.Math}{method}({expressions.Value(binary.Left)}, {counts})";
    }
}
