using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>ln(1 + f) for √½ ≤ 1 + f &lt; √2.</summary>
internal static class LogKernel
{
    /// <summary>ln 2 in two words, the first so short that a number's exponent times it is exact.</summary>
    public const double Ln2Short = 0.6931471805592082, Ln2Rest = 7.371002565167799e-13;

    /// <summary>The least normal number.</summary>
    public const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>
    /// ln(1 + f) in two words, by fdlibm's reduction: with s = f / (2 + f), ln(1 + f) = f - f²/2 + s (f²/2 + s² R(s²)), where the first two terms are
    /// kept exactly. R is minimax (Remez) for (ln((1+s)/(1-s)) - 2s) / s³, error 2^-58.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes f, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes s = f / ((TLanes)2 + f);
        TLanes half = f * -0.5;
        TLanes head = TLanes.MultiplyAdd(half, f, f);

        // f²/2, and exactly what head lacks of f - f²/2.
        TLanes square = f - head;
        TLanes lost = TLanes.MultiplyAdd(half, f, square);

        TLanes s2 = s * s;
        TLanes s4 = s2 * s2;
        TLanes even = TLanes.MultiplyAdd(0.14797508156387147, s4, 0.18183569732233462);
        TLanes odd = TLanes.MultiplyAdd(0.15313903316631092, s4, 0.22222198476231433);
        even = TLanes.MultiplyAdd(even, s4, 0.2857142874325923);
        odd = TLanes.MultiplyAdd(odd, s4, 0.3999999999941111);
        even = TLanes.MultiplyAdd(even, s4, 0.6666666666666735);
        TLanes polynomial = TLanes.MultiplyAdd(odd, s2, even);
        tail = TLanes.MultiplyAdd(s, TLanes.MultiplyAdd(polynomial, s2, square), lost);
        return head;
    }

    /// <summary>ln(1 + f) to float's precision. Minimax (Remez) for (ln(1 + f) - f) / f², error 2^-33.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes f)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes f2 = f * f;
        TLanes even = TLanes.MultiplyAdd(-0.05993014582855564, f2, -0.10871300768474003);
        TLanes odd = TLanes.MultiplyAdd(0.10727378877344255, f2, 0.11021113317798871);
        even = TLanes.MultiplyAdd(even, f2, -0.12412525873263622);
        odd = TLanes.MultiplyAdd(odd, f2, 0.14285689133489862);
        even = TLanes.MultiplyAdd(even, f2, -0.1667033414399892);
        odd = TLanes.MultiplyAdd(odd, f2, 0.20000096921483218);
        even = TLanes.MultiplyAdd(even, f2, -0.2499993797999985);
        odd = TLanes.MultiplyAdd(odd, f2, 0.33333331976882846);
        even = TLanes.MultiplyAdd(even, f2, -0.5000000028489555);
        return TLanes.MultiplyAdd(f2, TLanes.MultiplyAdd(odd, f, even), f);
    }

    /// <summary>The two-word logarithm times a two-word constant, again in two words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ToBase<TLanes>(TLanes head, ref TLanes tail, double factor, double factorTail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes product = head * factor;
        TLanes lost = TLanes.MultiplyAdd(head, factor, -product);
        tail = TLanes.MultiplyAdd(tail, factor, TLanes.MultiplyAdd(head, factorTail, lost));
        return product;
    }
}
