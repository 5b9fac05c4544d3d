using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The tangent.</content>
public static partial class VectorMath
{
    /// <summary>tan x, in radians.</summary>
    /// <remarks>Error at most 0.9 ulp (double), 0.51 ulp (float). ±0 gives ±0. Beyond ±1e6 and for what isn't finite: <see cref="Math.Tan"/>.</remarks>
    public static double Tan(double x) => DoubleForms<TanFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Tan(double)"/>
    public static float Tan(float x) => SingleForms<TanFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x) => DoubleForms<TanFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x) => SingleForms<TanFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Tan(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tan(Vector256<float> x) => SingleForms<TanFunctions.Single>.Invoke(x);
}
