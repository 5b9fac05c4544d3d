using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>
/// Quotients of 64-bit integers by one divisor for all lanes: the upper half of a product with a multiplier (Granlund and Montgomery, "Division by
/// invariant integers using multiplication", 1994, figure 4.1). Dividing by 0 doesn't throw: no lane may be in need of it.
/// </content>
public static partial class LaneMath
{
    /// <summary>2^64 (2^k - |divisor|) / |divisor| + 1, where k is <see cref="DivisorBits(long)"/>; without its lowest 65th bit.</summary>
    public static Vector512<ulong> Multiplier(long divisor) => Multiplier(Magnitude(divisor));

    /// <inheritdoc cref="Multiplier(long)"/>
    public static Vector512<ulong> Multiplier(ulong divisor)
    {
        if (divisor == 0)
        {
            return default;
        }

        UInt128 excess = (UInt128.One << DivisorBits(divisor)) - divisor;
        return Vector512.Create((ulong)((excess << 64) / divisor) + 1);
    }

    /// <summary>The binary logarithm of the magnitude, rounded up.</summary>
    public static int DivisorBits(long divisor) => DivisorBits(Magnitude(divisor));

    /// <inheritdoc cref="DivisorBits(long)"/>
    public static int DivisorBits(ulong divisor) => divisor == 0 ? 0 : 64 - BitOperations.LeadingZeroCount(divisor - 1);

    /// <summary>C#'s quotient in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Quotient(Vector512<ulong> value, Vector512<ulong> multiplier, int bits)
    {
        Vector512<ulong> upper = UpperHalf(value, multiplier);
        return (upper + ((value - upper) >> Math.Min(bits, 1))) >> Math.Max(bits - 1, 0);
    }

    /// <inheritdoc cref="Quotient(Vector512{ulong}, Vector512{ulong}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Quotient(Vector512<long> value, Vector512<long> divisor, Vector512<ulong> multiplier, int bits)
    {
        Vector512<long> sign = (value ^ divisor) >> 63;
        Vector512<long> quotient = Quotient(Vector512.Abs(value).AsUInt64(), multiplier, bits).AsInt64();
        return (quotient ^ sign) - sign;
    }

    /// <summary>C#'s remainder in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Remainder(Vector512<ulong> value, Vector512<ulong> divisor, Vector512<ulong> multiplier, int bits) =>
        value - (Quotient(value, multiplier, bits) * divisor);

    /// <inheritdoc cref="Remainder(Vector512{ulong}, Vector512{ulong}, Vector512{ulong}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Remainder(Vector512<long> value, Vector512<long> divisor, Vector512<ulong> multiplier, int bits) =>
        value - (Quotient(value, divisor, multiplier, bits) * divisor);

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;

    /// <summary>The upper halves of products of 64-bit numbers, from four products of halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> UpperHalf(Vector512<ulong> left, Vector512<ulong> right)
    {
        Vector512<ulong> leftUpper = left >> 32, rightUpper = right >> 32;
        Vector512<ulong> middle = Product32(leftUpper, right) + (Product32(left, right) >> 32);
        Vector512<ulong> other = Product32(left, rightUpper) + (middle & Vector512.Create(0xffff_fffful));
        return Product32(leftUpper, rightUpper) + (middle >> 32) + (other >> 32);
    }

    /// <summary>Products of the lower halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product32(Vector512<ulong> left, Vector512<ulong> right) => Avx512F.IsSupported
        ? Avx512F.Multiply(left.AsUInt32(), right.AsUInt32())
        : Vector512.Create(Product32(left.GetLower(), right.GetLower()), Product32(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product32(Vector256<ulong> left, Vector256<ulong> right) => Avx2.IsSupported
        ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32())
        : (left & Vector256.Create(0xffff_fffful)) * (right & Vector256.Create(0xffff_fffful));
}
