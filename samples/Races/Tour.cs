namespace AutoPar.Samples.Races;

/// <summary>One stop of the tour: a loop as written, its naive parallel version, and the form that AutoPar made.</summary>
/// <param name="Why">What the race is.</param>
internal sealed record Stop(string Name, string Why, Func<double[]> AsWritten, Func<double[]> Naive, Func<double[]> Form);

internal static class Tour
{
    private const int N = 200_000;

    public static IReadOnlyList<Stop> Stops { get; } =
    [
        new("Smooth", "iteration i reads what iteration i - 1 stored",
            () => Changed(RacyLoops.SmoothSequential), () => Changed(NaiveLoops.Smooth), () => Changed(RacyLoops.SmoothParallel)),
        new("Alternate", "s changes its sign at every iteration",
            () => [RacyLoops.AlternateSequential(Values())], () => [NaiveLoops.Alternate(Values())], () => [RacyLoops.AlternateParallel(Values())]),
        new("Histogram", "two iterations add to one bin",
            () => Bins(RacyLoops.HistogramSequential), () => Bins(NaiveLoops.Histogram), () => Bins(RacyLoops.HistogramParallel)),
        new("Scatter", "two iterations store to one element",
            () => Scattered(RacyLoops.ScatterSequential), () => Scattered(NaiveLoops.Scatter), () => Scattered(RacyLoops.ScatterParallel)),
        new("Damp", "all iterations share a static field",
            () => Damped(RacyLoops.DampSequential), () => Damped(NaiveLoops.Damp), () => Damped(RacyLoops.DampParallel)),
        new("Draw", "all iterations share a Random",
            () => Drawn(RacyLoops.DrawSequential), () => Drawn(NaiveLoops.Draw), () => Drawn(RacyLoops.DrawParallel)),
    ];

    private static double[] Values() => [.. Enumerable.Range(0, N).Select(i => ((i * 7919L) % 1000) / 8.0)];

    private static double[] Changed(Action<double[]> loop)
    {
        double[] a = Values();
        loop(a);
        return a;
    }

    private static double[] Bins(Action<int[], byte[]> loop)
    {
        int[] counts = new int[256];
        loop(counts, [.. Enumerable.Range(0, N).Select(i => (byte)(i % 3))]);
        return [.. counts.Select(count => (double)count)];
    }

    private static double[] Scattered(Action<double[], double[], int[]> loop)
    {
        double[] a = new double[64];
        loop(a, Values(), [.. Enumerable.Range(0, N).Select(i => i % a.Length)]);
        return a;
    }

    private static double[] Damped(Action<double[], double[]> loop)
    {
        RacyLoops.Reset();
        double[] b = new double[N];
        loop(Values(), b);
        return b;
    }

    private static double[] Drawn(Action<double[], Random> loop)
    {
        double[] a = new double[N];
        loop(a, new Random(1));
        return a;
    }
}
