using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>ln(1 + x). The sign is the argument's: -0 stays -0.</summary>
internal static class LogP1Functions
{
    /// <summary>The least doubles and floats greater than -1.</summary>
    private const double Least = -0.9999999999999999, LeastSingle = -0.99999994f;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, Least, double.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes head = LogP1Kernel.Evaluate(x, 0, out TLanes tail);
            return (head + tail) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => double.LogP1(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllBetween(x, LeastSingle, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => LogP1Kernel.EvaluateSingle(x) | (x & TLanes.FromBits(Bits.Sign));

        public static float Outside(float x) => float.LogP1(x);
    }
}
