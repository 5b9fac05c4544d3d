using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Waits that wait for less than they seem to: inner tasks, time limits, lists that grow, asynchronous delegates.</summary>
internal static class TaskTraps
{
    // The outer task ends, the inner one goes on.
    [Racy("x")]
    public static int InnerTask()
    {
        int x = 0;
        Task outer = Task.Run(() => { Task.Run(() => x = 1); });
        outer.Wait();
        return x;
    }

    // An asynchronous delegate awaits it, and Run waits for that.
    [Safe]
    public static int InnerTaskAwaited()
    {
        int x = 0;
        Task outer = Task.Run(async () => { await Task.Run(() => x = 1); });
        outer.Wait();
        return x;
    }

    // A child that is attached to its parent is part of it.
    [Safe]
    public static int AttachedChild()
    {
        int x = 0;
        Task outer = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => x = 1, CancellationToken.None, TaskCreationOptions.AttachedToParent, TaskScheduler.Default);
        });
        outer.Wait();
        return x;
    }

    [Racy("x")]
    public static int DetachedChild()
    {
        int x = 0;
        Task outer = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => x = 1, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        });
        outer.Wait();
        return x;
    }

    // StartNew returns a task of a task: the wait is for the first await.
    [Racy("x")]
    public static int StartNewOfAnAsyncDelegate()
    {
        int x = 0;
        Task task = Task.Factory.StartNew(async () =>
        {
            await Task.Delay(10);
            x = 1;
        });
        task.Wait();
        return x;
    }

    [Safe]
    public static int StartNewUnwrapped()
    {
        int x = 0;
        Task task = Task.Factory.StartNew(async () =>
        {
            await Task.Delay(10);
            x = 1;
        }).Unwrap();
        task.Wait();
        return x;
    }

    [Safe]
    public static int RunOfAnAsyncDelegate()
    {
        int x = 0;
        Task task = Task.Run(async () =>
        {
            await Task.Delay(10);
            x = 1;
        });
        task.Wait();
        return x;
    }

    // The time may be up first.
    [Racy("x")]
    public static int WaitWithTimeLimit()
    {
        int x = 0;
        Task task = Task.Run(() => x = 1);
        task.Wait(10);
        return x;
    }

    [Safe]
    public static int WaitWithTimeLimitChecked()
    {
        int x = 0;
        Task task = Task.Run(() => x = 1);
        return task.Wait(10) ? x : -1;
    }

    [Racy("x")]
    public static int JoinWithTimeLimit()
    {
        int x = 0;
        var thread = new Thread(() => x = 1);
        thread.Start();
        thread.Join(10);
        return x;
    }

    [Safe]
    public static int JoinWithTimeLimitChecked()
    {
        int x = 0;
        var thread = new Thread(() => x = 1);
        thread.Start();
        return thread.Join(10) ? x : -1;
    }

    [Racy("x")]
    public static async Task<int> WhicheverIsFirst()
    {
        int x = 0;
        Task task = Task.Run(() => x = 1);
        await Task.WhenAny(task, Task.Delay(10));
        return x;
    }

    [Safe]
    public static async Task<int> WhicheverIsFirstThenTheTask()
    {
        int x = 0;
        Task task = Task.Run(() => x = 1);
        await Task.WhenAny(task, Task.Delay(10));
        await task;
        return x;
    }

    // One by one is as good as all at once.
    [Safe]
    public static int[] WaitedForOneByOne(int n)
    {
        int[] r = new int[n];
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            int o = i;
            tasks.Add(Task.Run(() => r[o] = o));
        }

        foreach (Task task in tasks)
        {
            task.Wait();
        }

        r[0] = -1;
        return r;
    }

    // Only the first one.
    [Racy("r")]
    public static int[] FirstOneWaitedFor(int n)
    {
        int[] r = new int[n];
        var tasks = new List<Task>();
        for (int i = 0; i < n; i++)
        {
            int o = i;
            tasks.Add(Task.Run(() => r[o] = o));
        }

        tasks[0].Wait();
        r[n - 1] = -1;
        return r;
    }

    // Started after the wait.
    [Racy("x")]
    public static int AddedAfterTheWait()
    {
        int x = 0;
        List<Task> tasks = [Task.Run(() => Console.WriteLine())];
        Task.WaitAll(tasks.ToArray());
        tasks.Add(Task.Run(() => x++));
        x++;
        return x;
    }

    [Safe]
    public static int AddedBeforeTheWait()
    {
        int x = 0;
        List<Task> tasks = [Task.Run(() => Console.WriteLine())];
        tasks.Add(Task.Run(() => x++));
        Task.WaitAll(tasks.ToArray());
        x++;
        return x;
    }

    // Created, and not awaited.
    [Racy("x")]
    public static async Task<int> WhenAllNotAwaited()
    {
        int x = 0, y = 0;
        Task all = Task.WhenAll(Task.Run(() => x = 1), Task.Run(() => y = 2));
        int seen = x;
        await all;
        return seen + y;
    }

    [Safe]
    public static async Task<int> WhenAllAwaited()
    {
        int x = 0, y = 0;
        Task all = Task.WhenAll(Task.Run(() => x = 1), Task.Run(() => y = 2));
        await all;
        int seen = x;
        return seen + y;
    }

    // Select is lazy, and ToArray starts them all.
    [Racy("sum")]
    public static void StartedByToArray(int[] a)
    {
        int sum = 0;
        Task[] tasks = a.Select(v => Task.Run(() => sum += v)).ToArray();
        Task.WaitAll(tasks);
    }

    // Enumerated lazily, each waited for before the next one starts.
    [Safe]
    public static void StartedOneByOne(int[] a)
    {
        int sum = 0;
        foreach (Task task in a.Select(v => Task.Run(() => sum += v)))
        {
            task.Wait();
        }
    }

    // The finally block is in time.
    [Safe]
    public static int WaitedForInFinally(int[] a)
    {
        int sum = 0;
        Task task = Task.Run(() => sum = a.Sum());
        try
        {
            Console.WriteLine(a.Length);
        }
        finally
        {
            task.Wait();
        }

        return sum;
    }

    // Waited for in one branch only.
    [Racy("sum")]
    public static int WaitedForInOneBranch(int[] a)
    {
        int sum = 0;
        Task task = Task.Run(() => sum = a.Sum());
        if (a.Length > 1000)
        {
            task.Wait();
        }

        return sum;
    }

    // A semaphore as a signal.
    [Safe]
    public static int Signalled()
    {
        int x = 0;
        using var written = new SemaphoreSlim(0);
        _ = Task.Run(() =>
        {
            x = 1;
            written.Release();
        });
        written.Wait();
        return x;
    }

    // One that is open from the start.
    [Racy("x")]
    public static int SignalledFromTheStart()
    {
        int x = 0;
        using var written = new SemaphoreSlim(1);
        _ = Task.Run(() =>
        {
            x = 1;
            written.Release();
        });
        written.Wait();
        return x;
    }

    [Safe]
    public static async Task<int> Completed()
    {
        int x = 0;
        var source = new TaskCompletionSource();
        _ = Task.Run(() =>
        {
            x = 1;
            source.SetResult();
        });
        await source.Task;
        return x;
    }

    // Completed before the write.
    [Racy("x")]
    public static async Task<int> CompletedTooEarly()
    {
        int x = 0;
        var source = new TaskCompletionSource();
        _ = Task.Run(() =>
        {
            source.SetResult();
            x = 1;
        });
        await source.Task;
        return x;
    }
}
