using System.Globalization;

namespace AutoPar.Bench;

/// <summary>
/// Whether the intercepted call is ever slower than the method as written, for 1 to 1,000 elements: the bound is 5% and
/// 3 ns. The exit code is 1 when it is passed.
/// </summary>
internal static class Crossover
{
    private const double RelativeBound = 1.05;
    private const double NanosecondsBound = 3;

    /// <summary>A row beyond the bound is measured again: noise doesn't repeat itself.</summary>
    private const int Attempts = 4;

    public static int Run()
    {
        Console.WriteLine("Nanoseconds a call as written and intercepted. For each kernel, where the intercepted call does worst:");

        // The JIT optimizes the method as written for the trip counts that it sees: calls that fall back to it have short ones
        // only, so the profile is to have loops of their length, too.
        foreach (int length in (int[])[20, 1, 64, 1_000, 20, 1])
        {
            Stopwatches.WarmUp([.. BenchCase.All(length).SelectMany(entry => new[] { entry.Plain, entry.Intercepted })]);
        }

        var rows = new List<Row>();
        foreach (int length in Lengths())
        {
            rows.AddRange(BenchCase.All(length).Select(Measure));
        }

        foreach (var kernel in rows.GroupBy(row => (row.Kernel, row.Type)))
        {
            Console.WriteLine(kernel.MaxBy(row => row.Excess));
        }

        Row[] slower = [.. rows.Where(row => row.Excess > 0)];
        Console.WriteLine($"{rows.Count - slower.Length} of {rows.Count} within the bound.");
        foreach (Row row in slower)
        {
            Console.WriteLine($"slower: {row}");
        }

        return slower.Length == 0 ? 0 : 1;
    }

    private static Row Measure(BenchCase @case)
    {
        Row row;
        int attempt = 0;
        do
        {
            double[] time = Stopwatches.Time(20, TimeSpan.Zero, @case.Plain, @case.Intercepted);
            row = new(@case.Kernel, @case.Type, @case.Length, time[0], time[1]);
        }
        while (row.Excess > 0 && ++attempt < Attempts);

        return row;
    }

    private static IEnumerable<int> Lengths() =>
        [.. Enumerable.Range(1, 20), 24, 31, 32, 33, 48, 63, 64, 65, 96, 127, 128, 129, 200, 255, 256, 257, 384, 511, 512, 513, 700, 850, 1_000];

    private sealed record Row(string Kernel, string Type, int Length, double Plain, double Intercepted)
    {
        /// <summary>Nanoseconds beyond the bound.</summary>
        public double Excess => Intercepted - ((RelativeBound * Plain) + NanosecondsBound);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Kernel,-6}{Type,-8}{Length,6}{Plain,10:F1}{Intercepted,10:F1}");
    }
}
