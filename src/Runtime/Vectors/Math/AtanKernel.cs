using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>(arctan t - t) / t³ in t², for |t| ≤ tan(π/8).</summary>
internal static class AtanKernel
{
    /// <summary>Minimax (Remez), error 2^-59.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Polynomial<TLanes>(TLanes t2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes t4 = t2 * t2;
        TLanes even = TLanes.MultiplyAdd(-0.017920789795540716, t4, -0.05039794244032448);
        TLanes odd = TLanes.MultiplyAdd(0.03807698885479229, t4, 0.05847997810379269);
        even = TLanes.MultiplyAdd(even, t4, -0.06663118896898072);
        odd = TLanes.MultiplyAdd(odd, t4, 0.07692061509913498);
        even = TLanes.MultiplyAdd(even, t4, -0.09090897829507445);
        odd = TLanes.MultiplyAdd(odd, t4, 0.11111110785903767);
        even = TLanes.MultiplyAdd(even, t4, -0.1428571428024397);
        odd = TLanes.MultiplyAdd(odd, t4, 0.19999999999954038);
        even = TLanes.MultiplyAdd(even, t4, -0.333333333333332);
        return TLanes.MultiplyAdd(odd, t2, even);
    }

    /// <summary>To float's precision. Minimax (Remez), error 2^-35.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes PolynomialSingle<TLanes>(TLanes t2)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes t4 = t2 * t2;
        TLanes odd = TLanes.MultiplyAdd(0.04748060431258378, t4, 0.11045076468721601);
        TLanes even = TLanes.MultiplyAdd(-0.08478306589037803, t4, -0.1428204075375568);
        odd = TLanes.MultiplyAdd(odd, t4, 0.1999990514227875);
        even = TLanes.MultiplyAdd(even, t4, -0.33333332514107944);
        return TLanes.MultiplyAdd(odd, t2, even);
    }
}
