using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Integer division of all lanes by one number that the loop doesn't change: multiplications and shifts by what is computed
/// before the loop.
/// </summary>
internal sealed class LaneDivision(LaneScope scope, LaneExpressions expressions)
{
    /// <summary>Null where the divisor may change; inactive lanes may divide by 0 here.</summary>
    public string? Value(Binary division, string left, LaneType type)
    {
        if (type.Bits < 256 || type.Element.Size() < 4 || !scope.IsInvariant(division.Right))
        {
            return null;
        }

        bool isRemainder = division.Operator == BinaryOperator.Remainder;
        string function = LaneExpressions.Math + (isRemainder ? "Remainder" : "Quotient");
        if (PowerOf2(division.Right) is { } power)
        {
            return type.Element.IsSigned() ? $"{function}ByPowerOf2({LaneScope.Strip(left)}, {power})"
                : isRemainder ? $"({left} & {type.Class}.Create(({type.Keyword}){(1UL << power) - 1}))"
                : $"({left} >> {power})";
        }

        left = LaneScope.Strip(left);
        if (type is { Bits: 256, Element: var wide } && wide.Size() == 8)
        {
            return null;
        }

        string divisor = type.Scalar(expressions.Scalar(division.Right));
        string lanes = expressions.Value(division.Right);
        if (type.Element.Size() == 4)
        {
            string reciprocal = scope.Hoist("reciprocal", LaneType.Intrinsics + "Vector512<double>", $"{LaneExpressions.Math}Reciprocal({divisor})");
            return isRemainder ? $"{function}({left}, {lanes}, {reciprocal})" : $"{function}({left}, {reciprocal})";
        }

        string multiplier = scope.Hoist("multiplier", LaneType.Intrinsics + "Vector512<ulong>", $"{LaneExpressions.Math}Multiplier({divisor})");
        string bits = scope.Hoist("divisorBits", "int", $"{LaneExpressions.Math}DivisorBits({divisor})");
        return isRemainder || type.Element.IsSigned()
            ? $"{function}({left}, {lanes}, {multiplier}, {bits})"
            : $"{function}({left}, {multiplier}, {bits})";
    }

    /// <summary>The exponent of a constant that is a power of two, greater than 1.</summary>
    private static int? PowerOf2(Expression divisor)
    {
        if (divisor is not Constant { Value: var value, Type: var type } || !type.IsInteger() || Convert.ToDecimal(value) <= 1)
        {
            return null;
        }

        ulong bits = Convert.ToUInt64(value);
        if ((bits & (bits - 1)) != 0)
        {
            return null;
        }

        int power = 0;
        for (; bits > 1; bits >>= 1)
        {
            power++;
        }

        return power;
    }
}
