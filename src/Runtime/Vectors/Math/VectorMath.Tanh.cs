using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The hyperbolic tangent.</content>
public static partial class VectorMath
{
    /// <summary>tanh x.</summary>
    /// <remarks>Error at most 1 ulp (double), 0.51 ulp (float). ±0 gives ±0. Beyond ±350 and for what isn't finite: <see cref="Math.Tanh"/>.</remarks>
    public static double Tanh(double x) => DoubleForms<TanhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Tanh(double)"/>
    public static float Tanh(float x) => SingleForms<TanhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tanh(Vector512<double> x) => DoubleForms<TanhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => SingleForms<TanhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Tanh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => SingleForms<TanhFunctions.Single>.Invoke(x);
}
