using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>Floating point to integers: towards zero, NaN to 0, what doesn't fit to the nearest value that does.</content>
public static partial class VectorConvert
{
    /// <summary>float to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> ToInt32(Vector512<float> value) => Vector512.ConvertToInt32(value);

    /// <summary>float to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector256<float> value) => Vector256.ConvertToInt32(value);

    /// <summary>float to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector128<float> value) => Vector128.ConvertToInt32(value);

    /// <summary>float to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32Half(Vector128<float> value) => Vector128.ConvertToInt32(value);

    /// <summary>double to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> ToInt32(Vector512<double> value) =>
        Narrow(Vector512.Min(Vector512.Max(Vector512.ConvertToInt64(value), Vector512.Create((long)int.MinValue)), Vector512.Create((long)int.MaxValue)));

    /// <summary>double to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32(Vector256<double> value) =>
        Narrow(Vector256.Min(Vector256.Max(Vector256.ConvertToInt64(value), Vector256.Create((long)int.MinValue)), Vector256.Create((long)int.MaxValue)));

    /// <summary>double to int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ToInt32Half(Vector128<double> value) =>
        NarrowHalf(Vector128.Min(Vector128.Max(Vector128.ConvertToInt64(value), Vector128.Create((long)int.MinValue)), Vector128.Create((long)int.MaxValue)));

    /// <summary>float to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ToUInt32(Vector512<float> value) => Vector512.ConvertToUInt32(value);

    /// <summary>float to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ToUInt32(Vector256<float> value) => Vector256.ConvertToUInt32(value);

    /// <summary>float to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ToUInt32(Vector128<float> value) => Vector128.ConvertToUInt32(value);

    /// <summary>float to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ToUInt32Half(Vector128<float> value) => Vector128.ConvertToUInt32(value);

    /// <summary>double to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ToUInt32(Vector512<double> value) =>
        Narrow(Vector512.Min(Vector512.Max(Vector512.ConvertToInt64(value), Vector512.Create((long)uint.MinValue)), Vector512.Create((long)uint.MaxValue))).AsUInt32();

    /// <summary>double to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ToUInt32(Vector256<double> value) =>
        Narrow(Vector256.Min(Vector256.Max(Vector256.ConvertToInt64(value), Vector256.Create((long)uint.MinValue)), Vector256.Create((long)uint.MaxValue))).AsUInt32();

    /// <summary>double to uint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ToUInt32Half(Vector128<double> value) =>
        NarrowHalf(Vector128.Min(Vector128.Max(Vector128.ConvertToInt64(value), Vector128.Create((long)uint.MinValue)), Vector128.Create((long)uint.MaxValue))).AsUInt32();

    /// <summary>double to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInt64(Vector512<double> value) => Vector512.ConvertToInt64(value);

    /// <summary>double to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInt64(Vector256<double> value) => Vector256.ConvertToInt64(value);

    /// <summary>double to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ToInt64(Vector128<double> value) => Vector128.ConvertToInt64(value);

    /// <summary>float to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToInt64(Vector256<float> value) => Vector512.ConvertToInt64(Widen(value));

    /// <summary>float to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToInt64(Vector128<float> value) => Vector256.ConvertToInt64(Widen(value));

    /// <summary>float to long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ToInt64Half(Vector128<float> value) => Vector128.ConvertToInt64(WidenHalf(value));

    /// <summary>double to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ToUInt64(Vector512<double> value) => Vector512.ConvertToUInt64(value);

    /// <summary>double to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ToUInt64(Vector256<double> value) => Vector256.ConvertToUInt64(value);

    /// <summary>double to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ToUInt64(Vector128<double> value) => Vector128.ConvertToUInt64(value);

    /// <summary>float to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> ToUInt64(Vector256<float> value) => Vector512.ConvertToUInt64(Widen(value));

    /// <summary>float to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> ToUInt64(Vector128<float> value) => Vector256.ConvertToUInt64(Widen(value));

    /// <summary>float to ulong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> ToUInt64Half(Vector128<float> value) => Vector128.ConvertToUInt64(WidenHalf(value));
}
