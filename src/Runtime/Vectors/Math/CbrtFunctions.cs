using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// ∛x = 2^q ∛r of |x| = 2^(3q) r with a sign: 1/∛r from a polynomial and a step of third order, then r times its square, and for doubles a step of
/// Newton's with the exact remainder. ±0 stays.
/// </summary>
internal static class CbrtFunctions
{
    /// <summary>Powers of 2^(-1/3), by which the polynomial's value goes on from m to 2m and m/2.</summary>
    private const double Root2 = 1.2599210498948732, RootHalf = 0.7937005259840998;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(NotZero(TLanes.Abs(x)), LogKernel.LeastNormal, double.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes r = Reduce(TLanes.Abs(x), out TLanes shifted);
            TLanes p = Inverse(r);
            TLanes p2 = p * p;
            TLanes root = r * p2;
            TLanes square = root * root;
            TLanes squareTail = TLanes.MultiplyAdd(root, root, -square);
            TLanes rest = TLanes.MultiplyAdd(-squareTail, root, TLanes.MultiplyAdd(-square, root, r));
            TLanes value = TLanes.MultiplyAdd(rest * p2, 1.0 / 3, root);
            return Result(x, value, shifted);
        }

        public static double Outside(double x) => Math.Cbrt(x);
    }

    /// <summary>A denormal float is a normal double.</summary>
    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes r = Reduce(TLanes.Abs(x), out TLanes shifted);
            TLanes p = Inverse(r);
            return Result(x, r * (p * p), shifted);
        }

        public static float Outside(float x) => MathF.Cbrt(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes NotZero<TLanes>(TLanes value)
        where TLanes : struct, ILanes<TLanes> => TLanes.SelectLess(value, double.Epsilon, 1, value);

    /// <summary>r with √½ / 2 ≤ r &lt; 2 √2, and q + <see cref="Bits.RoundingShift"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Reduce<TLanes>(TLanes x, out TLanes shifted)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes k = Bits.SplitExponent(NotZero(x), out TLanes m);
        shifted = TLanes.MultiplyAdd(k, 1.0 / 3, Bits.RoundingShift);
        TLanes rest = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -3, k);
        return m * TLanes.SelectLess(rest, 0, 0.5, TLanes.SelectLess(0, rest, 2, 1));
    }

    /// <summary>1/∛r to 2^-43: minimax (Remez) for m^(-1/3) from √½ to √2, error 2^-14.7; e = 1 - r p³ takes it to (1 - e)^(-1/3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Inverse<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        const double rootHalf = 0.7071067811865476, root2 = 1.4142135623730951;
        TLanes m = TLanes.SelectLess(r, rootHalf, r + r, TLanes.SelectLess(r, root2, r, r * 0.5));
        TLanes m2 = m * m;
        TLanes high = TLanes.MultiplyAdd(TLanes.MultiplyAdd(0.12837282387089946, m, -0.7024020094246031), m, 1.561331476604209);
        TLanes p = TLanes.MultiplyAdd(high, m2, TLanes.MultiplyAdd(-1.8618497249944825, m, 1.8745240244529011));
        p *= TLanes.SelectLess(r, rootHalf, Root2, TLanes.SelectLess(r, root2, 1, RootHalf));
        TLanes e = TLanes.MultiplyAdd(-r * p, p * p, 1);
        return TLanes.MultiplyAdd(p * e, TLanes.MultiplyAdd(e, 2.0 / 9, 1.0 / 3), p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Result<TLanes>(TLanes x, TLanes value, TLanes shifted)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes root = Bits.Scale(value, shifted) | (x & TLanes.FromBits(Bits.Sign));
        return TLanes.SelectLess(TLanes.Abs(x), double.Epsilon, x, root);
    }
}
