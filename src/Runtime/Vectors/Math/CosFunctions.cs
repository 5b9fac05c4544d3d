using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>cos x, as <see cref="SinFunctions"/> does it, a quarter of a turn on.</summary>
internal static class CosFunctions
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
            TLanes value = TLanes.SelectOdd(quadrant, SineKernel.Sine(r, tail, r2, cosine), SineKernel.Cosine(r, tail, r2, cosine));

            // Negative in quadrants 1 and 2: the second bit of the next quadrant's number.
            TLanes next = TLanes.AddBits(quadrant, TLanes.FromBits(1));
            return value ^ ((next << 62) & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Cos(x);
    }

    /// <summary>cos x = ±sin(x - (k + ½) π), the sign by k's last bit.</summary>
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
            TLanes shifted = TLanes.MultiplyAdd(angle, 0.3183098861837907, -0.5) + Bits.RoundingShift;
            TLanes k = (shifted - Bits.RoundingShift) + 0.5;
            TLanes value = SineKernel.SineSingle(SineReduction.ByPi(angle, k));
            return value ^ (TLanes.AddBits(shifted, TLanes.FromBits(1)) << 63);
        }

        public static float Outside(float x) => MathF.Cos(x);
    }
}
