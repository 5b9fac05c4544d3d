using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>ln x = k ln 2 + ln m, where x = 2^k · m.</summary>
internal static class LogFunctions
{
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

            // Where k isn't 0, |k ln 2| is more than |ln m|, so this is the sum's exact error; where it is 0, so is the error.
            TLanes whole = k * LogKernel.Ln2Short;
            TLanes sum = whole + head;
            TLanes lost = head - (sum - whole);
            return sum + (lost + TLanes.MultiplyAdd(k, LogKernel.Ln2Rest, tail));
        }

        public static double Outside(double x) => Math.Log(x);
    }

    /// <summary>A denormal float is a normal double.</summary>
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
            return TLanes.MultiplyAdd(k, ExpKernel.Ln2, LogKernel.EvaluateSingle(m - 1));
        }

        public static float Outside(float x) => MathF.Log(x);
    }
}
