using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>e^r for |r| ≤ ln 2 / 2.</summary>
internal static class ExpKernel
{
    /// <summary>ln 2 in two words.</summary>
    public const double Ln2 = 0.6931471805599453, Ln2Tail = 2.3190468138462996e-17;

    public const double Log2E = 1.4426950408889634;

    /// <summary>
    /// e^r to double's precision, where 1 + r is <paramref name="sum"/> + <paramref name="lost"/>, to which r² times a polynomial is added: minimax
    /// (Remez) for (e^r - 1 - r) / r², error 2^-58.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes r, TLanes sum, TLanes lost)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        TLanes even = TLanes.MultiplyAdd(2.7630306668051004e-07, r2, 2.480149294855125e-05);
        TLanes odd = TLanes.MultiplyAdd(2.5000041926713554e-08, r2, 2.755758671992313e-06);
        even = TLanes.MultiplyAdd(even, r2, 0.0013888888943760945);
        odd = TLanes.MultiplyAdd(odd, r2, 0.00019841269505885313);
        even = TLanes.MultiplyAdd(even, r2, 0.041666666666529725);
        odd = TLanes.MultiplyAdd(odd, r2, 0.008333333333494914);
        even = TLanes.MultiplyAdd(even, r2, 0.5000000000000011);
        odd = TLanes.MultiplyAdd(odd, r2, 0.1666666666666641);
        return sum + TLanes.MultiplyAdd(r2, TLanes.MultiplyAdd(odd, r, even), lost);
    }

    /// <summary>e^r to float's precision. Minimax (Remez) for (e^r - 1 - r) / r², error 2^-34.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        TLanes low = TLanes.MultiplyAdd(0.16666665866581531, r, 0.5000000067833071);
        TLanes middle = TLanes.MultiplyAdd(0.008333497408533784, r, 0.04166629437376928);
        TLanes high = TLanes.MultiplyAdd(0.00019790271838435075, r, 0.0013944703313284307);
        TLanes polynomial = TLanes.MultiplyAdd(TLanes.MultiplyAdd(high, r2, middle), r2, low);
        return TLanes.MultiplyAdd(polynomial, r2, (TLanes)1 + r);
    }
}
