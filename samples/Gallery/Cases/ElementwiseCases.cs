using Gallery.Kernels;

namespace Gallery.Cases;

/// <summary>Each iteration makes one element.</summary>
internal static class ElementwiseCases
{
    /// <summary>Vector math functions are within a few units in the last place of .NET's scalar ones.</summary>
    private const double MathFunctions = 1e-14;

    public static IEnumerable<GalleryCase> All { get; } =
    [
        new("vector-addition", nameof(VectorAddition), "c = a + b", new(4_000_000, 200_000, 20_000), Elements, 0, n =>
        {
            double[] a = Data.Doubles(n, 1), b = Data.Doubles(n, 2), c = new double[n];
            return Workload.Writing(
                () => VectorAddition.AddSequential(a, b, c),
                () => VectorAddition.AddVectorized(a, b, c),
                () => VectorAddition.AddParallel(a, b, c),
                c);
        }),
        new("axpy", nameof(Axpy), "y += k x", new(4_000_000, 200_000, 20_000), Elements, 0, n =>
        {
            float[] x = Data.Floats(n, 3), start = Data.Floats(n, 4), y = new float[n];
            const float Factor = 1e-3f;
            return new Workload(
                () => Axpy.UpdateSequential(Factor, x, y),
                () => Axpy.UpdateVectorized(Factor, x, y),
                () => Axpy.UpdateParallel(Factor, x, y),
                [y],
                () => start.CopyTo(y, 0));
        }),
        new("exp-sin", nameof(ExpSin), "y = e⁻ˣ sin x", new(2_000_000, 100_000, 5_000), Elements, MathFunctions, n =>
        {
            double[] x = Data.Doubles(n, 5, -5, 5), y = new double[n];
            return Workload.Writing(
                () => ExpSin.MapSequential(x, y),
                () => ExpSin.MapVectorized(x, y),
                () => ExpSin.MapParallel(x, y),
                y);
        }),
        new("black-scholes", nameof(BlackScholes), "option prices", new(1_000_000, 50_000, 5_000), Elements, 1e-9, n =>
        {
            double[] spot = Data.Doubles(n, 6, 50, 150), strike = Data.Doubles(n, 7, 50, 150), years = Data.Doubles(n, 8, 0.1, 3);
            double[] call = new double[n], put = new double[n];
            const double Rate = 0.03, Volatility = 0.25;
            return Workload.Writing(
                () => BlackScholes.PriceSequential(spot, strike, years, Rate, Volatility, call, put),
                () => BlackScholes.PriceVectorized(spot, strike, years, Rate, Volatility, call, put),
                () => BlackScholes.PriceParallel(spot, strike, years, Rate, Volatility, call, put),
                call,
                put);
        }),
    ];

    private static string Elements(int size) => $"{size:N0}";
}
