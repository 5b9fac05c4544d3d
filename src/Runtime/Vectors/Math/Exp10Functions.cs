using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>10^x = 2^k · e^((x - k lg 2) ln 10), where the parenthesis is had in two words.</summary>
internal static class Exp10Functions
{
    private const double Log2Of10 = 3.321928094887362;

    /// <summary>lg 2, and what it lacks, times ln 10.</summary>
    private const double Log10Of2 = 0.3010299956639812, Log10Of2TailTimesLn10 = -6.455822591846238e-18;

    /// <summary>ln 10 in two words.</summary>
    private const double Ln10 = 2.302585092994046, Ln10Tail = -2.1707562233822494e-16;

    /// <summary>Up to here, the result and 2^k are normal numbers.</summary>
    private const double Bound = 307;

    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, Bound);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes shifted = TLanes.MultiplyAdd(x, Log2Of10, Bits.RoundingShift);
            TLanes k = shifted - Bits.RoundingShift;

            // Exact, for the reason that it is in e^x.
            TLanes rest = TLanes.MultiplyAdd(k, -Log10Of2, x);
            TLanes r = rest * Ln10;
            TLanes tail = TLanes.MultiplyAdd(rest, Ln10Tail, TLanes.MultiplyAdd(rest, Ln10, -r));
            tail = TLanes.MultiplyAdd(k, -Log10Of2TailTimesLn10, tail);
            TLanes sum = (TLanes)1 + r;
            TLanes lost = tail + (r - (sum - 1));
            return Bits.Scale(ExpKernel.Evaluate(r + tail, sum, lost), shifted);
        }

        public static double Outside(double x) => double.Exp10(x);
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
            TLanes shifted = TLanes.MultiplyAdd(x, Log2Of10, Bits.RoundingShift);
            TLanes rest = TLanes.MultiplyAdd(shifted - Bits.RoundingShift, -Log10Of2, x);
            return Bits.Scale(ExpKernel.EvaluateSingle(rest * Ln10), shifted);
        }

        public static float Outside(float x) => float.Exp10(x);
    }
}
