using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>sin x: the quadrant says which of the reduced angle's sine and cosine it is, and its sign. The reduction is of |x|, so that -0 stays -0.</summary>
internal static class SinFunctions
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
            TLanes quadrant = SineReduction.ByHalfPi(TLanes.Abs(x), out TLanes r, out TLanes tail);
            TLanes r2 = r * r;
            TLanes cosine = TLanes.MultiplyAdd(r2, -0.5, 1);
            TLanes value = TLanes.SelectOdd(quadrant, SineKernel.Cosine(r, tail, r2, cosine), SineKernel.Sine(r, tail, r2, cosine));

            // The quadrant's second bit is the sign.
            return value ^ (((quadrant << 62) ^ x) & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Sin(x);
    }

    /// <summary>Half turns are taken off instead of quarters: one polynomial.</summary>
    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, SineReduction.Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes angle = TLanes.Abs(x);
            TLanes shifted = TLanes.MultiplyAdd(angle, 0.3183098861837907, Bits.RoundingShift);
            TLanes value = SineKernel.SineSingle(SineReduction.ByPi(angle, shifted - Bits.RoundingShift));
            return value ^ (shifted << 63) ^ (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Sin(x);
    }
}
