using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>2^x = 2^k · e^((x - k) ln 2), where x - k is exact.</summary>
internal static class Exp2Functions
{
    /// <summary>Up to here, the result and 2^k are normal numbers.</summary>
    private const double Bound = 1021;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes shifted = x + Bits.RoundingShift;
            TLanes fraction = x - (shifted - Bits.RoundingShift);
            TLanes r = fraction * ExpKernel.Ln2;
            TLanes tail = TLanes.MultiplyAdd(fraction, ExpKernel.Ln2Tail, TLanes.MultiplyAdd(fraction, ExpKernel.Ln2, -r));
            TLanes sum = (TLanes)1 + r;
            TLanes lost = TLanes.MultiplyAdd(tail, sum, r - (sum - 1));
            return Bits.Scale(ExpKernel.Evaluate(r, sum, lost), shifted);
        }

        public static double Outside(double x) => double.Exp2(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes shifted = x + Bits.RoundingShift;
            TLanes fraction = x - (shifted - Bits.RoundingShift);
            return Bits.Scale(ExpKernel.EvaluateSingle(fraction * ExpKernel.Ln2), shifted);
        }

        public static float Outside(float x) => float.Exp2(x);
    }
}
