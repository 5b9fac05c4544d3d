using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>ln(1 + f) for √½ ≤ 1 + f &lt; √2 in two words, to some 65 bits: what a power takes times its exponent.</summary>
internal static class WideLogKernel
{
    /// <summary>2/3 in two words.</summary>
    private const double TwoThirds = 0.6666666666666666, TwoThirdsTail = 3.700743415417188e-17;

    /// <summary>
    /// With s = f / (2 + f), 2 s + s³ (2/3 + s² T(s²)), where all but T is in two words. T is minimax (Remez) for
    /// ((ln((1+s)/(1-s)) - 2s) / s³ - 2/3) / s², error 2^-73 of the logarithm.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes f, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes divisor = (TLanes)2 + f;
        TLanes divisorTail = f - (divisor - 2);
        TLanes reciprocal = (TLanes)1 / divisor;
        TLanes s = f * reciprocal;
        TLanes sTail = (TLanes.MultiplyAdd(-s, divisor, f) - (s * divisorTail)) * reciprocal;
        TLanes s2 = s * s;
        TLanes s2Tail = TLanes.MultiplyAdd(s + s, sTail, TLanes.MultiplyAdd(s, s, -s2));

        TLanes s4 = s2 * s2;
        TLanes odd = TLanes.MultiplyAdd(0.11990438113658823, s4, 0.13336325830710546);
        TLanes even = TLanes.MultiplyAdd(0.11674647586061482, s4, 0.15384556652568868);
        odd = TLanes.MultiplyAdd(odd, s4, 0.1818181887351322);
        even = TLanes.MultiplyAdd(even, s4, 0.22222222217510426);
        odd = TLanes.MultiplyAdd(odd, s4, 0.2857142857144522);
        even = TLanes.MultiplyAdd(even, s4, 0.3999999999999998);
        TLanes higher = TLanes.MultiplyAdd(odd, s2, even) * s4;

        TLanes cubic = s2 * TwoThirds;
        TLanes cubicTail = TLanes.MultiplyAdd(s2Tail, TwoThirds, TLanes.MultiplyAdd(s2, TwoThirdsTail, TLanes.MultiplyAdd(s2, TwoThirds, -cubic)));
        TLanes series = cubic + higher;
        TLanes seriesTail = (higher - (series - cubic)) + cubicTail;

        TLanes product = s * series;
        TLanes productTail = TLanes.MultiplyAdd(s, seriesTail, TLanes.MultiplyAdd(sTail, series, TLanes.MultiplyAdd(s, series, -product)));
        TLanes twice = s + s;
        TLanes head = twice + product;
        tail = (product - (head - twice)) + productTail + (sTail + sTail);
        return head;
    }

    /// <summary>ln(1 + f) to some 40 bits: enough for a float's power. Minimax (Remez) for (ln((1+s)/(1-s)) - 2s) / s³, error 2^-44.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes f)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes s = f / ((TLanes)2 + f);
        TLanes s2 = s * s;
        TLanes s4 = s2 * s2;
        TLanes even = TLanes.MultiplyAdd(0.19585517873925515, s4, 0.2857211112696177);
        TLanes odd = TLanes.MultiplyAdd(0.22176099910444871, s4, 0.39999995604840055);
        even = TLanes.MultiplyAdd(even, s4, 0.666666666758459);
        return TLanes.MultiplyAdd(s * s2, TLanes.MultiplyAdd(odd, s2, even), s + s);
    }
}
