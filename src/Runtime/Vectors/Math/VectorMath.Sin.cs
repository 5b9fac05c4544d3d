using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The sine.</content>
public static partial class VectorMath
{
    /// <summary>sin x, in radians.</summary>
    /// <remarks>Error at most 0.8 ulp (double), 0.51 ulp (float). sin ±0 is ±0. Beyond ±1e6 and for what isn't finite: <see cref="Math.Sin"/>.</remarks>
    public static double Sin(double x) => DoubleForms<SinFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Sin(double)"/>
    public static float Sin(float x) => SingleForms<SinFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) => DoubleForms<SinFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => SingleForms<SinFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Sin(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x) => SingleForms<SinFunctions.Single>.Invoke(x);
}
