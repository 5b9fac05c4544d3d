using System.Globalization;

namespace AutoPar.Bench;

/// <summary>Our forms against hand-written Vector512 loops, side by side on the same arrays.</summary>
internal static class QuickComparison
{
    public static int Run()
    {
        Console.WriteLine("Shortest of many samples, in nanoseconds a call. Ratios: the speed of our form relative to the hand-written loop's.");
        Console.WriteLine($"{"kernel",-6}{"type",-8}{"n",11}{"as written",14}{"by hand",14}{"vectorized",14}{"parallel",14}{"vec/hand",10}{"par/hand",10}");
        foreach (int length in (int[])[1_000, 100_000, 10_000_000])
        {
            foreach (BenchCase @case in BenchCase.All(length))
            {
                Stopwatches.WarmUp(@case.Plain, @case.HandWritten, @case.Vectorized, @case.Parallel);
                double[] time = Stopwatches.Time(
                    length > 1_000_000 ? 12 : 60, TimeSpan.Zero, @case.Plain, @case.HandWritten, @case.Vectorized, @case.Parallel);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{@case.Kernel,-6}{@case.Type,-8}{length,11:N0}{time[0],14:N1}{time[1],14:N1}{time[2],14:N1}{time[3],14:N1}{time[1] / time[2],10:F2}{time[1] / time[3],10:F2}"));
            }
        }

        return 0;
    }
}
