namespace AutoPar.Runtime;

/// <summary>
/// Counts the helpers that wait in the thread pool's queue. When the pool is starved they pile up; then loops queue next
/// to none, since they would come too late anyway, and the callers work alone.
/// </summary>
internal static class HelperQueue
{
    private const int MillisecondsBetweenNudges = 50;

    private static readonly int s_most = Math.Max(64, 4 * Environment.ProcessorCount);
    private static int s_waiting;
    private static long s_lastNudge;

    /// <summary>Queues a helper, unless too many are waiting.</summary>
    public static bool TryQueue(IThreadPoolWorkItem helper)
    {
        if (Waiting >= s_most && !MayNudge())
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

    // .NET's pool has had races that leave entries waiting until another one comes (dotnet/runtime#121608), so a full
    // queue still gets one now and then.
    private static bool MayNudge()
    {
        long now = Environment.TickCount64;
        long last = Volatile.Read(ref s_lastNudge);
        return now - last >= MillisecondsBetweenNudges && Interlocked.CompareExchange(ref s_lastNudge, now, last) == last;
    }
}
