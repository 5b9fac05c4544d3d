using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>The values that an integer expression may have, by the types and constants in it alone.</summary>
internal readonly record struct ValueRange(BigInteger Low, BigInteger High)
{
    /// <summary>Null for what isn't an integer.</summary>
    public static ValueRange? Of(Expression expression) => expression switch
    {
        Constant { Value: not (bool or char or float or double) and var value } when expression.Type.IsInteger() => At(new BigInteger(Convert.ToDecimal(value))),
        Conversion conversion => Of(conversion.Operand) is { } operand && OfType(conversion.Type) is { } type && type.Holds(operand) ? operand : OfType(conversion.Type),
        Binary binary => Of(binary.Left) is { } left && Of(binary.Right) is { } right && Exact(binary.Operator, left, right) is { } exact && OfType(binary.Type) is { } type && type.Holds(exact)
            ? exact
            : OfType(binary.Type),
        _ => OfType(expression.Type),
    };

    /// <summary>The operation's true result always fits in its type, so that it cannot throw where it's checked.</summary>
    public static bool Fits(Expression expression) => expression switch
    {
        Binary binary => Of(binary.Left) is { } left && Of(binary.Right) is { } right && Exact(binary.Operator, left, right) is { } exact && Holds(binary.Type, exact),
        Unary { Operator: UnaryOperator.Negate } unary => Of(unary.Operand) is { } operand && Holds(unary.Type, new(-operand.High, -operand.Low)),
        Conversion conversion => Of(conversion.Operand) is { } operand && Holds(conversion.Type, operand),
        _ => false,
    };

    private static bool Holds(ElementType type, ValueRange range) => OfType(type) is { } all && all.Holds(range);

    public bool Holds(ValueRange other) => Low <= other.Low && other.High <= High;

    private static ValueRange At(BigInteger value) => new(value, value);

    private static ValueRange? Exact(BinaryOperator @operator, ValueRange left, ValueRange right)
    {
        switch (@operator)
        {
            case BinaryOperator.Add:
                return new(left.Low + right.Low, left.High + right.High);
            case BinaryOperator.Subtract:
                return new(left.Low - right.High, left.High - right.Low);
            case BinaryOperator.Multiply:
                BigInteger[] corners = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
                return new(corners.Min(), corners.Max());
            case BinaryOperator.And when left.Low.Sign >= 0 || right.Low.Sign >= 0:
                // It has no bit that isn't in both.
                return new(0, left.Low.Sign < 0 ? right.High : right.Low.Sign < 0 ? left.High : BigInteger.Min(left.High, right.High));
            case BinaryOperator.Remainder when left.Low.Sign >= 0 && right.Low.Sign > 0:
                return new(0, BigInteger.Min(left.High, right.High - 1));
            case BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight when left.Low.Sign >= 0 && right.Low == right.High && right.Low.Sign >= 0 && right.High < 32:
                return new(left.Low >> (int)right.Low, left.High >> (int)right.Low);
            default:
                return null;
        }
    }

    /// <summary>Every value of an integer type; null for other types.</summary>
    public static ValueRange? OfType(ElementType type) => type switch
    {
        _ when !type.IsInteger() => null,
        _ when type.IsSigned() => new(-(BigInteger.One << ((8 * type.Size()) - 1)), (BigInteger.One << ((8 * type.Size()) - 1)) - 1),
        _ => new(0, (BigInteger.One << (8 * type.Size())) - 1),
    };
}
