using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The hyperbolic sine.</content>
public static partial class VectorMath
{
    /// <summary>sinh x.</summary>
    /// <remarks>Error at most 1 ulp (double), 0.51 ulp (float). ±0 gives ±0. Beyond ±708 and for what isn't finite: <see cref="Math.Sinh"/>.</remarks>
    public static double Sinh(double x) => DoubleForms<SinhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Sinh(double)"/>
    public static float Sinh(float x) => SingleForms<SinhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sinh(Vector512<double> x) => DoubleForms<SinhFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sinh(Vector512<float> x) => SingleForms<SinhFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Sinh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sinh(Vector256<float> x) => SingleForms<SinhFunctions.Single>.Invoke(x);
}
