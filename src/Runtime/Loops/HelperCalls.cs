using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>
/// The calls for help of one thread in one loop. At most two that nobody has answered yet: each helper calls two more, so
/// that with many cores a fork takes a logarithm of them and the caller starts at once.
/// </summary>
internal struct HelperCalls
{
    private Worker? _first;
    private Worker? _second;
    private long _firstLook;
    private bool _hasCalled;

    /// <summary>Whether one more call may be made.</summary>
    public bool MayCall(TeamTask task)
    {
        if (_first is not null && !_first.HasWaiting(task))
        {
            _first = null;
        }

        if (_second is not null && !_second.HasWaiting(task))
        {
            _second = null;
        }

        return _first is null || _second is null;
    }

    /// <summary>The worker was given the task.</summary>
    public void Add(Worker worker)
    {
        _hasCalled = true;
        if (_first is null)
        {
            _first = worker;
        }
        else
        {
            _second = worker;
        }
    }

    /// <summary>Takes back what nobody has seen. Returns the number of calls taken back.</summary>
    public int TakeBack(TeamTask task)
    {
        int count = 0;
        if (_first is not null && _first.TryTakeBack(task))
        {
            count++;
        }

        if (_second is not null && _second.TryTakeBack(task))
        {
            count++;
        }

        return count;
    }

    /// <summary>The caller's loop is over.</summary>
    public readonly void End()
    {
        if (_firstLook != 0 && !_hasCalled)
        {
            WakePolicy.Missed(_firstLook, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>
    /// Nobody is awake. Whether somebody should be woken, for what is left: by the compiler's estimate, by how long what the
    /// thread has done since it first looked took, or for the sake of the loops to come.
    /// </summary>
    /// <param name="done">Units that the thread has run.</param>
    public bool ShouldWake(long left, long done, double nanosecondsPerUnit)
    {
        long now = Stopwatch.GetTimestamp();
        if (_firstLook == 0)
        {
            _firstLook = now;
        }

        double nanoseconds = left * nanosecondsPerUnit;
        if (done > 0)
        {
            nanoseconds = Math.Max(nanoseconds, Stopwatch.GetElapsedTime(_firstLook, now).TotalNanoseconds / done * left);
        }

        return WakePolicy.ShouldWake(nanoseconds, now);
    }
}
