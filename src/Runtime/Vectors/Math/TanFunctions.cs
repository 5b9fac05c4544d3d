using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>tan x = sin r / cos r or -cos r / sin r, by the quadrant, each in two words; of |x|, with the sign of x.</summary>
internal static class TanFunctions
{
    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, SineReduction.Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes quadrant = SineReduction.ByHalfPi(TLanes.Abs(x), out TLanes r, out TLanes rTail);
            TLanes r2 = r * r;
            TLanes cosine = TLanes.MultiplyAdd(r2, -0.5, 1);
            TLanes sineTail = SineKernel.SineTail(r, rTail, r2, cosine);
            TLanes cosineTail = SineKernel.CosineTail(r, rTail, r2, cosine);
            TwoWords.Normalize(ref r, ref sineTail);
            TwoWords.Normalize(ref cosine, ref cosineTail);
            TLanes quotient = TwoWords.Divide(
                TLanes.SelectOdd(quadrant, cosine, r),
                TLanes.SelectOdd(quadrant, cosineTail, sineTail),
                TLanes.SelectOdd(quadrant, r, cosine),
                TLanes.SelectOdd(quadrant, sineTail, cosineTail),
                out TLanes tail);
            return (quotient + tail) ^ (((quadrant << 63) ^ x) & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Tan(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, SineReduction.Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes quadrant = SineReduction.ByHalfPi(TLanes.Abs(x), out TLanes r, out _);
            TLanes tangent = SineKernel.TangentSingle(r);
            TLanes value = TLanes.SelectOdd(quadrant, 1, tangent) / TLanes.SelectOdd(quadrant, tangent, 1);
            return value ^ (((quadrant << 63) ^ x) & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Tan(x);
    }
}
