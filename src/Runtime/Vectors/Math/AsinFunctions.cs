using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arcsin x: of |x|, with the sign of x; from ½ on, π/2 less twice a reduced one.</summary>
internal static class AsinFunctions
{
    public readonly struct Double : IRealFunction<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes t = AsinKernel.Reduce(a, out TLanes higher);
            TLanes factor = TLanes.SelectLess(a, AsinKernel.Half, 1, -2);
            TLanes whole = TLanes.SelectLess(a, AsinKernel.Half, 0, AsinKernel.HalfPi);
            TLanes wholeTail = TLanes.SelectLess(a, AsinKernel.Half, 0, AsinKernel.HalfPiTail);

            // π/2 is more than 2t: the sum's exact error.
            TLanes sum = TLanes.MultiplyAdd(factor, t, whole);
            TLanes lost = TLanes.MultiplyAdd(factor, t, whole - sum);
            return (sum + TLanes.MultiplyAdd(factor, higher, lost + wholeTail)) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static double Outside(double x) => Math.Asin(x);
    }

    public readonly struct Single : IRealFunction<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = TLanes.Abs(x);
            TLanes arc = AsinKernel.ReduceSingle(a);
            return TLanes.SelectLess(a, AsinKernel.Half, arc, TLanes.MultiplyAdd(arc, -2, AsinKernel.HalfPi)) | (x & TLanes.FromBits(Bits.Sign));
        }

        public static float Outside(float x) => MathF.Asin(x);
    }
}
