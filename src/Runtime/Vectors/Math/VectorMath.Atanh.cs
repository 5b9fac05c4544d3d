using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The inverse hyperbolic tangent.</content>
public static partial class VectorMath
{
    /// <summary>artanh x.</summary>
    /// <remarks>Error at most 0.8 ulp (double), 0.51 ulp (float). ±0 gives ±0. For |x| ≥ 1 and NaN: <see cref="Math.Atanh"/>.</remarks>
    public static double Atanh(double x) => DoubleForms<AtanhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Atanh(double)"/>
    public static float Atanh(float x) => SingleForms<AtanhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Atanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atanh(Vector512<double> x) => DoubleForms<AtanhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Atanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atanh(Vector512<float> x) => SingleForms<AtanhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Atanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atanh(Vector256<float> x) => SingleForms<AtanhFunctions.Single>.Invoke(x);
}
