using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// C#'s numeric conversions for every lane, in steps; the number of lanes stays the same. <c>Half</c> names methods for
/// 64 bits of the narrower type, which are the lower half of a <c>Vector128</c>.
/// </summary>
public static partial class VectorConvert
{
    /// <summary>sbyte to short, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Widen(Vector256<sbyte> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>sbyte to short, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Widen(Vector128<sbyte> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>sbyte to short, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> WidenHalf(Vector128<sbyte> value) => Vector128.WidenLower(value);

    /// <summary>byte to ushort, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Widen(Vector256<byte> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>byte to ushort, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> Widen(Vector128<byte> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>byte to ushort, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> WidenHalf(Vector128<byte> value) => Vector128.WidenLower(value);

    /// <summary>short to int, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Widen(Vector256<short> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>short to int, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widen(Vector128<short> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>short to int, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> WidenHalf(Vector128<short> value) => Vector128.WidenLower(value);

    /// <summary>ushort to uint, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Widen(Vector256<ushort> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>ushort to uint, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Widen(Vector128<ushort> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>ushort to uint, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> WidenHalf(Vector128<ushort> value) => Vector128.WidenLower(value);

    /// <summary>int to long, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Widen(Vector256<int> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>int to long, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Widen(Vector128<int> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>int to long, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> WidenHalf(Vector128<int> value) => Vector128.WidenLower(value);

    /// <summary>uint to ulong, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Widen(Vector256<uint> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>uint to ulong, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Widen(Vector128<uint> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>uint to ulong, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> WidenHalf(Vector128<uint> value) => Vector128.WidenLower(value);

    /// <summary>float to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Widen(Vector256<float> value) => Vector512.WidenLower(value.ToVector512Unsafe());

    /// <summary>float to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Widen(Vector128<float> value) => Vector256.WidenLower(value.ToVector256Unsafe());

    /// <summary>float to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> WidenHalf(Vector128<float> value) => Vector128.WidenLower(value);
}
