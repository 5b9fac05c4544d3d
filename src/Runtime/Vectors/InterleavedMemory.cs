using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>
/// Every second, third or fourth element: loaded by whole vectors and permutations, with AVX-512 much faster than one by
/// one. No memory outside the first and the last element is read, and none between them is written.
/// </summary>
internal static unsafe class InterleavedMemory
{
    /// <summary>Whether the stride and the type have a form in whole vectors here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has<T>(nint stride)
        where T : unmanaged => Avx512F.IsSupported && sizeof(T) is 4 or 8 && stride is (>= 2 and <= 4) or (<= -2 and >= -4);

    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ref T source, nint index, nint stride)
        where T : unmanaged => stride > 0
            ? LoadUp(ref Unsafe.Add(ref source, index), stride)
            : Reverse(LoadUp(ref Unsafe.Add(ref source, index + (stride * (Vector512<T>.Count - 1))), -stride));

    /// <summary>Lane k becomes element index + k·stride. Each lane is stored by itself, as masked stores take longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> value, ref T target, nint index, nint stride)
        where T : unmanaged
    {
        ref T first = ref Unsafe.Add(ref target, index);
        nint quarter = stride * Vector128<T>.Count;
        StoreQuarter(value.GetLower().GetLower(), ref first, stride);
        StoreQuarter(value.GetLower().GetUpper(), ref Unsafe.Add(ref first, quarter), stride);
        StoreQuarter(value.GetUpper().GetLower(), ref Unsafe.Add(ref first, 2 * quarter), stride);
        StoreQuarter(value.GetUpper().GetUpper(), ref Unsafe.Add(ref first, 3 * quarter), stride);
    }

    /// <summary>Three vectors whose lanes take turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> first, Vector512<T> second, Vector512<T> third, ref T target, nint index)
        where T : unmanaged
    {
        ref Vector512<T> turns = ref MemoryMarshal.GetArrayDataReference(InterleavingTables<T>.Turns);
        for (int block = 0; block < 3; block++)
        {
            Vector512<T> two = Permute(first, Unsafe.Add(ref turns, 2 * block), second);
            Vector512.StoreUnsafe(Permute(two, Unsafe.Add(ref turns, (2 * block) + 1), third), ref target, (nuint)(index + (block * Vector512<T>.Count)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarter<T>(Vector128<T> value, ref T first, nint stride)
        where T : unmanaged
    {
        first = value.ToScalar();
        Unsafe.Add(ref first, stride) = value.GetElement(1);
        if (sizeof(T) == 4)
        {
            Unsafe.Add(ref first, 2 * stride) = value.GetElement(2);
            Unsafe.Add(ref first, 3 * stride) = value.GetElement(3);
        }
    }

    // The last vector ends at the last element, so it starts stride - 1 elements early.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LoadUp<T>(ref T first, nint stride)
        where T : unmanaged
    {
        nint lanes = Vector512<T>.Count;
        ref Vector512<T> picks = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(InterleavingTables<T>.Picks), stride * InterleavingTables<T>.Most);
        Vector512<T> result = Vector512.LoadUnsafe(ref first);
        if (stride > 2)
        {
            result = Permute(result, Unsafe.Add(ref picks, 1), Vector512.LoadUnsafe(ref first, (nuint)lanes));
        }

        if (stride > 3)
        {
            result = Permute(result, Unsafe.Add(ref picks, 2), Vector512.LoadUnsafe(ref first, (nuint)(2 * lanes)));
        }

        return Permute(result, Unsafe.Add(ref picks, stride - 1), Vector512.LoadUnsafe(ref first, (nuint)((stride - 1) * (lanes - 1))));
    }

    /// <summary>Lane k is lane picks[k] of the first, or, from the number of lanes on, of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Permute<T>(Vector512<T> first, Vector512<T> picks, Vector512<T> second)
        where T : unmanaged => sizeof(T) == 4
            ? Avx512F.PermuteVar16x32x2(first.AsInt32(), picks.AsInt32(), second.AsInt32()).As<int, T>()
            : Avx512F.PermuteVar8x64x2(first.AsInt64(), picks.AsInt64(), second.AsInt64()).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Reverse<T>(Vector512<T> value)
        where T : unmanaged => Permute(value, InterleavingTables<T>.Reversal, value);
}
