#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What once was missed or falsely accused, with partners.</summary>
internal class Found2
{
    private readonly System.Timers.Timer _ticker = new(10);

    private readonly Stack<object> _pool = new();

    private WaitCallback? _callback;

    [Safe]
    public void TickerThatIsNotStarted()
    {
        _ticker.Elapsed += (_, _) => _pool.Push(new object ());
        Console.WriteLine(_pool.Count);
    }

    [Safe]
    public void DelegateMadeOnce(object[] states)
    {
        Parallel.ForEach(states, state =>
        {
            if (_callback == null)
            {
                _callback = new WaitCallback(Work);
            }

            ThreadPool.QueueUserWorkItem(_callback, state);
        });
    }

    [Safe]
    public static int Chain()
    {
        int state = 0;
        Task root = Task.Run(() => state = 1);
        Task a = root.ContinueWith(_ => state += 1);
        Task b = a.ContinueWith(_ => state += 2);
        b.Wait();
        return state;
    }

    [Racy("state")]
    public static int Fork()
    {
        int state = 0;
        Task root = Task.Run(() => state = 1);
        Task a = root.ContinueWith(_ => state += 1);
        Task b = root.ContinueWith(_ => state += 2);
        Task.WaitAll(a, b);
        return state;
    }

    [Safe]
    public static async Task Exclusive(int n)
    {
        int sum = 0;
        var pair = new ConcurrentExclusiveSchedulerPair();
        var tasks = new Task[n];
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks[i] = Task.Factory.StartNew(() =>
            {
                sum += k;
            }, CancellationToken.None, TaskCreationOptions.None, pair.ExclusiveScheduler);
        }

        await Task.WhenAll(tasks);
        Console.WriteLine(sum);
    }

    [Racy("sum")]
    public static async Task Default(int n)
    {
        int sum = 0;
        var tasks = new Task[n];
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks[i] = Task.Factory.StartNew(() =>
            {
                sum += k;
            }, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        }

        await Task.WhenAll(tasks);
        Console.WriteLine(sum);
    }

    [Racy("total")]
    public static void EveryPhase(int workers)
    {
        int total = 0;
        using var barrier = new Barrier(workers);
        Parallel.For(0, workers, w =>
        {
            for (int p = 0; p < 10; p++)
            {
                barrier.SignalAndWait();
                total++;
            }
        });
    }

    [Safe]
    public static void TwoPhases(int workers)
    {
        var a = new int[workers + 1];
        var b = new int[workers + 1];
        using var barrier = new Barrier(workers);
        Parallel.For(0, workers, w =>
        {
            for (int p = 0; p < 10; p++)
            {
                a[w] = b[w + 1];
                barrier.SignalAndWait();
                b[w] = a[w + 1];
                barrier.SignalAndWait();
            }
        });
    }

    [Racy("parent")]
    public static void Roots(int[] parent, (int, int)[] edges)
    {
        Parallel.ForEach(edges, e =>
        {
            int a = e.Item1, b = e.Item2;
            while (parent[a] != a)
            {
                a = parent[a];
            }

            while (parent[b] != b)
            {
                b = parent[b];
            }

            if (a != b)
            {
                parent[a] = b;
            }
        });
    }

    private static void Work(object? state)
    {
    }
}
