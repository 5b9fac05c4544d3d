using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The inverse hyperbolic cosine.</content>
public static partial class VectorMath
{
    /// <summary>arcosh x.</summary>
    /// <remarks>
    /// Error at most 0.8 ulp (double), 0.51 ulp (float). For x &lt; 1, x &gt; 1e150 (double) and what isn't finite: <see
    /// cref="Math.Acosh"/>.
    /// </remarks>
    public static double Acosh(double x) => DoubleForms<AcoshFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Acosh(double)"/>
    public static float Acosh(float x) => SingleForms<AcoshFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Acosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acosh(Vector512<double> x) => DoubleForms<AcoshFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Acosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acosh(Vector512<float> x) => SingleForms<AcoshFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Acosh(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acosh(Vector256<float> x) => SingleForms<AcoshFunctions.Single>.Invoke(x);
}
