using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The length of a vector of two coordinates.</content>
public static partial class VectorMath
{
    /// <summary>√(x² + y²).</summary>
    /// <remarks>
    /// Error at most 0.6 ulp (double), 0.51 ulp (float). Where a number isn't finite, and for doubles where the larger one
    /// isn't 0 nor from 1e-130 to 1e150: <see cref="double.Hypot"/>.
    /// </remarks>
    public static double Hypot(double x, double y) => DoubleForms2<HypotFunctions.Double>.Invoke(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    public static float Hypot(float x, float y) => SingleForms2<HypotFunctions.Single>.Invoke(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Hypot(Vector512<double> x, Vector512<double> y) => DoubleForms2<HypotFunctions.Double>.Invoke(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Hypot(Vector512<float> x, Vector512<float> y) => SingleForms2<HypotFunctions.Single>.Invoke(x, y);

    /// <inheritdoc cref="Hypot(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Hypot(Vector256<float> x, Vector256<float> y) => SingleForms2<HypotFunctions.Single>.Invoke(x, y);
}
