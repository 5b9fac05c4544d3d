using System.Diagnostics;

namespace AutoPar.Bench;

/// <summary>Times calls side by side: in turns, the shortest of many samples.</summary>
internal static class Stopwatches
{
    /// <summary>A sample repeats the call until it's longer than the clock's and the loop's own noise.</summary>
    private const double SampleNanoseconds = 30_000;

    /// <summary>Lets the JIT finish: calls enough for the counters, and time for the background compilation.</summary>
    public static void WarmUp(params Action<int>[] candidates)
    {
        for (int round = 0; round < 4; round++)
        {
            foreach (Action<int> candidate in candidates)
            {
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < 100 && (i < 3 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < 100); i++)
                {
                    candidate(1);
                }
            }

            Thread.Sleep(120);
        }
    }

    /// <summary>Nanoseconds for one call of each candidate.</summary>
    /// <param name="rounds">Turns; each takes some samples of every candidate.</param>
    /// <param name="pause">Between candidates: time for another runtime's workers to stop spinning.</param>
    public static double[] Time(int rounds, TimeSpan pause, params Action<int>[] candidates)
    {
        int[] calls = Array.ConvertAll(candidates, CallsPerSample);
        var shortest = new double[candidates.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        for (int round = 0; round < rounds; round++)
        {
            for (int c = 0; c < candidates.Length; c++)
            {
                if (pause > TimeSpan.Zero)
                {
                    Thread.Sleep(pause);
                    candidates[c](1);
                }

                for (int sample = 0; sample < 4; sample++)
                {
                    shortest[c] = Math.Min(shortest[c], Sample(candidates[c], calls[c]));
                }
            }
        }

        return shortest;
    }

    private static int CallsPerSample(Action<int> candidate)
    {
        int calls = 1;
        while (calls < 1 << 20)
        {
            // The shortest of three: one interruption must not end the search.
            double nanoseconds = Math.Min(Sample(candidate, calls), Math.Min(Sample(candidate, calls), Sample(candidate, calls)));
            if (nanoseconds * calls >= SampleNanoseconds)
            {
                break;
            }

            calls *= 2;
        }

        return calls;
    }

    private static double Sample(Action<int> candidate, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        candidate(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
