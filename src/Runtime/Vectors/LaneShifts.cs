using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>Shifts by a count of its own in each lane, masked as in C#: by 31, for 64 bits by 63.</summary>
public static partial class LaneMath
{
    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ShiftLeft(Vector512<int> value, Vector512<int> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, (counts & Vector512.Create((int)31)).AsUInt32())
        : Map512<int, LaneFunctions.ShiftLeft<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ShiftRightLogical(Vector512<int> value, Vector512<int> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, (counts & Vector512.Create((int)31)).AsUInt32())
        : Map512<int, LaneFunctions.ShiftRightLogical<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ShiftRightArithmetic(Vector512<int> value, Vector512<int> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightArithmeticVariable(value, (counts & Vector512.Create((int)31)).AsUInt32())
        : Map512<int, LaneFunctions.ShiftRightArithmetic<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftLeft(Vector512<uint> value, Vector512<uint> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, counts & Vector512.Create((uint)31))
        : Map512<uint, LaneFunctions.ShiftLeft<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftRightLogical(Vector512<uint> value, Vector512<uint> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, counts & Vector512.Create((uint)31))
        : Map512<uint, LaneFunctions.ShiftRightLogical<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ShiftLeft(Vector512<long> value, Vector512<long> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, (counts & Vector512.Create((long)63)).AsUInt64())
        : Map512<long, LaneFunctions.ShiftLeft<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ShiftRightLogical(Vector512<long> value, Vector512<long> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, (counts & Vector512.Create((long)63)).AsUInt64())
        : Map512<long, LaneFunctions.ShiftRightLogical<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ShiftRightArithmetic(Vector512<long> value, Vector512<long> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightArithmeticVariable(value, (counts & Vector512.Create((long)63)).AsUInt64())
        : Map512<long, LaneFunctions.ShiftRightArithmetic<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ShiftLeft(Vector512<ulong> value, Vector512<ulong> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftLeftLogicalVariable(value, counts & Vector512.Create((ulong)63))
        : Map512<ulong, LaneFunctions.ShiftLeft<ulong>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ShiftRightLogical(Vector512<ulong> value, Vector512<ulong> counts) => Avx512F.IsSupported
        ? Avx512F.ShiftRightLogicalVariable(value, counts & Vector512.Create((ulong)63))
        : Map512<ulong, LaneFunctions.ShiftRightLogical<ulong>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ShiftLeft(Vector256<int> value, Vector256<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, (counts & Vector256.Create((int)31)).AsUInt32())
        : Map256<int, LaneFunctions.ShiftLeft<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ShiftRightLogical(Vector256<int> value, Vector256<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, (counts & Vector256.Create((int)31)).AsUInt32())
        : Map256<int, LaneFunctions.ShiftRightLogical<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ShiftRightArithmetic(Vector256<int> value, Vector256<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightArithmeticVariable(value, (counts & Vector256.Create((int)31)).AsUInt32())
        : Map256<int, LaneFunctions.ShiftRightArithmetic<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftLeft(Vector256<uint> value, Vector256<uint> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, counts & Vector256.Create((uint)31))
        : Map256<uint, LaneFunctions.ShiftLeft<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftRightLogical(Vector256<uint> value, Vector256<uint> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, counts & Vector256.Create((uint)31))
        : Map256<uint, LaneFunctions.ShiftRightLogical<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftLeft(Vector256<long> value, Vector256<long> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, (counts & Vector256.Create((long)63)).AsUInt64())
        : Map256<long, LaneFunctions.ShiftLeft<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRightLogical(Vector256<long> value, Vector256<long> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, (counts & Vector256.Create((long)63)).AsUInt64())
        : Map256<long, LaneFunctions.ShiftRightLogical<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRightArithmetic(Vector256<long> value, Vector256<long> counts) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ShiftRightArithmeticVariable(value, (counts & Vector256.Create((long)63)).AsUInt64())
        : Map256<long, LaneFunctions.ShiftRightArithmetic<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ShiftLeft(Vector256<ulong> value, Vector256<ulong> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, counts & Vector256.Create((ulong)63))
        : Map256<ulong, LaneFunctions.ShiftLeft<ulong>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ShiftRightLogical(Vector256<ulong> value, Vector256<ulong> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, counts & Vector256.Create((ulong)63))
        : Map256<ulong, LaneFunctions.ShiftRightLogical<ulong>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ShiftLeft(Vector128<int> value, Vector128<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, (counts & Vector128.Create((int)31)).AsUInt32())
        : Map128<int, LaneFunctions.ShiftLeft<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ShiftRightLogical(Vector128<int> value, Vector128<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, (counts & Vector128.Create((int)31)).AsUInt32())
        : Map128<int, LaneFunctions.ShiftRightLogical<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ShiftRightArithmetic(Vector128<int> value, Vector128<int> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightArithmeticVariable(value, (counts & Vector128.Create((int)31)).AsUInt32())
        : Map128<int, LaneFunctions.ShiftRightArithmetic<int>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftLeft(Vector128<uint> value, Vector128<uint> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, counts & Vector128.Create((uint)31))
        : Map128<uint, LaneFunctions.ShiftLeft<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftRightLogical(Vector128<uint> value, Vector128<uint> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, counts & Vector128.Create((uint)31))
        : Map128<uint, LaneFunctions.ShiftRightLogical<uint>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ShiftLeft(Vector128<long> value, Vector128<long> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, (counts & Vector128.Create((long)63)).AsUInt64())
        : Map128<long, LaneFunctions.ShiftLeft<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ShiftRightLogical(Vector128<long> value, Vector128<long> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, (counts & Vector128.Create((long)63)).AsUInt64())
        : Map128<long, LaneFunctions.ShiftRightLogical<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ShiftRightArithmetic(Vector128<long> value, Vector128<long> counts) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ShiftRightArithmeticVariable(value, (counts & Vector128.Create((long)63)).AsUInt64())
        : Map128<long, LaneFunctions.ShiftRightArithmetic<long>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ShiftLeft(Vector128<ulong> value, Vector128<ulong> counts) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogicalVariable(value, counts & Vector128.Create((ulong)63))
        : Map128<ulong, LaneFunctions.ShiftLeft<ulong>>(value, counts);

    /// <summary>Shifts every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ShiftRightLogical(Vector128<ulong> value, Vector128<ulong> counts) => Avx2.IsSupported
        ? Avx2.ShiftRightLogicalVariable(value, counts & Vector128.Create((ulong)63))
        : Map128<ulong, LaneFunctions.ShiftRightLogical<ulong>>(value, counts);
}
