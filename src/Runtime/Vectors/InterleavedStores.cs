using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>Vectors whose elements take turns in memory, written as whole vectors.</summary>
public static partial class VectorMemory
{
    /// <summary>Lane k of the first becomes element index + 2k, lane k of the second the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved<T>(Vector512<T> first, Vector512<T> second, ref T target, nint index)
        where T : unmanaged
    {
        Vector512.StoreUnsafe(InterleavedLower(first, second), ref target, (nuint)index);
        Vector512.StoreUnsafe(InterleavedUpper(first, second), ref target, (nuint)(index + Vector512<T>.Count));
    }

    /// <summary>Lane k of the first becomes element index + 3k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved<T>(Vector512<T> first, Vector512<T> second, Vector512<T> third, ref T target, nint index)
        where T : unmanaged
    {
        if (InterleavedMemory.Has<T>(3))
        {
            InterleavedMemory.Store(first, second, third, ref target, index);
            return;
        }

        StoreStrided512(first, ref target, index, 3);
        StoreStrided512(second, ref target, index + 1, 3);
        StoreStrided512(third, ref target, index + 2, 3);
    }

    /// <summary>Lane k of the first becomes element index + 4k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved<T>(Vector512<T> first, Vector512<T> second, Vector512<T> third, Vector512<T> fourth, ref T target, nint index)
        where T : unmanaged
    {
        Vector512<T> even = InterleavedLower(first, third);
        Vector512<T> odd = InterleavedLower(second, fourth);
        StoreInterleaved(even, odd, ref target, index);
        even = InterleavedUpper(first, third);
        odd = InterleavedUpper(second, fourth);
        StoreInterleaved(even, odd, ref target, index + (2 * Vector512<T>.Count));
    }

    /// <summary>The lower halves' lanes in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> InterleavedLower<T>(Vector512<T> first, Vector512<T> second)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.SizeOf<T>() == 4
                ? Avx512F.PermuteVar16x32x2(first.AsInt32(), Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), second.AsInt32()).As<int, T>()
                : Avx512F.PermuteVar8x64x2(first.AsInt64(), Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), second.AsInt64()).As<long, T>();
        }

        return Vector512.Create(Interleaved(first.GetLower().GetLower(), second.GetLower().GetLower()), Interleaved(first.GetLower().GetUpper(), second.GetLower().GetUpper()));
    }

    /// <summary>The upper halves' lanes in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> InterleavedUpper<T>(Vector512<T> first, Vector512<T> second)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.SizeOf<T>() == 4
                ? Avx512F.PermuteVar16x32x2(first.AsInt32(), Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), second.AsInt32()).As<int, T>()
                : Avx512F.PermuteVar8x64x2(first.AsInt64(), Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), second.AsInt64()).As<long, T>();
        }

        return Vector512.Create(Interleaved(first.GetUpper().GetLower(), second.GetUpper().GetLower()), Interleaved(first.GetUpper().GetUpper(), second.GetUpper().GetUpper()));
    }

    /// <summary>All lanes in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Interleaved<T>(Vector128<T> first, Vector128<T> second)
        where T : unmanaged
    {
        if (Sse2.IsSupported)
        {
            return Unsafe.SizeOf<T>() == 4
                ? Vector256.Create(Sse2.UnpackLow(first.AsInt32(), second.AsInt32()), Sse2.UnpackHigh(first.AsInt32(), second.AsInt32())).As<int, T>()
                : Vector256.Create(Sse2.UnpackLow(first.AsInt64(), second.AsInt64()), Sse2.UnpackHigh(first.AsInt64(), second.AsInt64())).As<long, T>();
        }

        Vector256<T> both = Vector256.Create(first, second);
        return Unsafe.SizeOf<T>() == 4
            ? Vector256.Shuffle(both.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).As<int, T>()
            : Vector256.Shuffle(both.AsInt64(), Vector256.Create(0L, 2, 1, 3)).As<long, T>();
    }
}
