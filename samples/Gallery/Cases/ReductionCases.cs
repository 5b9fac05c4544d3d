using Gallery.Kernels;

namespace Gallery.Cases;

/// <summary>All iterations make one number.</summary>
internal static class ReductionCases
{
    /// <summary>A reassociated sum of positive numbers differs by rounding alone.</summary>
    private const double Reassociated = 1e-11;

    public static IEnumerable<GalleryCase> All { get; } =
    [
        new("sum", nameof(Summation), "Σ a", new(8_000_000, 400_000, 20_000), Elements, Reassociated, n =>
        {
            double[] values = Data.Doubles(n, 11);
            return Workload.Returning(
                () => Summation.SumSequential(values),
                () => Summation.SumVectorized(values),
                () => Summation.SumParallel(values));
        }),
        new("dot", nameof(DotProduct), "Σ x y", new(4_000_000, 200_000, 20_000), Elements, Reassociated, n =>
        {
            double[] x = Data.Doubles(n, 12), y = Data.Doubles(n, 13);
            return Workload.Returning(
                () => DotProduct.DotSequential(x, y),
                () => DotProduct.DotVectorized(x, y),
                () => DotProduct.DotParallel(x, y));
        }),
        new("range-sum", nameof(RangeSum), "Σ 1/k²", new(20_000_000, 1_000_000, 20_000), Elements, Reassociated, n =>
            Workload.Returning(
                () => RangeSum.InverseSquaresSequential(n),
                () => RangeSum.InverseSquaresVectorized(n),
                () => RangeSum.InverseSquaresParallel(n))),
        new("monte-carlo-pi", nameof(MonteCarloPi), "π", new(4_000_000, 200_000, 5_000), Elements, 0, n =>
            Workload.Returning(
                () => MonteCarloPi.EstimateSequential(n, 2026),
                () => MonteCarloPi.EstimateVectorized(n, 2026),
                () => MonteCarloPi.EstimateParallel(n, 2026))),
        new("argmin", nameof(ArgMin), "index of min a", new(10_000_000, 500_000, 20_000), Elements, 0, n =>
        {
            float[] values = Data.Floats(n, 14);
            return Workload.Returning(
                () => ArgMin.IndexOfMinimumSequential(values),
                () => ArgMin.IndexOfMinimumVectorized(values),
                () => ArgMin.IndexOfMinimumParallel(values));
        }),
    ];

    private static string Elements(int size) => $"{size:N0}";
}
