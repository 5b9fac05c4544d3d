using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The inverse hyperbolic sine.</content>
public static partial class VectorMath
{
    /// <summary>arsinh x.</summary>
    /// <remarks>
    /// Error at most 0.8 ulp (double), 0.51 ulp (float). ±0 gives ±0. For |x| &gt; 1e150 (double) and what isn't finite: <see
    /// cref="Math.Asinh"/>.
    /// </remarks>
    public static double Asinh(double x) => DoubleForms<AsinhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Asinh(double)"/>
    public static float Asinh(float x) => SingleForms<AsinhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Asinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Asinh(Vector512<double> x) => DoubleForms<AsinhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Asinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Asinh(Vector512<float> x) => SingleForms<AsinhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Asinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Asinh(Vector256<float> x) => SingleForms<AsinhFunctions.Single>.Invoke(x);
}
