using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>erf x: a + a P(a²) of a = |x| near 0, farther 1 - erfc a, with the sign of x.</summary>
internal static class ErfFunctions
{
    /// <summary>From here on, 1 - erfc a is 1.</summary>
    private const double Bound = 6.5;

    /// <summary>Up to here, the polynomial's errors are the smaller.</summary>
    private const double Near = 0.84;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, double.NegativeInfinity, double.PositiveInfinity);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            a = TLanes.SelectLess(a, Bound, a, Bound);
            TLanes near = TLanes.MultiplyAdd(a, ErfKernel.Ratio(a * a), a);
            TLanes far = (TLanes)1 - ErfcFunctions.Evaluate(a, 0);
            return TLanes.SelectLess(a, Near, near, far) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => double.NaN;
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, double.NegativeInfinity, double.PositiveInfinity);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            a = TLanes.SelectLess(a, Bound, a, Bound);
            TLanes near = TLanes.MultiplyAdd(a, ErfKernel.RatioSingle(a * a), a);
            TLanes far = (TLanes)1 - ErfcFunctions.EvaluateSingle(a);
            return TLanes.SelectLess(a, Near, near, far) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => float.NaN;
    }
}
