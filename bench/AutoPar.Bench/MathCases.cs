using System.Runtime.Intrinsics;
using AutoPar.Runtime;
using AutoPar.Runtime.Tests.Vectors;

namespace AutoPar.Bench;

/// <summary>A function of VectorMath beside the framework's, as types, so that the timed loops inline them.</summary>
internal interface IMathCase
{
    static abstract string Name { get; }

    /// <summary>The timed and checked arguments' range.</summary>
    static virtual (double Low, double High) Range => (-5, 5);

    /// <summary>A second argument, which isn't the same number as a float.</summary>
    static virtual bool HasConstant => false;

    static abstract double Framework(double x);

    static abstract float Framework(float x);

    static virtual bool HasFrameworkVector => false;

    static virtual Vector512<double> Framework(Vector512<double> x) => x;

    static abstract double One(double x);

    static abstract float One(float x);

    static abstract Vector512<double> Many(Vector512<double> x);

    static abstract Vector512<float> Many(Vector512<float> x);

    static abstract Real True(double x);
}

internal readonly struct ExpCase : IMathCase
{
    public static string Name => "exp";

    public static bool HasFrameworkVector => true;

    public static Vector512<double> Framework(Vector512<double> x) => Vector512.Exp(x);

    public static double Framework(double x) => Math.Exp(x);

    public static float Framework(float x) => MathF.Exp(x);

    public static double One(double x) => VectorMath.Exp(x);

    public static float One(float x) => VectorMath.Exp(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Exp(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Exp(x);

    public static Real True(double x) => RealFunctions.Exp(x);
}

internal readonly struct Exp2Case : IMathCase
{
    public static string Name => "exp2";

    public static double Framework(double x) => double.Exp2(x);

    public static float Framework(float x) => float.Exp2(x);

    public static double One(double x) => VectorMath.Exp2(x);

    public static float One(float x) => VectorMath.Exp2(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Exp2(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Exp2(x);

    public static Real True(double x) => RealFunctions.Exp((Real)x * RealFunctions.Ln2);
}

internal readonly struct Exp10Case : IMathCase
{
    public static string Name => "exp10";

    public static double Framework(double x) => double.Exp10(x);

    public static float Framework(float x) => float.Exp10(x);

    public static double One(double x) => VectorMath.Exp10(x);

    public static float One(float x) => VectorMath.Exp10(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Exp10(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Exp10(x);

    public static Real True(double x) => RealFunctions.Exp((Real)x * RealFunctions.Ln10);
}

internal readonly struct ExpM1Case : IMathCase
{
    public static string Name => "expm1";

    public static double Framework(double x) => double.ExpM1(x);

    public static float Framework(float x) => float.ExpM1(x);

    public static double One(double x) => VectorMath.ExpM1(x);

    public static float One(float x) => VectorMath.ExpM1(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.ExpM1(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.ExpM1(x);

    public static Real True(double x) => RealFunctions.ExpM1(x);
}

internal readonly struct LogCase : IMathCase
{
    public static string Name => "log";

    public static (double Low, double High) Range => (0.01, 10);

    public static bool HasFrameworkVector => true;

    public static Vector512<double> Framework(Vector512<double> x) => Vector512.Log(x);

    public static double Framework(double x) => Math.Log(x);

    public static float Framework(float x) => MathF.Log(x);

    public static double One(double x) => VectorMath.Log(x);

    public static float One(float x) => VectorMath.Log(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Log(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Log(x);

    public static Real True(double x) => RealFunctions.Log(x);
}

internal readonly struct Log2Case : IMathCase
{
    public static string Name => "log2";

    public static (double Low, double High) Range => (0.01, 10);

    public static bool HasFrameworkVector => true;

    public static Vector512<double> Framework(Vector512<double> x) => Vector512.Log2(x);

    public static double Framework(double x) => Math.Log2(x);

    public static float Framework(float x) => MathF.Log2(x);

    public static double One(double x) => VectorMath.Log2(x);

    public static float One(float x) => VectorMath.Log2(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Log2(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Log2(x);

    public static Real True(double x) => RealFunctions.Log(x) / RealFunctions.Ln2;
}

internal readonly struct Log10Case : IMathCase
{
    public static string Name => "log10";

    public static (double Low, double High) Range => (0.01, 10);

    public static double Framework(double x) => Math.Log10(x);

    public static float Framework(float x) => MathF.Log10(x);

    public static double One(double x) => VectorMath.Log10(x);

    public static float One(float x) => VectorMath.Log10(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Log10(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Log10(x);

    public static Real True(double x) => RealFunctions.Log(x) / RealFunctions.Ln10;
}

internal readonly struct PowCase : IMathCase
{
    public static string Name => "pow 1.7";

    public static bool HasConstant => true;

    public static (double Low, double High) Range => (0.01, 10);

    public static double Framework(double x) => Math.Pow(x, 1.7);

    public static float Framework(float x) => MathF.Pow(x, 1.7f);

    public static double One(double x) => VectorMath.Pow(x, 1.7);

    public static float One(float x) => VectorMath.Pow(x, 1.7f);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Pow(x, Vector512.Create(1.7));

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Pow(x, Vector512.Create(1.7f));

    public static Real True(double x) => RealFunctions.Exp(RealFunctions.Log(x) * 1.7);
}

internal readonly struct SinCase : IMathCase
{
    public static string Name => "sin";

    public static (double Low, double High) Range => (-100, 100);

    public static bool HasFrameworkVector => true;

    public static Vector512<double> Framework(Vector512<double> x) => Vector512.Sin(x);

    public static double Framework(double x) => Math.Sin(x);

    public static float Framework(float x) => MathF.Sin(x);

    public static double One(double x) => VectorMath.Sin(x);

    public static float One(float x) => VectorMath.Sin(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Sin(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Sin(x);

    public static Real True(double x) => RealFunctions.Sin(x);
}

internal readonly struct CosCase : IMathCase
{
    public static string Name => "cos";

    public static (double Low, double High) Range => (-100, 100);

    public static bool HasFrameworkVector => true;

    public static Vector512<double> Framework(Vector512<double> x) => Vector512.Cos(x);

    public static double Framework(double x) => Math.Cos(x);

    public static float Framework(float x) => MathF.Cos(x);

    public static double One(double x) => VectorMath.Cos(x);

    public static float One(float x) => VectorMath.Cos(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Cos(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Cos(x);

    public static Real True(double x) => RealFunctions.Cos(x);
}

internal readonly struct TanCase : IMathCase
{
    public static string Name => "tan";

    public static (double Low, double High) Range => (-100, 100);

    public static double Framework(double x) => Math.Tan(x);

    public static float Framework(float x) => MathF.Tan(x);

    public static double One(double x) => VectorMath.Tan(x);

    public static float One(float x) => VectorMath.Tan(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Tan(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Tan(x);

    public static Real True(double x) => RealFunctions.Tan(x);
}

internal readonly struct AtanCase : IMathCase
{
    public static string Name => "atan";

    public static double Framework(double x) => Math.Atan(x);

    public static float Framework(float x) => MathF.Atan(x);

    public static double One(double x) => VectorMath.Atan(x);

    public static float One(float x) => VectorMath.Atan(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Atan(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Atan(x);

    public static Real True(double x) => RealFunctions.Atan(x);
}

internal readonly struct SinhCase : IMathCase
{
    public static string Name => "sinh";

    public static double Framework(double x) => Math.Sinh(x);

    public static float Framework(float x) => MathF.Sinh(x);

    public static double One(double x) => VectorMath.Sinh(x);

    public static float One(float x) => VectorMath.Sinh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Sinh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Sinh(x);

    public static Real True(double x) => RealFunctions.Sinh(x);
}

internal readonly struct CoshCase : IMathCase
{
    public static string Name => "cosh";

    public static double Framework(double x) => Math.Cosh(x);

    public static float Framework(float x) => MathF.Cosh(x);

    public static double One(double x) => VectorMath.Cosh(x);

    public static float One(float x) => VectorMath.Cosh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Cosh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Cosh(x);

    public static Real True(double x) => RealFunctions.Cosh(x);
}

internal readonly struct TanhCase : IMathCase
{
    public static string Name => "tanh";

    public static double Framework(double x) => Math.Tanh(x);

    public static float Framework(float x) => MathF.Tanh(x);

    public static double One(double x) => VectorMath.Tanh(x);

    public static float One(float x) => VectorMath.Tanh(x);

    public static Vector512<double> Many(Vector512<double> x) => VectorMath.Tanh(x);

    public static Vector512<float> Many(Vector512<float> x) => VectorMath.Tanh(x);

    public static Real True(double x) => RealFunctions.Tanh(x);
}
