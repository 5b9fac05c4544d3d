using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>x^y = e^(y ln x), the logarithm and its product with y in two words.</summary>
internal static class PowFunctions
{
    /// <summary>|y| (|k| + ½), with x = 2^k · m, is at least |y log₂ x|: up to here the result is a normal number, and so is its power of two.</summary>
    private const double Bound = 1020;

    public readonly struct Double : IRealFunction2<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, LogKernel.LeastNormal, double.MaxValue) && IsModerate(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes k = Bits.SplitExponent(x, out TLanes m);
            TLanes log = WideLogKernel.Evaluate(m - 1, out TLanes logTail);
            TLanes whole = k * LogKernel.Ln2Short;
            TLanes sum = whole + log;
            logTail = (log - (sum - whole)) + TLanes.MultiplyAdd(k, LogKernel.Ln2Rest, logTail);
            TLanes product = y * sum;
            TLanes tail = TLanes.MultiplyAdd(y, logTail, TLanes.MultiplyAdd(y, sum, -product));

            // From here as in e^x, with a second word.
            TLanes shifted = TLanes.MultiplyAdd(product, ExpKernel.Log2E, Bits.RoundingShift);
            TLanes n = shifted - Bits.RoundingShift;
            TLanes first = TLanes.MultiplyAdd(n, -ExpKernel.Ln2, product);
            tail = TLanes.MultiplyAdd(n, -ExpKernel.Ln2Tail, tail);
            TLanes r = first + tail;
            tail -= r - first;
            TLanes one = (TLanes)1 + r;
            TLanes lost = TLanes.MultiplyAdd(tail, one, r - (one - 1));
            return Bits.Scale(ExpKernel.Evaluate(r, one, lost), shifted);
        }

        public static double Outside(double x, double y) => Math.Pow(x, y);
    }

    public readonly struct Single : IRealFunction2<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, float.Epsilon, float.MaxValue) && IsModerate(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes k = Bits.SplitExponent(x, out TLanes m);
            TLanes product = y * TLanes.MultiplyAdd(k, ExpKernel.Ln2, WideLogKernel.EvaluateSingle(m - 1));
            TLanes shifted = TLanes.MultiplyAdd(product, ExpKernel.Log2E, Bits.RoundingShift);
            TLanes r = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -ExpKernel.Ln2, product);
            return Bits.Scale(ExpKernel.EvaluateSingle(r), shifted);
        }

        public static float Outside(float x, float y) => MathF.Pow(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsModerate<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(y * (TLanes.Abs(Bits.SplitExponent(x, out _)) + 0.5), Bound);
}
