using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Linear recurrences of first order whose factor differs from step to step (Kogge and Stone 1973): steps <c>x → f·x + a</c> are combined
/// to <c>x → f₂f₁·x + (f₂·a₁ + a₂)</c>, first two neighbours each, then four, and so on.
/// </summary>
public static partial class VectorScan
{
    /// <summary>
    /// In each lane the value after its step. Where a product of factors leaves the range in which floats keep their precision, or a sum is
    /// too large, the steps are taken one after the other.
    /// </summary>
    /// <typeparam name="T">A number of four or eight bytes.</typeparam>
    /// <param name="added">What each step adds.</param>
    /// <param name="factors">What each step multiplies the value before it by.</param>
    /// <param name="before">The value before the first step, in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LinearSteps<T>(Vector128<T> added, Vector128<T> factors, Vector128<T> before)
    {
        Vector128<T> one = Vector128<T>.One, zero = Vector128<T>.Zero, products = factors, sums = added;
        sums += Shifted(sums, zero, 1) * products;
        products *= Shifted(products, one, 1);
        if (Vector128<T>.Count > 2)
        {
            sums += Shifted(sums, zero, 2) * products;
            products *= Shifted(products, one, 2);
        }

        Vector128<T> values = (before * products) + sums;
        return AreKept(products) && AreFinite(values) ? values : InOrder(added, factors, before);
    }

    /// <inheritdoc cref="LinearSteps{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LinearSteps<T>(Vector256<T> added, Vector256<T> factors, Vector256<T> before)
    {
        Vector256<T> one = Vector256<T>.One, zero = Vector256<T>.Zero, products = factors, sums = added;
        sums += Shifted(sums, zero, 1) * products;
        products *= Shifted(products, one, 1);
        sums += Shifted(sums, zero, 2) * products;
        products *= Shifted(products, one, 2);
        if (Vector256<T>.Count > 4)
        {
            sums += Shifted(sums, zero, 4) * products;
            products *= Shifted(products, one, 4);
        }

        Vector256<T> values = (before * products) + sums;
        return AreKept(products) && AreFinite(values) ? values : InOrder(added, factors, before);
    }

    /// <inheritdoc cref="LinearSteps{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LinearSteps<T>(Vector512<T> added, Vector512<T> factors, Vector512<T> before)
    {
        Vector512<T> one = Vector512<T>.One, zero = Vector512<T>.Zero, products = factors, sums = added;
        sums += Shifted(sums, zero, 1) * products;
        products *= Shifted(products, one, 1);
        sums += Shifted(sums, zero, 2) * products;
        products *= Shifted(products, one, 2);
        sums += Shifted(sums, zero, 4) * products;
        products *= Shifted(products, one, 4);
        if (Vector512<T>.Count > 8)
        {
            sums += Shifted(sums, zero, 8) * products;
            products *= Shifted(products, one, 8);
        }

        Vector512<T> values = (before * products) + sums;
        return AreKept(products) && AreFinite(values) ? values : InOrder(added, factors, before);
    }

