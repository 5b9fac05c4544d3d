using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;

namespace AutoPar.Runtime;

/// <summary>The event source <c>AutoPar</c>: what became of loops: one event for each fork, inline run and fallback.</summary>
[EventSource(Name = "AutoPar")]
internal sealed class LoopEvents : EventSource
{
    private const string Primitive = "All arguments are of primitive types.";

    /// <summary>A loop was handed out in chunks.</summary>
    /// <param name="units">Iterations, or blocks of a reduction, scan or search.</param>
    /// <param name="threads">Threads that ran a chunk.</param>
    /// <param name="imbalance">The time of the thread that worked longest, divided by the mean.</param>
    /// <param name="waitMicroseconds">How long the caller waited for others' last chunks.</param>
    [Event(1, Level = EventLevel.Informational)]
    [UnconditionalSuppressMessage("ReflectionAnalysis", "IL2026", Justification = Primitive)]
    public void LoopForked(long units, long chunks, int threads, bool nested, double imbalance, double waitMicroseconds) =>
        WriteEvent(1, units, chunks, threads, nested, imbalance, waitMicroseconds);

    /// <summary>A loop ran on its caller alone.</summary>
    [Event(2, Level = EventLevel.Informational)]
    [UnconditionalSuppressMessage("ReflectionAnalysis", "IL2026", Justification = Primitive)]
    public void LoopInline(long units, string reason) => WriteEvent(2, units, reason);

    /// <summary>A generated form ran a loop as written.</summary>
    /// <param name="test">The guard's test that failed.</param>
    [Event(3, Level = EventLevel.Informational)]
    [UnconditionalSuppressMessage("ReflectionAnalysis", "IL2026", Justification = Primitive)]
    public void LoopFallback(string method, int line, string test) => WriteEvent(3, method, line, test);

    // Opens the gate, so that short loops come by, too; the first to do so finds out whether anybody listens. Not through
    // LoopTelemetry: this may run under a lock that its initialization, on another thread, waits for.
    protected override void OnEventCommand(EventCommandEventArgs command) => ForkCost.IsObserved = true;
}
