using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The exponential function less 1.</content>
public static partial class VectorMath
{
    /// <summary>e^x - 1, accurate where x is small.</summary>
    /// <remarks>Error at most 1 ulp (double), 0.51 ulp (float). ±0 gives ±0. Beyond ±708 and for what isn't finite: <see cref="double.ExpM1"/>.</remarks>
    public static double ExpM1(double x) => DoubleForms<ExpM1Functions.Double>.Invoke(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    public static float ExpM1(float x) => SingleForms<ExpM1Functions.Single>.Invoke(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpM1(Vector512<double> x) => DoubleForms<ExpM1Functions.Double>.Invoke(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x) => SingleForms<ExpM1Functions.Single>.Invoke(x);

    /// <inheritdoc cref="ExpM1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ExpM1(Vector256<float> x) => SingleForms<ExpM1Functions.Single>.Invoke(x);
}
