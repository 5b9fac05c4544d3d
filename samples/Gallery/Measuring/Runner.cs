using System.Diagnostics;
using AutoPar;
using Gallery.Cases;

namespace Gallery.Measuring;

/// <summary>Runs a case in its three forms, compares what they give, and times them.</summary>
internal sealed class Runner(bool quick)
{
    /// <summary>A method is compiled again after 30 calls; hot ones twice, to learn from a run what they do.</summary>
    private const int WarmUpCalls = 40;
    private const int WarmUpRounds = 3;

    /// <summary>The JIT begins to count calls, and to optimize, when nothing new was called for 100 ms.</summary>
    private static readonly TimeSpan s_jitDelay = TimeSpan.FromMilliseconds(130);

    private static readonly TimeSpan s_warmUpTime = TimeSpan.FromMilliseconds(20);

    private readonly TimeSpan _budget = TimeSpan.FromMilliseconds(quick ? 40 : 250);

    public Measurement Run(GalleryCase @case, Verdict verdict, out Array[] outputs)
    {
        WarmUp(@case.Prepare(@case.Sizes.WarmUp));
        int size = quick ? @case.Sizes.Quick : @case.Sizes.Full;
        Workload work = @case.Prepare(size);

        WarmUp(work);

        Array[] expected = OutputsOf(work, work.Sequential);
        double vectorized = Comparison.LargestDifference(expected, OutputsOf(work, work.Vectorized));
        outputs = OutputsOf(work, work.Parallel);
        double parallel = Comparison.LargestDifference(expected, outputs);
        bool sameBits = SameBitsWith(1, work, outputs) && SameBitsWith(3, work, outputs);

        return new(
            @case.Name,
            @case.Formula,
            @case.Describe(size),
            Time(work, work.Sequential),
            Time(work, work.Vectorized),
            Time(work, work.Parallel),
            vectorized,
            parallel,
            sameBits,
            vectorized <= @case.Tolerance && parallel <= @case.Tolerance && sameBits,
            verdict);
    }

    /// <summary>
    /// Called for a small size, to reach many calls, and for the size that is timed: only large loops fork.
    /// </summary>
    private static void WarmUp(Workload work)
    {
        work.Reset();
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (Action form in (Action[])[work.Sequential, work.Vectorized, work.Parallel])
            {
                long start = Stopwatch.GetTimestamp();
                for (int calls = 0; calls < WarmUpCalls && (calls == 0 || Stopwatch.GetElapsedTime(start) < s_warmUpTime); calls++)
                {
                    form();
                }
            }

            Thread.Sleep(s_jitDelay);
        }
    }

    private static bool SameBitsWith(int threads, Workload work, Array[] outputs)
    {
        using (AutoParOptions.Limit(threads))
        {
            return Comparison.LargestDifference(outputs, OutputsOf(work, work.Parallel)) == 0;
        }
    }

    private static Array[] OutputsOf(Workload work, Action form)
    {
        work.Reset();
        form();
        return Array.ConvertAll(work.Outputs, output => (Array)output.Clone());
    }

    private double Time(Workload work, Action form)
    {
        work.Reset();
        form();
        double shortest = double.PositiveInfinity;
        long start = Stopwatch.GetTimestamp();
        for (int runs = 0; runs < 5 || Stopwatch.GetElapsedTime(start) < _budget; runs++)
        {
            long begin = Stopwatch.GetTimestamp();
            form();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return shortest;
    }
}
