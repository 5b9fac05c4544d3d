using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>√(x² + y²), squares, sum and root in two words.</summary>
internal static class HypotFunctions
{
    /// <summary>If the larger one is between these, its square and that square's error are normal numbers, or it is 0.</summary>
    private const double Least = 1e-130, Most = 1e150;

    public readonly struct Double : IRealFunction2<double>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes>
        {
            // A NaN in y must not hide an infinite x, nor one in x an infinite y.
            TLanes a = TLanes.Abs(x), b = TLanes.Abs(y);
            TLanes larger = TLanes.SelectLess(a, b, b, a);
            return TLanes.AllBetween(TLanes.SelectLess(larger, double.Epsilon, 1, larger), Least, Most);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes a = x * x, b = y * y;
            TLanes aTail = TLanes.MultiplyAdd(x, x, -a), bTail = TLanes.MultiplyAdd(y, y, -b);
            TLanes sum = TwoWords.Sum(a, b, out TLanes tail);
            TLanes root = TwoWords.Sqrt(sum, tail + (aTail + bTail), out tail);
            return root + tail;
        }

        public static double Outside(double x, double y) => double.Hypot(x, y);
    }

    /// <summary>No square of a float overflows as a double.</summary>
    public readonly struct Single : IRealFunction2<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsCore<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes> => TLanes.AllWithin(x, float.MaxValue) && TLanes.AllWithin(y, float.MaxValue);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Core<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes> => TLanes.Sqrt(TLanes.MultiplyAdd(x, x, y * y));

        public static float Outside(float x, float y) => float.Hypot(x, y);
    }
}
