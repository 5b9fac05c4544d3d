using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>The many ways in which code waits for what it started, and those in which it seems to.</summary>
internal static class Joins
{
    [Safe]
    public static int WhenAllAwaitedByResult(int n)
    {
        int[] parts = new int[n];
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks.Add(Task.Run(() => parts[k] = k));
        }

        Task.WhenAll(tasks).GetAwaiter().GetResult();
        return parts.Sum();
    }

    [Racy("parts")]
    public static int WhenAllNotAwaited(int n)
    {
        int[] parts = new int[n];
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks.Add(Task.Run(() => { parts[k] = k; }));
        }

        _ = Task.WhenAll(tasks);
        return parts.Sum();
    }

    [Safe]
    public static async Task<int> AwaitsEachInALoop(int n)
    {
        int total = 0;
        for (int i = 0; i < n; i++)
        {
            await Task.Run(() => total++);
        }

        return total;
    }

    [Racy("total")]
    public static async Task<int> AwaitsAfterTheLoop(int n)
    {
        int total = 0;
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            tasks.Add(Task.Run(() => total++));
        }

        foreach (Task task in tasks)
        {
            await task;
        }

        return total;
    }

    [Safe]
    public static int WaitsEachInALoop(int n)
    {
        int total = 0;
        for (int i = 0; i < n; i++)
        {
            Task task = Task.Factory.StartNew(() => total++);
            task.Wait();
        }

        return total;
    }

    [Safe]
    public static async Task<List<int>> ChainOfContinuations(int[] items)
    {
        var done = new List<int>();
        Task previous = Task.CompletedTask;
        foreach (int item in items)
        {
            previous = previous.ContinueWith(_ => done.Add(item));
        }

        await previous;
        return done;
    }

    [Racy("done")]
    public static async Task<List<int>> FanOfContinuations(int[] items)
    {
        var done = new List<int>();
        Task first = Task.CompletedTask;
        var all = new List<Task>();
        foreach (int item in items)
        {
            all.Add(first.ContinueWith(_ => done.Add(item)));
        }

        await Task.WhenAll(all);
        return done;
    }

    [Safe]
    public static int ContinuationOfWhenAll(int n)
    {
        int sum = 0;
        int[] parts = new int[n];
        Task[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => { parts[i] = i; })).ToArray();
        Task last = Task.WhenAll(tasks).ContinueWith(_ => sum = parts.Sum());
        last.Wait();
        return sum;
    }

    [Racy("sum")]
    public static int ContinuationOfWhenAllNotWaitedFor(int n)
    {
        int sum = 0;
        int[] parts = new int[n];
        Task[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => { parts[i] = i; })).ToArray();
        Task last = Task.WhenAll(tasks).ContinueWith(_ => { sum = parts.Sum(); });
        Task.WaitAll(tasks);
        return sum;
    }

    [Safe]
    public static int StartedByAHelper()
    {
        int x = 0;
        Task task = Start(() => x = 5);
        task.Wait();
        return x;

        static Task Start(Action action) => Task.Run(action);
    }

    [Racy("x")]
    public static int StartedByAHelperNotWaited()
    {
        int x = 0;
        Task task = Start(() => x = 5);
        Console.WriteLine(x);
        task.Wait();
        return x;

        static Task Start(Action action) => Task.Run(action);
    }

    [Safe]
    public static int ThreadMadeByAHelper()
    {
        int x = 0;
        Thread thread = Launch(() => x = 5);
        thread.Join();
        return x;
    }

    private static Thread Launch(ThreadStart body)
    {
        var thread = new Thread(body) { IsBackground = true };
        thread.Start();
        return thread;
    }

    [Racy("x")]
    public static int TwoThreadsMadeByAHelper()
    {
        int x = 0;
        Thread first = Launch(() => x++), second = Launch(() => x++);
        first.Join();
        second.Join();
        return x;
    }

    [Safe]
    public static int TwoThreadsMadeByAHelperInTurn()
    {
        int x = 0;
        Thread first = Launch(() => x++);
        first.Join();
        Thread second = Launch(() => x++);
        second.Join();
        return x;
    }

    [Safe]
    public static int WaitHandlesAll()
    {
        int[] results = new int[3];
        var events = new WaitHandle[3];
        for (int i = 0; i < 3; i++)
        {
            int k = i;
            var done = new ManualResetEvent(false);
            events[k] = done;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                results[k] = k * 7;
                done.Set();
            });
        }

        WaitHandle.WaitAll(events);
        return results.Sum();
    }

    [Racy("results")]
    public static int WaitHandlesAny()
    {
        int[] results = new int[3];
        var events = new WaitHandle[3];
        for (int i = 0; i < 3; i++)
        {
            int k = i;
            var done = new ManualResetEvent(false);
            events[k] = done;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                results[k] = k * 7;
                done.Set();
            });
        }

        WaitHandle.WaitAny(events);
        return results.Sum();
    }

    [Safe]
    public static int LastOneSums(int n)
    {
        int[] parts = new int[n];
        int left = n, sum = 0;
        using var done = new ManualResetEventSlim();
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k;
                if (Interlocked.Decrement(ref left) == 0)
                {
                    sum = parts.Sum();
                    done.Set();
                }
            });
        }

        done.Wait();
        return sum;
    }

    [Safe]
    public static int FirstOneInitializes(int n)
    {
        int once = 0, made = 0;
        Parallel.For(0, n, i =>
        {
            if (Interlocked.CompareExchange(ref once, 1, 0) == 0)
            {
                made = i;
            }
        });
        return made;
    }

    [Racy("made")]
    public static int FirstOneInitializesOthersRead(int n)
    {
        int once = 0, made = 0;
        int[] seen = new int[n];
        Parallel.For(0, n, i =>
        {
            if (Interlocked.CompareExchange(ref once, 1, 0) == 0)
            {
                made = i;
            }

            seen[i] = made;
        });
        return seen.Sum();
    }

    [Safe]
    public static int OnlyOneOfTwoStarts(bool background)
    {
        int x = 0;
        Task? task = null;
        if (background)
        {
            task = Task.Run(() => x = 1);
        }
        else
        {
            x = 2;
        }

        task?.Wait();
        return x;
    }

    [Racy("x")]
    public static int OneStartsOneWorksHere(bool background)
    {
        int x = 0;
        Task? task = null;
        if (background)
        {
            task = Task.Run(() => { x = 1; });
        }

        x = 2;
        task?.Wait();
        return x;
    }

    [Racy("parts")]
    public static int WaitAllWithTimeoutIgnored(int n)
    {
        int[] parts = new int[n];
        Task[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => { parts[i] = i; })).ToArray();
        Task.WaitAll(tasks, 100);
        return parts.Sum();
    }

    [Safe]
    public static int WaitAllWithTimeoutChecked(int n)
    {
        int[] parts = new int[n];
        Task[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => { parts[i] = i; })).ToArray();
        return Task.WaitAll(tasks, 100) ? parts.Sum() : 0;
    }
}
