using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// e^x by the additive reduction of Cody and Waite: x = k ln 2 + r with |r| ≤ ln 2 / 2, and k goes into the exponent's bits. With a fused
/// multiply-add the reduction's first step is exact, so that 1 + r is had in two words.
/// </summary>
internal static class ExpFunctions
{
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
            TLanes shifted = TLanes.MultiplyAdd(x, ExpKernel.Log2E, Bits.RoundingShift);
            TLanes k = shifted - Bits.RoundingShift;
            TLanes first = TLanes.MultiplyAdd(k, -ExpKernel.Ln2, x);
            TLanes sum = (TLanes)1 + first;
            TLanes lost = TLanes.MultiplyAdd(k, -ExpKernel.Ln2Tail, first - (sum - 1));
            TLanes r = TLanes.MultiplyAdd(k, -ExpKernel.Ln2Tail, first);
            return Bits.Scale(ExpKernel.Evaluate(r, sum, lost), shifted);
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
            TLanes shifted = TLanes.MultiplyAdd(x, ExpKernel.Log2E, Bits.RoundingShift);
            TLanes r = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -ExpKernel.Ln2, x);
            return Bits.Scale(ExpKernel.EvaluateSingle(r), shifted);
        }

        public static float Outside(float x) => MathF.Exp(x);
    }
}
