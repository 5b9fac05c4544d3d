using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>Counts of bits, rotations and the order of bytes.</content>
public static partial class LaneMath
{
    /// <summary>How many bits are set, in every lane: sums of pairs, fours and eights of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> PopCount(Vector512<uint> value)
    {
        value -= (value >> 1) & Vector512.Create(0x5555_5555u);
        value = (value & Vector512.Create(0x3333_3333u)) + ((value >> 2) & Vector512.Create(0x3333_3333u));
        value = (value + (value >> 4)) & Vector512.Create(0x0f0f_0f0fu);
        value += value >> 8;
        return (value + (value >> 16)) & Vector512.Create(0x3fu);
    }

    /// <inheritdoc cref="PopCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> PopCount(Vector256<uint> value)
    {
        value -= (value >> 1) & Vector256.Create(0x5555_5555u);
        value = (value & Vector256.Create(0x3333_3333u)) + ((value >> 2) & Vector256.Create(0x3333_3333u));
        value = (value + (value >> 4)) & Vector256.Create(0x0f0f_0f0fu);
        value += value >> 8;
        return (value + (value >> 16)) & Vector256.Create(0x3fu);
    }

    /// <inheritdoc cref="PopCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> PopCount(Vector512<ulong> value)
    {
        value -= (value >> 1) & Vector512.Create(0x5555_5555_5555_5555u);
        value = (value & Vector512.Create(0x3333_3333_3333_3333u)) + ((value >> 2) & Vector512.Create(0x3333_3333_3333_3333u));
        value = (value + (value >> 4)) & Vector512.Create(0x0f0f_0f0f_0f0f_0f0fu);
        value += value >> 8;
        value += value >> 16;
        return (value + (value >> 32)) & Vector512.Create(0x7ful);
    }

    /// <summary>How many bits are clear below the lowest one that is set, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> TrailingZeroCount(Vector512<uint> value) => PopCount(~value & (value - Vector512<uint>.One));

    /// <inheritdoc cref="TrailingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> TrailingZeroCount(Vector256<uint> value) => PopCount(~value & (value - Vector256<uint>.One));

    /// <inheritdoc cref="TrailingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> TrailingZeroCount(Vector512<ulong> value) => PopCount(~value & (value - Vector512<ulong>.One));

    /// <summary>How many bits are clear above the highest one that is set, in every lane; without the instruction, of all bits from there down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> LeadingZeroCount(Vector512<uint> value)
    {
        if (Avx512CD.IsSupported)
        {
            return Avx512CD.LeadingZeroCount(value);
        }

        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        return PopCount(~(value | (value >> 16)));
    }

    /// <inheritdoc cref="LeadingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> LeadingZeroCount(Vector256<uint> value)
    {
        if (Avx512CD.VL.IsSupported)
        {
            return Avx512CD.VL.LeadingZeroCount(value);
        }

        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        return PopCount(~(value | (value >> 16)));
    }

    /// <inheritdoc cref="LeadingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> LeadingZeroCount(Vector512<ulong> value)
    {
        if (Avx512CD.IsSupported)
        {
            return Avx512CD.LeadingZeroCount(value);
        }

        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        value |= value >> 16;
        return PopCount(~(value | (value >> 32)));
    }

    /// <summary>Bits rotated to the left, in every lane by the same count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateLeft(Vector512<uint> value, int count) => (value << (count & 31)) | (value >> (-count & 31));

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateLeft(Vector256<uint> value, int count) => (value << (count & 31)) | (value >> (-count & 31));

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> RotateLeft(Vector512<ulong> value, int count) => (value << (count & 63)) | (value >> (-count & 63));

    /// <summary>Bits rotated to the left, in every lane by its own count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateLeft(Vector512<uint> value, Vector512<uint> counts) => ShiftLeft(value, counts) | ShiftRightLogical(value, -counts);

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateLeft(Vector256<uint> value, Vector256<uint> counts) => ShiftLeft(value, counts) | ShiftRightLogical(value, -counts);

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> RotateLeft(Vector512<ulong> value, Vector512<ulong> counts) => ShiftLeft(value, counts) | ShiftRightLogical(value, -counts);
}
