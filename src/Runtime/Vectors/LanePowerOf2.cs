using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>Signed quotients by a power of two: shifts, after negative numbers were raised by what makes them round towards zero.</content>
public static partial class LaneMath
{
    /// <summary>C#'s quotient by 2^<paramref name="power"/> in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> QuotientByPowerOf2<T>(Vector512<T> value, int power)
        where T : IBinaryInteger<T>, ISignedNumber<T> => (value + RoundingTo0(value, power)) >> power;

    /// <inheritdoc cref="QuotientByPowerOf2{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> QuotientByPowerOf2<T>(Vector256<T> value, int power)
        where T : IBinaryInteger<T>, ISignedNumber<T> => (value + RoundingTo0(value, power)) >> power;

    /// <summary>C#'s remainder by 2^<paramref name="power"/> in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> RemainderByPowerOf2<T>(Vector512<T> value, int power)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        Vector512<T> rounding = RoundingTo0(value, power);
        return ((value + rounding) & Vector512.Create((T.One << power) - T.One)) - rounding;
    }

    /// <inheritdoc cref="RemainderByPowerOf2{T}(Vector512{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> RemainderByPowerOf2<T>(Vector256<T> value, int power)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        Vector256<T> rounding = RoundingTo0(value, power);
        return ((value + rounding) & Vector256.Create((T.One << power) - T.One)) - rounding;
    }

    /// <summary>2^power - 1 where the number is negative, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> RoundingTo0<T>(Vector512<T> value, int power)
        where T : IBinaryInteger<T> => (value >> ((8 * Unsafe.SizeOf<T>()) - 1)) & Vector512.Create((T.One << power) - T.One);

    /// <summary>2^power - 1 where the number is negative, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> RoundingTo0<T>(Vector256<T> value, int power)
        where T : IBinaryInteger<T> => (value >> ((8 * Unsafe.SizeOf<T>()) - 1)) & Vector256.Create((T.One << power) - T.One);
}
