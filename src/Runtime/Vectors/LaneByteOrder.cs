using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>The other order of the bytes of integers.</content>
public static partial class LaneMath
{
    /// <summary>Every lane's bytes in the other order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ReverseEndianness<T>(Vector512<T> value) => Avx512BW.IsSupported
        ? Avx512BW.Shuffle(value.AsByte(), Vector512.Create(ReversedBytes<T>())).As<byte, T>()
        : Vector512.Create(ReverseEndianness(value.GetLower()), ReverseEndianness(value.GetUpper()));

    /// <inheritdoc cref="ReverseEndianness{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ReverseEndianness<T>(Vector256<T> value) => Avx2.IsSupported
        ? Avx2.Shuffle(value.AsByte(), Vector256.Create(ReversedBytes<T>())).As<byte, T>()
        : Vector256.Create(ReverseEndianness(value.GetLower()), ReverseEndianness(value.GetUpper()));

    /// <inheritdoc cref="ReverseEndianness{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ReverseEndianness<T>(Vector128<T> value) => Vector128.Shuffle(value.AsByte(), ReversedBytes<T>()).As<byte, T>();

    /// <summary>Where the bytes of 128 bits come from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ReversedBytes<T>() => Unsafe.SizeOf<T>() switch
    {
        2 => Vector128.Create((byte)1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14),
        4 => Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12),
        8 => Vector128.Create((byte)7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8),
        _ => Vector128<byte>.Indices,
    };
}
