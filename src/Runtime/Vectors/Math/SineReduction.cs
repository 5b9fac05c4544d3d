using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>The nearest multiple of π/2 or π taken from an angle: the additive reduction of Cody and Waite with words of full length.</summary>
internal static class SineReduction
{
    /// <summary>Up to here, a multiple is taken off so exactly that the sine of the rest keeps its last bit, however small it is.</summary>
    public const double Bound = 1e8;

    /// <summary>π/2 in three words.</summary>
    private const double HalfPi = 1.5707963267948966, HalfPiTail = 6.123233995736766e-17, HalfPiRest = -1.4973849048591698e-33;

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

        // The second word's product in two words, subtracted with the difference's error kept.
        TLanes product = k * HalfPiTail;
        TLanes rest = TLanes.MultiplyAdd(k, -HalfPiTail, product);
        r = first - product;
        tail = TLanes.MultiplyAdd(k, -HalfPiRest, ((first - r) - product) + rest);
        return shifted;
    }

    /// <summary>x - k π for a whole k, or one and a half, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ByPi<TLanes>(TLanes x, TLanes k)
        where TLanes : struct, ILanes<TLanes> =>
        TLanes.MultiplyAdd(k, -PiTail, TLanes.MultiplyAdd(k, -Pi, x));
}
