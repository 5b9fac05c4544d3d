using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace AutoPar.Runtime;

/// <summary>One run of a parallel loop: what the caller and its helpers of the <see cref="WorkerTeam"/> share.</summary>
/// <remarks>
/// <para>
/// <b>Work.</b> The caller and every helper that arrives take chunks until none is left. The caller waits for chunks that
/// were taken, never for helpers: whom it called and who hasn't come it sends back. At the end of a chunk it looks again for
/// helpers that it didn't find before.
/// </para>
/// <para>
/// <b>No deadlock.</b> A thread waits only for a chunk that another thread runs, and that thread was free when it took it:
/// it waits, if at all, for chunks of loops inside that one. So no two threads wait for each other.
/// </para>
/// <para>
/// <b>Nested loops</b> call helpers, too, but with all that work for the outermost loop they are no more than that one may
/// have: the outermost job counts them.
/// </para>
/// <para>
/// <b>Reuse.</b> A job counts references: one for the caller, one for each helper called and not sent back; the outermost
/// job also one for each helper of the loops inside it. The last to give up its reference puts the job back among the idle
/// ones, so a helper can't meet a later loop.
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
internal abstract partial class LoopJob : TeamTask
{
    /// <summary>What a thread waits for without giving up its core: longer than a chunk's end is usually off.</summary>
    private static readonly long s_spinTicks = SpinBudget.Microseconds(20);

    [ThreadStatic]
    private static LoopJob? t_current;

    private readonly Sleeper _sleeper = new(repeatsInterruptions: true);
    private readonly Gate _gate = new();
    private ChunkQueue _chunks;
    private double _nanosecondsPerUnit;
    private LoopJob _outermost;
    private int _limit;
    private CultureInfo? _culture;
    private CultureInfo? _uiCulture;
    private ExceptionDispatchInfo? _failure;
    private long _failedFrom;
    private LoopStatistics? _statistics;
    private LoopWatch _watch;
    private int _lanes;
    private Ending _ending;

    protected LoopJob() => _outermost = this;

    /// <summary>Whether a loop that starts on this thread may have helpers: it isn't inside another that has all it may have.</summary>
    public static bool MayCallHelpers =>
        !IsWorking || Volatile.Read(ref t_current!._outermost._ending.References) < t_current._outermost._limit;

    /// <summary>Whether this thread runs a chunk.</summary>
    public static bool IsWorking => t_current is not null;

    /// <summary>The asynchronous call that what this thread runs is part of; it runs a chunk.</summary>
    public static LoopOperation? OutermostOperation => t_current!._outermost._watch.Operation;

    /// <summary>Whether a chunk threw; for the caller, after <see cref="Run"/>.</summary>
    protected bool HasFailed => _failure is not null;

    /// <summary>What is looked at between slices.</summary>
    protected LoopWatch Watch => _watch;

    /// <summary>Runs units [from, to), on any thread.</summary>
    protected abstract void RunChunk(long from, long to);

    /// <summary>Puts the job among the idle ones of its type: nobody refers to it any more.</summary>
    protected abstract void Park();

    /// <summary>Runs all units on the caller and its helpers; returns when all are done.</summary>
    protected void Run(in ForkPlan plan)
    {
        _chunks.Reset(plan.Chunks);
        _nanosecondsPerUnit = plan.NanosecondsPerUnit;
        _statistics = LoopTelemetry.IsOn ? new() : null;
        _outermost = t_current?._outermost ?? this;
        _limit = plan.Limit;
        _watch = plan.Watch;
        _lanes = plan.Lanes;
        _culture = CultureInfo.CurrentCulture;
        _uiCulture = CultureInfo.CurrentUICulture;
        _ending.Completed = 0;
        _ending.Expected = plan.Chunks.Units;
        _ending.References = 1;
        _ending.HelpersToCall = plan.Degree - 1;

        HelperCalls calls = default;
        Work(ref calls);
        calls.End();
        long waitStart = _statistics is null ? 0 : Stopwatch.GetTimestamp();
        if (!IsComplete)
        {
            Wait();
        }

        if (_statistics is { } statistics)
        {
            LoopTelemetry.Forked(plan.Chunks.Units, _outermost != this, statistics, waitStart);
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

    /// <inheritdoc/>
    public sealed override void Help()
    {
        if (_chunks.UnitsLeft > 0)
        {
            WorkInCallersCulture();
        }

        // Without its reference the job may already be another loop's.
        LoopJob outermost = _outermost;
        Release();
        if (outermost != this)
        {
            outermost.Release();
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

    private void Work()
    {
        HelperCalls calls = default;
        Work(ref calls);
    }

    // Never throws.
    private void Work(ref HelperCalls calls)
    {
        LoopJob? outer = t_current;
        t_current = this;
        long done = 0, chunks = 0, start = _statistics is null ? 0 : Stopwatch.GetTimestamp();
        while (_chunks.TryTake(out long from, out long to))
        {
            if (Volatile.Read(ref _ending.HelpersToCall) > 0)
            {
                CallHelpers(ref calls, done);
            }

            try
            {
                if (_watch.IsOn)
                {
                    RunSlices(from, to);
                }
                else
                {
                    RunChunk(from, to);
                }
            }
            catch (Exception exception)
            {
                Fail(from, exception);
            }

            done += to - from;
            chunks++;
        }

        t_current = outer;
        for (int unseen = calls.TakeBack(this); unseen > 0; unseen--)
        {
            CancelReservation();
        }

        if (done > 0)
        {
            _statistics?.Add(chunks, start);
        }

        // The full fence of the addition orders it before the look whether the caller sleeps; Wait has the mirror image.
        if (done > 0 && Interlocked.Add(ref _ending.Completed, done) == Volatile.Read(ref _ending.Expected))
        {
            _sleeper.Wake();
        }
    }

    /// <summary>A chunk of a loop that may be cancelled, or says how far it is.</summary>
    protected virtual void RunSlices(long from, long to)
    {
        var slices = new LoopSlices(from, to, _nanosecondsPerUnit, in _watch, _lanes);
        while (slices.Next(out long first, out long next))
        {
            RunChunk(first, next);
        }
    }

    // Chunks are handed out in ascending order, so every lower one has been taken and will run to its end.
    private void Fail(long from, Exception exception)
    {
        _gate.Enter();
        if (_failure is null || from < _failedFrom)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _failedFrom = from;
        }

        _gate.Exit();
        HandOutNoMore();
    }

    /// <summary>Called in a chunk: those that nobody has taken yet, all of them above it, aren't run.</summary>
    protected void HandOutNoMore()
    {
        // This worker hasn't added its own units yet, so nobody can have seen the old count reached.
        long handedOut = _chunks.Stop();
        if (handedOut >= 0)
        {
            Volatile.Write(ref _ending.Expected, handedOut);
        }
    }
}
