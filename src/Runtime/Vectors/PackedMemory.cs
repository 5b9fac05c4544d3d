using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>
/// The active lanes' elements side by side in memory: stored (compress) or loaded (expand). A store touches no more elements
/// than there are active lanes; a load reads as many as there are lanes.
/// </summary>
public static partial class VectorMemory
{
    /// <summary>The number of active lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ActiveLanes<T>(Vector512<T> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <inheritdoc cref="ActiveLanes{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ActiveLanes<T>(Vector256<T> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <inheritdoc cref="ActiveLanes{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ActiveLanes<T>(Vector128<T> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <summary>Stores the active lanes, in order, to the elements from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePacked<T>(Vector512<T> value, ref T target, nint index, Vector512<T> mask)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.IsSupported : !Avx512BW.IsSupported)
        {
            StoreEach(ref Unsafe.As<Vector512<T>, T>(ref value), ref target, index, mask.ExtractMostSignificantBits());
            return;
        }

        Vector512<T> packed = Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.Compress(Vector512<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.Compress(Vector512<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.Compress(Vector512<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.Compress(Vector512<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
        StoreMasked(packed, ref target, index, First512<T>(ActiveLanes(mask)));
    }

    /// <inheritdoc cref="StorePacked{T}(Vector512{T}, ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePacked<T>(Vector256<T> value, ref T target, nint index, Vector256<T> mask)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.VL.IsSupported : !Avx512BW.VL.IsSupported)
        {
            StoreEach(ref Unsafe.As<Vector256<T>, T>(ref value), ref target, index, mask.ExtractMostSignificantBits());
            return;
        }

        Vector256<T> packed = Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.VL.Compress(Vector256<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.VL.Compress(Vector256<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.VL.Compress(Vector256<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.VL.Compress(Vector256<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
        StoreMasked(packed, ref target, index, First256<T>(ActiveLanes(mask)));
    }

    /// <inheritdoc cref="StorePacked{T}(Vector512{T}, ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePacked<T>(Vector128<T> value, ref T target, nint index, Vector128<T> mask)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.VL.IsSupported : !Avx512BW.VL.IsSupported)
        {
            StoreEach(ref Unsafe.As<Vector128<T>, T>(ref value), ref target, index, mask.ExtractMostSignificantBits());
            return;
        }

        Vector128<T> packed = Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.VL.Compress(Vector128<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.VL.Compress(Vector128<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.VL.Compress(Vector128<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.VL.Compress(Vector128<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
        StoreMasked(packed, ref target, index, First128<T>(ActiveLanes(mask)));
    }

    /// <summary>The same for the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePackedHalf<T>(Vector128<T> value, ref T target, nint index, Vector128<T> mask)
        where T : unmanaged => StorePacked(value, ref target, index, LowerHalf(mask));

    /// <summary>The elements from <paramref name="index"/> on, one after the other, in the active lanes; zero in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadPacked<T>(ref T source, nint index, Vector512<T> mask)
        where T : unmanaged
    {
        Vector512<T> value = Vector512.LoadUnsafe(ref source, (nuint)index);
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.IsSupported : !Avx512BW.IsSupported)
        {
            Vector512<T> expanded = default;
            Spread(ref Unsafe.As<Vector512<T>, T>(ref value), ref Unsafe.As<Vector512<T>, T>(ref expanded), mask.ExtractMostSignificantBits());
            return expanded;
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.Expand(Vector512<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.Expand(Vector512<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.Expand(Vector512<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.Expand(Vector512<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
    }

    /// <inheritdoc cref="LoadPacked{T}(ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadPacked<T>(ref T source, nint index, Vector256<T> mask)
        where T : unmanaged
    {
        Vector256<T> value = Vector256.LoadUnsafe(ref source, (nuint)index);
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.VL.IsSupported : !Avx512BW.VL.IsSupported)
        {
            Vector256<T> expanded = default;
            Spread(ref Unsafe.As<Vector256<T>, T>(ref value), ref Unsafe.As<Vector256<T>, T>(ref expanded), mask.ExtractMostSignificantBits());
            return expanded;
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.VL.Expand(Vector256<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.VL.Expand(Vector256<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.VL.Expand(Vector256<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.VL.Expand(Vector256<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
    }

    /// <inheritdoc cref="LoadPacked{T}(ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadPacked<T>(ref T source, nint index, Vector128<T> mask)
        where T : unmanaged => Expand(Vector128.LoadUnsafe(ref source, (nuint)index), mask);

    /// <summary>The same for the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadPackedHalf<T>(ref T source, nint index, Vector128<T> mask)
        where T : unmanaged
    {
        return Expand(LoadHalf(ref source, index), LowerHalf(mask));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Expand<T>(Vector128<T> value, Vector128<T> mask)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() < 4 ? !Avx512Vbmi2.VL.IsSupported : !Avx512BW.VL.IsSupported)
        {
            Vector128<T> expanded = default;
            Spread(ref Unsafe.As<Vector128<T>, T>(ref value), ref Unsafe.As<Vector128<T>, T>(ref expanded), mask.ExtractMostSignificantBits());
            return expanded;
        }

        return Unsafe.SizeOf<T>() switch
        {
            1 => Avx512Vbmi2.VL.Expand(Vector128<byte>.Zero, mask.AsByte(), value.AsByte()).As<byte, T>(),
            2 => Avx512Vbmi2.VL.Expand(Vector128<short>.Zero, mask.AsInt16(), value.AsInt16()).As<short, T>(),
            4 => Avx512F.VL.Expand(Vector128<int>.Zero, mask.AsInt32(), value.AsInt32()).As<int, T>(),
            _ => Avx512F.VL.Expand(Vector128<long>.Zero, mask.AsInt64(), value.AsInt64()).As<long, T>(),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> First512<T>(int count)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
        {
            1 => Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)count)).As<byte, T>(),
            2 => Vector512.LessThan(Vector512<short>.Indices, Vector512.Create((short)count)).As<short, T>(),
            4 => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).As<int, T>(),
            _ => Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).As<long, T>(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> First256<T>(int count)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
        {
            1 => Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)count)).As<byte, T>(),
            2 => Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)count)).As<short, T>(),
            4 => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).As<int, T>(),
            _ => Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).As<long, T>(),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> First128<T>(int count)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
        {
            1 => Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)count)).As<byte, T>(),
            2 => Vector128.LessThan(Vector128<short>.Indices, Vector128.Create((short)count)).As<short, T>(),
            4 => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).As<int, T>(),
            _ => Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).As<long, T>(),
        };

    private static void StoreEach<T>(ref T lanes, ref T target, nint index, ulong active)
        where T : unmanaged
    {
        for (; active != 0; active &= active - 1)
        {
            Unsafe.Add(ref target, index++) = Unsafe.Add(ref lanes, BitOperations.TrailingZeroCount(active));
        }
    }

    private static void Spread<T>(ref T source, ref T lanes, ulong active)
        where T : unmanaged
    {
        for (int next = 0; active != 0; active &= active - 1)
        {
            Unsafe.Add(ref lanes, BitOperations.TrailingZeroCount(active)) = Unsafe.Add(ref source, next++);
        }
    }
}