    // Integers wrap; a float may have become infinite, or so small that bits are missing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreKept<T>(Vector128<T> products) =>
        typeof(T) == typeof(float) ? AreNormal(products.AsSingle(), Vector128.Create(LeastFloat), Vector128.Create(float.MaxValue))
        : typeof(T) != typeof(double) || AreNormal(products.AsDouble(), Vector128.Create(LeastDouble), Vector128.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreKept<T>(Vector256<T> products) =>
        typeof(T) == typeof(float) ? AreNormal(products.AsSingle(), Vector256.Create(LeastFloat), Vector256.Create(float.MaxValue))
        : typeof(T) != typeof(double) || AreNormal(products.AsDouble(), Vector256.Create(LeastDouble), Vector256.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreKept<T>(Vector512<T> products) =>
        typeof(T) == typeof(float) ? AreNormal(products.AsSingle(), Vector512.Create(LeastFloat), Vector512.Create(float.MaxValue))
        : typeof(T) != typeof(double) || AreNormal(products.AsDouble(), Vector512.Create(LeastDouble), Vector512.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFinite<T>(Vector128<T> values) =>
        typeof(T) == typeof(float) ? Vector128.LessThanOrEqualAll(Vector128.Abs(values.AsSingle()), Vector128.Create(float.MaxValue))
        : typeof(T) != typeof(double) || Vector128.LessThanOrEqualAll(Vector128.Abs(values.AsDouble()), Vector128.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFinite<T>(Vector256<T> values) =>
        typeof(T) == typeof(float) ? Vector256.LessThanOrEqualAll(Vector256.Abs(values.AsSingle()), Vector256.Create(float.MaxValue))
        : typeof(T) != typeof(double) || Vector256.LessThanOrEqualAll(Vector256.Abs(values.AsDouble()), Vector256.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFinite<T>(Vector512<T> values) =>
        typeof(T) == typeof(float) ? Vector512.LessThanOrEqualAll(Vector512.Abs(values.AsSingle()), Vector512.Create(float.MaxValue))
        : typeof(T) != typeof(double) || Vector512.LessThanOrEqualAll(Vector512.Abs(values.AsDouble()), Vector512.Create(double.MaxValue));

    // The least normal numbers.
    private const float LeastFloat = 1.17549435e-38f;
    private const double LeastDouble = 2.2250738585072014e-308;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal<T>(Vector128<T> values, Vector128<T> least, Vector128<T> most) =>
        Vector128.GreaterThanOrEqualAll(Vector128.Abs(values), least) && Vector128.LessThanOrEqualAll(Vector128.Abs(values), most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal<T>(Vector256<T> values, Vector256<T> least, Vector256<T> most) =>
        Vector256.GreaterThanOrEqualAll(Vector256.Abs(values), least) && Vector256.LessThanOrEqualAll(Vector256.Abs(values), most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreNormal<T>(Vector512<T> values, Vector512<T> least, Vector512<T> most) =>
        Vector512.GreaterThanOrEqualAll(Vector512.Abs(values), least) && Vector512.LessThanOrEqualAll(Vector512.Abs(values), most);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<T> InOrder<T>(Vector128<T> added, Vector128<T> factors, Vector128<T> before)
    {
        TakeSteps(ref Unsafe.As<Vector128<T>, T>(ref added), ref Unsafe.As<Vector128<T>, T>(ref factors), before.GetElement(0), Vector128<T>.Count);
        return added;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<T> InOrder<T>(Vector256<T> added, Vector256<T> factors, Vector256<T> before)
    {
        TakeSteps(ref Unsafe.As<Vector256<T>, T>(ref added), ref Unsafe.As<Vector256<T>, T>(ref factors), before.GetElement(0), Vector256<T>.Count);
        return added;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<T> InOrder<T>(Vector512<T> added, Vector512<T> factors, Vector512<T> before)
    {
        TakeSteps(ref Unsafe.As<Vector512<T>, T>(ref added), ref Unsafe.As<Vector512<T>, T>(ref factors), before.GetElement(0), Vector512<T>.Count);
        return added;
    }

    private static void TakeSteps<T>(ref T added, ref T factors, T before, int count)
    {
        if (typeof(T) == typeof(float))
        {
            Take(MemoryMarshal.CreateSpan(ref Unsafe.As<T, float>(ref added), count), MemoryMarshal.CreateSpan(ref Unsafe.As<T, float>(ref factors), count), Unsafe.BitCast<T, float>(before));
        }
        else
        {
            Take(MemoryMarshal.CreateSpan(ref Unsafe.As<T, double>(ref added), count), MemoryMarshal.CreateSpan(ref Unsafe.As<T, double>(ref factors), count), Unsafe.BitCast<T, double>(before));
        }
    }

    private static void Take<T>(Span<T> added, Span<T> factors, T value)
        where T : IFloatingPoint<T>
    {
        for (int step = 0; step < added.Length; step++)
        {
            added[step] = value = (value * factors[step]) + added[step];
        }
    }
}
