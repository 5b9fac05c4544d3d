using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Steps that several functions take on the bits of doubles.</summary>
internal static class Bits
{
    /// <summary>
    /// 1.5 · 2^52: added to a number of less than 2^51, it rounds that to an integer, which is then in the sum's low bits, and in the sum less this.
    /// </summary>
    public const double RoundingShift = 6755399441055744.0;

    /// <summary>The sign's bit.</summary>
    public const long Sign = long.MinValue;

    /// <summary>The significand's bits.</summary>
    public const long Significand = 0x000f_ffff_ffff_ffff;

    /// <summary>Times 2^k, where <paramref name="shifted"/> is k + <see cref="RoundingShift"/>; the result must be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Scale<TLanes>(TLanes value, TLanes shifted)
        where TLanes : struct, ILanes<TLanes> => TLanes.AddBits(value, shifted << 52);

    /// <summary>A normal positive x = 2^k · m with √½ ≤ m &lt; √2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes SplitExponent<TLanes>(TLanes x, out TLanes m)
        where TLanes : struct, ILanes<TLanes>
    {
        // √½'s bits, and what takes them to those of 1: whatever is at least √½ · 2^k gets k in the exponent's place, biased.
        const long rootHalf = 0x3fe6_a09e_667f_3bcd;
        TLanes biased = TLanes.AddBits(x, TLanes.FromBits(0x3ff0_0000_0000_0000 - rootHalf));
        m = TLanes.AddBits(biased & TLanes.FromBits(Significand), TLanes.FromBits(rootHalf));

        // An integer below 2^52 in the low bits of 2^52 is added to it.
        const double two52 = 4503599627370496.0;
        return ((biased >>> 52) | two52) - (two52 + 1023);
    }
}
