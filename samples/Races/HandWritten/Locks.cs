namespace AutoPar.Samples.Races.HandWritten;

/// <summary>Locks and atomic operations that don't do what they seem to (AP1007 to AP1009, AP1012).</summary>
internal static class Locks
{
    private static readonly object s_accounts = new(), s_log = new();

    /// <summary>AP1007: each iteration locks an object that nobody else knows.</summary>
    public static long OwnLocks(int[] values)
    {
        long sum = 0;
        Parallel.For(0, values.Length, i =>
        {
            lock (new object())
            {
                sum += values[i];
            }
        });
        return sum;
    }

    public static long OwnLocksMended(int[] values)
    {
        long sum = 0;
        var gate = new object();
        Parallel.For(0, values.Length, i =>
        {
            int value = values[i];
            lock (gate)
            {
                sum += value;
            }
        });
        return sum;
    }

    /// <summary>AP1008: the lock keeps the iterations apart, not in order.</summary>
    public static int[] RunningSums(int[] values)
    {
        int[] sums = (int[])values.Clone();
        var gate = new object();
        Parallel.For(1, sums.Length, i =>
        {
            lock (gate)
            {
                sums[i] += sums[i - 1];
            }
        });
        return sums;
    }

    public static int[] RunningSumsMended(int[] values)
    {
        int[] sums = (int[])values.Clone();
        for (int i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        return sums;
    }

    /// <summary>AP1009: both steps are atomic, the two together are not.</summary>
    public static int Count(int[] values)
    {
        int count = 0;
        Parallel.For(0, values.Length, i =>
        {
            int next = Volatile.Read(ref count) + 1;
            Volatile.Write(ref count, next);
        });
        return count;
    }

    public static int CountMended(int[] values)
    {
        int count = 0;
        Parallel.For(0, values.Length, i => Interlocked.Increment(ref count));
        return count;
    }

    /// <summary>AP1012: each waits for the lock that the other one holds. The tour doesn't run it: it may never end.</summary>
    public static int Transfer(int[] values)
    {
        int[] balances = [values.Length, 0];
        Parallel.Invoke(
            () => { lock (s_accounts) { lock (s_log) { balances[0]--; } } },
            () => { lock (s_log) { lock (s_accounts) { balances[0]++; } } });
        return balances[0];
    }

    public static int TransferMended(int[] values)
    {
        int[] balances = [values.Length, 0];
        Parallel.Invoke(
            () => { lock (s_accounts) { lock (s_log) { balances[0]--; } } },
            () => { lock (s_accounts) { lock (s_log) { balances[0]++; } } });
        return balances[0];
    }
}
