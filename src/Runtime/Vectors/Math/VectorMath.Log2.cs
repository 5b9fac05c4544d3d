using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The binary logarithm.</content>
public static partial class VectorMath
{
    /// <summary>log₂ x.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). Exact for powers of two. For zeros, denormal doubles, negative numbers and what isn't finite: <see cref="Math.Log2"/>.</remarks>
    public static double Log2(double x) => DoubleForms<Log2Functions.Double>.Invoke(x);

    /// <inheritdoc cref="Log2(double)"/>
    public static float Log2(float x) => SingleForms<Log2Functions.Single>.Invoke(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log2(Vector512<double> x) => DoubleForms<Log2Functions.Double>.Invoke(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log2(Vector512<float> x) => SingleForms<Log2Functions.Single>.Invoke(x);

    /// <inheritdoc cref="Log2(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x) => SingleForms<Log2Functions.Single>.Invoke(x);
}
