using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The natural logarithm.</content>
public static partial class VectorMath
{
    /// <summary>ln x.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). ln 1 is +0. For zeros, denormal doubles, negative numbers and what isn't finite: <see cref="Math.Log(double)"/>.</remarks>
    public static double Log(double x) => DoubleForms<LogFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Log(double)"/>
    public static float Log(float x) => SingleForms<LogFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x) => DoubleForms<LogFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x) => SingleForms<LogFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Log(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x) => SingleForms<LogFunctions.Single>.Invoke(x);
}
