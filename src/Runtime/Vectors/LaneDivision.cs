using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <content>
/// Quotients of 32-bit integers by one divisor for all lanes: products with its reciprocal as a double. That is made a bit too large, so that
/// a product is at least the quotient and, the quotient being below 2^32 and its fraction at most 1 - 1/divisor, less than the next integer.
/// Dividing by 0 doesn't throw: no lane may be in need of it.
/// </content>
public static partial class LaneMath
{
    private const double SlightlyMoreThanOne = 1 + (2 * 2.220446049250313e-16);

    /// <summary>What a quotient by <paramref name="divisor"/> is multiplied by.</summary>
    public static Vector512<double> Reciprocal(int divisor) => Vector512.Create(1.0 / divisor * SlightlyMoreThanOne);

    /// <inheritdoc cref="Reciprocal(int)"/>
    public static Vector512<double> Reciprocal(uint divisor) => Vector512.Create(1.0 / divisor * SlightlyMoreThanOne);

    /// <summary>C#'s quotient in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Quotient(Vector512<int> value, Vector512<double> reciprocal) =>
        Vector512.Create(Quotient(value.GetLower(), reciprocal), Quotient(value.GetUpper(), reciprocal));

    /// <inheritdoc cref="Quotient(Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Quotient(Vector256<int> value, Vector512<double> reciprocal)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector256Int32WithTruncation(Avx512F.ConvertToVector512Double(value) * reciprocal);
        }

        return Avx.IsSupported
            ? Vector256.Create(
                Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(value.GetLower()) * reciprocal.GetLower()),
                Avx.ConvertToVector128Int32WithTruncation(Avx.ConvertToVector256Double(value.GetUpper()) * reciprocal.GetLower()))
            : VectorConvert.ToInt32(VectorConvert.ToDouble(value) * reciprocal);
    }

    /// <inheritdoc cref="Quotient(Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Quotient(Vector512<uint> value, Vector512<double> reciprocal) =>
        Vector512.Create(Quotient(value.GetLower(), reciprocal), Quotient(value.GetUpper(), reciprocal));

    /// <inheritdoc cref="Quotient(Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Quotient(Vector256<uint> value, Vector512<double> reciprocal) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256UInt32WithTruncation(Avx512F.ConvertToVector512Double(value) * reciprocal)
        : VectorConvert.ToUInt32(VectorConvert.ToDouble(value) * reciprocal);

    /// <summary>C#'s remainder in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Remainder(Vector512<int> value, Vector512<int> divisor, Vector512<double> reciprocal) =>
        value - (Quotient(value, reciprocal) * divisor);

    /// <inheritdoc cref="Remainder(Vector512{int}, Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Remainder(Vector256<int> value, Vector256<int> divisor, Vector512<double> reciprocal) =>
        value - (Quotient(value, reciprocal) * divisor);

    /// <inheritdoc cref="Remainder(Vector512{int}, Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Remainder(Vector512<uint> value, Vector512<uint> divisor, Vector512<double> reciprocal) =>
        value - (Quotient(value, reciprocal) * divisor);

    /// <inheritdoc cref="Remainder(Vector512{int}, Vector512{int}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Remainder(Vector256<uint> value, Vector256<uint> divisor, Vector512<double> reciprocal) =>
        value - (Quotient(value, reciprocal) * divisor);
}
