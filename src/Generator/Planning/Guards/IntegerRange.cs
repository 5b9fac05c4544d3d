using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>The least and the greatest value of an integer type.</summary>
internal static class IntegerRange
{
    public static BigInteger Min(ElementType type) => type.IsSigned() ? -(BigInteger.One << (Bits(type) - 1)) : BigInteger.Zero;

    public static BigInteger Max(ElementType type) => (BigInteger.One << (type.IsSigned() ? Bits(type) - 1 : Bits(type))) - 1;

    private static int Bits(ElementType type) => 8 * type.Size();
}
