using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>lg x = k lg 2 + ln m · lg e, where x = 2^k · m.</summary>
internal static class Log10Functions
{
    /// <summary>lg e in two words.</summary>
    private const double Log10E = 0.4342944819032518, Log10ETail = 1.098319650216765e-17;

    /// <summary>lg 2 in two words, the first so short that k times it is exact.</summary>
    private const double Log10Of2Short = 0.30102999566361177, Log10Of2Rest = 3.694239077158931e-13;

    private const double Log10Of2 = 0.3010299956639812;

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
            head = LogKernel.ToBase(head, ref tail, Log10E, Log10ETail);
            TLanes whole = k * Log10Of2Short;
            TLanes sum = whole + head;
            return sum + ((head - (sum - whole)) + TLanes.MultiplyAdd(k, Log10Of2Rest, tail));
        }

        public static double Outside(double x) => Math.Log10(x);
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
            return TLanes.MultiplyAdd(LogKernel.EvaluateSingle(m - 1), Log10E, k * Log10Of2);
        }

        public static float Outside(float x) => MathF.Log10(x);
    }
}
