namespace AutoPar.Runtime;

/// <summary>
/// Counts the helpers that wait in the thread pool's queue. When the pool is starved they pile up; then loops queue no
/// more of them, since they would come too late anyway, and the callers work alone.
/// </summary>
internal static class HelperQueue
{
    private static readonly int s_most = Math.Max(64, 4 * Environment.ProcessorCount);
    private static int s_waiting;

    /// <summary>Queues a helper, unless too many are waiting.</summary>
    public static bool TryQueue(IThreadPoolWorkItem helper)
    {
        if (Waiting >= s_most)
        {
            return false;
        }

        Interlocked.Increment(ref s_waiting);
        try
        {
            // Unsafe: the ExecutionContext doesn't flow, see LoopJob.
            return ThreadPool.UnsafeQueueUserWorkItem(helper, preferLocal: false);
        }
        catch (OutOfMemoryException)
        {
            // Without helpers the caller does everything itself.
            Interlocked.Decrement(ref s_waiting);
            return false;
        }
    }

    /// <summary>Helpers queued and not begun.</summary>
    public static int Waiting => Volatile.Read(ref s_waiting);

    /// <summary>A queued helper begins to run.</summary>
    public static void Started() => Interlocked.Decrement(ref s_waiting);
}
