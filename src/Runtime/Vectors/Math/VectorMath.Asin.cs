using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The arc sine.</content>
public static partial class VectorMath
{
    /// <summary>arcsin x, in radians.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). ±0 gives ±0. For |x| &gt; 1 and NaN: <see cref="Math.Asin"/>.</remarks>
    public static double Asin(double x) => DoubleForms<AsinFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Asin(double)"/>
    public static float Asin(float x) => SingleForms<AsinFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asin(Vector512<double> x) => DoubleForms<AsinFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asin(Vector512<float> x) => SingleForms<AsinFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Asin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asin(Vector256<float> x) => SingleForms<AsinFunctions.Single>.Invoke(x);
}
