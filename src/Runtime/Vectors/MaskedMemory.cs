using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>
/// Contiguous accesses under a mask (all ones or zero in each lane). The memory of inactive lanes is never touched: it may
/// be out of range, or belong to another thread.
/// </summary>
public static unsafe partial class VectorMemory
{
    /// <summary>The active lanes' elements; zero in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadMasked<T>(ref T source, nint index, Vector512<T> mask)
        where T : unmanaged
    {
        if (!Avx512BW.IsSupported)
        {
            return Vector512.Create(
                LoadMasked(ref source, index, mask.GetLower()),
                LoadMasked(ref source, index + Vector256<T>.Count, mask.GetUpper()));
        }

        fixed (T* place = &Unsafe.Add(ref source, index))
        {
            return sizeof(T) switch
            {
                1 => Avx512BW.MaskLoad((byte*)place, mask.AsByte(), Vector512<byte>.Zero).As<byte, T>(),
                2 => Avx512BW.MaskLoad((short*)place, mask.AsInt16(), Vector512<short>.Zero).As<short, T>(),
                4 => Avx512F.MaskLoad((int*)place, mask.AsInt32(), Vector512<int>.Zero).As<int, T>(),
                _ => Avx512F.MaskLoad((long*)place, mask.AsInt64(), Vector512<long>.Zero).As<long, T>(),
            };
        }
    }

    /// <inheritdoc cref="LoadMasked{T}(ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadMasked<T>(ref T source, nint index, Vector256<T> mask)
        where T : unmanaged
    {
        if (!Avx2.IsSupported || (sizeof(T) < 4 && !Avx512BW.VL.IsSupported))
        {
            return Vector256.Create(
                LoadMasked(ref source, index, mask.GetLower()),
                LoadMasked(ref source, index + Vector128<T>.Count, mask.GetUpper()));
        }

        fixed (T* place = &Unsafe.Add(ref source, index))
        {
            return sizeof(T) switch
            {
                1 => Avx512BW.VL.MaskLoad((byte*)place, mask.AsByte(), Vector256<byte>.Zero).As<byte, T>(),
                2 => Avx512BW.VL.MaskLoad((short*)place, mask.AsInt16(), Vector256<short>.Zero).As<short, T>(),
                4 => Avx2.MaskLoad((int*)place, mask.AsInt32()).As<int, T>(),
                _ => Avx2.MaskLoad((long*)place, mask.AsInt64()).As<long, T>(),
            };
        }
    }

    /// <inheritdoc cref="LoadMasked{T}(ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadMasked<T>(ref T source, nint index, Vector128<T> mask)
        where T : unmanaged
    {
        if (!Avx2.IsSupported || (sizeof(T) < 4 && !Avx512BW.VL.IsSupported))
        {
            return Gather128(ref source, index, 1, mask);
        }

        fixed (T* place = &Unsafe.Add(ref source, index))
        {
            return sizeof(T) switch
            {
                1 => Avx512BW.VL.MaskLoad((byte*)place, mask.AsByte(), Vector128<byte>.Zero).As<byte, T>(),
                2 => Avx512BW.VL.MaskLoad((short*)place, mask.AsInt16(), Vector128<short>.Zero).As<short, T>(),
                4 => Avx2.MaskLoad((int*)place, mask.AsInt32()).As<int, T>(),
                _ => Avx2.MaskLoad((long*)place, mask.AsInt64()).As<long, T>(),
            };
        }
    }

    /// <summary>The same for the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadMaskedHalf<T>(ref T source, nint index, Vector128<T> mask)
        where T : unmanaged => LoadMasked(ref source, index, LowerHalf(mask));

    /// <summary>Stores the active lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked<T>(Vector512<T> value, ref T target, nint index, Vector512<T> mask)
        where T : unmanaged
    {
        if (!Avx512BW.IsSupported)
        {
            StoreMasked(value.GetLower(), ref target, index, mask.GetLower());
            StoreMasked(value.GetUpper(), ref target, index + Vector256<T>.Count, mask.GetUpper());
            return;
        }

        fixed (T* place = &Unsafe.Add(ref target, index))
        {
            switch (sizeof(T))
            {
                case 1:
                    Avx512BW.MaskStore((byte*)place, mask.AsByte(), value.AsByte());
                    break;
                case 2:
                    Avx512BW.MaskStore((short*)place, mask.AsInt16(), value.AsInt16());
                    break;
                case 4:
                    Avx512F.MaskStore((int*)place, mask.AsInt32(), value.AsInt32());
                    break;
                default:
                    Avx512F.MaskStore((long*)place, mask.AsInt64(), value.AsInt64());
                    break;
            }
        }
    }

    /// <inheritdoc cref="StoreMasked{T}(Vector512{T}, ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked<T>(Vector256<T> value, ref T target, nint index, Vector256<T> mask)
        where T : unmanaged
    {
        if (!Avx2.IsSupported || (sizeof(T) < 4 && !Avx512BW.VL.IsSupported))
        {
            StoreMasked(value.GetLower(), ref target, index, mask.GetLower());
            StoreMasked(value.GetUpper(), ref target, index + Vector128<T>.Count, mask.GetUpper());
            return;
        }

        fixed (T* place = &Unsafe.Add(ref target, index))
        {
            switch (sizeof(T))
            {
                case 1:
                    Avx512BW.VL.MaskStore((byte*)place, mask.AsByte(), value.AsByte());
                    break;
                case 2:
                    Avx512BW.VL.MaskStore((short*)place, mask.AsInt16(), value.AsInt16());
                    break;
                case 4:
                    Avx2.MaskStore((int*)place, mask.AsInt32(), value.AsInt32());
                    break;
                default:
                    Avx2.MaskStore((long*)place, mask.AsInt64(), value.AsInt64());
                    break;
            }
        }
    }

    /// <inheritdoc cref="StoreMasked{T}(Vector512{T}, ref T, nint, Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked<T>(Vector128<T> value, ref T target, nint index, Vector128<T> mask)
        where T : unmanaged
    {
        if (!Avx2.IsSupported || (sizeof(T) < 4 && !Avx512BW.VL.IsSupported))
        {
            Scatter128(value, ref target, index, 1, mask);
            return;
        }

        fixed (T* place = &Unsafe.Add(ref target, index))
        {
            switch (sizeof(T))
            {
                case 1:
                    Avx512BW.VL.MaskStore((byte*)place, mask.AsByte(), value.AsByte());
                    break;
                case 2:
                    Avx512BW.VL.MaskStore((short*)place, mask.AsInt16(), value.AsInt16());
                    break;
                case 4:
                    Avx2.MaskStore((int*)place, mask.AsInt32(), value.AsInt32());
                    break;
                default:
                    Avx2.MaskStore((long*)place, mask.AsInt64(), value.AsInt64());
                    break;
            }
        }
    }

    /// <summary>The same for the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMaskedHalf<T>(Vector128<T> value, ref T target, nint index, Vector128<T> mask)
        where T : unmanaged => StoreMasked(value, ref target, index, LowerHalf(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> LowerHalf<T>(Vector128<T> mask) => mask & Vector128.Create(-1L, 0).As<long, T>();
}
