using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>To half the size: integers lose their upper bits, double rounds to float.</content>
public static partial class VectorConvert
{
    /// <summary>short to sbyte, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<sbyte> Narrow(Vector512<short> value) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector256SByte(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>short to sbyte, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> Narrow(Vector256<short> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>short to sbyte, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<sbyte> NarrowHalf(Vector128<short> value) => Vector128.Narrow(value, Vector128<short>.Zero);

    /// <summary>ushort to byte, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Narrow(Vector512<ushort> value) => Avx512BW.IsSupported
        ? Avx512BW.ConvertToVector256Byte(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>ushort to byte, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector256<ushort> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>ushort to byte, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> NarrowHalf(Vector128<ushort> value) => Vector128.Narrow(value, Vector128<ushort>.Zero);

    /// <summary>int to short, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Narrow(Vector512<int> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Int16(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>int to short, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Narrow(Vector256<int> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>int to short, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> NarrowHalf(Vector128<int> value) => Vector128.Narrow(value, Vector128<int>.Zero);

    /// <summary>uint to ushort, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> Narrow(Vector512<uint> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256UInt16(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>uint to ushort, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> Narrow(Vector256<uint> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>uint to ushort, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> NarrowHalf(Vector128<uint> value) => Vector128.Narrow(value, Vector128<uint>.Zero);

    /// <summary>long to int, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Narrow(Vector512<long> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Int32(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>long to int, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Narrow(Vector256<long> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>long to int, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> NarrowHalf(Vector128<long> value) => Vector128.Narrow(value, Vector128<long>.Zero);

    /// <summary>ulong to uint, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Narrow(Vector512<ulong> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256UInt32(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>ulong to uint, the lower bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Narrow(Vector256<ulong> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>ulong to uint, the lower bits; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> NarrowHalf(Vector128<ulong> value) => Vector128.Narrow(value, Vector128<ulong>.Zero);

    /// <summary>double to float, rounded to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Narrow(Vector512<double> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>double to float, rounded to nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Narrow(Vector256<double> value) => Vector128.Narrow(value.GetLower(), value.GetUpper());

    /// <summary>double to float, rounded to nearest; the upper half is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> NarrowHalf(Vector128<double> value) => Vector128.Narrow(value, Vector128<double>.Zero);
}
