using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The logarithm of 1 + x.</content>
public static partial class VectorMath
{
    /// <summary>ln(1 + x), also where x is small. <see cref="double.LogP1"/> is <c>Log(x + 1)</c>, which isn't that.</summary>
    /// <remarks>
    /// Error at most 0.8 ulp (double), 0.51 ulp (float). ±0 gives ±0. For x ≤ -1 and what isn't finite: <see
    /// cref="double.LogP1"/>.
    /// </remarks>
    public static double LogP1(double x) => DoubleForms<LogP1Functions.Double>.Invoke(x);

    /// <inheritdoc cref="LogP1(double)"/>
    public static float LogP1(float x) => SingleForms<LogP1Functions.Single>.Invoke(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LogP1(Vector512<double> x) => DoubleForms<LogP1Functions.Double>.Invoke(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x) => SingleForms<LogP1Functions.Single>.Invoke(x);

    /// <inheritdoc cref="LogP1(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LogP1(Vector256<float> x) => SingleForms<LogP1Functions.Single>.Invoke(x);
}
