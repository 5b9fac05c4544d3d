using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>artanh x = ½ ln(1 + 2a / (1 - a)) of a = |x|, with the sign of x.</summary>
internal static class AtanhFunctions
{
    /// <summary>The greatest doubles and floats less than 1.</summary>
    private const double Bound = 0.9999999999999999, BoundSingle = 0.99999994f;

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
            TLanes less = (TLanes)1 - a;
            TLanes lessTail = ((TLanes)1 - less) - a;
            TLanes quotient = TwoWords.Divide(a + a, 0, less, lessTail, out TLanes tail);
            TLanes head = LogP1Kernel.Evaluate(quotient, tail, out tail);
            return ((head + tail) * 0.5) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Atanh(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, BoundSingle);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            return (LogP1Kernel.EvaluateSingle((a + a) / ((TLanes)1 - a)) * 0.5) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Atanh(x);
    }
}
