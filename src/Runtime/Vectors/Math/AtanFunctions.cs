using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arctan x by fdlibm's kind of reduction, to |t| ≤ tan(π/8): t = x, π/4 + arctan((x-1) / (x+1)) or π/2 + arctan(-1/x), of |x|, with the sign of x.</summary>
internal static class AtanFunctions
{
    /// <summary>tan(π/8) and tan(3π/8): where the reductions meet.</summary>
    private const double Low = 0.41421356237309503, High = 2.414213562373095;

    /// <summary>π/4 in two words.</summary>
    private const double QuarterPi = 0.7853981633974483, QuarterPiTail = 3.061616997868383e-17;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, double.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes less = a - 1, more = a + 1;
            TLanes dividend = TLanes.SelectLess(a, Low, a, TLanes.SelectLess(a, High, less, -1));
            TLanes divisor = TLanes.SelectLess(a, Low, 1, TLanes.SelectLess(a, High, more, a));

            // What rounding the difference and the sum lost, exactly.
            TLanes dividendTail = TLanes.SelectLess(a, Low, 0, TLanes.SelectLess(a, High, a - (less + 1), 0));
            TLanes divisorTail = TLanes.SelectLess(a, Low, 0, TLanes.SelectLess(a, High, a - (more - 1), 0));
            TLanes t = TwoWords.Divide(dividend, dividendTail, divisor, divisorTail, out TLanes tail);
            TLanes turn = TLanes.SelectLess(a, Low, 0, TLanes.SelectLess(a, High, 1, 2));

            TLanes t2 = t * t;
            TLanes value = TLanes.MultiplyAdd(t * t2, AtanKernel.Polynomial(t2), TLanes.MultiplyAdd(turn, QuarterPiTail, tail));
            TLanes sum = TLanes.MultiplyAdd(turn, QuarterPi, t);
            TLanes lost = t - (sum - (turn * QuarterPi));
            return (sum + (lost + value)) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Atan(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, double.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes dividend = TLanes.SelectLess(a, Low, a, TLanes.SelectLess(a, High, a - 1, -1));
            TLanes divisor = TLanes.SelectLess(a, Low, 1, TLanes.SelectLess(a, High, a + 1, a));
            TLanes turn = TLanes.SelectLess(a, Low, 0, TLanes.SelectLess(a, High, 1, 2));
            TLanes t = dividend / divisor;
            TLanes t2 = t * t;
            return TLanes.MultiplyAdd(turn, QuarterPi, TLanes.MultiplyAdd(t * t2, AtanKernel.PolynomialSingle(t2), t)) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Atan(x);
    }
}
