using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arcosh x = ln(1 + (x - 1) + √(x² - 1)).</summary>
internal static class AcoshFunctions
{
    /// <summary>Up to here, the square is far from overflow.</summary>
    private const double Bound = 1e150;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, 1, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            // x and its square are at least 1: the differences' errors are exact.
            TLanes less = x - 1;
            TLanes lessTail = (x - less) - 1;
            TLanes square = x * x;
            TLanes below = square - 1;
            TLanes belowTail = ((square - below) - 1) + TLanes.MultiplyAdd(x, x, -square);
            TLanes root = TwoWords.Sqrt(below, belowTail, out TLanes rootTail);

            // The root is at least x - 1.
            TLanes sum = root + less;
            TLanes head = LogP1Kernel.Evaluate(sum, (less - (sum - root)) + (rootTail + lessTail), out TLanes tail);
            return head + tail;
        }

        public static double Outside(double x) => Math.Acosh(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, 1, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes less = x - 1;
            return LogP1Kernel.EvaluateSingle(less + TLanes.Sqrt(less * (x + 1)));
        }

        public static float Outside(float x) => MathF.Acosh(x);
    }
}
