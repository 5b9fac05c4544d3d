using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>ln(1 + v): its own function, and what the inverse hyperbolic ones are made of.</summary>
internal static class LogP1Kernel
{
    /// <summary>
    /// ln(1 + v + tail) in two words, for 1 + v from 2^-53 on. What rounding the sum u = 1 + v loses is small beside u: ln u
    /// and c/u - (c/u)²/2 are added.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes v, TLanes vTail, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes u = TwoWords.Sum(1, v, out TLanes lost);
        lost = TwoWords.Sum(lost, vTail, out TLanes lostTail);
        TLanes rest = TwoWords.Divide(lost, lostTail, u, 0, out TLanes restTail);
        restTail = TLanes.MultiplyAdd(rest, rest * -0.5, restTail);

        TLanes k = Bits.SplitExponent(u, out TLanes m);
        TLanes log = LogKernel.Evaluate(m - 1, out tail);
        TLanes whole = k * LogKernel.Ln2Short;
        TLanes sum = whole + log;
        tail = (log - (sum - whole)) + TLanes.MultiplyAdd(k, LogKernel.Ln2Rest, tail);

        // The rest is less than the sum, but where u is 1 and the sum 0.
        TLanes head = sum + rest;
        tail += (rest - (head - sum)) + restTail;
        return head;
    }

    /// <summary>ln(1 + v) to float's precision, for v from -0.99999995 on. Near 0, 1 + v would lose what matters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes v)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes k = Bits.SplitExponent(v + 1, out TLanes m);
        TLanes f = TLanes.SelectLess(TLanes.Abs(v), 0.25, v, m - 1);
        return TLanes.MultiplyAdd(k, ExpKernel.Ln2, LogKernel.EvaluateSingle(f));
    }
}
