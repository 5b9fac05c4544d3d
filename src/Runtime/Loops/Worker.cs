using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>A thread of the <see cref="WorkerTeam"/>.</summary>
/// <remarks>
/// Its state is one reference, which changes by compare-and-swap only, but for the last step: null while it is free; then
/// the task that somebody gave it; from the moment it has seen the task, the worker itself; null again. Whoever gave it a
/// task may take it back as long as the worker hasn't seen it, so a worker that comes late costs nobody anything. A task
/// may be given again to the same worker by another helper of the same loop; who then takes back whose doesn't matter,
/// since each is worth one reference to the task.
/// </remarks>
internal sealed class Worker
{
    /// <summary>A worker that has slept so long ends. Tests shorten it.</summary>
    public static int MillisecondsToRetirement { get; set; } = 20_000;

    /// <summary>About what waking costs: who waits that long before he sleeps pays at most twice the best.</summary>
    private static readonly long s_spinTicks = SpinBudget.Microseconds(50);

    private readonly int _index;
    private readonly Sleeper _sleeper = new(repeatsInterruptions: false);
    private PaddedReference _assignment;

    public Worker(int index) => _index = index;

    public bool IsFree => Volatile.Read(ref _assignment.Value) is null;

    public bool IsAsleep => _sleeper.IsAsleep;

    /// <summary>Starts the thread; false when the system has none to give.</summary>
    public bool TryStart()
    {
        try
        {
            // Unsafe: the ExecutionContext of whoever happens to start it isn't the workers'.
            new Thread(Run) { IsBackground = true, Name = $"AutoPar worker {_index + 1}" }.UnsafeStart();
            return true;
        }
        catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
        {
            return false;
        }
    }

    /// <summary>Gives the task to the worker if it's free, and wakes it if it sleeps.</summary>
    public bool TryAssign(TeamTask task)
    {
        if (!IsFree || Interlocked.CompareExchange(ref _assignment.Value, task, null) is not null)
        {
            return false;
        }

        _sleeper.Wake();
        return true;
    }

    /// <summary>Whether the task was given to the worker and not yet seen by it.</summary>
    public bool HasWaiting(TeamTask task) => Volatile.Read(ref _assignment.Value) == task;

    /// <summary>Takes the task back if the worker hasn't seen it: then it never will.</summary>
    public bool TryTakeBack(TeamTask task) =>
        HasWaiting(task) && Interlocked.CompareExchange(ref _assignment.Value, null, task) == task;

    private void Run()
    {
        ExecutionContext? own = ExecutionContext.Capture();
        while (Next() is { } task)
        {
            task.Help();
            Forget(own);
            Volatile.Write(ref _assignment.Value, null);
        }

        WorkerTeam.Leave(_index);
    }

    // The next task, or null when none has come for long.
    private TeamTask? Next()
    {
        var budget = NewBudget();
        while (true)
        {
            object? seen = Volatile.Read(ref _assignment.Value);
            if (seen is not null)
            {
                if (Interlocked.CompareExchange(ref _assignment.Value, this, seen) == seen)
                {
                    return Unsafe.As<TeamTask>(seen);
                }
            }
            else if (!budget.Spin())
            {
                if (!SleepUntilCalled())
                {
                    return null;
                }

                budget = NewBudget();
            }
        }
    }

    // More workers than processors only get into each other's way: those don't spin.
    private SpinBudget NewBudget() => new(_index + 1 < Environment.ProcessorCount ? s_spinTicks : 0);

    private bool SleepUntilCalled()
    {
        _sleeper.LieDown();
        if (!IsFree)
        {
            _sleeper.GetUp();
            return true;
        }

        // Who retires isn't free, so that nobody gives it a task any more.
        return _sleeper.Sleep(MillisecondsToRetirement)
            || Interlocked.CompareExchange(ref _assignment.Value, this, null) is not null;
    }

    /// <summary>What a body left on the thread isn't for the next one's.</summary>
    public static void Forget(ExecutionContext? own)
    {
        if (!ReferenceEquals(ExecutionContext.Capture(), own))
        {
            ExecutionContext.Restore(own!);
        }

        if (SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Alone on its cache line and on the one that the prefetcher pairs with it: the worker polls it.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct PaddedReference
    {
        [FieldOffset(128)]
        public object? Value;
    }
}
