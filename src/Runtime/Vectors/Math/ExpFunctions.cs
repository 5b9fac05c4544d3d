using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// e^x by the additive reduction of Cody and Waite: x = k ln 2 + r with |r| ≤ ln 2 / 2, and k goes into the exponent's bits. With a fused
/// multiply-add the reduction's first step is exact, so r is had in two words.
/// </summary>
internal static class ExpFunctions
{
    /// <summary>ln 2 in two words.</summary>
    private const double Ln2 = 0.6931471805599453, Ln2Tail = 2.3190468138462996e-17;

    private const double Log2E = 1.4426950408889634;

    /// <summary>Up to here, the result and 2^k are normal numbers.</summary>
    private const double Bound = 708;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes shifted = TLanes.MultiplyAdd(x, Log2E, Bits.RoundingShift);
            TLanes k = shifted - Bits.RoundingShift;
            TLanes first = TLanes.MultiplyAdd(k, -Ln2, x);
            TLanes r = TLanes.MultiplyAdd(k, -Ln2Tail, first);
            TLanes tail = TLanes.MultiplyAdd(k, -Ln2Tail, first - r);
            return Bits.Scale(ExpKernel.Evaluate(r, tail), shifted);
        }

        public static double Outside(double x) => Math.Exp(x);
    }

    /// <summary>Where a float overflows or becomes denormal, the double doesn't yet: rounding to float does the rest.</summary>
    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes shifted = TLanes.MultiplyAdd(x, Log2E, Bits.RoundingShift);
            TLanes r = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -Ln2, x);
            return Bits.Scale(ExpKernel.EvaluateSingle(r), shifted);
        }

        public static float Outside(float x) => MathF.Exp(x);
    }
}
