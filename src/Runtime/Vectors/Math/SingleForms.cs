using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// The forms of a function of floats: computed in double and rounded once. Each is a call: inlined, a few of them would exhaust what the
/// JIT allows one method, and the rest would fall apart into calls of operators. The result in a lane is a function of that lane's argument
/// alone.
/// </summary>
internal static class SingleForms<TFunction>
    where TFunction : struct, IRealFunction<float>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Invoke(float x)
    {
        OneLane wide = OneLane.Widen(x);
        return TFunction.IsCore(wide) ? (float)TFunction.Core(wide).Value : TFunction.Outside(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector512<float> Invoke(Vector512<float> x)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
            if (TFunction.IsCore(new EightLanes(lower)) && TFunction.IsCore(new EightLanes(upper)))
            {
                return Vector512.Narrow(TFunction.Core(new EightLanes(lower)).Value, TFunction.Core(new EightLanes(upper)).Value);
            }
        }

        Otherwise(x, out Vector512<float> result);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector256<float> Invoke(Vector256<float> x)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> wide = VectorConvert.Widen(x);
            if (TFunction.IsCore(new EightLanes(wide)))
            {
                return VectorConvert.Narrow(TFunction.Core(new EightLanes(wide)).Value);
            }
        }

        Otherwise(x, out Vector256<float> result);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector512<float> x, out Vector512<float> result) =>
        result = Vector512.Create(Invoke(x.GetLower()), Invoke(x.GetUpper()));

    /// <summary>Narrower hardware, or a lane outside the core range: by halves of four lanes, then lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector256<float> x, out Vector256<float> result)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
            if (TFunction.IsCore(new FourLanes(lower)) && TFunction.IsCore(new FourLanes(upper)))
            {
                result = Vector256.Narrow(TFunction.Core(new FourLanes(lower)).Value, TFunction.Core(new FourLanes(upper)).Value);
                return;
            }
        }

        result = Vector256.Create(LaneByLane(x.GetLower()), LaneByLane(x.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LaneByLane(Vector128<float> x) =>
        Vector128.Create(Invoke(x.GetElement(0)), Invoke(x.GetElement(1)), Invoke(x.GetElement(2)), Invoke(x.GetElement(3)));
}
