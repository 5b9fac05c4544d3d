using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>cosh x = (e^x + e^-x) / 2, of |x|.</summary>
internal static class CoshFunctions
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

            // e^x = E + 1, where E may be small or large: the sum's exact error whichever it is (Knuth).
            TLanes exp = e + 1;
            TLanes one = exp - e;
            TLanes expTail = ((e - (exp - one)) + ((TLanes)1 - one)) + eTail;
            TLanes inverse = (TLanes)1 / (exp + expTail);
            TLanes sum = exp + inverse;
            return (sum + ((inverse - (sum - exp)) + expTail)) * 0.5;
        }

        public static double Outside(double x) => Math.Cosh(x);
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
            TLanes exp = ExpM1Kernel.EvaluateSingle(TLanes.Abs(x)) + 1;
            return (exp + ((TLanes)1 / exp)) * 0.5;
        }

        public static float Outside(float x) => MathF.Cosh(x);
    }
}
