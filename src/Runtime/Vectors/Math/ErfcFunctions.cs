using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// erfc a = e^(-a²) · (1 + Q(q)) / (1 + 2a) of a = |x|, where Q is small and smooth, but 1 - erf a near 0; of negative
/// numbers, 2 less that.
/// </summary>
internal static class ErfcFunctions
{
    /// <summary>Up to here, the result is a normal number.</summary>
    private const double Bound = 26.5;

    /// <summary>Up to here, 1 - erf a has a smaller error.</summary>
    private const double Near = 0.47;

    /// <summary>From here on, a float's result is 0.</summary>
    private const double BoundSingle = 12;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, double.NegativeInfinity, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes far = Evaluate(TLanes.SelectLess(a, Bound, a, Bound), 0);
            TLanes near = (TLanes)1 - TLanes.MultiplyAdd(a, ErfKernel.Ratio(a * a), a);
            TLanes value = TLanes.SelectLess(a, Near, near, far);
            return TLanes.SelectLess(x, 0, (TLanes)2 - value, value);
        }

        /// <summary>A denormal number, 0 or NaN.</summary>
        public static double Outside(double x)
        {
            const int power = 128;
            return x < 27.3 ? Math.ScaleB(Evaluate<OneLane>(x, power).Value, -power) : double.IsNaN(x) ? x : 0;
        }
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
            TLanes value = EvaluateSingle(TLanes.SelectLess(a, BoundSingle, a, BoundSingle));
            return TLanes.SelectLess(x, 0, (TLanes)2 - value, value);
        }

        public static float Outside(float x) => float.NaN;
    }

    /// <summary>2^power · erfc a for 0 ≤ a; the result must be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes a, double power)
        where TLanes : struct, ILanes<TLanes>
    {
        // e^(-a²) as a power has it: the square in two words, and 1 + r in two.
        TLanes square = -a * a;
        TLanes squareTail = TLanes.MultiplyAdd(-a, a, -square);
        TLanes shifted = TLanes.MultiplyAdd(square, ExpKernel.Log2E, Bits.RoundingShift);
        TLanes k = shifted - Bits.RoundingShift;
        TLanes first = TLanes.MultiplyAdd(k, -ExpKernel.Ln2, square);
        TLanes rest = TLanes.MultiplyAdd(k, -ExpKernel.Ln2Tail, squareTail);
        TLanes r = first + rest;
        rest -= r - first;
        TLanes one = (TLanes)1 + r;
        TLanes lost = TLanes.MultiplyAdd(rest, one, r - (one - 1));
        TLanes r2 = r * r;
        lost = TLanes.MultiplyAdd(r * r2, ExpKernel.Polynomial(r, r2), TLanes.MultiplyAdd(r2, 0.5, lost));
        TwoWords.Normalize(ref one, ref lost);

        // Near 0, q is nearly -1, and what it lacks counts.
        TLanes less = TwoWords.Sum(a, -4, out TLanes lessTail);
        TLanes more = TwoWords.Sum(a, 4, out TLanes moreTail);
        TLanes q = TwoWords.Divide(less, lessTail, more, moreTail, out TLanes qTail);
        TLanes complement = ErfKernel.Complement(q);
        TLanes dividend = complement + 1;
        TLanes dividendTail = TLanes.MultiplyAdd(qTail, ErfKernel.Slope(q), complement - (dividend - 1));
        TLanes divisor = TwoWords.Sum(1, a + a, out TLanes divisorTail);
        TLanes quotient = TwoWords.Divide(dividend, dividendTail, divisor, divisorTail, out TLanes tail);

        TLanes product = one * quotient;
        tail = TLanes.MultiplyAdd(one, tail, TLanes.MultiplyAdd(lost, quotient, TLanes.MultiplyAdd(one, quotient, -product)));
        return Bits.Scale(product + tail, shifted + power);
    }

    /// <summary>erfc a for 0 ≤ a ≤ 12, to float's precision; the square is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes a)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes square = -a * a;
        TLanes shifted = TLanes.MultiplyAdd(square, ExpKernel.Log2E, Bits.RoundingShift);
        TLanes r = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -ExpKernel.Ln2, square);
        TLanes factor = (ErfKernel.ComplementSingle((a - 4) / (a + 4)) + 1) / (a + a + 1);
        return Bits.Scale(ExpKernel.EvaluateSingle(r) * factor, shifted);
    }
}
