using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Several tasks or threads alive at once, and the code that started them: joined before the read, or after it.</summary>
internal sealed class TasksAlive
{
    private int[]? _cache;

    [Racy("x")]
    public static int ReadBeforeWait()
    {
        int x = 0;
        Task task = Task.Run(() => x = 42);
        Console.WriteLine(x);
        task.Wait();
        return x;
    }

    [Safe]
    public static int ReadAfterWait()
    {
        int x = 0;
        Task task = Task.Run(() => x = 42);
        task.Wait();
        Console.WriteLine(x);
        return x;
    }

    [Racy("x")]
    public static async Task<int> WriteBeforeAwait()
    {
        int x = 0;
        Task task = Task.Run(() => x++);
        x++;
        await task;
        return x;
    }

    [Safe]
    public static async Task<int> WriteAfterAwait()
    {
        int x = 0;
        Task task = Task.Run(() => x++);
        await task;
        x++;
        return x;
    }

    // Written before the task exists.
    [Safe]
    public static async Task<int> WriteBeforeStart()
    {
        int x = 0;
        x++;
        Task task = Task.Run(() => x++);
        await task;
        return x;
    }

    [Racy("x")]
    public static int TwoTasks()
    {
        int x = 0;
        Task first = Task.Run(() => x++);
        Task second = Task.Run(() => x++);
        Task.WaitAll(first, second);
        return x;
    }

    [Safe]
    public static int TwoTasksInTurn()
    {
        int x = 0;
        Task first = Task.Run(() => x++);
        first.Wait();
        Task second = Task.Run(() => x++);
        second.Wait();
        return x;
    }

    // The first one is waited for after the second one has started.
    [Racy("x")]
    public static int TwoTasksWaitedForTooLate()
    {
        int x = 0;
        Task first = Task.Run(() => x++);
        Task second = Task.Run(() => x++);
        first.Wait();
        second.Wait();
        return x;
    }

    // Only one of them is waited for.
    [Racy("y")]
    public static int OneOfTwoAwaited()
    {
        int x = 0, y = 0;
        Task first = Task.Run(() => x = 1);
        Task second = Task.Run(() => y = 2);
        first.Wait();
        return x + y;
    }

    [Safe]
    public static int BothOfTwoAwaited()
    {
        int x = 0, y = 0;
        Task first = Task.Run(() => x = 1);
        Task second = Task.Run(() => y = 2);
        Task.WaitAll(first, second);
        return x + y;
    }

    // The other one may still run.
    [Racy("x", "y")]
    public static int AnyOfTwoAwaited()
    {
        int x = 0, y = 0;
        Task first = Task.Run(() => x = 1);
        Task second = Task.Run(() => y = 2);
        Task.WaitAny(first, second);
        return x + y;
    }

    // The continuation starts when the task has ended.
    [Safe]
    public static int Continuation()
    {
        int x = 0;
        Task first = Task.Run(() => x = 1);
        Task second = first.ContinueWith(_ => x *= 2);
        second.Wait();
        return x;
    }

    // Two continuations of one task start together.
    [Racy("x")]
    public static int TwoContinuations()
    {
        int x = 0;
        Task first = Task.Run(() => x = 1);
        Task second = first.ContinueWith(_ => x *= 2);
        Task third = first.ContinueWith(_ => x += 2);
        Task.WaitAll(second, third);
        return x;
    }

    [Safe]
    public static int ResultIsTheJoin(int[] a)
    {
        int sum = 0;
        Task<int> task = Task.Run(() =>
        {
            foreach (int v in a)
            {
                sum += v;
            }

            return sum;
        });
        int result = task.Result;
        return result + sum;
    }

    // Created, not started yet.
    [Safe]
    public static int WrittenBeforeStart()
    {
        int x = 0;
        var task = new Task(() => x++);
        x++;
        task.Start();
        task.Wait();
        return x;
    }

    [Racy("x")]
    public static int WrittenAfterStart()
    {
        int x = 0;
        var task = new Task(() => x++);
        task.Start();
        x++;
        task.Wait();
        return x;
    }

    [Racy("x")]
    public static int ThreadNotJoined()
    {
        int x = 0;
        var thread = new Thread(() => x = 1);
        thread.Start();
        return x;
    }

    [Safe]
    public static int ThreadJoined()
    {
        int x = 0;
        var thread = new Thread(() => x = 1);
        thread.Start();
        thread.Join();
        return x;
    }

    [Racy("list")]
    public static List<int> ListOfTaskAndCaller()
    {
        var list = new List<int>();
        Task task = Task.Run(() => list.Add(1));
        list.Add(2);
        task.Wait();
        return list;
    }

    // Fire and forget: the field is read at once.
    [Racy("_cache")]
    public int FireAndForget()
    {
        Task.Run(() => _cache = new int[100]);
        return _cache?.Length ?? 0;
    }

    [Safe]
    public async Task<int> NotForgotten()
    {
        await Task.Run(() => _cache = new int[100]);
        return _cache?.Length ?? 0;
    }

    // Runs on other threads from the first await on.
    [Racy("x")]
    public static async Task<int> TwoAsyncFunctions()
    {
        int x = 0;
        async Task AddAsync()
        {
            await Task.Delay(1).ConfigureAwait(false);
            x++;
        }

        await Task.WhenAll(AddAsync(), AddAsync());
        return x;
    }

    // Up to the first await, the caller runs it.
    [Safe]
    public static async Task<int> TwoAsyncFunctionsBeforeTheAwait()
    {
        int x = 0;
        async Task AddAsync()
        {
            x++;
            await Task.Delay(1).ConfigureAwait(false);
        }

        await Task.WhenAll(AddAsync(), AddAsync());
        return x;
    }

    [Safe]
    public static async Task<int> TwoAsyncFunctionsInTurn()
    {
        int x = 0;
        async Task AddAsync()
        {
            await Task.Delay(1).ConfigureAwait(false);
            x++;
        }

        await AddAsync();
        await AddAsync();
        return x;
    }

    // Handed over: the producer does not touch it again.
    // Both sides lock.
    [Safe]
    public static int LockedByBoth()
    {
        int x = 0;
        object gate = new();
        Task task = Task.Run(() =>
        {
            lock (gate)
            {
                x++;
            }
        });
        lock (gate)
        {
            x++;
        }

        task.Wait();
        return x;
    }

    // A lock that is released before the task runs.
    [Racy("x")]
    public static int LockedByTheStarter()
    {
        int x = 0;
        object gate = new();
        Task first, second;
        lock (gate)
        {
            first = Task.Run(() => x++);
            second = Task.Run(() => x++);
        }

        Task.WaitAll(first, second);
        return x;
    }

    // The callbacks of a timer may overlap, and the caller reads meanwhile.
    [Racy("ticks")]
    public static int TimerTicks()
    {
        int ticks = 0;
        using var timer = new Timer(_ => ticks++, null, 0, 1);
        Thread.Sleep(100);
        return ticks;
    }
}
