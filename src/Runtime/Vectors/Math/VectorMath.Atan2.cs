using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The angle of a point.</content>
public static partial class VectorMath
{
    /// <summary>The angle of the point (x, y), in radians, from -π to π.</summary>
    /// <remarks>
    /// Error at most 0.8 ulp (double), 0.51 ulp (float). Zeros count by their signs. Where a coordinate isn't finite, and for
    /// doubles where one isn't 0 nor from 1e-140 to 1e140: <see cref="Math.Atan2"/>.
    /// </remarks>
    public static double Atan2(double y, double x) => DoubleForms2<Atan2Functions.Double>.Invoke(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    public static float Atan2(float y, float x) => SingleForms2<Atan2Functions.Single>.Invoke(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x) => DoubleForms2<Atan2Functions.Double>.Invoke(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan2(Vector512<float> y, Vector512<float> x) => SingleForms2<Atan2Functions.Single>.Invoke(y, x);

    /// <inheritdoc cref="Atan2(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Atan2(Vector256<float> y, Vector256<float> x) => SingleForms2<Atan2Functions.Single>.Invoke(y, x);
}
