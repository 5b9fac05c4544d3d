using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Elements at one distance from one another, lane by lane. A stride that turns out to be 1 is a contiguous access; where it
/// is a constant, the test disappears.
/// </summary>
public static partial class VectorMemory
{
    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadStrided512<T>(ref T source, nint index, nint stride)
        where T : unmanaged =>
        stride == 1 ? Vector512.LoadUnsafe(ref source, (nuint)index)
        : InterleavedMemory.Has<T>(stride) ? InterleavedMemory.Load(ref source, index, stride)
        : InterleavedBytes.Has<T>(stride) ? Vector512.Create(
            LoadStrided256(ref source, index, stride), LoadStrided256(ref source, index + (stride * Vector256<T>.Count), stride))
        : Gather512(ref source, index, stride);

    /// <summary>The same for the lanes that the mask has set; zero in the others, whose memory isn't touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadStrided512<T>(ref T source, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged =>
        stride == 1 ? LoadMasked(ref source, index, mask) : Gather512(ref source, index, stride, mask);

    /// <summary>Lane k becomes element index + k·stride; elements between stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided512<T>(Vector512<T> value, ref T target, nint index, nint stride)
        where T : unmanaged
    {
        if (stride == 1)
        {
            Vector512.StoreUnsafe(value, ref target, (nuint)index);
        }
        else if (InterleavedMemory.Has<T>(stride))
        {
            InterleavedMemory.Store(value, ref target, index, stride);
        }
        else
        {
            Scatter512(value, ref target, index, stride);
        }
    }

    /// <summary>The same for the lanes that the mask has set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided512<T>(Vector512<T> value, ref T target, nint index, nint stride, Vector512<T> mask)
        where T : unmanaged
    {
        if (stride == 1)
        {
            StoreMasked(value, ref target, index, mask);
        }
        else
        {
            Scatter512(value, ref target, index, stride, mask);
        }
    }

    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadStrided256<T>(ref T source, nint index, nint stride)
        where T : unmanaged =>
        stride == 1 ? Vector256.LoadUnsafe(ref source, (nuint)index)
        : InterleavedBytes.Has<T>(stride) ? Vector256.Create(
            InterleavedBytes.Load(ref source, index, stride), InterleavedBytes.Load(ref source, index + (stride * Vector128<T>.Count), stride))
        : Gather256(ref source, index, stride);

    /// <summary>The same for the lanes that the mask has set; zero in the others, whose memory isn't touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadStrided256<T>(ref T source, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged =>
        stride == 1 ? LoadMasked(ref source, index, mask) : Gather256(ref source, index, stride, mask);

    /// <summary>Lane k becomes element index + k·stride; elements between stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided256<T>(Vector256<T> value, ref T target, nint index, nint stride)
        where T : unmanaged
    {
        if (stride == 1)
        {
            Vector256.StoreUnsafe(value, ref target, (nuint)index);
        }
        else
        {
            Scatter256(value, ref target, index, stride);
        }
    }

    /// <summary>The same for the lanes that the mask has set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided256<T>(Vector256<T> value, ref T target, nint index, nint stride, Vector256<T> mask)
        where T : unmanaged
    {
        if (stride == 1)
        {
            StoreMasked(value, ref target, index, mask);
        }
        else
        {
            Scatter256(value, ref target, index, stride, mask);
        }
    }

    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStrided128<T>(ref T source, nint index, nint stride)
        where T : unmanaged =>
        stride == 1 ? Vector128.LoadUnsafe(ref source, (nuint)index)
        : InterleavedBytes.Has<T>(stride) ? InterleavedBytes.Load(ref source, index, stride)
        : Gather128(ref source, index, stride);

    /// <summary>The same for the lanes that the mask has set; zero in the others, whose memory isn't touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStrided128<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        stride == 1 ? LoadMasked(ref source, index, mask) : Gather128(ref source, index, stride, mask);

    /// <summary>Lane k becomes element index + k·stride; elements between stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided128<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged
    {
        if (stride == 1)
        {
            Vector128.StoreUnsafe(value, ref target, (nuint)index);
        }
        else
        {
            Scatter128(value, ref target, index, stride);
        }
    }

    /// <summary>The same for the lanes that the mask has set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided128<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        if (stride == 1)
        {
            StoreMasked(value, ref target, index, mask);
        }
        else
        {
            Scatter128(value, ref target, index, stride, mask);
        }
    }

    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStridedHalf<T>(ref T source, nint index, nint stride)
        where T : unmanaged =>
        stride == 1 ? LoadHalf(ref source, index) : GatherHalf(ref source, index, stride);

    /// <summary>The same for the lanes that the mask has set; zero in the others, whose memory isn't touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadStridedHalf<T>(ref T source, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged =>
        stride == 1 ? LoadMaskedHalf(ref source, index, mask) : GatherHalf(ref source, index, stride, mask);

    /// <summary>Lane k becomes element index + k·stride; elements between stay as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedHalf<T>(Vector128<T> value, ref T target, nint index, nint stride)
        where T : unmanaged
    {
        if (stride == 1)
        {
            StoreHalf(value, ref target, index);
        }
        else
        {
            ScatterHalf(value, ref target, index, stride);
        }
    }

    /// <summary>The same for the lanes that the mask has set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStridedHalf<T>(Vector128<T> value, ref T target, nint index, nint stride, Vector128<T> mask)
        where T : unmanaged
    {
        if (stride == 1)
        {
            StoreMaskedHalf(value, ref target, index, mask);
        }
        else
        {
            ScatterHalf(value, ref target, index, stride, mask);
        }
    }
}
