using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Strided accesses, element by element.</summary>
public static partial class VectorMemory
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Gather512<T>(ref T source, nint index, nint stride)
        where T : unmanaged => ScatteredElements.Load512(ref source, new StridedPlaces(index, stride));

    private static Vector512<T> Gather512<T>(ref T source, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged
    {
        Vector512<T> result = default;
        ScatteredElements.LoadMasked(
            ref Unsafe.As<Vector512<T>, T>(ref result), Vector512<T>.Count, ref source, new StridedPlaces(index, stride), ref Unsafe.As<Vector512<T>, T>(ref mask));
        return result;
    }

    private static void Scatter512<T>(Vector512<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        ScatteredElements.Store(ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref target, new StridedPlaces(index, stride));

    private static void Scatter512<T>(Vector512<T> value, ref T target, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged =>
        ScatteredElements.StoreMasked(
            ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref target, new StridedPlaces(index, stride), ref Unsafe.As<Vector512<T>, T>(ref mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Gather256<T>(ref T source, nint index, nint stride)
        where T : unmanaged => ScatteredElements.Load256(ref source, new StridedPlaces(index, stride));

    private static Vector256<T> Gather256<T>(ref T source, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged
    {
        Vector256<T> result = default;
        ScatteredElements.LoadMasked(
            ref Unsafe.As<Vector256<T>, T>(ref result), Vector256<T>.Count, ref source, new StridedPlaces(index, stride), ref Unsafe.As<Vector256<T>, T>(ref mask));
        return result;
    }

    private static void Scatter256<T>(Vector256<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        ScatteredElements.Store(ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref target, new StridedPlaces(index, stride));

    private static void Scatter256<T>(Vector256<T> value, ref T target, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged =>
        ScatteredElements.StoreMasked(
            ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref target, new StridedPlaces(index, stride), ref Unsafe.As<Vector256<T>, T>(ref mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Gather128<T>(ref T source, nint index, nint stride)
        where T : unmanaged => ScatteredElements.Load128(ref source, new StridedPlaces(index, stride));

    private static Vector128<T> Gather128<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        Vector128<T> result = default;
        ScatteredElements.LoadMasked(
            ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count, ref source, new StridedPlaces(index, stride), ref Unsafe.As<Vector128<T>, T>(ref mask));
        return result;
    }

    private static void Scatter128<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        ScatteredElements.Store(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref target, new StridedPlaces(index, stride));

    private static void Scatter128<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        ScatteredElements.StoreMasked(
            ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref target, new StridedPlaces(index, stride), ref Unsafe.As<Vector128<T>, T>(ref mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> GatherHalf<T>(ref T source, nint index, nint stride)
        where T : unmanaged => ScatteredElements.LoadHalf(ref source, new StridedPlaces(index, stride));

    private static Vector128<T> GatherHalf<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        Vector128<T> result = default;
        ScatteredElements.LoadMasked(
            ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count / 2, ref source, new StridedPlaces(index, stride), ref Unsafe.As<Vector128<T>, T>(ref mask));
        return result;
    }

    private static void ScatterHalf<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged =>
        ScatteredElements.Store(ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count / 2, ref target, new StridedPlaces(index, stride));

    private static void ScatterHalf<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        ScatteredElements.StoreMasked(
            ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count / 2, ref target, new StridedPlaces(index, stride), ref Unsafe.As<Vector128<T>, T>(ref mask));
}
