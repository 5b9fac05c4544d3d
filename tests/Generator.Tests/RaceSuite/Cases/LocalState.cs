using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>State of a worker, of a thread, of an asynchronous flow: localInit and localFinally, ThreadLocal, ThreadStatic, AsyncLocal.</summary>
internal static class LocalState
{
    [ThreadStatic]
    private static int t_hits;

    [ThreadStatic]
    private static List<int>? t_list;

    private static int s_hits;
    private static readonly AsyncLocal<int> s_depth = new();

    [Safe]
    public static long SumInterlocked(int[] a)
    {
        long total = 0;
        Parallel.For(0, a.Length, () => 0L, (i, state, sum) => sum + a[i], sum => Interlocked.Add(ref total, sum));
        return total;
    }

    // The worker's sum is passed on, and the shared one changed.
    [Racy("total")]
    public static long SumOfTheWrongVariable(int[] a)
    {
        long total = 0;
        Parallel.For(0, a.Length, () => 0L, (i, state, sum) =>
        {
            total += a[i];
            return sum;
        }, sum => Interlocked.Add(ref total, sum));
        return total;
    }

    [Safe]
    public static List<int> ListOfEachWorker(int[] a)
    {
        var all = new List<int>();
        Parallel.ForEach(a, () => new List<int>(), (v, _, mine) =>
        {
            mine.Add(v * v);
            return mine;
        }, mine =>
        {
            lock (all)
            {
                all.AddRange(mine);
            }
        });
        return all;
    }

    // The initial list is the same for all workers.
    [Racy("all", "mine")]
    public static List<int> OneListForAllWorkers(int[] a)
    {
        var all = new List<int>();
        Parallel.ForEach(a, () => all, (v, _, mine) =>
        {
            mine.Add(v * v);
            return mine;
        }, mine => { });
        return all;
    }

    [Racy("all")]
    public static List<int> ListsJoinedUnlocked(int[] a)
    {
        var all = new List<int>();
        Parallel.ForEach(a, () => new List<int>(), (v, _, mine) =>
        {
            mine.Add(v * v);
            return mine;
        }, mine => all.AddRange(mine));
        return all;
    }

    [Safe]
    public static int[] HistogramOfEachWorker(byte[] a)
    {
        int[] bins = new int[256];
        Parallel.For(0, a.Length, () => new int[256], (i, _, mine) =>
        {
            mine[a[i]]++;
            return mine;
        }, mine =>
        {
            lock (bins)
            {
                for (int b = 0; b < 256; b++)
                {
                    bins[b] += mine[b];
                }
            }
        });
        return bins;
    }

    // Counted in the shared one after all.
    [Racy("bins")]
    public static int[] HistogramOfNoWorker(byte[] a)
    {
        int[] bins = new int[256];
        Parallel.For(0, a.Length, () => new int[256], (i, _, mine) =>
        {
            bins[a[i]]++;
            return mine;
        }, mine => { });
        return bins;
    }

    [Safe]
    public static int ThreadLocalSum(int[] a)
    {
        using var sums = new ThreadLocal<int>(trackAllValues: true);
        Parallel.For(0, a.Length, i => sums.Value += a[i]);
        return sums.Values.Sum();
    }

    // A ThreadLocal beside the variable that is changed.
    [Racy("sum")]
    public static int ThreadLocalBeside(int[] a)
    {
        int sum = 0;
        using var sums = new ThreadLocal<int>(trackAllValues: true);
        Parallel.For(0, a.Length, i =>
        {
            sums.Value = a[i];
            sum += sums.Value;
        });
        return sum;
    }

    [Safe]
    public static int ThreadLocalLists(int[] a)
    {
        using var lists = new ThreadLocal<List<int>>(() => [], trackAllValues: true);
        Parallel.For(0, a.Length, i => lists.Value!.Add(a[i]));
        return lists.Values.Sum(list => list.Count);
    }

    // All threads' value is one list.
    [Racy("one", "lists")]
    public static int ThreadLocalOneList(int[] a)
    {
        List<int> one = [];
        using var lists = new ThreadLocal<List<int>>(() => one, trackAllValues: true);
        Parallel.For(0, a.Length, i => lists.Value!.Add(a[i]));
        return one.Count;
    }

    [Safe]
    public static void ThreadStaticCount(int n) => Parallel.For(0, n, i => t_hits++);

    [Racy("s_hits")]
    public static void StaticCount(int n) => Parallel.For(0, n, i => s_hits++);

    [Safe]
    public static void ThreadStaticList(int n)
    {
        Parallel.For(0, n, i =>
        {
            t_list ??= [];
            t_list.Add(i);
        });
    }

    // The list of the calling thread, handed to all.
    [Racy("list")]
    public static void ThreadStaticListOfTheCaller(int n)
    {
        List<int> list = t_list ??= [];
        Parallel.For(0, n, i => list.Add(i));
    }

    [Safe]
    public static Task AsyncLocalDepth(int[] a)
    {
        return Task.WhenAll(a.Select(v => Task.Run(async () =>
        {
            s_depth.Value = v;
            await Task.Yield();
            return s_depth.Value;
        })));
    }

    // A variable of the surrounding method in its place.
    [Racy("depth")]
    public static Task CapturedDepth(int[] a)
    {
        int depth = 0;
        return Task.WhenAll(a.Select(v => Task.Run(async () =>
        {
            depth = v;
            await Task.Yield();
            return depth;
        })));
    }

    // A buffer made in each iteration, and one made for all.
    [Safe]
    public static void BufferInside(byte[][] blocks)
    {
        Parallel.ForEach(blocks, block =>
        {
            Span<byte> buffer = stackalloc byte[16];
            block.AsSpan(0, 16).CopyTo(buffer);
            buffer.Reverse();
            buffer.Clear();
        });
    }

    [Racy("buffer")]
    public static void BufferOutside(byte[][] blocks)
    {
        byte[] buffer = new byte[16];
        Parallel.ForEach(blocks, block =>
        {
            block.AsSpan(0, 16).CopyTo(buffer);
            Array.Reverse(buffer);
        });
    }
}
