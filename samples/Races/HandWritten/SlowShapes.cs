namespace AutoPar.Samples.Races.HandWritten;

/// <summary>Right, but no faster than one thread, or slower (AP1011, AP1013, AP1014).</summary>
internal static class SlowShapes
{
    /// <summary>AP1011: each iteration keeps a thread of the pool waiting for another one.</summary>
    public static int[] Wait(int[] values)
    {
        int[] found = new int[200];
        Parallel.For(0, found.Length, i => found[i] = Task.Run(() => values[i] + 1).Result);
        return found;
    }

    public static int[] WaitMended(int[] values)
    {
        int[] found = new int[200];
        Parallel.ForEachAsync(Enumerable.Range(0, found.Length), async (i, cancellation) =>
            found[i] = await Task.Run(() => values[i] + 1, cancellation)).Wait();
        return found;
    }

    /// <summary>AP1013: one iteration after the other, each with a lock to take.</summary>
    public static long SumUnderLock(int[] values)
    {
        long sum = 0;
        var gate = new object();
        Parallel.For(0, values.Length, i =>
        {
            lock (gate)
            {
                sum += values[i];
            }
        });
        return sum;
    }

    public static long SumUnderLockMended(int[] values) => Variables.SumMended(values);

    /// <summary>AP1014: the sums of eight rows share a cache line, which goes back and forth between the threads.</summary>
    public static long[] RowSums(int[] values)
    {
        long[] sums = new long[8];
        Parallel.For(0, sums.Length, row =>
        {
            for (int i = 0; i < values.Length; i++)
            {
                sums[row] += values[i] ^ row;
            }
        });
        return sums;
    }

    public static long[] RowSumsMended(int[] values)
    {
        long[] sums = new long[8];
        Parallel.For(0, sums.Length, row =>
        {
            long sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[i] ^ row;
            }

            sums[row] = sum;
        });
        return sums;
    }
}
