using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>sinh x = (E + E / (E + 1)) / 2, where E = e^|x| - 1, with the sign of x.</summary>
internal static class SinhFunctions
{
    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, ExpM1Kernel.Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes e = ExpM1Kernel.Evaluate(TLanes.Abs(x), out TLanes eTail);
            TwoWords.Normalize(ref e, ref eTail);
            TLanes divisor = e + 1;
            TLanes one = divisor - e;
            TLanes divisorTail = ((e - (divisor - one)) + ((TLanes)1 - one)) + eTail;
            TLanes quotient = TwoWords.Divide(e, eTail, divisor, divisorTail, out TLanes tail);

            // E is at least the quotient.
            TLanes sum = e + quotient;
            TLanes lost = (quotient - (sum - e)) + (eTail + tail);
            return ((sum + lost) * 0.5) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Sinh(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, ExpM1Kernel.Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes e = ExpM1Kernel.EvaluateSingle(TLanes.Abs(x));
            return ((e + (e / (e + 1))) * 0.5) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Sinh(x);
    }
}
