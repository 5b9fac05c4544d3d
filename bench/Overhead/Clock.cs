using System.Diagnostics;

namespace AutoPar.Overhead;

/// <summary>Times one form of one loop.</summary>
internal static class Clock
{
    private const int CallsPerSample = 200;

    /// <summary>Beside other work a call may take milliseconds.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(2);

    /// <summary>Another runtime's workers spin for a while after their loop: nobody is timed before they sleep.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Nanoseconds a call, calls back to back: the shortest of many samples.</summary>
    public static double Hot(Action call, int samples)
    {
        Thread.Sleep(s_pause);
        double shortest = double.PositiveInfinity;
        long begin = Stopwatch.GetTimestamp();
        for (int sample = 0; sample < samples && Stopwatch.GetElapsedTime(begin) < s_most; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < CallsPerSample; i++)
            {
                call();
            }

            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalNanoseconds / CallsPerSample);
        }

        return shortest;
    }

    /// <summary>The times of single calls, each after <paramref name="idle"/>, in ascending order.</summary>
    public static double[] AfterIdleness(Action call, TimeSpan idle, int samples)
    {
        var times = new double[samples];
        for (int sample = 0; sample < samples; sample++)
        {
            Thread.Sleep(idle);
            long start = Stopwatch.GetTimestamp();
            call();
            times[sample] = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>Bytes a call allocates, on all threads.</summary>
    public static double Allocated(Action call)
    {
        const int Calls = 1000;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Calls; i++)
        {
            call();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls;
    }

    /// <summary>Lets the JIT finish.</summary>
    public static void WarmUp(Action call)
    {
        for (int round = 0; round < 5; round++)
        {
            for (int i = 0; i < 200; i++)
            {
                call();
            }

            Thread.Sleep(60);
        }
    }
}
