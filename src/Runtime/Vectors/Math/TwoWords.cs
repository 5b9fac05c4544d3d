using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Arithmetic on numbers in two words, a head and a tail.</summary>
internal static class TwoWords
{
    /// <summary>head + tail, where |head| ≥ |tail| or head is 0, with the head rounded from both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Normalize<TLanes>(ref TLanes head, ref TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = head + tail;
        tail -= sum - head;
        head = sum;
    }

    /// <summary>
    /// The quotient of two numbers in two words each, heads rounded, in two words: a division and a step that corrects it
    /// (Dekker).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Divide<TLanes>(TLanes dividend, TLanes dividendTail, TLanes divisor, TLanes divisorTail, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes reciprocal = (TLanes)1 / divisor;
        TLanes quotient = dividend * reciprocal;
        TLanes rest = TLanes.MultiplyAdd(-quotient, divisor, dividend) + TLanes.MultiplyAdd(-quotient, divisorTail, dividendTail);
        tail = rest * reciprocal;
        return quotient;
    }

    /// <summary>The sum and its exact error, whichever summand is the larger (Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sum<TLanes>(TLanes left, TLanes right, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = left + right;
        TLanes part = sum - left;
        tail = (left - (sum - part)) + (right - part);
        return sum;
    }

    /// <summary>The square root of a number that isn't negative, in two words; of 0 it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sqrt<TLanes>(TLanes square, TLanes squareTail, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes root = TLanes.Sqrt(square);
        TLanes rest = TLanes.MultiplyAdd(-root, root, square) + squareTail;

        // The least normal number changes no root but that of 0.
        tail = rest * 0.5 / (root + LogKernel.LeastNormal);
        return root;
    }
}
