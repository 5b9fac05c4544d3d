using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// The forms of a function of two floats: computed in double and rounded once. Each is a call: inlined, a few of them would exhaust what
/// the JIT allows one method, and the rest would fall apart into calls of operators. The result in a lane is a function of that lane's
/// arguments alone.
/// </summary>
internal static class SingleForms2<TFunction>
    where TFunction : struct, IRealFunction2<float>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float Invoke(float x, float y)
    {
        OneLane wideX = OneLane.Widen(x), wideY = OneLane.Widen(y);
        return TFunction.IsCore(wideX, wideY) ? (float)TFunction.Core(wideX, wideY).Value : TFunction.Outside(x, y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector512<float> Invoke(Vector512<float> x, Vector512<float> y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            (Vector512<double> lowerX, Vector512<double> upperX) = Vector512.Widen(x);
            (Vector512<double> lowerY, Vector512<double> upperY) = Vector512.Widen(y);
            if (TFunction.IsCore(new EightLanes(lowerX), new EightLanes(lowerY)) && TFunction.IsCore(new EightLanes(upperX), new EightLanes(upperY)))
            {
                return Vector512.Narrow(TFunction.Core(new EightLanes(lowerX), new EightLanes(lowerY)).Value, TFunction.Core(new EightLanes(upperX), new EightLanes(upperY)).Value);
            }
        }

        Otherwise(x, y, out Vector512<float> result);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    public static Vector256<float> Invoke(Vector256<float> x, Vector256<float> y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<double> wideX = VectorConvert.Widen(x), wideY = VectorConvert.Widen(y);
            if (TFunction.IsCore(new EightLanes(wideX), new EightLanes(wideY)))
            {
                return VectorConvert.Narrow(TFunction.Core(new EightLanes(wideX), new EightLanes(wideY)).Value);
            }
        }

        Otherwise(x, y, out Vector256<float> result);
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector512<float> x, Vector512<float> y, out Vector512<float> result) =>
        result = Vector512.Create(Invoke(x.GetLower(), y.GetLower()), Invoke(x.GetUpper(), y.GetUpper()));

    /// <summary>Narrower hardware, or a lane outside the core range: by halves of four lanes, then lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Otherwise(Vector256<float> x, Vector256<float> y, out Vector256<float> result)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            (Vector256<double> lowerX, Vector256<double> upperX) = Vector256.Widen(x);
            (Vector256<double> lowerY, Vector256<double> upperY) = Vector256.Widen(y);
            if (TFunction.IsCore(new FourLanes(lowerX), new FourLanes(lowerY)) && TFunction.IsCore(new FourLanes(upperX), new FourLanes(upperY)))
            {
                result = Vector256.Narrow(TFunction.Core(new FourLanes(lowerX), new FourLanes(lowerY)).Value, TFunction.Core(new FourLanes(upperX), new FourLanes(upperY)).Value);
                return;
            }
        }

        result = Vector256.Create(LaneByLane(x.GetLower(), y.GetLower()), LaneByLane(x.GetUpper(), y.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LaneByLane(Vector128<float> x, Vector128<float> y) =>
        Vector128.Create(Invoke(x.GetElement(0), y.GetElement(0)), Invoke(x.GetElement(1), y.GetElement(1)), Invoke(x.GetElement(2), y.GetElement(2)), Invoke(x.GetElement(3), y.GetElement(3)));
}
