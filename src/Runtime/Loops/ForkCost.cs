using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>The estimated length from which on a loop is worth forking, measured once in a process.</summary>
internal static class ForkCost
{
    private const double FirstGuess = 4000;
    private const double Least = 3000;
    private const double Most = 40000;
    private const int Samples = 15;

    private static double s_threshold = FirstGuess;
    private static int s_isMeasured;

    /// <summary>Loops that take no longer than this, in nanoseconds, run inline. Tests set it to fork everything.</summary>
    public static double Threshold
    {
        get => s_threshold;
        set
        {
            s_threshold = value;
            s_isMeasured = 1;
        }
    }

    /// <summary>Whether a loop that passed the threshold still does once it has been measured.</summary>
    public static bool IsWorthForking(double nanoseconds)
    {
        if (Volatile.Read(ref s_isMeasured) == 0 && Interlocked.Exchange(ref s_isMeasured, 1) == 0)
        {
            s_threshold = Measure();
        }

        return nanoseconds > s_threshold;
    }

    /// <summary>
    /// A helper costs the caller q to call and comes after a latency l. Two workers then need about q + (T + l) / 2
    /// where one needs T, so they are even at T = 2q + l.
    /// </summary>
    private static double Measure()
    {
        var breakEven = new double[Samples];
        for (int i = 0; i < Samples; i++)
        {
            var probe = new Probe();
            long start = Stopwatch.GetTimestamp();
            ThreadPool.UnsafeQueueUserWorkItem(probe, preferLocal: false);
            long queued = Stopwatch.GetTimestamp();
            TimeSpan latency;
            do
            {
                Thread.SpinWait(1);
                latency = Stopwatch.GetElapsedTime(start);
            }
            while (!probe.Started && latency.TotalNanoseconds < Most);

            breakEven[i] = (2 * Stopwatch.GetElapsedTime(start, queued).TotalNanoseconds) + latency.TotalNanoseconds;
        }

        Array.Sort(breakEven);
        return Math.Clamp(breakEven[Samples / 2], Least, Most);
    }

    private sealed class Probe : IThreadPoolWorkItem
    {
        private volatile bool _started;

        public bool Started => _started;

        public void Execute() => _started = true;
    }
}
