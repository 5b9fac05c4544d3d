using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>log₂ x = k + ln m · log₂ e, where x = 2^k · m; exact for a power of two.</summary>
internal static class Log2Functions
{
    /// <summary>log₂ e in two words.</summary>
    private const double Log2E = 1.4426950408889634, Log2ETail = 2.0355273740931033e-17;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, LogKernel.LeastNormal, double.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes k = Bits.SplitExponent(x, out TLanes m);
            TLanes head = LogKernel.Evaluate(m - 1, out TLanes tail);
            head = LogKernel.ToBase(head, ref tail, Log2E, Log2ETail);
            TLanes sum = k + head;
            return sum + ((head - (sum - k)) + tail);
        }

        public static double Outside(double x) => Math.Log2(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, float.Epsilon, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes k = Bits.SplitExponent(x, out TLanes m);
            return TLanes.MultiplyAdd(LogKernel.EvaluateSingle(m - 1), Log2E, k);
        }

        public static float Outside(float x) => MathF.Log2(x);
    }
}
