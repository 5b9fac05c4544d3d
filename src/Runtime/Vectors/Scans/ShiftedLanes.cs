using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>Lanes moved up, those of the vector before moving in from below.</summary>
#pragma warning disable CA1857 // Distances and the size of T are constants to the JIT.
public static partial class VectorScan
{
    /// <summary>In each lane what the lane <paramref name="distance"/> below has; in the first ones the last lanes of <paramref name="before"/>.</summary>
    /// <param name="lanes">The lanes to move.</param>
    /// <param name="before">The vector before.</param>
    /// <param name="distance">A constant: at most half the lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Shifted<T>(Vector128<T> lanes, Vector128<T> before, int distance)
    {
        int bytes = distance * Unsafe.SizeOf<T>();
        if (Ssse3.IsSupported)
        {
            return Ssse3.AlignRight(lanes.AsByte(), before.AsByte(), (byte)(16 - bytes)).As<byte, T>();
        }

        return AdvSimd.IsSupported
            ? AdvSimd.ExtractVector128(before.AsByte(), lanes.AsByte(), (byte)(16 - bytes)).As<byte, T>()
            : ShiftedInMemory(lanes, before, distance);
    }

    /// <inheritdoc cref="Shifted{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Shifted<T>(Vector256<T> lanes, Vector256<T> before, int distance)
    {
        int bytes = distance * Unsafe.SizeOf<T>();
        if (Avx512F.VL.IsSupported && bytes % 4 == 0)
        {
            return Avx512F.VL.AlignRight32(lanes.AsInt32(), before.AsInt32(), (byte)(8 - (bytes / 4))).As<int, T>();
        }

        if (Avx2.IsSupported)
        {
            Vector256<byte> middle = Avx2.Permute2x128(before.AsByte(), lanes.AsByte(), 0x21);
            return (bytes == 16 ? middle : Avx2.AlignRight(lanes.AsByte(), middle, (byte)(16 - bytes))).As<byte, T>();
        }

        Vector128<T> lower = lanes.GetLower();
        return bytes == 16
            ? Vector256.Create(before.GetUpper(), lower)
            : Vector256.Create(Shifted(lower, before.GetUpper(), distance), Shifted(lanes.GetUpper(), lower, distance));
    }

    /// <inheritdoc cref="Shifted{T}(Vector128{T}, Vector128{T}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Shifted<T>(Vector512<T> lanes, Vector512<T> before, int distance)
    {
        int bytes = distance * Unsafe.SizeOf<T>();
        if (Avx512F.IsSupported && bytes % 4 == 0)
        {
            return Avx512F.AlignRight32(lanes.AsInt32(), before.AsInt32(), (byte)(16 - (bytes / 4))).As<int, T>();
        }

        Vector256<T> lower = lanes.GetLower();
        return bytes == 32
            ? Vector512.Create(before.GetUpper(), lower)
            : Vector512.Create(Shifted(lower, before.GetUpper(), distance), Shifted(lanes.GetUpper(), lower, distance));
    }

    /// <summary>The same for the lower halves, by one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftedHalf<T>(Vector128<T> lanes, Vector128<T> before, int distance) =>
        Shifted(lanes, Vector128.Create(before.AsInt64().GetElement(0)).As<long, T>(), distance);

    private static Vector128<T> ShiftedInMemory<T>(Vector128<T> lanes, Vector128<T> before, int distance)
    {
        Vector128<T> moved = lanes;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            int from = lane - distance;
            moved = moved.WithElement(lane, from < 0 ? before.GetElement(from + Vector128<T>.Count) : lanes.GetElement(from));
        }

        return moved;
    }

    /// <summary>The last lane in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Last<T>(Vector128<T> lanes) => Vector128.Create(lanes.GetElement(Vector128<T>.Count - 1));

    /// <inheritdoc cref="Last{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Last<T>(Vector256<T> lanes) => (Unsafe.SizeOf<T>(), Vector256.IsHardwareAccelerated) switch
    {
        (8, true) => Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(3L)).As<long, T>(),
        (4, true) => Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(7)).As<int, T>(),
        _ => Vector256.Create(lanes.GetElement(Vector256<T>.Count - 1)),
    };

    /// <inheritdoc cref="Last{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Last<T>(Vector512<T> lanes)
    {
        Vector256<T> last = Last(lanes.GetUpper());
        return (Unsafe.SizeOf<T>(), Vector512.IsHardwareAccelerated) switch
        {
            (8, true) => Vector512.Shuffle(lanes.AsInt64(), Vector512.Create(7L)).As<long, T>(),
            (4, true) => Vector512.Shuffle(lanes.AsInt32(), Vector512.Create(15)).As<int, T>(),
            _ => Vector512.Create(last, last),
        };
    }

    /// <summary>The last lane of the lower half in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LastHalf<T>(Vector128<T> lanes) => Vector128.Create(lanes.GetElement((Vector128<T>.Count / 2) - 1));
}
