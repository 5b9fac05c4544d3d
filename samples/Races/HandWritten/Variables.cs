namespace AutoPar.Samples.Races.HandWritten;

/// <summary>Variables, fields and elements that iterations share (AP1001 to AP1004, AP1006). Each racy method has its mended twin below it.</summary>
internal static partial class Variables
{
    private static int s_even, s_digits;

    /// <summary>AP1001: two values may fall into one bin.</summary>
    public static int[] Histogram(int[] values)
    {
        int[] bins = new int[4];
        Parallel.For(0, values.Length, i => bins[values[i] & 3]++);
        return bins;
    }

    public static int[] HistogramMended(int[] values)
    {
        int[] bins = new int[4];
        var gate = new object();
        Parallel.For(0, values.Length, () => new int[bins.Length], (i, _, local) => { local[values[i] & 3]++; return local; }, local =>
        {
            lock (gate)
            {
                for (int k = 0; k < local.Length; k++)
                {
                    bins[k] += local[k];
                }
            }
        });
        return bins;
    }

    /// <summary>AP1002: the sum is read and written in two steps, between which another iteration writes it.</summary>
    public static long Sum(int[] values)
    {
        long sum = 0;
        Parallel.For(0, values.Length, i => sum += values[i]);
        return sum;
    }

    public static long SumMended(int[] values)
    {
        long sum = 0;
        var gate = new object();
        Parallel.For(0, values.Length, () => 0L, (i, _, local) => local + values[i], local =>
        {
            lock (gate)
            {
                sum += local;
            }
        });
        return sum;
    }

    /// <summary>AP1002: between the comparison and the store another iteration may store a larger value.</summary>
    public static int Largest(int[] values)
    {
        int largest = 0;
        Parallel.For(0, values.Length, i =>
        {
            if (values[i] > largest)
            {
                largest = values[i];
            }
        });
        return largest;
    }

    public static int LargestMended(int[] values)
    {
        int largest = 0;
        largest = LargestLoop(values, largest);
        return largest;
    }

    [Parallelize, Vectorize]
    private static int LargestLoop(int[] values, int largest)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > largest)
            {
                largest = values[i];
            }
        }

        return largest;
    }

    /// <summary>AP1002: the temporary is one for all iterations.</summary>
    public static int[] Squares(int[] values)
    {
        int[] squares = new int[values.Length];
        int value;
        Parallel.For(0, values.Length, i =>
        {
            value = values[i];
            squares[i] = value * value;
        });
        return squares;
    }

    public static int[] SquaresMended(int[] values)
    {
        int[] squares = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            int value = values[i];
            squares[i] = value * value;
        });
        return squares;
    }

    /// <summary>AP1003: a field is one location for all iterations.</summary>
    public static int CountEven(int[] values)
    {
        s_even = 0;
        Parallel.ForEach(values, value =>
        {
            if (value % 2 == 0)
            {
                s_even++;
            }
        });
        return s_even;
    }

    public static int CountEvenMended(int[] values)
    {
        s_even = 0;
        Parallel.ForEach(values, value =>
        {
            if (value % 2 == 0)
            {
                Interlocked.Increment(ref s_even);
            }
        });
        return s_even;
    }

    /// <summary>AP1004: the method that every iteration calls keeps its result in a field.</summary>
    public static int[] Digits(int[] values)
    {
        int[] sums = new int[values.Length];
        Parallel.For(0, values.Length, i => sums[i] = DigitSum(values[i]));
        return sums;
    }

    private static int DigitSum(int value)
    {
        s_digits = 0;
        for (; value > 0; value /= 10)
        {
            s_digits += value % 10;
        }

        return s_digits;
    }

    public static int[] DigitsMended(int[] values)
    {
        int[] sums = new int[values.Length];
        Parallel.For(0, values.Length, i => sums[i] = DigitSumMended(values[i]));
        return sums;
    }

    private static int DigitSumMended(int value)
    {
        int digits = 0;
        for (; value > 0; value /= 10)
        {
            digits += value % 10;
        }

        return digits;
    }

    /// <summary>AP1006: when the task runs, the loop has counted on.</summary>
    public static int[] Mark(int[] values)
    {
        int[] marks = new int[values.Length];
        var tasks = new Task[100];
        for (int i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Task.Run(() => marks[i] = values[i]);
        }

        Task.WaitAll(tasks);
        return marks;
    }

    public static int[] MarkMended(int[] values)
    {
        int[] marks = new int[values.Length];
        var tasks = new Task[100];
        for (int i = 0; i < tasks.Length; i++)
        {
            int iCopy = i;
            tasks[i] = Task.Run(() => marks[iCopy] = values[iCopy]);
        }

        Task.WaitAll(tasks);
        return marks;
    }
}
