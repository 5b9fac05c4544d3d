using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>All forms of a function, the framework's one, the true one, and where and how well it's tested.</summary>
internal sealed record MathFunction(
    string Name,
    Func<double, double> Scalar,
    Func<float, float> Single,
    Func<Vector512<double>, Vector512<double>> Eight,
    Func<Vector512<float>, Vector512<float>> Sixteen,
    Func<Vector256<float>, Vector256<float>> EightSingle,
    Func<double, double> Framework,
    Func<float, float> FrameworkSingle,
    Func<double, Real> True,
    (double Low, double High)[] Dense,
    double Bound)
{
    private static readonly (double Low, double High)[] s_positive = [(0.5, 2), (0.99, 1.01), (1e-10, 1e3), (1, 1e30), (1e-307, 1e308)];

    private static readonly (double Low, double High)[] s_angles = [(-1, 1), (-10, 10), (-1e4, 1e4), (-1e6, 1e6)];

    /// <summary>In ulp; a float's is 0.51.</summary>
    public const double SingleBound = 0.51;

    /// <summary>The true function for floats, where a constant in it is rounded to float.</summary>
    public Func<double, Real> TrueSingle { get; init; } = True;

    public static readonly MathFunction[] All =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp, MathF.Exp, x => RealFunctions.Exp(x),
            [(-1, 1), (-87, 88), (-708, 708)], 0.7),
        new("Exp2", VectorMath.Exp2, VectorMath.Exp2, VectorMath.Exp2, VectorMath.Exp2, VectorMath.Exp2, double.Exp2, float.Exp2,
            x => RealFunctions.Exp((Real)x * RealFunctions.Ln2), [(-1, 1), (-126, 127), (-1021, 1021)], 0.7),
        new("Exp10", VectorMath.Exp10, VectorMath.Exp10, VectorMath.Exp10, VectorMath.Exp10, VectorMath.Exp10, double.Exp10, float.Exp10,
            x => RealFunctions.Exp((Real)x * RealFunctions.Ln10), [(-1, 1), (-37, 38), (-307, 307)], 0.7),
        new("Log", VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log, MathF.Log, x => RealFunctions.Log(x),
            s_positive, 0.7),
        new("Log2", VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, VectorMath.Log2, Math.Log2, MathF.Log2,
            x => RealFunctions.Log(x) / RealFunctions.Ln2, s_positive, 0.7),
        new("Log10", VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, VectorMath.Log10, Math.Log10, MathF.Log10,
            x => RealFunctions.Log(x) / RealFunctions.Ln10, s_positive, 0.7),
        new("Sin", VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, Math.Sin, MathF.Sin, x => RealFunctions.Sin(x),
            s_angles, 0.8),
        new("Cos", VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, Math.Cos, MathF.Cos, x => RealFunctions.Cos(x),
            s_angles, 0.8),
        // The framework's gives +0 for -0.
        new("ExpM1", VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, x => x == 0 ? x : double.ExpM1(x), x => x == 0 ? x : float.ExpM1(x),
            x => RealFunctions.ExpM1(x), [(-1, 1), (-0.4, 0.4), (-20, 20), (-88, 88), (-700, 700)], 1),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh, MathF.Tanh,
            x => RealFunctions.Tanh(x), [(-1, 1), (-0.1, 0.1), (-20, 20), (-350, 350)], 1),
        new("Sinh", VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, VectorMath.Sinh, Math.Sinh, MathF.Sinh,
            x => RealFunctions.Sinh(x), [(-1, 1), (-0.4, 0.4), (-20, 20), (-88, 88), (-700, 700)], 1),
        new("Cosh", VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, VectorMath.Cosh, Math.Cosh, MathF.Cosh,
            x => RealFunctions.Cosh(x), [(-1, 1), (-0.4, 0.4), (-20, 20), (-88, 88), (-700, 700)], 0.8),
        new("Tan", VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, VectorMath.Tan, Math.Tan, MathF.Tan,
            x => RealFunctions.Tan(x), s_angles, 0.9),
        new("Atan", VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, VectorMath.Atan, Math.Atan, MathF.Atan,
            x => RealFunctions.Atan(x), [(-0.5, 0.5), (-1, 1), (-3, 3), (-1e3, 1e3), (-1e300, 1e300)], 0.9),
        // The framework's is Log(x + 1), and gives +0 for -0.
        new("LogP1", VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, VectorMath.LogP1, x => x == 0 ? x : double.LogP1(x), x => x == 0 ? x : float.LogP1(x),
            x => RealFunctions.LogP1(x), [(-0.999, 1), (-0.3, 0.45), (-1e-3, 1e-3), (-1e-15, 1e-15), (-0.4, 1e4), (1, 1e300)], 0.8),
        new("Asin", VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, VectorMath.Asin, Math.Asin, MathF.Asin,
            RealFunctions.Asin, [(-0.5, 0.5), (-1, 1), (0.4, 0.6), (0.99, 1), (-1, -0.99)], 0.7),
        new("Acos", VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, VectorMath.Acos, Math.Acos, MathF.Acos,
            RealFunctions.Acos, [(-0.5, 0.5), (-1, 1), (0.4, 0.6), (0.99, 1), (-1, -0.99)], 0.7),
        new("Asinh", VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, VectorMath.Asinh, Math.Asinh, MathF.Asinh,
            RealFunctions.Asinh, [(-0.5, 0.5), (-1e-3, 1e-3), (-3, 3), (-1e5, 1e5), (-1e149, 1e149)], 0.8),
        new("Acosh", VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, VectorMath.Acosh, Math.Acosh, MathF.Acosh,
            RealFunctions.Acosh, [(1, 1.001), (1, 2), (1, 100), (1, 1e149)], 0.8),
        new("Atanh", VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, VectorMath.Atanh, Math.Atanh, MathF.Atanh,
            RealFunctions.Atanh, [(-0.5, 0.5), (-1e-3, 1e-3), (-0.999, 0.999), (0.99, 0.9999999), (-1e-15, 1e-15)], 0.8),
        new("Cbrt", VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, VectorMath.Cbrt, Math.Cbrt, MathF.Cbrt,
            RealFunctions.Cbrt, [(-1, 1), (0.3, 3), (-1e5, 1e5), (-1e300, 1e300), (1e-300, 1)], 0.6),
        // The framework has none: 0 and infinities.
        new("Erf", VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, VectorMath.Erf,
            x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x), x => float.IsNaN(x) || x == 0 ? x : MathF.Sign(x),
            RealFunctions.Erf, [(-1, 1), (-0.1, 0.1), (0.9, 1.1), (-3, 3), (-7, 7)], 1),
        new("Erfc", VectorMath.Erfc, VectorMath.Erfc, VectorMath.Erfc, VectorMath.Erfc, VectorMath.Erfc,
            x => double.IsNaN(x) ? x : 1 - Math.Clamp(x, -1, 1), x => float.IsNaN(x) ? x : 1 - Math.Clamp(x, -1, 1),
            RealFunctions.Erfc, [(-1, 1), (-6, 0), (0, 3), (1, 10), (5, 26.4)], 1),
        Angle(1, (-1e3, 1e3), (-1, 1)), Angle(-0.3, (-3, 3), (-1e100, 1e100)), Angle(1e30, (-1e31, 1e31)),
        Length(1, (-2, 2), (-1e9, 1e9)), Length(1e20, (-1e21, 1e21), (1e-5, 1)),
        Power(0.5, (0, 1e300)), Power(1.7, (1e-100, 1e100)), Power(-3, (0.01, 50)), Power(123.4, (0.01, 300)), Power(1e-3, (1e-300, 1e300)),
        Base(0.3, (-100, 100)), Base(1.0001, (-2000, 2000)), Base(7, (-30, 30)), Base(1e-20, (-10, 10)),
    ];

    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    public static MathFunction Named(string name) => All.Single(f => f.Name == name);

    /// <summary>x^y for one y.</summary>
    private static MathFunction Power(double y, params (double Low, double High)[] dense) => new(
        $"Pow(x, {y})",
        x => VectorMath.Pow(x, y),
        x => VectorMath.Pow(x, (float)y),
        x => VectorMath.Pow(x, Vector512.Create(y)),
        x => VectorMath.Pow(x, Vector512.Create((float)y)),
        x => VectorMath.Pow(x, Vector256.Create((float)y)),
        x => Math.Pow(x, y),
        x => MathF.Pow(x, (float)y),
        x => RealFunctions.Exp(RealFunctions.Log(x) * y),
        dense,
        0.8) { TrueSingle = x => RealFunctions.Exp(RealFunctions.Log(x) * (float)y) };

    /// <summary>x^y for one x, as a function of y.</summary>
    private static MathFunction Base(double x, params (double Low, double High)[] dense) => new(
        $"Pow({x}, y)",
        y => VectorMath.Pow(x, y),
        y => VectorMath.Pow((float)x, y),
        y => VectorMath.Pow(Vector512.Create(x), y),
        y => VectorMath.Pow(Vector512.Create((float)x), y),
        y => VectorMath.Pow(Vector256.Create((float)x), y),
        y => Math.Pow(x, y),
        y => MathF.Pow((float)x, y),
        y => RealFunctions.Exp(RealFunctions.Log(x) * y),
        dense,
        0.8) { TrueSingle = y => RealFunctions.Exp(RealFunctions.Log((float)x) * y) };

    /// <summary>The angle of a point of one abscissa, as a function of its ordinate.</summary>
    private static MathFunction Angle(double other, params (double Low, double High)[] dense) => new(
        $"Atan2(x, {other})",
        x => VectorMath.Atan2(x, other),
        x => VectorMath.Atan2(x, (float)other),
        x => VectorMath.Atan2(x, Vector512.Create(other)),
        x => VectorMath.Atan2(x, Vector512.Create((float)other)),
        x => VectorMath.Atan2(x, Vector256.Create((float)other)),
        x => Math.Atan2(x, other),
        x => MathF.Atan2(x, (float)other),
        x => RealFunctions.Atan2(x, other),
        dense,
        0.8) { TrueSingle = x => RealFunctions.Atan2(x, (float)other) };

    /// <summary>The length for one second coordinate.</summary>
    private static MathFunction Length(double other, params (double Low, double High)[] dense) => new(
        $"Hypot(x, {other})",
        x => VectorMath.Hypot(x, other),
        x => VectorMath.Hypot(x, (float)other),
        x => VectorMath.Hypot(x, Vector512.Create(other)),
        x => VectorMath.Hypot(x, Vector512.Create((float)other)),
        x => VectorMath.Hypot(x, Vector256.Create((float)other)),
        x => double.Hypot(x, other),
        x => float.Hypot(x, (float)other),
        x => RealFunctions.Hypot(x, other),
        dense,
        0.6) { TrueSingle = x => RealFunctions.Hypot(x, (float)other) };
}
