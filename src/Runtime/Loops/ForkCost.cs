using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>The lengths from which on a loop is worth forking, measured once in a process.</summary>
/// <remarks>
/// A helper costs the caller q to call and starts after a latency l. Two workers then need about q + (T + l) / 2 where one
/// needs T, so they are even at T = 2q + l. Both are measured twice: for a worker that waits for work, and for one that sleeps.
/// </remarks>
internal static class ForkCost
{
    private const double LeastAwake = 2000;
    private const double MostAwake = 4000;
    private const double LeastAsleep = 10_000;
    private const double MostAsleep = 200_000;
    private const int SamplesAwake = 31;
    private const int SamplesAsleep = 5;
    private const int MillisecondsToFallAsleep = 2;

    private static readonly Lock s_lock = new();
    private static double s_awake = LeastAwake;
    private static double s_asleep = 60_000;
    private static double s_gate = LeastAwake;
    private static bool s_isObserved;
    private static int s_isMeasured;
    private static int s_operations;

    /// <summary>
    /// Loops that take no longer than this don't get past the first comparison: <see cref="Threshold"/>, or minus infinity
    /// while somebody wants to know of all loops.
    /// </summary>
    public static double Gate => s_gate;

    /// <summary>Whether <see cref="LoopTelemetry"/> wants to know of all loops.</summary>
    public static bool IsObserved
    {
        get => Volatile.Read(ref s_isObserved);
        set
        {
            Volatile.Write(ref s_isObserved, value);
            SetGate();
        }
    }

    /// <summary>An asynchronous call starts, which wants to see all of its loops.</summary>
    public static void BeginOperation()
    {
        Interlocked.Increment(ref s_operations);
        SetGate();
    }

    public static void EndOperation()
    {
        Interlocked.Decrement(ref s_operations);
        SetGate();
    }

    /// <summary>
    /// Loops that take no longer than this, in nanoseconds, run inline, whoever is awake. Tests set it, and with it what
    /// waking is worth, to fork everything.
    /// </summary>
    public static double Threshold
    {
        get => s_awake;
        set
        {
            s_awake = value;
            s_asleep = value;
            s_isMeasured = 1;
            SetGate();
        }
    }

    /// <summary>A loop of this length, in nanoseconds, is worth waking a worker for.</summary>
    public static double WakeThreshold
    {
        get => s_asleep;
        set => s_asleep = value;
    }

    /// <summary>Whether it is worth it, also once that has been measured.</summary>
    public static bool IsWorthWaking(double nanoseconds)
    {
        if (nanoseconds <= s_asleep)
        {
            return false;
        }

        if (Volatile.Read(ref s_isMeasured) == 0 && Interlocked.Exchange(ref s_isMeasured, 1) == 0)
        {
            Measure();
        }

        return nanoseconds > s_asleep;
    }

    private static void Measure()
    {
        if (WorkerTeam.FindAny() is not { } worker)
        {
            // Nobody to measure with: the guesses hold until the next time.
            Volatile.Write(ref s_isMeasured, 0);
            return;
        }

        // The first samples are for the JIT and the thread's start.
        var probe = new Probe();
        for (int i = 0; i < SamplesAwake; i++)
        {
            probe.BreakEven(worker, MostAsleep);
        }

        double awake = Low(SamplesAwake, () => probe.BreakEven(worker, MostAwake));
        double asleep = Low(SamplesAsleep, () =>
        {
            SpinWait.SpinUntil(() => worker.IsAsleep, MillisecondsToFallAsleep);
            Thread.SpinWait(500);
            return probe.BreakEven(worker, MostAsleep);
        });
        s_asleep = Math.Clamp(asleep, LeastAsleep, MostAsleep);
        s_awake = Math.Clamp(awake, LeastAwake, MostAwake);
        SetGate();
    }

    private static void SetGate()
    {
        lock (s_lock)
        {
            s_gate = IsObserved || Volatile.Read(ref s_operations) > 0 ? double.NegativeInfinity : s_awake;
        }
    }

    // Of the lowest: what else the machine does just now won't be there for the rest of the process.
    private static double Low(int count, Func<double> sample)
    {
        var samples = new double[count];
        for (int i = 0; i < count; i++)
        {
            samples[i] = sample();
        }

        Array.Sort(samples);
        return samples[count / 8];
    }

    private sealed class Probe : TeamTask
    {
        private volatile bool _hasStarted;

        public override void Help() => _hasStarted = true;

        /// <summary>2q + l, or more than <paramref name="most"/>.</summary>
        public double BreakEven(Worker worker, double most)
        {
            _hasStarted = false;
            long start = Stopwatch.GetTimestamp();
            if (!worker.TryAssign(this))
            {
                return most;
            }

            double calling = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            while (!_hasStarted)
            {
                Thread.SpinWait(1);
                if (Stopwatch.GetElapsedTime(start).TotalNanoseconds > most && worker.TryTakeBack(this))
                {
                    break;
                }
            }

            double latency = Stopwatch.GetElapsedTime(start).TotalNanoseconds;

            // For the next sample the worker is to be free.
            SpinWait.SpinUntil(() => worker.IsFree, 1);
            return (2 * calling) + latency;
        }
    }
}
