using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Extension and helper methods two deep, records, workers with a thread each.</summary>
internal static class HelpersAndWorkers
{
    private static void AddTo<T>(this ICollection<T> target, T item) => target.Add(item);

    private static void AddTwice<T>(this ICollection<T> target, T item)
    {
        target.AddTo(item);
        target.AddTo(item);
    }

    [Racy("target", "items")]
    public static int ExtensionTwoDeep(int n)
    {
        var items = new List<int>();
        Parallel.For(0, n, i => items.AddTwice(i));
        return items.Count;
    }

    [Safe]
    public static int ExtensionTwoDeepOwn(int n)
    {
        int total = 0;
        Parallel.For(0, n, i =>
        {
            var items = new List<int>();
            items.AddTwice(i);
            Interlocked.Add(ref total, items.Count);
        });
        return total;
    }

    private static void SetBoth(int[] a, int i, int value)
    {
        Set(a, i, value);
        Set(a, i + 1, value);
    }

    private static void SetEven(int[] a, int i, int value)
    {
        Set(a, 2 * i, value);
        Set(a, 2 * i + 1, value);
    }

    private static void Set(int[] a, int i, int value) => a[i] = value;

    [Racy("a", "slots")]
    public static void HelpersWriteNeighbour(int n)
    {
        int[] slots = new int[n + 1];
        Parallel.For(0, n, i => SetBoth(slots, i, i));
    }

    [Safe]
    public static void HelpersWritePair(int n)
    {
        int[] slots = new int[2 * n];
        Parallel.For(0, n, i => SetEven(slots, i, i));
    }

    private static double Smooth(double[] from, double[] to, int i) => to[i] = (from[i - 1] + from[i + 1]) / 2;

    [Safe]
    public static double[] HelperTwoArrays(double[] signal)
    {
        var smoothed = new double[signal.Length];
        Parallel.For(1, signal.Length - 1, i => Smooth(signal, smoothed, i));
        return smoothed;
    }

    [Racy("signal", "to", "from")]
    public static void HelperOneArrayTwice(double[] signal)
    {
        Parallel.For(1, signal.Length - 1, i => Smooth(signal, signal, i));
    }

    private sealed record Reading(string Sensor, double Value);

    [Safe]
    public static Reading2[] RecordsWithChanges(int n)
    {
        Reading2[] readings = Enumerable.Range(0, n).Select(i => new Reading2("s" + i, i)).ToArray();
        Parallel.For(0, n, i => readings[i] = readings[i] with { Value = readings[i].Value * 2 });
        return readings;
    }

    internal sealed record Reading2(string Sensor, double Value);

    [Racy("latest")]
    public static double LatestReading(IEnumerable<double> values)
    {
        Reading latest = new("none", 0);
        Parallel.ForEach(values, v =>
        {
            if (v > latest.Value)
            {
                latest = new Reading("max", v);
            }
        });
        return latest.Value;
    }

    private sealed class Worker
    {
        public int Done;

        public void Run(int n)
        {
            for (int i = 0; i < n; i++)
            {
                Done++;
            }
        }
    }

    [Safe]
    public static int WorkerEach(int n)
    {
        var workers = new Worker[4];
        var threads = new Thread[4];
        for (int t = 0; t < 4; t++)
        {
            var worker = workers[t] = new Worker();
            threads[t] = new Thread(() => worker.Run(n));
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return workers.Sum(w => w.Done);
    }

    [Racy("Done", "worker")]
    public static int OneWorkerInFourThreads(int n)
    {
        var worker = new Worker();
        var threads = new Thread[4];
        for (int t = 0; t < 4; t++)
        {
            threads[t] = new Thread(() => worker.Run(n));
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return worker.Done;
    }

    [Racy("Done", "worker")]
    public static int LastThreadNotJoined(int n)
    {
        var worker = new Worker();
        var thread = new Thread(() => worker.Run(n));
        thread.Start();
        int done = worker.Done;
        thread.Join();
        return done;
    }

    [Safe]
    public static int ThreadsOneAfterTheOther(int n)
    {
        var worker = new Worker();
        for (int t = 0; t < 4; t++)
        {
            var thread = new Thread(() => worker.Run(n));
            thread.Start();
            thread.Join();
        }

        return worker.Done;
    }

    [CannotKnow]
    public static void UnknownCallback(Action<int> callback, int n) => Parallel.For(0, n, callback);

    [CannotKnow]
    public static void ItemsMayRepeat(IList<int[]> rows)
    {
        Parallel.ForEach(rows, row =>
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i]++;
            }
        });
    }
}
