using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AutoPar.Runtime;

/// <summary>
/// What listeners to the event source and the meter <c>AutoPar</c> are told. While there are none, a loop that is too short
/// to fork doesn't come here at all, and any other asks <see cref="IsOn"/> once.
/// </summary>
internal static class LoopTelemetry
{
    private static readonly LoopEvents s_events = new();
    private static readonly Meter s_meter = new("AutoPar");
    private static readonly Counter<long> s_loops = s_meter.CreateCounter<long>(
        "autopar.loops", "{loop}", "Loops, by form (parallel or inline), and the reason of those that ran inline.");

    private static readonly Counter<long> s_chunks = s_meter.CreateCounter<long>("autopar.chunks", "{chunk}", "Chunks of parallel loops.");
    private static readonly Counter<long> s_fallbacks = s_meter.CreateCounter<long>(
        "autopar.fallbacks", "{loop}", "Loops of generated forms that ran as written, by method and the test that failed.");

    private static readonly Histogram<double> s_imbalance = s_meter.CreateHistogram<double>(
        "autopar.loop.imbalance", "1", "The time of the thread that worked longest on a loop, divided by the mean.");

    private static readonly Histogram<double> s_wait = s_meter.CreateHistogram<double>(
        "autopar.loop.wait", "us", "How long the caller of a loop waited for the others' last chunks.");

    // Who looks at these is there: the meter doesn't tell when somebody subscribes to the others.
    static LoopTelemetry()
    {
        s_meter.CreateObservableGauge("autopar.workers", () => Observe(WorkerTeam.Count), "{thread}", "Worker threads.");
        s_meter.CreateObservableGauge("autopar.workers.busy", () => Observe(WorkerTeam.AtWork), "{thread}", "Worker threads that have a task.");
    }

    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn
    {
        get
        {
            bool isOn = s_events.IsEnabled() || s_loops.Enabled || s_fallbacks.Enabled || s_chunks.Enabled || s_imbalance.Enabled || s_wait.Enabled;
            if (isOn != ForkCost.IsObserved)
            {
                ForkCost.IsObserved = isOn;
            }

            return isOn;
        }
    }

    /// <summary>A loop runs on its caller alone.</summary>
    public static void Inline(long units, string reason)
    {
        s_loops.Add(1, new("form", "inline"), new("reason", reason));
        s_events.LoopInline(units, reason);
    }

    /// <summary>A loop was handed out in chunks, and is over.</summary>
    /// <param name="waitStart">When the caller ended its last chunk.</param>
    public static void Forked(long units, bool nested, LoopStatistics statistics, long waitStart)
    {
        double wait = Stopwatch.GetElapsedTime(waitStart).TotalMicroseconds;
        s_loops.Add(1, new KeyValuePair<string, object?>("form", "parallel"));
        s_chunks.Add(statistics.Chunks);
        s_imbalance.Record(statistics.Imbalance);
        s_wait.Record(wait);
        s_events.LoopForked(units, statistics.Chunks, statistics.Threads, nested, statistics.Imbalance, wait);
    }

    /// <summary>A loop runs as written, since a test before it failed.</summary>
    public static void Fallback(string method, int line, string test)
    {
        s_fallbacks.Add(1, new("method", method), new("test", test));
        s_events.LoopFallback(method, line, test);
    }

    private static int Observe(int count)
    {
        // Asking opens the gate.
        _ = IsOn;
        return count;
    }
}
