using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Sine and cosine of a reduced angle r + tail.</summary>
internal static class SineKernel
{
    /// <summary>sin(r + tail) for |r| ≤ π/4. Minimax (Remez) for (sin r - r) / r³ in r², error 2^-58.</summary>
    /// <param name="cosine">About the cosine.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sine<TLanes>(TLanes r, TLanes tail, TLanes r2, TLanes cosine)
        where TLanes : struct, ILanes<TLanes> => r + SineTail(r, tail, r2, cosine);

    /// <summary>sin(r + tail) - r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SineTail<TLanes>(TLanes r, TLanes tail, TLanes r2, TLanes cosine)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r4 = r2 * r2;
        TLanes odd = TLanes.MultiplyAdd(1.5896795190537243e-10, r4, 2.7557313691891292e-06);
        TLanes even = TLanes.MultiplyAdd(-2.5050758108808383e-08, r4, -0.00019841269829807802);
        odd = TLanes.MultiplyAdd(odd, r4, 0.008333333333322413);
        even = TLanes.MultiplyAdd(even, r4, -0.16666666666666632);
        return TLanes.MultiplyAdd(r2 * r, TLanes.MultiplyAdd(odd, r2, even), tail * cosine);
    }

    /// <summary>cos(r + tail) for |r| ≤ π/4. Minimax (Remez) for (cos r - 1 + r²/2) / r⁴ in r², error 2^-64.</summary>
    /// <param name="cosine">1 - r²/2, rounded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Cosine<TLanes>(TLanes r, TLanes tail, TLanes r2, TLanes cosine)
        where TLanes : struct, ILanes<TLanes> => cosine + CosineTail(r, tail, r2, cosine);

    /// <summary>cos(r + tail) less what 1 - r²/2 is rounded to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes CosineTail<TLanes>(TLanes r, TLanes tail, TLanes r2, TLanes cosine)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r4 = r2 * r2;
        TLanes odd = TLanes.MultiplyAdd(-1.1359647827745926e-11, r4, -2.755731435235087e-07);
        TLanes even = TLanes.MultiplyAdd(2.0875723274654556e-09, r4, 2.4801587289482272e-05);
        odd = TLanes.MultiplyAdd(odd, r4, -0.0013888888888874125);
        even = TLanes.MultiplyAdd(even, r4, 0.0416666666666666);

        // What 1 - r²/2 lost in rounding, exactly, and the sine times the tail.
        TLanes lost = TLanes.MultiplyAdd(r * -0.5, r, (TLanes)1 - cosine) - (r * tail);
        return TLanes.MultiplyAdd(r4, TLanes.MultiplyAdd(odd, r2, even), lost);
    }

    /// <summary>sin r for |r| ≤ π/2 to float's precision. Minimax (Remez) for (sin r - r) / r³ in r², error 2^-35.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SineSingle<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        TLanes r4 = r2 * r2;
        TLanes even = TLanes.MultiplyAdd(-2.390937222973242e-08, r4, -0.00019840894293163286);
        TLanes odd = TLanes.MultiplyAdd(2.752662716019278e-06, r4, 0.008333331325200718);
        even = TLanes.MultiplyAdd(even, r4, -0.16666666631776864);
        return TLanes.MultiplyAdd(r2 * r, TLanes.MultiplyAdd(odd, r2, even), r);
    }

    /// <summary>tan r for |r| ≤ π/4 to float's precision. Minimax (Remez) for (tan r - r) / r³ in r², error 2^-33.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes TangentSingle<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes r2 = r * r;
        TLanes r4 = r2 * r2;
        TLanes odd = TLanes.MultiplyAdd(0.0020579668446765857, r4, 0.005033631066387676);
        TLanes even = TLanes.MultiplyAdd(-0.0006370369802502617, r4, 0.00831035017588113);
        odd = TLanes.MultiplyAdd(odd, r4, 0.0219906185823054);
        even = TLanes.MultiplyAdd(even, r4, 0.053953732199704514);
        odd = TLanes.MultiplyAdd(odd, r4, 0.13333417008546788);
        even = TLanes.MultiplyAdd(even, r4, 0.3333333169066571);
        return TLanes.MultiplyAdd(r2 * r, TLanes.MultiplyAdd(odd, r2, even), r);
    }
}
