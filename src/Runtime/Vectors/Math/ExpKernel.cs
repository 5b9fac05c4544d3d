using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>e^r for |r| ≤ ln 2 / 2.</summary>
internal static class ExpKernel
{
    /// <summary>ln 2 in two words.</summary>
    public const double Ln2 = 0.6931471805599453, Ln2Tail = 2.3190468138462996e-17;

    public const double Log2E = 1.4426950408889634;

    /// <summary>
    /// e^r to double's precision, where 1 + r is <paramref name="sum"/> + <paramref name="lost"/>, to which r²/2 and r³ times a polynomial are
    /// added.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes r, TLanes sum, TLanes lost)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        TLanes square = TLanes.MultiplyAdd(r2, 0.5, lost);
        return sum + TLanes.MultiplyAdd(r * r2, Polynomial(r, r2), square);
    }

    /// <summary>(e^r - 1 - r - r²/2) / r³: minimax (Remez), error 2^-58 of e^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Polynomial<TLanes>(TLanes r, TLanes r2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes even = TLanes.MultiplyAdd(2.497836457023533e-08, r2, 2.7557641257646053e-06);
        TLanes odd = TLanes.MultiplyAdd(2.76252442799857e-07, r2, 2.4801508549789426e-05);
        even = TLanes.MultiplyAdd(even, r2, 0.00019841269465442336);
        odd = TLanes.MultiplyAdd(odd, r2, 0.0013888888926892019);
        even = TLanes.MultiplyAdd(even, r2, 0.008333333333500519);
        odd = TLanes.MultiplyAdd(odd, r2, 0.04166666666660375);
        even = TLanes.MultiplyAdd(even, r2, 0.16666666666666433);
        return TLanes.MultiplyAdd(odd, r, even);
    }

    /// <summary>e^r to float's precision. Minimax (Remez) for (e^r - 1 - r) / r², error 2^-34.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        return TLanes.MultiplyAdd(PolynomialSingle(r, r2), r2, (TLanes)1 + r);
    }

    /// <summary>(e^r - 1 - r) / r² to float's precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes PolynomialSingle<TLanes>(TLanes r, TLanes r2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes low = TLanes.MultiplyAdd(0.16666665866581531, r, 0.5000000067833071);
        TLanes middle = TLanes.MultiplyAdd(0.008333497408533784, r, 0.04166629437376928);
        TLanes high = TLanes.MultiplyAdd(0.00019790271838435075, r, 0.0013944703313284307);
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(high, r2, middle), r2, low);
    }
}
