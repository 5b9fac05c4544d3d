using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Sections, tasks and what waits for them.</summary>
internal static class SectionsAndTasks
{
    [Racy("i")]
    public static int TwoSections()
    {
        int i = 0;
        Parallel.Invoke(
            () => { i = 1; },
            () => { i = 2; });
        return i;
    }

    [Safe]
    public static int TwoSectionsTwoVariables()
    {
        int i = 0, j = 0;
        Parallel.Invoke(
            () => { i = 1; },
            () => { j = 2; });
        return i + j;
    }

    [Safe]
    public static int TwoSectionsLocked()
    {
        object l = new();
        int i = 0;
        Parallel.Invoke(
            () =>
            {
                lock (l)
                {
                    i += 1;
                }
            },
            () =>
            {
                lock (l)
                {
                    i += 2;
                }
            });
        return i;
    }

    [Racy("i")]
    public static async Task<int> DependMissing()
    {
        int i = 0;
        Task first = Task.Run(() =>
        {
            Thread.Sleep(3000);
            i = 1;
        });
        Task second = Task.Run(() => i = 2);
        await Task.WhenAll(first, second);
        return i;
    }

    [Safe]
    public static async Task<int> DependByContinuation()
    {
        int i = 0;
        Task first = Task.Run(() =>
        {
            Thread.Sleep(3000);
            i = 1;
        });
        Task second = first.ContinueWith(_ => i = 2);
        await second;
        return i;
    }

    [Safe]
    public static async Task<int> DependByAwait()
    {
        int i = 0;
        await Task.Run(() => { i = 1; });
        Task j = Task.Run(() => Console.WriteLine(i));
        Task k = Task.Run(() => Console.WriteLine(i + 1));
        await Task.WhenAll(j, k);
        return i;
    }

    [Racy("i")]
    public static async Task<int> WriterAndTwoReaders()
    {
        int i = 0;
        Task w = Task.Run(() => { i = 1; });
        Task j = Task.Run(() => Console.WriteLine(i));
        await w;
        Task k = Task.Run(() => Console.WriteLine(i + 1));
        await Task.WhenAll(j, k);
        return i;
    }

    [Racy("y")]
    public static void WaitsForTheFirstOnly()
    {
        int x = 0, y = 2;
        Task t1 = Task.Run(() => { x++; });
        Task t2 = Task.Run(() => { y--; });
        t1.Wait();
        Console.WriteLine($"x={x}");
        Console.WriteLine($"y={y}");
        t2.Wait();
    }

    [Safe]
    public static void WaitsForBoth()
    {
        int x = 0, y = 2;
        Task t1 = Task.Run(() => { x++; });
        Task t2 = Task.Run(() => { y--; });
        t1.Wait();
        Console.WriteLine($"x={x}");
        t2.Wait();
        Console.WriteLine($"y={y}");
    }

    [Racy("x")]
    public static int ReturnsBeforeTheTask()
    {
        int x = 0;
        Task.Factory.StartNew(() => { x = 42; });
        return x;
    }

    [Safe]
    public static int ReturnsTheTasksResult()
    {
        int seed = 20;
        Task<int> answer = Task.Factory.StartNew(() => 2 * seed + 2);
        return answer.Result;
    }

    [Racy("result")]
    public static int TaskOfTaskNotAwaited()
    {
        int result = 0;
        Task outer = Task.Run(() =>
        {
            _ = Task.Run(() => { result = 7; });
        });
        outer.Wait();
        return result;
    }

    [Safe]
    public static int TaskOfTaskAwaited()
    {
        int result = 0;
        Task outer = Task.Run(async () =>
        {
            await Task.Run(() => { result = 7; });
        });
        outer.Wait();
        return result;
    }

    [Safe]
    public static int ChildAttached()
    {
        int result = 0;
        Task outer = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => { result = 7; }, TaskCreationOptions.AttachedToParent);
        });
        outer.Wait();
        return result;
    }

    [Racy("result")]
    public static int ChildNotAttached()
    {
        int result = 0;
        Task outer = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => { result = 7; }, TaskCreationOptions.LongRunning);
        });
        outer.Wait();
        return result;
    }

    [Racy("result")]
    public static int StartNewOfAsyncLambda()
    {
        int result = 0;
        Task outer = Task.Factory.StartNew(async () =>
        {
            await Task.Delay(10);
            result = 7;
        });
        outer.Wait();
        return result;
    }

    [Safe]
    public static int StartNewOfAsyncLambdaUnwrapped()
    {
        int result = 0;
        Task outer = Task.Factory.StartNew(async () =>
        {
            await Task.Delay(10);
            result = 7;
        }).Unwrap();
        outer.Wait();
        return result;
    }

    [Racy("c")]
    public static int SumsIntoOneThenRead()
    {
        int a = 0, b = 0, c = 1, d = 0;
        Task ta = Task.Run(() => { a = 2; });
        Task tb = Task.Run(() => { b = 3; });
        Task ca = ta.ContinueWith(_ => { c += a; });
        Task cb = tb.ContinueWith(_ => { c += b; });
        Task.WaitAll(ca, cb);
        d = c;
        return d;
    }

    [Safe]
    public static int SumsIntoOneUnderLock()
    {
        int a = 0, b = 0, c = 1;
        object gate = new();
        Task ta = Task.Run(() => { a = 2; });
        Task tb = Task.Run(() => { b = 3; });
        Task ca = ta.ContinueWith(_ => { lock (gate) { c += a; } });
        Task cb = tb.ContinueWith(_ => { lock (gate) { c += b; } });
        Task.WaitAll(ca, cb);
        return c;
    }

    [Safe]
    public static async Task<int> SumsIntoOneAfterAll()
    {
        int c = 1;
        Task<int> ta = Task.Run(() => 2);
        Task<int> tb = Task.Run(() => 3);
        int[] both = await Task.WhenAll(ta, tb);
        c += both[0];
        c += both[1];
        return c;
    }

    [Racy("x")]
    public static async Task<int> WhenAnyIsNotWhenAll()
    {
        int x = 0;
        Task slow = Task.Run(() => { Thread.Sleep(100); x = 1; });
        Task timeout = Task.Delay(50);
        await Task.WhenAny(slow, timeout);
        return x;
    }

    [Racy("x")]
    public static int WaitWithTimeout()
    {
        int x = 0;
        var task = Task.Run(() => { Thread.Sleep(100); x = 1; });
        task.Wait(50);
        return x;
    }

    [Safe]
    public static int WaitWithTimeoutChecked()
    {
        int x = 0;
        var task = Task.Run(() => { Thread.Sleep(100); x = 1; });
        if (task.Wait(50))
        {
            return x;
        }

        return -1;
    }
}
