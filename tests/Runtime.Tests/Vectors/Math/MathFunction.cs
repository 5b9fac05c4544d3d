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
    /// <summary>In ulp; a float's is 0.51.</summary>
    public const double SingleBound = 0.51;

    public static readonly MathFunction[] All =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp, MathF.Exp, x => RealFunctions.Exp(x),
            [(-1, 1), (-87, 88), (-708, 708)], 0.7),
        new("Log", VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log, MathF.Log, RealFunctions.Log,
            [(0.5, 2), (0.99, 1.01), (1e-10, 1e3), (1, 1e30), (1e-307, 1e308)], 0.7),
        new("Sin", VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, Math.Sin, MathF.Sin, x => RealFunctions.Sin(x),
            [(-1, 1), (-10, 10), (-1e5, 1e5), (-1e8, 1e8)], 0.8),
        new("Cos", VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, Math.Cos, MathF.Cos, x => RealFunctions.Cos(x),
            [(-1, 1), (-10, 10), (-1e5, 1e5), (-1e8, 1e8)], 0.8),
    ];

    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    public static MathFunction Named(string name) => All.Single(f => f.Name == name);
}
