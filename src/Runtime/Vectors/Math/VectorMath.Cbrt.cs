using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The cube root.</content>
public static partial class VectorMath
{
    /// <summary>∛x.</summary>
    /// <remarks>
    /// Error at most 0.6 ulp (double), 0.51 ulp (float). ±0 gives ±0. For denormal doubles and what isn't finite: <see
    /// cref="Math.Cbrt"/>.
    /// </remarks>
    public static double Cbrt(double x) => DoubleForms<CbrtFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    public static float Cbrt(float x) => SingleForms<CbrtFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x) => DoubleForms<CbrtFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cbrt(Vector512<float> x) => SingleForms<CbrtFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Cbrt(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cbrt(Vector256<float> x) => SingleForms<CbrtFunctions.Single>.Invoke(x);
}
