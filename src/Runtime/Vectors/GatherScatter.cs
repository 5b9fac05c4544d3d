using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Strided accesses, element by element.</summary>
public static partial class VectorMemory
{
    private static Vector512<T> Gather512<T>(ref T source, nint index, nint stride)
        where T : unmanaged
    {
        Vector512<T> result = default;
        Gather(ref Unsafe.As<Vector512<T>, T>(ref result), Vector512<T>.Count, ref source, index, stride);
        return result;
    }

    private static Vector512<T> Gather512<T>(ref T source, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged
    {
        Vector512<T> result = default;
        Gather(ref Unsafe.As<Vector512<T>, T>(ref result), Vector512<T>.Count, ref source, index, stride, ref Unsafe.As<Vector512<T>, T>(ref mask));
        return result;
    }

    private static void Scatter512<T>(Vector512<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref target, index, stride);

    private static void Scatter512<T>(Vector512<T> value, ref T target, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref target, index, stride, ref Unsafe.As<Vector512<T>, T>(ref mask));

    private static Vector256<T> Gather256<T>(ref T source, nint index, nint stride)
        where T : unmanaged
    {
        Vector256<T> result = default;
        Gather(ref Unsafe.As<Vector256<T>, T>(ref result), Vector256<T>.Count, ref source, index, stride);
        return result;
    }

    private static Vector256<T> Gather256<T>(ref T source, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged
    {
        Vector256<T> result = default;
        Gather(ref Unsafe.As<Vector256<T>, T>(ref result), Vector256<T>.Count, ref source, index, stride, ref Unsafe.As<Vector256<T>, T>(ref mask));
        return result;
    }

    private static void Scatter256<T>(Vector256<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref target, index, stride);

    private static void Scatter256<T>(Vector256<T> value, ref T target, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref target, index, stride, ref Unsafe.As<Vector256<T>, T>(ref mask));

    private static Vector128<T> Gather128<T>(ref T source, nint index, nint stride)
        where T : unmanaged
    {
        Vector128<T> result = default;
        Gather(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count, ref source, index, stride);
        return result;
    }

    private static Vector128<T> Gather128<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        Vector128<T> result = default;
        Gather(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count, ref source, index, stride, ref Unsafe.As<Vector128<T>, T>(ref mask));
        return result;
    }

    private static void Scatter128<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref target, index, stride);

    private static void Scatter128<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref target, index, stride, ref Unsafe.As<Vector128<T>, T>(ref mask));

    private static Vector128<T> GatherHalf<T>(ref T source, nint index, nint stride)
        where T : unmanaged
    {
        Vector128<T> result = default;
        Gather(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count / 2, ref source, index, stride);
        return result;
    }

    private static Vector128<T> GatherHalf<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        Vector128<T> result = default;
        Gather(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count / 2, ref source, index, stride, ref Unsafe.As<Vector128<T>, T>(ref mask));
        return result;
    }

    private static void ScatterHalf<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count / 2, ref target, index, stride);

    private static void ScatterHalf<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        Scatter(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count / 2, ref target, index, stride, ref Unsafe.As<Vector128<T>, T>(ref mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather<T>(ref T lanes, int count, ref T source, nint index, nint stride)
    {
        for (int lane = 0; lane < count; lane++, index += stride)
        {
            Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref source, index);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather<T>(ref T lanes, int count, ref T source, nint index, nint stride, ref T mask)
        where T : unmanaged
    {
        for (int lane = 0; lane < count; lane++, index += stride)
        {
            if (IsSet(ref mask, lane))
            {
                Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref source, index);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter<T>(ref T lanes, int count, ref T target, nint index, nint stride)
    {
        for (int lane = 0; lane < count; lane++, index += stride)
        {
            Unsafe.Add(ref target, index) = Unsafe.Add(ref lanes, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter<T>(ref T lanes, int count, ref T target, nint index, nint stride, ref T mask)
        where T : unmanaged
    {
        for (int lane = 0; lane < count; lane++, index += stride)
        {
            if (IsSet(ref mask, lane))
            {
                Unsafe.Add(ref target, index) = Unsafe.Add(ref lanes, lane);
            }
        }
    }

    /// <summary>A lane of a mask is all ones or zero: one byte tells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet<T>(ref T mask, int lane) => Unsafe.As<T, byte>(ref Unsafe.Add(ref mask, lane)) != 0;
}
