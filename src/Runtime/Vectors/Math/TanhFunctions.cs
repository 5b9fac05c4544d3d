using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>tanh x = E / (E + 2), where E = e^(2|x|) - 1, with the sign of x.</summary>
internal static class TanhFunctions
{
    /// <summary>Up to here, e^(2x) is far from overflow.</summary>
    private const double Bound = 350;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes angle = TLanes.Abs(x);
            TLanes e = ExpM1Kernel.Evaluate(angle + angle, out TLanes eTail);
            TwoWords.Normalize(ref e, ref eTail);

            // The exact error of a sum whose terms may be in either order (Knuth).
            TLanes divisor = e + 2;
            TLanes two = divisor - e;
            TLanes divisorTail = ((e - (divisor - two)) + ((TLanes)2 - two)) + eTail;
            TLanes quotient = TwoWords.Divide(e, eTail, divisor, divisorTail, out TLanes tail);
            return (quotient + tail) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Tanh(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes angle = TLanes.Abs(x);
            TLanes e = ExpM1Kernel.EvaluateSingle(angle + angle);
            return (e / (e + 2)) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Tanh(x);
    }
}
