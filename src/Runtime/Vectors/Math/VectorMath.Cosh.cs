using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The hyperbolic cosine.</content>
public static partial class VectorMath
{
    /// <summary>cosh x.</summary>
    /// <remarks>Error at most 0.8 ulp (double), 0.51 ulp (float). ±0 gives 1. Beyond ±708 and for what isn't finite: <see cref="Math.Cosh"/>.</remarks>
    public static double Cosh(double x) => DoubleForms<CoshFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Cosh(double)"/>
    public static float Cosh(float x) => SingleForms<CoshFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cosh(Vector512<double> x) => DoubleForms<CoshFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cosh(Vector512<float> x) => SingleForms<CoshFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Cosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cosh(Vector256<float> x) => SingleForms<CoshFunctions.Single>.Invoke(x);
}
