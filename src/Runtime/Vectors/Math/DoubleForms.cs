using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// The forms of a function of doubles. Each is a call: inlined, a few of them would exhaust what the JIT allows one method, and the rest
/// would fall apart into calls of operators. The result in a lane is a function of that lane's argument alone, the same in every form.
/// </summary>
internal static class DoubleForms<TFunction>
    where TFunction : struct, IRealFunction<double>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Invoke(double x) => TFunction.IsCore<OneLane>(x) ? TFunction.Core<OneLane>(x).Value : TFunction.Outside(x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector512<double> Invoke(Vector512<double> x)
    {
        if (Vector512.IsHardwareAccelerated && TFunction.IsCore(new EightLanes(x)))
        {
            return TFunction.Core(new EightLanes(x)).Value;
        }

        Otherwise(x, out Vector512<double> result);
        return result;
    }

    /// <summary>Narrower hardware, or a lane outside the core range: by halves, then lane by lane.</summary>
    /// <remarks>Not returned: the caller's own result would live in memory.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector512<double> x, out Vector512<double> result) =>
        result = Vector512.Create(Half(x.GetLower()), Half(x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Half(Vector256<double> x)
    {
        if (Vector256.IsHardwareAccelerated && TFunction.IsCore(new FourLanes(x)))
        {
            return TFunction.Core(new FourLanes(x)).Value;
        }

        return LaneByLane(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> LaneByLane(Vector256<double> x) =>
        Vector256.Create(Invoke(x.GetElement(0)), Invoke(x.GetElement(1)), Invoke(x.GetElement(2)), Invoke(x.GetElement(3)));
}
