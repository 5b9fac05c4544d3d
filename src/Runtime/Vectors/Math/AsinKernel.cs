using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arcsin t for 0 ≤ t ≤ ½, and the reduction of larger arguments to such ones: arcsin a = π/2 - 2 arcsin √((1 - a) / 2).</summary>
internal static class AsinKernel
{
    /// <summary>Where the reduction begins.</summary>
    public const double Half = 0.5000000000000001;

    /// <summary>π/2 in two words.</summary>
    public const double HalfPi = 1.5707963267948966, HalfPiTail = 6.123233995736766e-17;

    /// <summary>
    /// a or √((1 - a) / 2), of which the arc sine is that plus <paramref name="higher"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Reduce<TLanes>(TLanes a, out TLanes higher)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes half = ((TLanes)1 - a) * 0.5;
        TLanes root = TwoWords.Sqrt(half, 0, out TLanes rootTail);
        TLanes t = TLanes.SelectLess(a, Half, a, root);
        TLanes t2 = TLanes.SelectLess(a, Half, a * a, half);
        TLanes tail = TLanes.SelectLess(a, Half, 0, rootTail);
        higher = TLanes.MultiplyAdd(t * t2, Polynomial(t2), tail);
        return t;
    }

    /// <summary>As <see cref="Reduce"/> to float's precision: the arc sine itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ReduceSingle<TLanes>(TLanes a)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes half = ((TLanes)1 - a) * 0.5;
        TLanes t = TLanes.SelectLess(a, Half, a, TLanes.Sqrt(half));
        TLanes t2 = TLanes.SelectLess(a, Half, a * a, half);
        return TLanes.MultiplyAdd(t * t2, PolynomialSingle(t2), t);
    }

    /// <summary>(arcsin t - t) / t³ in t²: minimax (Remez), error 2^-60.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Polynomial<TLanes>(TLanes t2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes t4 = t2 * t2;
        TLanes even = TLanes.MultiplyAdd(0.032679450468866125, t4, 0.021766255395269905);
        TLanes odd = TLanes.MultiplyAdd(-0.02108129165998647, t4, 0.003681939193665056);
        even = TLanes.MultiplyAdd(even, t4, 0.010786812629747235);
        odd = TLanes.MultiplyAdd(odd, t4, 0.011397726986132943);
        even = TLanes.MultiplyAdd(even, t4, 0.013980967230155697);
        odd = TLanes.MultiplyAdd(odd, t4, 0.017351599629040072);
        even = TLanes.MultiplyAdd(even, t4, 0.022372215684868947);
        odd = TLanes.MultiplyAdd(odd, t4, 0.030381942682793636);
        even = TLanes.MultiplyAdd(even, t4, 0.0446428571751368);
        odd = TLanes.MultiplyAdd(odd, t4, 0.07499999999970247);
        even = TLanes.MultiplyAdd(even, t4, 0.16666666666666763);
        return TLanes.MultiplyAdd(odd, t2, even);
    }

    /// <summary>To float's precision. Minimax (Remez), error 2^-36.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes PolynomialSingle<TLanes>(TLanes t2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes t4 = t2 * t2;
        TLanes even = TLanes.MultiplyAdd(0.034694161174521385, t4, 0.024618653298344603);
        TLanes odd = TLanes.MultiplyAdd(0.007468179796177605, t4, 0.0301102094646939);
        even = TLanes.MultiplyAdd(even, t4, 0.04466016673979091);
        odd = TLanes.MultiplyAdd(odd, t4, 0.07499948145592032);
        even = TLanes.MultiplyAdd(even, t4, 0.16666667189937143);
        return TLanes.MultiplyAdd(odd, t2, even);
    }
}
