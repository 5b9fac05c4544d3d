using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>The arc cosine.</content>
public static partial class VectorMath
{
    /// <summary>arccos x, in radians.</summary>
    /// <remarks>Error at most 0.7 ulp (double), 0.51 ulp (float). For |x| &gt; 1 and NaN: <see cref="Math.Acos"/>.</remarks>
    public static double Acos(double x) => DoubleForms<AcosFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Acos(double)"/>
    public static float Acos(float x) => SingleForms<AcosFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x) => DoubleForms<AcosFunctions.Double>.Invoke(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Acos(Vector512<float> x) => SingleForms<AcosFunctions.Single>.Invoke(x);

    /// <inheritdoc cref="Acos(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Acos(Vector256<float> x) => SingleForms<AcosFunctions.Single>.Invoke(x);
}
