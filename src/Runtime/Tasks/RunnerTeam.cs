namespace AutoPar.Runtime;

/// <summary>
/// The threads on which asynchronous calls run, each in place of a caller: at most as many as
/// <see cref="AutoParOptions.MaxDegreeOfParallelism"/> was set to, started when a call wants one, ended when none has for some time.
/// Calls beyond that wait in line. Like the workers that help them they are background threads and no part of the thread pool.
/// </summary>
internal static class RunnerTeam
{
    private static readonly object s_lock = new();
    private static readonly Queue<IAsyncCall> s_waiting = new();
    private static int s_count;
    private static int s_idle;

    // Runners whose calls have started others, and may wait for them: as many more are allowed, or nobody might be left to run those.
    private static int s_waiters;

    [ThreadStatic]
    private static bool t_isRunning;

    [ThreadStatic]
    private static bool t_mayWait;

    /// <summary>Runners that have been started and have not ended.</summary>
    public static int Count
    {
        get
        {
            lock (s_lock)
            {
                return s_count;
            }
        }
    }

    public static void Start(IAsyncCall call)
    {
        lock (s_lock)
        {
            s_waiting.Enqueue(call);
            if (t_isRunning && !t_mayWait)
            {
                t_mayWait = true;
                s_waiters++;
            }

            if (s_idle >= s_waiting.Count)
            {
                Monitor.Pulse(s_lock);
                return;
            }

            if (s_count >= AutoParOptions.ProcessDegree + s_waiters)
            {
                return;
            }

            s_count++;
        }

        try
        {
            // Unsafe: calls bring their own ExecutionContext.
            new Thread(Work) { IsBackground = true, Name = "AutoPar runner" }.UnsafeStart();
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            // The system has no thread to give, but the call must end one day.
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Work(), null);
        }
    }

    private static void Work()
    {
        ExecutionContext? own = ExecutionContext.Capture();
        while (Next() is { } call)
        {
            t_isRunning = true;
            call.Run();
            Worker.Forget(own);
            End();
        }
    }

    private static void End()
    {
        t_isRunning = false;
        if (t_mayWait)
        {
            t_mayWait = false;
            lock (s_lock)
            {
                s_waiters--;
            }
        }
    }

    // The next call, or null when none has come for long.
    private static IAsyncCall? Next()
    {
        while (true)
        {
            try
            {
                lock (s_lock)
                {
                    if (s_waiting.TryDequeue(out IAsyncCall? call))
                    {
                        return call;
                    }

                    if (!IsCalled() && s_waiting.Count == 0)
                    {
                        s_count--;
                        return null;
                    }
                }
            }
            catch (ThreadInterruptedException)
            {
                // Somebody means a body that is gone.
            }
        }
    }

    private static bool IsCalled()
    {
        s_idle++;
        try
        {
            return Monitor.Wait(s_lock, Worker.MillisecondsToRetirement);
        }
        finally
        {
            s_idle--;
        }
    }
}
