using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The exponential function.</content>
public static partial class VectorMath
{
    /// <summary>e^x.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). e^±0 is 1. For doubles beyond ±708 and for what isn't finite: <see cref="Math.Exp"/>.</remarks>
    public static double Exp(double x) => DoubleForms<ExpFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Exp(double)"/>
    public static float Exp(float x) => SingleForms<ExpFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => DoubleForms<ExpFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x) => SingleForms<ExpFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Exp(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x) => SingleForms<ExpFunctions.Single>.Invoke(x);
}
