using System.Globalization;
using System.Runtime.ExceptionServices;

namespace AutoPar.Runtime;

/// <summary>One run of a parallel loop: what the caller and its helpers on the thread pool share.</summary>
/// <remarks>
/// <para>
/// <b>Work.</b> The caller and every helper that arrives take chunks until none is left. The caller waits for chunks that
/// were taken, never for helpers: with a starved pool it does everything itself.
/// </para>
/// <para>
/// <b>Reuse.</b> A job is its own work item, queued once for each helper, and counts references: one for the caller, one
/// for each queue entry. An entry gives its reference up when it has run. Only the last to do so puts the job back among
/// the idle ones, so while an entry waits in the pool's queue the job belongs to the loop that queued it: a late helper
/// finds that loop's queue empty and leaves. It can't meet a later loop, nor read the body, which only a taken chunk does.
/// </para>
/// <para>
/// <b>Completion.</b> Each worker adds the units that it ran to <c>_completed</c> when it leaves; the loop is over when
/// that equals <c>_expected</c>: all units, or after a failure those that had been handed out.
/// </para>
/// <para>
/// <b>Context.</b> The caller's cultures flow to helpers. Its ExecutionContext does not: a body sees no
/// <see cref="AsyncLocal{T}"/> of the caller.
/// </para>
/// </remarks>
internal abstract class LoopJob : IThreadPoolWorkItem
{
    [ThreadStatic]
    private static bool t_isWorking;

    private ChunkQueue _chunks;
    private PaddedLong _completed;
    private long _expected;
    private int _references;
    private int _helpersToQueue;
    private bool _callerBlocks;
    private CultureInfo? _culture;
    private CultureInfo? _uiCulture;
    private ExceptionDispatchInfo? _failure;
    private long _failedFrom;

    /// <summary>Whether this thread runs a chunk already: a loop inside it runs inline.</summary>
    public static bool IsWorking => t_isWorking;

    /// <summary>Whether a chunk threw; for the caller, after <see cref="Run"/>.</summary>
    protected bool HasFailed => _failure is not null;

    /// <summary>Runs units [from, to), on any thread.</summary>
    protected abstract void RunChunk(long from, long to);

    /// <summary>Puts the job among the idle ones of its type: nobody refers to it any more.</summary>
    protected abstract void Park();

    /// <summary>Runs all units on the caller and on up to <paramref name="degree"/> − 1 helpers; returns when all are done.</summary>
    protected void Run(in ChunkPlan plan, int degree)
    {
        _chunks.Reset(in plan);
        _completed.Value = 0;
        _expected = plan.Units;
        _references = 1;
        _helpersToQueue = degree - 1;
        _callerBlocks = false;
        _culture = CultureInfo.CurrentCulture;
        _uiCulture = CultureInfo.CurrentUICulture;

        QueueHelpers();
        Work();
        if (!IsComplete)
        {
            Wait();
        }
    }

    /// <summary>The caller is done with the job. Throws what the lowest failed iteration threw.</summary>
    protected void Leave()
    {
        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        Release();
        failure?.Throw();
    }

    void IThreadPoolWorkItem.Execute()
    {
        HelperQueue.Started();
        if (!_chunks.IsEmpty)
        {
            QueueHelpers();
            WorkInCallersCulture();
        }

        Release();
    }

    // Each worker calls two more: with many cores the fork takes a logarithm of them, and the caller starts at once.
    private void QueueHelpers()
    {
        for (int i = 0; i < 2; i++)
        {
            if (Volatile.Read(ref _helpersToQueue) <= 0 || Interlocked.Decrement(ref _helpersToQueue) < 0)
            {
                return;
            }

            Interlocked.Increment(ref _references);
            if (!HelperQueue.TryQueue(this))
            {
                // Not the last reference: the thread that queues holds one itself.
                Interlocked.Decrement(ref _references);
                return;
            }
        }
    }

    private void WorkInCallersCulture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo uiCulture = CultureInfo.CurrentUICulture;
        if (ReferenceEquals(culture, _culture) && ReferenceEquals(uiCulture, _uiCulture))
        {
            Work();
            return;
        }

        CultureInfo.CurrentCulture = _culture!;
        CultureInfo.CurrentUICulture = _uiCulture!;
        Work();
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture;
    }

    // Never throws.
    private void Work()
    {
        t_isWorking = true;
        long done = 0;
        while (_chunks.TryTake(out long from, out long to))
        {
            try
            {
                RunChunk(from, to);
            }
            catch (Exception exception)
            {
                Fail(from, exception);
            }

            done += to - from;
        }

        t_isWorking = false;

        // The full fence of the addition orders it before the read of _callerBlocks; Wait has the mirror image.
        if (done > 0
            && Interlocked.Add(ref _completed.Value, done) == Volatile.Read(ref _expected)
            && Volatile.Read(ref _callerBlocks))
        {
            lock (this)
            {
                Monitor.Pulse(this);
            }
        }
    }

    // Chunks are handed out in ascending order, so every lower one has been taken and will run to its end.
    private void Fail(long from, Exception exception)
    {
        lock (this)
        {
            if (_failure is null || from < _failedFrom)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
                _failedFrom = from;
            }
        }

        // This worker hasn't added its own units yet, so nobody can have seen the old count reached.
        long handedOut = _chunks.Stop();
        if (handedOut >= 0)
        {
            Volatile.Write(ref _expected, handedOut);
        }
    }

    private bool IsComplete => Volatile.Read(ref _completed.Value) == Volatile.Read(ref _expected);

    private void Wait()
    {
        SpinWait spinner = default;
        while (!spinner.NextSpinWillYield)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            if (IsComplete)
            {
                return;
            }
        }

        // A worker that lost its processor gets it back sooner if this one is given up.
        for (int i = 0; i < 20; i++)
        {
            Thread.Yield();
            Thread.SpinWait(20);
            if (IsComplete)
            {
                return;
            }
        }

        Block();
    }

    private void Block()
    {
        bool interrupted = false;
        lock (this)
        {
            Interlocked.Exchange(ref _callerBlocks, true);
            while (!IsComplete)
            {
                try
                {
                    Monitor.Wait(this);
                }
                catch (ThreadInterruptedException)
                {
                    // Helpers still write through the body's pinned addresses: leaving now would be a wild store.
                    interrupted = true;
                }
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            _culture = null;
            _uiCulture = null;
            Park();
        }
    }
}
