using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>e^x - 1 = (2^k - 1) + 2^k (e^r - 1): its own function, and what the hyperbolic ones are made of.</summary>
internal static class ExpM1Kernel
{
    /// <summary>Up to here, 2^k is a normal number.</summary>
    public const double Bound = 708;

    /// <summary>e^x - 1 in two words, of which the second is small but not tiny. The series' first two terms are kept exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TLanes>(TLanes x, out TLanes tail)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes shifted = TLanes.MultiplyAdd(x, ExpKernel.Log2E, Bits.RoundingShift);
        TLanes k = shifted - Bits.RoundingShift;
        TLanes first = TLanes.MultiplyAdd(k, -ExpKernel.Ln2, x);
        TLanes rest = k * -ExpKernel.Ln2Tail;
        TLanes r = first + rest;
        TLanes r2 = r * r;
        TLanes square = r2 * 0.5;
        TLanes squareTail = TLanes.MultiplyAdd(r, r * 0.5, -square);
        TLanes higher = TLanes.MultiplyAdd(r * r2, ExpKernel.Polynomial(r, r2), rest + squareTail);

        // 2^k - 1 is 0 or more than 2^k r, and their sum more than 2^k r²/2: the errors of the sums are exact.
        TLanes power = Bits.Scale((TLanes)1, shifted);
        TLanes whole = power - 1;
        TLanes wholeTail = (power - whole) - 1;
        TLanes part = power * first;
        TLanes sum = whole + part;
        square = power * square;
        TLanes head = sum + square;
        tail = (part - (sum - whole)) + (square - (head - sum)) + TLanes.MultiplyAdd(power, higher, wholeTail);
        return head;
    }

    /// <summary>e^x - 1 to float's precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSingle<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes shifted = TLanes.MultiplyAdd(x, ExpKernel.Log2E, Bits.RoundingShift);
        TLanes r = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -ExpKernel.Ln2, x);
        TLanes r2 = r * r;
        TLanes power = Bits.Scale((TLanes)1, shifted);
        return TLanes.MultiplyAdd(power, TLanes.MultiplyAdd(ExpKernel.PolynomialSingle(r, r2), r2, r), power - 1);
    }
}
