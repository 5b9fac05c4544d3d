using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>One asynchronous call of a method: what cancels its loops, and how far they are.</summary>
/// <param name="loops">How many loops the method runs, one after the other, as far as the compiler can tell; 0 = it can't.</param>
internal sealed class LoopOperation(int loops, IProgress<double>? progress, CancellationToken token)
{
    /// <summary>Progress isn't reported more often.</summary>
    private static readonly long s_gap = Stopwatch.Frequency / 20;

    [ThreadStatic]
    private static LoopOperation? t_current;

    private long _lastReport = Stopwatch.GetTimestamp();
    private double _lastValue;
    private int _isReporting;
    private int _loop = -1;
    private long _units;
    private long _done;

    /// <summary>Of the call that this thread runs, outside of chunks.</summary>
    public static LoopOperation? Current
    {
        get => t_current;
        set => t_current = value;
    }

    public CancellationToken Token => token;

    /// <summary>A loop of the method begins; the one before is over.</summary>
    public void BeginLoop(long units)
    {
        _units = units;
        _loop++;
        Volatile.Write(ref _done, 0);
    }

    /// <summary>Units of the loop are done. Called by all threads that work on it.</summary>
    public void Add(long units)
    {
        if (progress is null || _loop >= loops)
        {
            return;
        }

        Interlocked.Add(ref _done, units);
        if (Stopwatch.GetTimestamp() - Volatile.Read(ref _lastReport) >= s_gap && Interlocked.Exchange(ref _isReporting, 1) == 0)
        {
            try
            {
                Report();
            }
            finally
            {
                Volatile.Write(ref _isReporting, 0);
            }
        }
    }

    /// <summary>The method has returned.</summary>
    public void End() => progress?.Report(1.0);

    private void Report()
    {
        // Somebody may have reported since this thread looked.
        double value = (_loop + ((double)Volatile.Read(ref _done) / _units)) / loops;
        if (Stopwatch.GetTimestamp() - _lastReport >= s_gap && value > _lastValue && value < 1)
        {
            _lastValue = value;
            progress!.Report(value);
            Volatile.Write(ref _lastReport, Stopwatch.GetTimestamp());
        }
    }
}
