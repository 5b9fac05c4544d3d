using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// The forms of a function of two doubles. Each is a call: inlined, a few of them would exhaust what the JIT allows one method, and the
/// rest would fall apart into calls of operators. The result in a lane is a function of that lane's arguments alone, the same in every
/// form.
/// </summary>
internal static class DoubleForms2<TFunction>
    where TFunction : struct, IRealFunction2<double>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Invoke(double x, double y) => TFunction.IsCore<OneLane>(x, y) ? TFunction.Core<OneLane>(x, y).Value : TFunction.Outside(x, y);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector512<double> Invoke(Vector512<double> x, Vector512<double> y)
    {
        if (Vector512.IsHardwareAccelerated && TFunction.IsCore(new EightLanes(x), new EightLanes(y)))
        {
            return TFunction.Core(new EightLanes(x), new EightLanes(y)).Value;
        }

        Otherwise(x, y, out Vector512<double> result);
        return result;
    }

    /// <summary>Narrower hardware, or a lane outside the core range: by halves, then lane by lane.</summary>
    /// <remarks>Not returned: the caller's own result would live in memory.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector512<double> x, Vector512<double> y, out Vector512<double> result) =>
        result = Vector512.Create(Half(x.GetLower(), y.GetLower()), Half(x.GetUpper(), y.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Half(Vector256<double> x, Vector256<double> y)
    {
        if (Vector256.IsHardwareAccelerated && TFunction.IsCore(new FourLanes(x), new FourLanes(y)))
        {
            return TFunction.Core(new FourLanes(x), new FourLanes(y)).Value;
        }

        return LaneByLane(x, y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LaneByLane(Vector256<double> x, Vector256<double> y) =>
        Vector256.Create(Invoke(x.GetElement(0), y.GetElement(0)), Invoke(x.GetElement(1), y.GetElement(1)), Invoke(x.GetElement(2), y.GetElement(2)), Invoke(x.GetElement(3), y.GetElement(3)));
}
