using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>
/// The same for four lanes, in which loops run whose iterations depend on those four before: computed in vectors of twice the
/// length.
/// </content>
public static partial class LaneMath
{
    /// <inheritdoc cref="PopCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> PopCount(Vector128<uint> value) => PopCount(value.ToVector256()).GetLower();

    /// <inheritdoc cref="PopCount(Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> PopCount(Vector256<ulong> value) => PopCount(value.ToVector512()).GetLower();

    /// <inheritdoc cref="TrailingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> TrailingZeroCount(Vector128<uint> value) => TrailingZeroCount(value.ToVector256()).GetLower();

    /// <inheritdoc cref="TrailingZeroCount(Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> TrailingZeroCount(Vector256<ulong> value) => TrailingZeroCount(value.ToVector512()).GetLower();

    /// <inheritdoc cref="LeadingZeroCount(Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> LeadingZeroCount(Vector128<uint> value) => LeadingZeroCount(value.ToVector256()).GetLower();

    /// <inheritdoc cref="LeadingZeroCount(Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> LeadingZeroCount(Vector256<ulong> value) => LeadingZeroCount(value.ToVector512()).GetLower();

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RotateLeft(Vector128<uint> value, int count) => RotateLeft(value.ToVector256(), count).GetLower();

    /// <inheritdoc cref="RotateLeft(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RotateLeft(Vector128<uint> value, Vector128<uint> counts) =>
        RotateLeft(value.ToVector256(), counts.ToVector256()).GetLower();

    /// <inheritdoc cref="RotateLeft(Vector512{ulong}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> RotateLeft(Vector256<ulong> value, int count) => RotateLeft(value.ToVector512(), count).GetLower();

    /// <inheritdoc cref="RotateLeft(Vector512{ulong}, Vector512{ulong})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> RotateLeft(Vector256<ulong> value, Vector256<ulong> counts) =>
        RotateLeft(value.ToVector512(), counts.ToVector512()).GetLower();
}
