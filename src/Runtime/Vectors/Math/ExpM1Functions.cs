using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>e^x - 1. The sign is the argument's: -0 stays -0.</summary>
internal static class ExpM1Functions
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
            TLanes head = ExpM1Kernel.Evaluate(x, out TLanes tail);
            return (head + tail) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => double.ExpM1(x);
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
            return ExpM1Kernel.EvaluateSingle(x) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => float.ExpM1(x);
    }
}
