using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>What the threads of one loop did, when somebody wants to know.</summary>
internal sealed class LoopStatistics
{
    private readonly Gate _gate = new();
    private long _ticks;
    private long _mostTicks;

    public long Chunks { get; private set; }

    public int Threads { get; private set; }

    /// <summary>The time of the thread that worked longest, divided by the mean.</summary>
    public double Imbalance => _ticks == 0 ? 1 : (double)_mostTicks * Threads / _ticks;

    /// <summary>A thread ran chunks from <paramref name="start"/> until now.</summary>
    public void Add(long chunks, long start)
    {
        long ticks = Stopwatch.GetTimestamp() - start;
        _gate.Enter();
        Chunks += chunks;
        Threads++;
        _ticks += ticks;
        _mostTicks = Math.Max(_mostTicks, ticks);
        _gate.Exit();
    }
}
