using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>
/// Cuts a run of iterations into slices of about a tenth of a millisecond, and looks between them whether it's cancelled. It goes by
/// what slices take, not by estimates: the first one is short, and each may be twice as long as the one before.
/// </summary>
public struct LoopSlices
{
    private const double CheapSlice = 500;
    private const long Alignment = 64;

    /// <summary>In place of the lanes: there is one slice.</summary>
    internal const int Whole = 0;

    private static readonly long s_target = Stopwatch.Frequency / 10_000;

    private readonly LoopWatch _watch;
    private readonly long _end;
    private readonly int _lanes;
    private long _length;
    private long _from;
    private long _next;
    private long _start;

    /// <summary>All iterations of a loop that runs on this thread alone.</summary>
    /// <param name="lanes">Iterations in one vector, as in <see cref="LoopSchedule"/>.</param>
    public LoopSlices(long trips, double nanosecondsPerIteration, CancellationToken token, int lanes = 1)
        : this(0, trips, nanosecondsPerIteration, LoopWatch.Of(token), lanes) => _watch.Begin(trips);

    internal LoopSlices(long from, long to, double nanosecondsPerUnit, in LoopWatch watch, int lanes)
    {
        _lanes = lanes;
        _watch = watch;
        _from = _next = from;
        _end = to;

        // All but the last are multiples of the lanes, so that they leave no remainder.
        _length = !watch.IsOn || lanes == Whole ? to - from : LengthForTests > 0 ? LengthForTests : nanosecondsPerUnit * Alignment <= CheapSlice ? Alignment : lanes;
    }

    /// <summary>For tests: all slices have this length; 0 = as measured.</summary>
    internal static long LengthForTests { get; set; }

    /// <summary>The next slice, which is run until this is called again.</summary>
    /// <returns>False when there is none left.</returns>
    /// <exception cref="OperationCanceledException">The loop is cancelled.</exception>
    public bool Next(out long from, out long to)
    {
        if (_watch.IsOn)
        {
            Look();
        }

        from = _from = _next;
        to = _next = _end - from > _length ? from + _length : _end;
        return from < to;
    }

    private void Look()
    {
        long now = Stopwatch.GetTimestamp();
        if (_next > _from)
        {
            _watch.Done(_next - _from);
            Adapt(now - _start);
        }

        // What is done is done.
        if (_next < _end)
        {
            _watch.Look();
        }

        _start = now;
    }

    private void Adapt(long ticks)
    {
        if (LengthForTests > 0)
        {
            return;
        }

        if (ticks < s_target / 2)
        {
            _length = Math.Min(_length * 2, long.MaxValue / 4);
        }
        else if (ticks > s_target * 4 && _length > _lanes)
        {
            _length /= 2;
        }
    }
}
