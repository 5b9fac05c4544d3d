using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The error function.</content>
public static partial class VectorMath
{
    /// <summary>erf x, the integral of 2/√π e^(-t²) from 0 to x.</summary>
    /// <remarks>Error at most 1 ulp (double), 0.51 ulp (float). ±0 gives ±0, infinities ±1.</remarks>
    public static double Erf(double x) => DoubleForms<ErfFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Erf(double)"/>
    public static float Erf(float x) => SingleForms<ErfFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erf(Vector512<double> x) => DoubleForms<ErfFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x) => SingleForms<ErfFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Erf(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erf(Vector256<float> x) => SingleForms<ErfFunctions.Single>.Invoke(x);
}
