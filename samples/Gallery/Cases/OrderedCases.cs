using Gallery.Kernels;

namespace Gallery.Cases;

/// <summary>Iterations that meet or wait for each other: they need more than independence.</summary>
internal static class OrderedCases
{
    public static IEnumerable<GalleryCase> All { get; } =
    [
        new("histogram", nameof(Histogram), "bins[v]++", new(10_000_000, 500_000, 20_000), Elements, 0, n =>
        {
            byte[] values = Data.Bytes(n, 31);
            var bins = new int[256];
            return Workload.Writing(
                () => Histogram.CountSequential(values, bins),
                () => Histogram.CountVectorized(values, bins),
                () => Histogram.CountParallel(values, bins),
                bins);
        }),
        new("prefix-sum", nameof(PrefixSum), "running sums", new(8_000_000, 400_000, 20_000), Elements, 0, n =>
        {
            int[] values = Data.Integers(n, 32, -100, 100), sums = new int[n];
            return Workload.Writing(
                () => PrefixSum.ScanSequential(values, sums),
                () => PrefixSum.ScanVectorized(values, sums),
                () => PrefixSum.ScanParallel(values, sums),
                sums);
        }),
        new("filter", nameof(Filter), "keep a > t", new(4_000_000, 200_000, 20_000), Elements, 0, n =>
        {
            float[] values = Data.Floats(n, 33), kept = new float[n];
            var count = new int[1];
            const float Threshold = 0.7f;
            return Workload.Writing(
                () => count[0] = Filter.KeepAboveSequential(values, Threshold, kept),
                () => count[0] = Filter.KeepAboveVectorized(values, Threshold, kept),
                () => count[0] = Filter.KeepAboveParallel(values, Threshold, kept),
                kept,
                count);
        }),
        new("edit-distance", nameof(EditDistance), "Levenshtein", new(2_000, 500, 100), n => $"{n:N0} × {n:N0}", 0, n =>
        {
            byte[] left = Data.Bytes(n, 34, kinds: 4), right = Data.Bytes(n, 35, kinds: 4);
            var distance = new int[n + 1, n + 1];
            return new Workload(
                () => EditDistance.FillSequential(left, right, distance),
                () => EditDistance.FillVectorized(left, right, distance),
                () => EditDistance.FillParallel(left, right, distance),
                [distance],
                () => StartDistances(distance));
        }),
    ];

    private static void StartDistances(int[,] distance)
    {
        Array.Clear(distance);
        for (int i = 0; i < distance.GetLength(0); i++)
        {
            distance[i, 0] = i;
            distance[0, i] = i;
        }
    }

    private static string Elements(int size) => $"{size:N0}";
}
