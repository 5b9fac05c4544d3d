namespace AutoPar.Samples.Races;

/// <summary>The same loops as someone in a hurry would write them with Parallel.For. All of them are wrong.</summary>
internal static class NaiveLoops
{
    private static double s_scratch;

    public static void Smooth(double[] a) =>
        Parallel.For(1, a.Length, i => a[i] = 0.5 * (a[i] + a[i - 1]));

    public static double Alternate(double[] a)
    {
        double s = 0;
        Parallel.For(0, a.Length, i => s = a[i] - s);
        return s;
    }

    public static void Histogram(int[] counts, byte[] values) =>
        Parallel.For(0, values.Length, i => counts[values[i]]++);

    public static void Scatter(double[] a, double[] b, int[] index) =>
        Parallel.For(0, index.Length, i => a[index[i]] = b[i]);

    public static void Damp(double[] a, double[] b)
    {
        s_scratch = 1;
        Parallel.For(0, a.Length, i =>
        {
            s_scratch = Math.Sqrt(s_scratch + a[i]);
            b[i] = s_scratch;
        });
    }

    public static void Draw(double[] a, Random random) =>
        Parallel.For(0, a.Length, i => a[i] = random.NextDouble());
}
