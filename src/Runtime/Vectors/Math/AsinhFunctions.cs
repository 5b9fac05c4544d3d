using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arsinh x = ln(1 + a + a² / (1 + √(1 + a²))) of a = |x|, with the sign of x.</summary>
internal static class AsinhFunctions
{
    /// <summary>Up to here, the square is far from overflow.</summary>
    private const double Bound = 1e150;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes square = a * a;
            TLanes squareTail = TLanes.MultiplyAdd(a, a, -square);
            TLanes more = TwoWords.Sum(1, square, out TLanes moreTail);
            TLanes root = TwoWords.Sqrt(more, moreTail + squareTail, out TLanes rootTail);
            TLanes divisor = root + 1;
            TLanes divisorTail = ((TLanes)1 - (divisor - root)) + rootTail;
            TLanes quotient = TwoWords.Divide(square, squareTail, divisor, divisorTail, out TLanes tail);

            // The quotient is less than a.
            TLanes sum = a + quotient;
            TLanes head = LogP1Kernel.Evaluate(sum, (quotient - (sum - a)) + tail, out tail);
            return (head + tail) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Asinh(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes square = a * a;
            TLanes quotient = square / (TLanes.Sqrt(square + 1) + 1);
            return LogP1Kernel.EvaluateSingle(a + quotient) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Asinh(x);
    }
}
