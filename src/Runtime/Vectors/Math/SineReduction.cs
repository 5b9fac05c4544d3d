using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>The nearest multiple of π/2 or π taken from an angle: the additive reduction of Cody and Waite with words of full length.</summary>
internal static class SineReduction
{
    /// <summary>Up to here, a multiple is taken off so exactly that the sine of the rest keeps its last bit, however small it is. k fits in 20 bits.</summary>
    public const double Bound = 1e6;

    /// <summary>π/2 in three words, the second of 33 bits.</summary>
    private const double HalfPi = 1.5707963267948966, HalfPiShort = 6.12323399538461e-17, HalfPiRest = 3.5215598651832e-27;

    /// <summary>π in two words.</summary>
    private const double Pi = 3.141592653589793, PiTail = 1.2246467991473532e-16;

    /// <summary>r + tail = x - k π/2 with |r| ≤ π/4, for 0 ≤ x.</summary>
    /// <returns>k, in the low bits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ByHalfPi<TLanes>(TLanes x, out TLanes r, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes shifted = TLanes.MultiplyAdd(x, 0.6366197723675814, Bits.RoundingShift);
        TLanes k = shifted - Bits.RoundingShift;

        // Exact: the difference is a multiple of the lower operand's last place and less than 1.
        TLanes first = TLanes.MultiplyAdd(k, -HalfPi, x);

        // The second word is so short that k times it is exact: so is what r loses.
        r = TLanes.MultiplyAdd(k, -HalfPiShort, first);
        TLanes lost = TLanes.MultiplyAdd(k, -HalfPiShort, first - r);
        tail = TLanes.MultiplyAdd(k, -HalfPiRest, lost);
        return shifted;
    }

    /// <summary>x - k π for a whole k, or one and a half, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ByPi<TLanes>(TLanes x, TLanes k)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.MultiplyAdd(k, -PiTail, TLanes.MultiplyAdd(k, -Pi, x));
}
