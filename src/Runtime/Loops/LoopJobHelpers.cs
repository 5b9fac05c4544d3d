namespace AutoPar.Runtime;

/// <content>Calling helpers, no more of them than the outermost loop may have.</content>
internal abstract partial class LoopJob
{
    private void CallHelpers(ref HelperCalls calls, long done)
    {
        while (calls.MayCall(this) && FindHelper(ref calls, done) is { } worker && TryReserve())
        {
            if (worker.TryAssign(this))
            {
                calls.Add(worker);
            }
            else
            {
                // Somebody else was faster.
                CancelReservation();
                return;
            }
        }
    }

    private Worker? FindHelper(ref HelperCalls calls, long done)
    {
        long left = _chunks.UnitsLeft;
        try
        {
            return left == 0 || Volatile.Read(ref _ending.HelpersToCall) <= 0 ? null
                : WorkerTeam.FindAwake() is { } awake ? awake
                : calls.ShouldWake(left, done, _nanosecondsPerUnit) ? WorkerTeam.FindAny()
                : null;
        }
        catch (OutOfMemoryException)
        {
            // Nobody can be hired: this thread has taken a chunk and works alone.
            return null;
        }
    }

    private bool TryReserve()
    {
        if (Interlocked.Decrement(ref _ending.HelpersToCall) < 0)
        {
            Interlocked.Increment(ref _ending.HelpersToCall);
            return false;
        }

        int threads = Interlocked.Increment(ref _ending.References);
        if (_outermost != this)
        {
            threads = Interlocked.Increment(ref _outermost._ending.References);
        }

        if (threads > _outermost._limit)
        {
            CancelReservation();
            return false;
        }

        return true;
    }

    // Not the last references: this thread holds one itself, or its chunk keeps the caller that does.
    private void CancelReservation()
    {
        Interlocked.Increment(ref _ending.HelpersToCall);
        Interlocked.Decrement(ref _ending.References);
        if (_outermost != this)
        {
            Interlocked.Decrement(ref _outermost._ending.References);
        }
    }
}
