using System.Diagnostics;

namespace AutoPar.AnalysisCost;

/// <summary>What something took: the least of several runs, since other work on the machine only adds.</summary>
/// <param name="Milliseconds">From start to end.</param>
/// <param name="Processor">Milliseconds of processor time on all threads, the garbage collector's and the JIT's included.</param>
/// <param name="Megabytes">Allocated on all threads.</param>
/// <param name="Peak">Most megabytes of the process's working set while it ran, compilation and all.</param>
internal sealed record Sample(double Milliseconds, double Processor, double Megabytes, double Peak)
{
    private const double Mega = 1 << 20;

    public static Sample Of(int runs, Action action) => Enumerable.Range(0, runs).Select(_ => Once(action)).Aggregate((one, other) => new Sample(
        Math.Min(one.Milliseconds, other.Milliseconds), Math.Min(one.Processor, other.Processor),
        Math.Min(one.Megabytes, other.Megabytes), Math.Min(one.Peak, other.Peak)));

    private static Sample Once(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using CancellationTokenSource ended = new();
        long peak = Environment.WorkingSet;
        Thread watch = new(() =>
        {
            while (!ended.Token.WaitHandle.WaitOne(20))
            {
                peak = Math.Max(peak, Environment.WorkingSet);
            }
        });
        watch.Start();
        long bytes = GC.GetTotalAllocatedBytes();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        action();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double spent = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        double allocated = GC.GetTotalAllocatedBytes() - bytes;
        ended.Cancel();
        watch.Join();
        return new Sample(milliseconds, spent, allocated / Mega, peak / Mega);
    }
}
