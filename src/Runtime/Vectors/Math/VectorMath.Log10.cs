using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The decimal logarithm.</content>
public static partial class VectorMath
{
    /// <summary>lg x.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). For zeros, denormal doubles, negative numbers and what isn't finite: <see cref="Math.Log10"/>.</remarks>
    public static double Log10(double x) => DoubleForms<Log10Functions.Double>.Invoke(x);

    /// <inheritdoc cref="Log10(double)"/>
    public static float Log10(float x) => SingleForms<Log10Functions.Single>.Invoke(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log10(Vector512<double> x) => DoubleForms<Log10Functions.Double>.Invoke(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log10(Vector512<float> x) => SingleForms<Log10Functions.Single>.Invoke(x);

    /// <inheritdoc cref="Log10(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log10(Vector256<float> x) => SingleForms<Log10Functions.Single>.Invoke(x);
}
