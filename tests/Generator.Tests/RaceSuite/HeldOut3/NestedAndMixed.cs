using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Parallel inside parallel, ForEachAsync, Invoke, loops that mix forms.</summary>
internal sealed class NestedAndMixed
{
    [Safe]
    public static double[,] NestedOwnCells(int n)
    {
        double[,] m = new double[n, n];
        Parallel.For(0, n, i => Parallel.For(0, n, j => m[i, j] = i * j));
        return m;
    }

    [Racy("m")]
    public static double[,] NestedSharedColumn(int n)
    {
        double[,] m = new double[n, n];
        Parallel.For(0, n, i => Parallel.For(0, n, j => m[i, 0] += j));
        return m;
    }

    [Racy("m")]
    public static double[,] NestedSharedRow(int n)
    {
        double[,] m = new double[n, n];
        Parallel.For(0, n, i => Parallel.For(0, n, j => m[0, j] += i));
        return m;
    }

    [Racy("row")]
    public static int[] NestedSumOfRow(int[][] rows)
    {
        int[] sums = new int[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            int row = 0;
            Parallel.ForEach(rows[i], v => row += v);
            sums[i] = row;
        });
        return sums;
    }

    [Safe]
    public static int[] NestedSumOfRowAtomic(int[][] rows)
    {
        int[] sums = new int[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            int row = 0;
            Parallel.ForEach(rows[i], v => Interlocked.Add(ref row, v));
            sums[i] = row;
        });
        return sums;
    }

    [Safe]
    public static int[] SequentialInsideParallel(int[][] rows)
    {
        int[] sums = new int[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            int row = 0;
            Array.ForEach(rows[i], v => row += v);
            sums[i] = row;
        });
        return sums;
    }

    [Racy("total")]
    public static async Task<int> AsyncLoop(string[] names)
    {
        int total = 0;
        await Parallel.ForEachAsync(names, async (name, token) =>
        {
            await Task.Delay(1, token);
            total += name.Length;
        });
        return total;
    }

    [Safe]
    public static async Task<int> AsyncLoopAtomic(string[] names)
    {
        int total = 0;
        await Parallel.ForEachAsync(names, async (name, token) =>
        {
            await Task.Delay(1, token);
            Interlocked.Add(ref total, name.Length);
        });
        return total;
    }

    [Safe]
    public static async Task<int> AsyncLoopWithSemaphore(string[] names)
    {
        int total = 0;
        using var one = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(names, async (name, token) =>
        {
            await one.WaitAsync(token);
            try
            {
                total += name.Length;
            }
            finally
            {
                one.Release();
            }
        });
        return total;
    }

    [Racy("count")]
    public static int LoopNotAwaited(string[] names)
    {
        int count = 0;
        Task loop = Parallel.ForEachAsync(names, (name, _) =>
        {
            Interlocked.Increment(ref count);
            return ValueTask.CompletedTask;
        });
        int early = count;
        loop.Wait();
        return early;
    }

    [Safe]
    public static int LoopAwaitedThenRead(string[] names)
    {
        int count = 0;
        Task loop = Parallel.ForEachAsync(names, (name, _) =>
        {
            Interlocked.Increment(ref count);
            return ValueTask.CompletedTask;
        });
        loop.Wait();
        return count;
    }

    [Safe]
    public static void TwoLoopsInARow(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length, i => b[i] = a[i] + 1);
        Parallel.For(1, a.Length, i => a[i] = b[i - 1]);
    }

    [Racy("b")]
    public static void TwoLoopsAtOnce(int[] a)
    {
        int[] b = new int[a.Length];
        Task first = Task.Run(() => Parallel.For(0, a.Length, i => b[i] = i + 1));
        Parallel.For(1, a.Length, i => a[i] = b[i - 1]);
        first.Wait();
    }

    [Safe]
    public static void QuickSort(int[] a, int low, int high)
    {
        if (low >= high)
        {
            return;
        }
        int pivot = a[high], store = low;
        for (int i = low; i < high; i++)
        {
            if (a[i] < pivot)
            {
                (a[i], a[store]) = (a[store], a[i]);
                store++;
            }
        }
        (a[store], a[high]) = (a[high], a[store]);
        Parallel.Invoke(() => QuickSort(a, low, store - 1), () => QuickSort(a, store + 1, high));
    }

    [Racy("a")]
    public static void QuickSortBothWithPivot(int[] a, int low, int high)
    {
        if (low >= high)
        {
            return;
        }
        int pivot = a[high], store = low;
        for (int i = low; i < high; i++)
        {
            if (a[i] < pivot)
            {
                (a[i], a[store]) = (a[store], a[i]);
                store++;
            }
        }
        (a[store], a[high]) = (a[high], a[store]);
        Parallel.Invoke(() => QuickSortBothWithPivot(a, low, store), () => QuickSortBothWithPivot(a, store, high - 1));
    }

    [Safe]
    public static void ZeroHalves(int[] a, int low, int high)
    {
        if (high - low <= 16)
        {
            for (int i = low; i < high; i++)
            {
                a[i] = 0;
            }
            return;
        }
        int mid = low + (high - low) / 2;
        Parallel.Invoke(() => ZeroHalves(a, low, mid), () => ZeroHalves(a, mid, high));
    }

    [Racy("a")]
    public static void ZeroHalvesInclusive(int[] a, int low, int high)
    {
        if (high - low <= 16)
        {
            for (int i = low; i <= high; i++)
            {
                a[i] = 0;
            }
            return;
        }
        int mid = low + (high - low) / 2;
        Parallel.Invoke(() => ZeroHalvesInclusive(a, low, mid), () => ZeroHalvesInclusive(a, mid, high));
    }

    [Safe]
    public static bool AnyNegative(int[] values)
    {
        ParallelLoopResult result = Parallel.For(0, values.Length, (i, state) =>
        {
            if (values[i] < 0)
            {
                state.Stop();
            }
        });
        return !result.IsCompleted;
    }

    [Racy("found")]
    public static bool AnyNegativeByFlag(int[] values)
    {
        bool found = false;
        Parallel.For(0, values.Length, (i, state) =>
        {
            if (!found && values[i] < 0)
            {
                found = true;
                state.Stop();
            }
        });
        return found;
    }

    [Racy("sum")]
    public static int ArrayOfActions(int[] values)
    {
        int sum = 0;
        Action[] actions =
        [
            () => sum += values[0],
            () => sum += values[1],
        ];
        Parallel.Invoke(actions);
        return sum;
    }

    [Safe]
    public static int ArrayOfActionsOneByOne(int[] values)
    {
        int sum = 0;
        Action[] actions =
        [
            () => sum += values[0],
            () => sum += values[1],
        ];
        foreach (Action action in actions)
        {
            action();
        }
        return sum;
    }

    [Safe]
    public static long IndexedForEach(int[] values)
    {
        long[] squares = new long[values.Length];
        Parallel.ForEach(values, (v, _, index) => squares[index] = (long)v * v);
        return squares.Sum();
    }

    [Racy("squares")]
    public static long ForEachIndexedByValue(int[] values)
    {
        long[] squares = new long[100];
        Parallel.ForEach(values, (v, _, index) => squares[v % 100] = index);
        return squares.Sum();
    }

    [Safe]
    public static void ForEachOverRange(float[] a) => Parallel.ForEach(Enumerable.Range(0, a.Length), i => a[i] = i);

    [Racy("a")]
    public static void ForEachOverRangeShifted(float[] a) => Parallel.ForEach(Enumerable.Range(1, a.Length - 1), i => a[i] = a[i - 1]);

    [Safe]
    public static void OneAtATime(int[] values)
    {
        int sum = 0;
        Parallel.ForEach(values, new ParallelOptions { MaxDegreeOfParallelism = 1 }, v => sum += v);
        Console.WriteLine(sum);
    }

    [Racy("sum")]
    public static void TwoAtATime(int[] values)
    {
        int sum = 0;
        Parallel.ForEach(values, new ParallelOptions { MaxDegreeOfParallelism = 2 }, v => sum += v);
        Console.WriteLine(sum);
    }
}
