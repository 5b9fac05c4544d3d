using System.Runtime.Intrinsics;
using AutoPar.Runtime;
using AutoPar.Runtime.Tests.Vectors;

namespace AutoPar.Bench;

internal readonly struct LogP1Case : IMathCase
{
    public static string Name => "log1p";

    public static (double Low, double High) Range => (-0.9, 5);

    public static double Framework(double x) => double.LogP1(x);

    public static float Framework(float x) => float.LogP1(x);

    public static double One(double x) => VectorMath.LogP1(x);

    public static float One(float x) => VectorMath.LogP1(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.LogP1(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.LogP1(x);

    public static Real True(double x) => RealFunctions.LogP1(x);
}

internal readonly struct AsinCase : IMathCase
{
    public static string Name => "asin";

    public static (double Low, double High) Range => (-1, 1);

    public static double Framework(double x) => Math.Asin(x);

    public static float Framework(float x) => MathF.Asin(x);

    public static double One(double x) => VectorMath.Asin(x);

    public static float One(float x) => VectorMath.Asin(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Asin(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Asin(x);

    public static Real True(double x) => RealFunctions.Asin(x);
}

internal readonly struct AcosCase : IMathCase
{
    public static string Name => "acos";

    public static (double Low, double High) Range => (-1, 1);

    public static double Framework(double x) => Math.Acos(x);

    public static float Framework(float x) => MathF.Acos(x);

    public static double One(double x) => VectorMath.Acos(x);

    public static float One(float x) => VectorMath.Acos(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Acos(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Acos(x);

    public static Real True(double x) => RealFunctions.Acos(x);
}

internal readonly struct Atan2Case : IMathCase
{
    public static string Name => "atan2";

    public static bool HasConstant => true;

    public static double Framework(double x) => Math.Atan2(x, 0.7);

    public static float Framework(float x) => MathF.Atan2(x, 0.7f);

    public static double One(double x) => VectorMath.Atan2(x, 0.7);

    public static float One(float x) => VectorMath.Atan2(x, 0.7f);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Atan2(x, Vector512.Create(0.7));

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Atan2(x, Vector512.Create(0.7f));

    public static Real True(double x) => RealFunctions.Atan2(x, 0.7);
}

internal readonly struct AsinhCase : IMathCase
{
    public static string Name => "asinh";

    public static double Framework(double x) => Math.Asinh(x);

    public static float Framework(float x) => MathF.Asinh(x);

    public static double One(double x) => VectorMath.Asinh(x);

    public static float One(float x) => VectorMath.Asinh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Asinh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Asinh(x);

    public static Real True(double x) => RealFunctions.Asinh(x);
}

internal readonly struct AcoshCase : IMathCase
{
    public static string Name => "acosh";

    public static (double Low, double High) Range => (1, 10);

    public static double Framework(double x) => Math.Acosh(x);

    public static float Framework(float x) => MathF.Acosh(x);

    public static double One(double x) => VectorMath.Acosh(x);

    public static float One(float x) => VectorMath.Acosh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Acosh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Acosh(x);

    public static Real True(double x) => RealFunctions.Acosh(x);
}

internal readonly struct AtanhCase : IMathCase
{
    public static string Name => "atanh";

    public static (double Low, double High) Range => (-1, 1);

    public static double Framework(double x) => Math.Atanh(x);

    public static float Framework(float x) => MathF.Atanh(x);

    public static double One(double x) => VectorMath.Atanh(x);

    public static float One(float x) => VectorMath.Atanh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Atanh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Atanh(x);

    public static Real True(double x) => RealFunctions.Atanh(x);
}

internal readonly struct CbrtCase : IMathCase
{
    public static string Name => "cbrt";

    public static double Framework(double x) => Math.Cbrt(x);

    public static float Framework(float x) => MathF.Cbrt(x);

    public static double One(double x) => VectorMath.Cbrt(x);

    public static float One(float x) => VectorMath.Cbrt(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Cbrt(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Cbrt(x);

    public static Real True(double x) => RealFunctions.Cbrt(x);
}

internal readonly struct HypotCase : IMathCase
{
    public static string Name => "hypot";

    public static bool HasConstant => true;

    public static double Framework(double x) => double.Hypot(x, 0.7);

    public static float Framework(float x) => float.Hypot(x, 0.7f);

    public static double One(double x) => VectorMath.Hypot(x, 0.7);

    public static float One(float x) => VectorMath.Hypot(x, 0.7f);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Hypot(x, Vector512.Create(0.7));

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Hypot(x, Vector512.Create(0.7f));

    public static Real True(double x) => RealFunctions.Hypot(x, 0.7);
}

internal readonly struct ErfCase : IMathCase
{
    public static string Name => "erf";

    public static double Framework(double x) => double.NaN;

    public static float Framework(float x) => float.NaN;

    public static double One(double x) => VectorMath.Erf(x);

    public static float One(float x) => VectorMath.Erf(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Erf(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Erf(x);

    public static Real True(double x) => RealFunctions.Erf(x);
}

internal readonly struct ErfcCase : IMathCase
{
    public static string Name => "erfc";

    public static (double Low, double High) Range => (-3, 10);

    public static double Framework(double x) => double.NaN;

    public static float Framework(float x) => float.NaN;

    public static double One(double x) => VectorMath.Erfc(x);

    public static float One(float x) => VectorMath.Erfc(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Erfc(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Erfc(x);

    public static Real True(double x) => RealFunctions.Erfc(x);
}
