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

    public static int Run()
    {
        Console.WriteLine("Nanoseconds a call, as written and intercepted; the row of each kernel where the intercepted call does worst.");
        int passed = 0, failed = 0;
        var worst = new Dictionary<(string Kernel, string Type), (int Length, double Plain, double Intercepted)>();
        foreach (int length in Lengths())
        {
            foreach (BenchCase @case in BenchCase.All(length))
            {
                if (passed + failed == 0)
                {
                    Console.WriteLine("warming up …");
                }

                Stopwatches.WarmUp(@case.Plain, @case.Intercepted);
                double[] time = Stopwatches.Time(25, TimeSpan.Zero, @case.Plain, @case.Intercepted);
                var key = (@case.Kernel, @case.Type);
                if (!worst.TryGetValue(key, out var before) || Excess(time[0], time[1]) > Excess(before.Plain, before.Intercepted))
                {
                    worst[key] = (length, time[0], time[1]);
                }

                if (Excess(time[0], time[1]) > 0)
                {
                    failed++;
                    Print(key, (length, time[0], time[1]), "SLOWER");
                }
                else
                {
                    passed++;
                }
            }
        }

        foreach (var (key, row) in worst)
        {
            Print(key, row, "worst");
        }

        Console.WriteLine($"{passed} within the bound, {failed} not.");
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<int> Lengths() =>
        [.. Enumerable.Range(1, 20), 24, 31, 32, 33, 48, 63, 64, 65, 96, 127, 128, 129, 200, 255, 256, 257, 384, 511, 512, 513, 700, 850, 1_000];

    private static double Excess(double plain, double intercepted) => intercepted - ((RelativeBound * plain) + NanosecondsBound);

    private static void Print((string Kernel, string Type) key, (int Length, double Plain, double Intercepted) row, string word) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Kernel,-6}{key.Type,-8}{row.Length,6}{row.Plain,10:F1}{row.Intercepted,10:F1}  {word}"));
}
