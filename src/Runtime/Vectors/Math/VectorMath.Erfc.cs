using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The complementary error function.</content>
public static partial class VectorMath
{
    /// <summary>1 - erf x, also where that is small.</summary>
    /// <remarks>
    /// Error at most 1 ulp (double), 0.51 ulp (float). Infinities give 0 and 2. Denormal results may be off by 1 of their own
    /// units.
    /// </remarks>
    public static double Erfc(double x) => DoubleForms<ErfcFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Erfc(double)"/>
    public static float Erfc(float x) => SingleForms<ErfcFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Erfc(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Erfc(Vector512<double> x) => DoubleForms<ErfcFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Erfc(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erfc(Vector512<float> x) => SingleForms<ErfcFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Erfc(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Erfc(Vector256<float> x) => SingleForms<ErfcFunctions.Single>.Invoke(x);
}
