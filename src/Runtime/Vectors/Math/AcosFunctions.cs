using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>arccos x = π/2 - arcsin x up to ½, twice the reduced arc sine from there on, and π less that for negative numbers.</summary>
internal static class AcosFunctions
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
            TLanes factor = TLanes.SelectLess(a, AsinKernel.Half, -1, 2) ^ (x & TLanes.FromBits(Bits.Sign));

            // How often π/2 is to be added.
            TLanes quarters = TLanes.SelectLess(a, AsinKernel.Half, 1, TLanes.SelectLess(x, 0, 2, 0));
            TLanes whole = quarters * AsinKernel.HalfPi;
            TLanes sum = TLanes.MultiplyAdd(factor, t, whole);
            TLanes lost = TLanes.MultiplyAdd(factor, t, whole - sum);
            return sum + TLanes.MultiplyAdd(factor, higher, TLanes.MultiplyAdd(quarters, AsinKernel.HalfPiTail, lost));
        }

        public static double Outside(double x) => Math.Acos(x);
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
            TLanes factor = TLanes.SelectLess(a, AsinKernel.Half, -1, 2) ^ (x & TLanes.FromBits(Bits.Sign));
            TLanes quarters = TLanes.SelectLess(a, AsinKernel.Half, 1, TLanes.SelectLess(x, 0, 2, 0));
            return TLanes.MultiplyAdd(factor, arc, quarters * AsinKernel.HalfPi);
        }

        public static float Outside(float x) => MathF.Acos(x);
    }
}
