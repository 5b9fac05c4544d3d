using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The arc tangent.</content>
public static partial class VectorMath
{
    /// <summary>arctan x, in radians.</summary>
    /// <remarks>Error at most 0.9 ulp (double), 0.51 ulp (float). ±0 gives ±0. For what isn't finite: <see cref="Math.Atan"/>.</remarks>
    public static double Atan(double x) => DoubleForms<AtanFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Atan(double)"/>
    public static float Atan(float x) => SingleForms<AtanFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Atan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan(Vector512<double> x) => DoubleForms<AtanFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Atan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x) => SingleForms<AtanFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Atan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan(Vector256<float> x) => SingleForms<AtanFunctions.Single>.Invoke(x);
}
