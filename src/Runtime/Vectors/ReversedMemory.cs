using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Elements that run against the lanes: lane 0 is the one at the index, lane 1 the one before it.</summary>
public static partial class VectorMemory
{
    /// <summary>Lane k is element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadReversed512<T>(ref T source, nint index)
        where T : unmanaged =>
        Reverse(Vector512.LoadUnsafe(ref source, (nuint)(index - (Vector512<T>.Count - 1))));

    /// <summary>Lane k becomes element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReversed512<T>(Vector512<T> value, ref T target, nint index)
        where T : unmanaged =>
        Vector512.StoreUnsafe(Reverse(value), ref target, (nuint)(index - (Vector512<T>.Count - 1)));

    /// <summary>Lane k is element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadReversed256<T>(ref T source, nint index)
        where T : unmanaged =>
        Reverse(Vector256.LoadUnsafe(ref source, (nuint)(index - (Vector256<T>.Count - 1))));

    /// <summary>Lane k becomes element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReversed256<T>(Vector256<T> value, ref T target, nint index)
        where T : unmanaged =>
        Vector256.StoreUnsafe(Reverse(value), ref target, (nuint)(index - (Vector256<T>.Count - 1)));

    /// <summary>Lane k is element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadReversed128<T>(ref T source, nint index)
        where T : unmanaged =>
        Reverse(Vector128.LoadUnsafe(ref source, (nuint)(index - (Vector128<T>.Count - 1))));

    /// <summary>Lane k becomes element index − k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReversed128<T>(Vector128<T> value, ref T target, nint index)
        where T : unmanaged =>
        Vector128.StoreUnsafe(Reverse(value), ref target, (nuint)(index - (Vector128<T>.Count - 1)));

    /// <summary>Lane k is element index − k, in the lower half.</summary>
    public static Vector128<T> LoadReversedHalf<T>(ref T source, nint index)
        where T : unmanaged => GatherHalf(ref source, index, -1);

    /// <summary>Lane k becomes element index − k, for the lower half.</summary>
    public static void StoreReversedHalf<T>(Vector128<T> value, ref T target, nint index)
        where T : unmanaged => ScatterHalf(value, ref target, index, -1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Reverse<T>(Vector512<T> value) => Unsafe.SizeOf<T>() switch
    {
        8 => Vector512.Shuffle(value.AsInt64(), Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0)).As<long, T>(),
        4 => Vector512.Shuffle(value.AsInt32(), Vector512.Create(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<int, T>(),
        _ => Vector512.Create(Reverse(value.GetUpper()), Reverse(value.GetLower())),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Reverse<T>(Vector256<T> value) => Unsafe.SizeOf<T>() switch
    {
        8 => Vector256.Shuffle(value.AsInt64(), Vector256.Create(3L, 2, 1, 0)).As<long, T>(),
        4 => Vector256.Shuffle(value.AsInt32(), Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0)).As<int, T>(),
        _ => Vector256.Create(Reverse(value.GetUpper()), Reverse(value.GetLower())),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Reverse<T>(Vector128<T> value) => Unsafe.SizeOf<T>() switch
    {
        8 => Vector128.Shuffle(value.AsInt64(), Vector128.Create(1L, 0)).As<long, T>(),
        4 => Vector128.Shuffle(value.AsInt32(), Vector128.Create(3, 2, 1, 0)).As<int, T>(),
        2 => Vector128.Shuffle(value.AsInt16(), Vector128.Create(7, 6, 5, 4, 3, 2, 1, 0)).As<short, T>(),
        _ => Vector128.Shuffle(value.AsByte(), Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<byte, T>(),
    };
}
