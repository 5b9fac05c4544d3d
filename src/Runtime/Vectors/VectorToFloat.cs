using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>Integers to floating point, rounded once, to nearest.</content>
public static partial class VectorConvert
{
    /// <summary>int to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ToSingle(Vector512<int> value) => Vector512.ConvertToSingle(value);

    /// <summary>int to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingle(Vector256<int> value) => Vector256.ConvertToSingle(value);

    /// <summary>int to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToSingle(Vector128<int> value) => Vector128.ConvertToSingle(value);

    /// <summary>int to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToSingleHalf(Vector128<int> value) => Vector128.ConvertToSingle(value);

    /// <summary>int to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector256<int> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(value)
        : Vector512.ConvertToDouble(Widen(value));

    /// <summary>int to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector128<int> value) => Vector256.ConvertToDouble(Widen(value));

    /// <summary>int to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleHalf(Vector128<int> value) => Vector128.ConvertToDouble(WidenHalf(value));

    /// <summary>uint to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ToSingle(Vector512<uint> value) => Vector512.ConvertToSingle(value);

    /// <summary>uint to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingle(Vector256<uint> value) => Vector256.ConvertToSingle(value);

    /// <summary>uint to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToSingle(Vector128<uint> value) => Vector128.ConvertToSingle(value);

    /// <summary>uint to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToSingleHalf(Vector128<uint> value) => Vector128.ConvertToSingle(value);

    /// <summary>uint to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector256<uint> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Double(value)
        : Vector512.ConvertToDouble(Widen(value));

    /// <summary>uint to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector128<uint> value) => Vector256.ConvertToDouble(Widen(value));

    /// <summary>uint to double, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDoubleHalf(Vector128<uint> value) => Vector128.ConvertToDouble(WidenHalf(value));

    /// <summary>long to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector512<long> value) => Vector512.ConvertToDouble(value);

    /// <summary>long to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector256<long> value) => Vector256.ConvertToDouble(value);

    /// <summary>long to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDouble(Vector128<long> value) => Vector128.ConvertToDouble(value);

    /// <summary>long to float: through double it would round twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingle(Vector512<long> value) => Avx512DQ.IsSupported
        ? Avx512DQ.ConvertToVector256Single(value)
        : Vector256.Create(ToSingle(value.GetLower()), ToSingle(value.GetUpper()));

    /// <summary>long to float.</summary>
    public static Vector128<float> ToSingle(Vector256<long> value) =>
        Vector128.Create((float)value.GetElement(0), value.GetElement(1), value.GetElement(2), value.GetElement(3));

    /// <summary>long to float; the upper half is zero.</summary>
    public static Vector128<float> ToSingleHalf(Vector128<long> value) =>
        Vector128.Create((float)value.GetElement(0), value.GetElement(1), 0, 0);

    /// <summary>ulong to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector512<ulong> value) => Vector512.ConvertToDouble(value);

    /// <summary>ulong to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector256<ulong> value) => Vector256.ConvertToDouble(value);

    /// <summary>ulong to double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToDouble(Vector128<ulong> value) => Vector128.ConvertToDouble(value);

    /// <summary>ulong to float: through double it would round twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingle(Vector512<ulong> value) => Avx512DQ.IsSupported
        ? Avx512DQ.ConvertToVector256Single(value)
        : Vector256.Create(ToSingle(value.GetLower()), ToSingle(value.GetUpper()));

    /// <summary>ulong to float.</summary>
    public static Vector128<float> ToSingle(Vector256<ulong> value) =>
        Vector128.Create((float)value.GetElement(0), value.GetElement(1), value.GetElement(2), value.GetElement(3));

    /// <summary>ulong to float; the upper half is zero.</summary>
    public static Vector128<float> ToSingleHalf(Vector128<ulong> value) =>
        Vector128.Create((float)value.GetElement(0), value.GetElement(1), 0, 0);
}
