using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Whole vectors of memory, whose elements take turns in the vectors that are asked for.</summary>
public static partial class VectorMemory
{
    /// <summary>Lane k of the first is element index + 2k, lane k of the second the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadInterleaved<T>(ref T source, nint index, out Vector512<T> first, out Vector512<T> second)
        where T : unmanaged
    {
        if (InterleavedMemory.Has<T>(2))
        {
            Vector512<T> lower = Vector512.LoadUnsafe(ref source, (nuint)index);
            Vector512<T> upper = Vector512.LoadUnsafe(ref source, (nuint)(index + Vector512<T>.Count));
            first = InterleavedMemory.Permute(lower, InterleavingTables<T>.Evens, upper);
            second = InterleavedMemory.Permute(lower, InterleavingTables<T>.Odds, upper);
            return;
        }

        first = LoadStrided512(ref source, index, 2);
        second = LoadStrided512(ref source, index + 1, 2);
    }

    /// <summary>Lane k of the first is element index + 3k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadInterleaved<T>(ref T source, nint index, out Vector512<T> first, out Vector512<T> second, out Vector512<T> third)
        where T : unmanaged
    {
        if (InterleavedMemory.Has<T>(3))
        {
            ref Vector512<T> thirds = ref MemoryMarshal.GetArrayDataReference(InterleavingTables<T>.Thirds);
            Vector512<T> lower = Vector512.LoadUnsafe(ref source, (nuint)index);
            Vector512<T> middle = Vector512.LoadUnsafe(ref source, (nuint)(index + Vector512<T>.Count));
            Vector512<T> upper = Vector512.LoadUnsafe(ref source, (nuint)(index + (2 * Vector512<T>.Count)));
            first = InterleavedMemory.Permute(InterleavedMemory.Permute(lower, thirds, middle), Unsafe.Add(ref thirds, 1), upper);
            second = InterleavedMemory.Permute(InterleavedMemory.Permute(lower, Unsafe.Add(ref thirds, 2), middle), Unsafe.Add(ref thirds, 3), upper);
            third = InterleavedMemory.Permute(InterleavedMemory.Permute(lower, Unsafe.Add(ref thirds, 4), middle), Unsafe.Add(ref thirds, 5), upper);
            return;
        }

        first = LoadStrided512(ref source, index, 3);
        second = LoadStrided512(ref source, index + 1, 3);
        third = LoadStrided512(ref source, index + 2, 3);
    }

    /// <summary>Lane k of the first is element index + 4k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadInterleaved<T>(
        ref T source, nint index, out Vector512<T> first, out Vector512<T> second, out Vector512<T> third, out Vector512<T> fourth)
        where T : unmanaged
    {
        if (InterleavedMemory.Has<T>(4))
        {
            LoadInterleaved(ref source, index, out Vector512<T> even, out Vector512<T> odd);
            LoadInterleaved(ref source, index + (2 * Vector512<T>.Count), out Vector512<T> evenUpper, out Vector512<T> oddUpper);
            first = InterleavedMemory.Permute(even, InterleavingTables<T>.Evens, evenUpper);
            second = InterleavedMemory.Permute(odd, InterleavingTables<T>.Evens, oddUpper);
            third = InterleavedMemory.Permute(even, InterleavingTables<T>.Odds, evenUpper);
            fourth = InterleavedMemory.Permute(odd, InterleavingTables<T>.Odds, oddUpper);
            return;
        }

        first = LoadStrided512(ref source, index, 4);
        second = LoadStrided512(ref source, index + 1, 4);
        third = LoadStrided512(ref source, index + 2, 4);
        fourth = LoadStrided512(ref source, index + 3, 4);
    }
}
