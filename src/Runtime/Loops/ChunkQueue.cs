using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>Hands out the chunks of a <see cref="ChunkPlan"/> in ascending order, each once.</summary>
internal struct ChunkQueue
{
    private const long Stopped = long.MaxValue / 2;

    /// <summary>
    /// For tests: fixed chunks are handed out from the last to the first, so that an iteration which needs what an earlier one does
    /// finds it missing. Bodies must not throw.
    /// </summary>
    public static bool IsDescending { get; set; }

    private ChunkPlan _plan;
    private long _lastChunk;

    // Fixed chunks: the number of the next one. Guided: the first unit that nobody has.
    private PaddedLong _next;

    public void Reset(in ChunkPlan plan)
    {
        _plan = plan;
        _lastChunk = (plan.Units - 1) / plan.Size;
        _next.Value = 0;
    }

    /// <summary>Units that nobody has taken. A hint; <see cref="TryTake"/> decides.</summary>
    public readonly long UnitsLeft
    {
        get
        {
            long next = Volatile.Read(in _next.Value);
            return next >= Stopped ? 0
                : _plan.GuidedDivisor != 0 ? Math.Max(0, _plan.Units - next)
                : next > _lastChunk ? 0
                : _plan.Units - (next * _plan.Size);
        }
    }

    public bool TryTake(out long from, out long to)
    {
        return _plan.GuidedDivisor == 0 ? TryTakeFixed(out from, out to) : TryTakeGuided(out from, out to);
    }

    /// <summary>Hands out nothing more. Returns the units handed out until now, or −1 when it was stopped already.</summary>
    public long Stop()
    {
        long next = Interlocked.Exchange(ref _next.Value, Stopped);
        if (next >= Stopped)
        {
            return -1;
        }

        return _plan.GuidedDivisor != 0 ? next
            : next > _lastChunk ? _plan.Units
            : next * _plan.Size;
    }

    private bool TryTakeFixed(out long from, out long to)
    {
        // A worker leaves at its first failure to take, so this passes the last chunk by the number of workers at most.
        long chunk = Interlocked.Increment(ref _next.Value) - 1;
        if (chunk > _lastChunk)
        {
            from = to = 0;
            return false;
        }

        from = (IsDescending ? _lastChunk - chunk : chunk) * _plan.Size;
        to = from + Math.Min(_plan.Size, _plan.Units - from);
        return true;
    }

    private bool TryTakeGuided(out long from, out long to)
    {
        long next = Volatile.Read(ref _next.Value);
        while (next < _plan.Units)
        {
            long left = _plan.Units - next;
            long end = next + _plan.Guided(left);
            long seen = Interlocked.CompareExchange(ref _next.Value, end, next);
            if (seen == next)
            {
                from = next;
                to = end;
                return true;
            }

            next = seen;
        }

        from = to = 0;
        return false;
    }
}

/// <summary>A counter that shares its cache line (and the line that the prefetcher pairs with it) with nothing else.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PaddedLong
{
    [FieldOffset(128)]
    public long Value;
}
