using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// The angle of (x, y): arctan of the smaller coordinate by the larger, reduced to |t| ≤ tan(π/8) as an arc tangent is, and as many eighths of a turn
/// as the octant asks for. Zeros have the sides that their signs tell.
/// </summary>
internal static class Atan2Functions
{
    /// <summary>tan(π/8).</summary>
    private const double Low = 0.41421356237309503;

    /// <summary>π/4 in two words.</summary>
    private const double QuarterPi = 0.7853981633974483, QuarterPiTail = 3.061616997868383e-17;

    /// <summary>Coordinates between these, or 0, have quotients and errors of quotients that are normal numbers.</summary>
    private const double Least = 1e-140, Most = 1e140;

    public readonly struct Double : IRealFunction2<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes y, TLanes x)
            where TLanes : struct, ILanes<TLanes> => IsModerate(TLanes.Abs(y)) && IsModerate(TLanes.Abs(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes y, TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes eighths = Reduce(y, x, out TLanes dividend, out TLanes divisor, out TLanes isReduced, out TLanes sign);

            // (d - n) / (d + n), each with what rounding lost.
            TLanes less = TwoWords.Sum(dividend, -divisor, out TLanes lessTail);
            TLanes more = TwoWords.Sum(divisor, dividend, out TLanes moreTail);
            TLanes t = TwoWords.Divide(
                TLanes.SelectOdd(isReduced, less, dividend),
                TLanes.SelectOdd(isReduced, lessTail, 0),
                TLanes.SelectOdd(isReduced, more, divisor),
                TLanes.SelectOdd(isReduced, moreTail, 0),
                out TLanes tail);
            TLanes t2 = t * t;
            TLanes higher = TLanes.MultiplyAdd(t * t2, AtanKernel.Polynomial(t2), tail) ^ sign;
            t ^= sign;

            TLanes whole = eighths * QuarterPi;
            TLanes wholeTail = TLanes.MultiplyAdd(eighths, QuarterPi, -whole);
            TLanes sum = whole + t;
            TLanes lost = (t - (sum - whole)) + TLanes.MultiplyAdd(eighths, QuarterPiTail, wholeTail);
            return (sum + (lost + higher)) | (y & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double y, double x) => Math.Atan2(y, x);
    }

    public readonly struct Single : IRealFunction2<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes y, TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(y, float.MaxValue) && TLanes.AllWithin(x, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes y, TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes eighths = Reduce(y, x, out TLanes dividend, out TLanes divisor, out TLanes isReduced, out TLanes sign);
            TLanes t = TLanes.SelectOdd(isReduced, dividend - divisor, dividend) / TLanes.SelectOdd(isReduced, divisor + dividend, divisor);
            TLanes t2 = t * t;
            TLanes arc = TLanes.MultiplyAdd(t * t2, AtanKernel.PolynomialSingle(t2), t) ^ sign;
            return TLanes.MultiplyAdd(eighths, QuarterPi, arc) | (y & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float y, float x) => MathF.Atan2(y, x);
    }

    /// <summary>
    /// Smaller by larger coordinate, and how to go on from the arc tangent of their quotient: less the eighths of a turn that are returned, or those
    /// less it, by <paramref name="sign"/>; odd where the quotient is to be reduced once more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Reduce<TLanes>(TLanes y, TLanes x, out TLanes dividend, out TLanes divisor, out TLanes isReduced, out TLanes sign)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes one = TLanes.FromBits(1), none = TLanes.FromBits(0);
        TLanes signBit = TLanes.FromBits(Bits.Sign);
        TLanes a = TLanes.Abs(x), b = TLanes.Abs(y);
        dividend = TLanes.SelectLess(a, b, a, b);
        divisor = TLanes.SelectLess(a, b, b, a);

        // (0, 0) is (0, 1): the quotient is 0.
        divisor = TLanes.SelectLess(divisor, double.Epsilon, 1, divisor);
        isReduced = TLanes.SelectLess(divisor * Low, dividend, one, none);

        // Swapped: 2 eighths less the quotient's angle. x negative: 4 eighths less all that.
        TLanes steep = TLanes.SelectLess(a, b, 2, 0);
        sign = (TLanes.SelectLess(a, b, TLanes.FromBits(Bits.Sign), none) ^ x) & signBit;
        TLanes eighths = steep + (TLanes.SelectLess(divisor * Low, dividend, 1, 0) ^ (TLanes.SelectLess(a, b, signBit, none)));
        TLanes isLeft = (x >>> 63) & one;
        return TLanes.SelectOdd(isLeft, (TLanes)4 - eighths, eighths);
    }

    /// <summary>A NaN isn't.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsModerate<TLanes>(TLanes value)
        where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(TLanes.SelectLess(value, double.Epsilon, 1, value), Least, Most);
}
