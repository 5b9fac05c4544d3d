using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Scalar functions applied to every lane: the bits are the scalar function's by construction.</summary>
public static partial class LaneMath
{
    /// <summary>A function of one argument, lane by lane.</summary>
    public static Vector512<T> Map512<T, TFunction>(Vector512<T> x)
        where T : unmanaged
        where TFunction : struct, ILaneFunction<T>
    {
        Vector512<T> result = default;
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref x), lane));
        }

        return result;
    }

    /// <summary>A function of two arguments, lane by lane.</summary>
    public static Vector512<T> Map512<T, TFunction>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction2<T>
    {
        Vector512<T> result = default;
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref x), lane), Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref y), lane));
        }

        return result;
    }

    /// <summary>A function of one argument, lane by lane.</summary>
    public static Vector256<T> Map256<T, TFunction>(Vector256<T> x)
        where T : unmanaged
        where TFunction : struct, ILaneFunction<T>
    {
        Vector256<T> result = default;
        for (int lane = 0; lane < Vector256<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref x), lane));
        }

        return result;
    }

    /// <summary>A function of two arguments, lane by lane.</summary>
    public static Vector256<T> Map256<T, TFunction>(Vector256<T> x, Vector256<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction2<T>
    {
        Vector256<T> result = default;
        for (int lane = 0; lane < Vector256<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref x), lane), Unsafe.Add(ref Unsafe.As<Vector256<T>, T>(ref y), lane));
        }

        return result;
    }

    /// <summary>A function of one argument, lane by lane.</summary>
    public static Vector128<T> Map128<T, TFunction>(Vector128<T> x)
        where T : unmanaged
        where TFunction : struct, ILaneFunction<T>
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref x), lane));
        }

        return result;
    }

    /// <summary>A function of two arguments, lane by lane.</summary>
    public static Vector128<T> Map128<T, TFunction>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction2<T>
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref x), lane), Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref y), lane));
        }

        return result;
    }

    /// <summary>A function of one argument, lane by lane.</summary>
    public static Vector128<T> MapHalf<T, TFunction>(Vector128<T> x)
        where T : unmanaged
        where TFunction : struct, ILaneFunction<T>
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count / 2; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref x), lane));
        }

        return result;
    }

    /// <summary>A function of two arguments, lane by lane.</summary>
    public static Vector128<T> MapHalf<T, TFunction>(Vector128<T> x, Vector128<T> y)
        where T : unmanaged
        where TFunction : struct, ILaneFunction2<T>
    {
        Vector128<T> result = default;
        for (int lane = 0; lane < Vector128<T>.Count / 2; lane++)
        {
            Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref result), lane) = TFunction.Invoke(Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref x), lane), Unsafe.Add(ref Unsafe.As<Vector128<T>, T>(ref y), lane));
        }

        return result;
    }
}
