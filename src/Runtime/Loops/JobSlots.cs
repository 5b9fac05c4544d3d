namespace AutoPar.Runtime;

/// <summary>Idle job objects of one type, kept for the next loop. Lock-free: a slot is taken and filled by an exchange.</summary>
internal sealed class JobSlots
{
    // As many as loops of the same body that end with late helpers, or run at the same time, without allocating.
    private readonly LoopJob?[] _slots = new LoopJob?[8];

    public LoopJob? Take()
    {
        foreach (ref LoopJob? slot in _slots.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } job)
            {
                return job;
            }
        }

        return null;
    }

    /// <summary>Keeps the job if there's room; otherwise it's left to the garbage collector.</summary>
    public void Return(LoopJob job)
    {
        foreach (ref LoopJob? slot in _slots.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, job, null) is null)
            {
                return;
            }
        }
    }
}
