using System.Diagnostics;

namespace AutoPar.Runtime;

/// <summary>
/// Whether waking a worker pays. For one loop it does when the loop is long enough. Loops too short for that, one close
/// after the other, would gain from a worker that is awake: when those that ran without any have together taken as long as a
/// loop that is worth waking for, the next one wakes. That is never more than twice as bad as having known.
/// </summary>
internal static class WakePolicy
{
    /// <summary>Loops further apart would find the worker asleep again.</summary>
    private static readonly long s_gap = SpinBudget.Microseconds(50);

    // Several threads may write them at once. What is lost by that is an occasion to wake, not more.
    private static long s_missed;
    private static long s_lastEnd;

    /// <summary>Whether a loop that will take so long wakes somebody now.</summary>
    public static bool ShouldWake(double nanoseconds, long now)
    {
        if (!ForkCost.IsWorthWaking(nanoseconds)
            && !(now - Volatile.Read(ref s_lastEnd) < s_gap
                && ForkCost.IsWorthWaking(Volatile.Read(ref s_missed) * (1e9 / Stopwatch.Frequency))))
        {
            return false;
        }

        Volatile.Write(ref s_missed, 0);
        return true;
    }

    /// <summary>A loop that would have gained ran alone, since all were asleep.</summary>
    public static void Missed(long start, long now)
    {
        long before = start - Volatile.Read(ref s_lastEnd) < s_gap ? Volatile.Read(ref s_missed) : 0;
        Volatile.Write(ref s_missed, before + now - start);
        Volatile.Write(ref s_lastEnd, now);
    }
}
