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

    [Racy("sum")]
    public static int TaskPerElement(int[] a)
    {
        int sum = 0;
        var tasks = new List<Task>();
        foreach (int value in a)
        {
            tasks.Add(Task.Run(() => { sum += value; }));
        }

        Task.WaitAll(tasks.ToArray());
        return sum;
    }

    [Safe]
    public static int TaskPerElementResults(int[] a)
    {
        var tasks = new List<Task<int>>();
        foreach (int value in a)
        {
            tasks.Add(Task.Run(() => value * value));
        }

        int sum = 0;
        foreach (Task<int> task in tasks)
        {
            sum += task.Result;
        }

        return sum;
    }

    [Racy("i")]
    public static void LoopVariableOfForCaptured(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            tasks[i] = Task.Run(() => slots[i % slots.Length] = 1);
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void LoopVariableOfForCopied(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            int slot = i;
            tasks[slot] = Task.Run(() => slots[slot] = 1);
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void LoopVariableAsState(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            tasks[i] = Task.Factory.StartNew(s => slots[(int)s!] = 1, i);
        }

        Task.WaitAll(tasks);
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

    [Racy("a")]
    public static int[] TaskLoopOverRowsCarried(int n)
    {
        var a = new int[n];
        Task[] chunks = new Task[4];
        for (int c = 0; c < 4; c++)
        {
            int from = c * n / 4, to = (c + 1) * n / 4;
            chunks[c] = Task.Run(() =>
            {
                for (int i = Math.Max(from, 1); i < to; i++)
                {
                    a[i] = a[i - 1] + 1;
                }
            });
        }

        Task.WaitAll(chunks);
        return a;
    }

    [Safe]
    public static int[] TaskLoopOverRows(int n)
    {
        var a = new int[n];
        Task[] chunks = new Task[4];
        for (int c = 0; c < 4; c++)
        {
            int from = c * n / 4, to = (c + 1) * n / 4;
            chunks[c] = Task.Run(() =>
            {
                for (int i = from; i < to; i++)
                {
                    a[i] = a[i] + 1;
                }
            });
        }

        Task.WaitAll(chunks);
        return a;
    }

    [Racy("j")]
    public static void TaskLoopSharedInner(int[,] a)
    {
        int j = 0;
        var tasks = Enumerable.Range(0, a.GetLength(0)).Select(i => Task.Run(() =>
        {
            for (j = 0; j < a.GetLength(1); j++)
            {
                a[i, j]++;
            }
        })).ToArray();
        Task.WaitAll(tasks);
    }

    [Safe]
    public static void TaskLoopOwnInner(int[,] a)
    {
        var tasks = Enumerable.Range(0, a.GetLength(0)).Select(i => Task.Run(() =>
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j]++;
            }
        })).ToArray();
        Task.WaitAll(tasks);
    }

    [Racy("d", "c")]
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

    [Safe]
    public static int MasterInitializesBefore(int workers)
    {
        int k = 0;
        int[] seen = new int[workers];
        k = 5;
        Parallel.For(0, workers, w => seen[w] = k);
        return seen.Sum();
    }

    [Racy("k")]
    public static int MasterInitializesInside(int workers)
    {
        int k = 0;
        int[] seen = new int[workers];
        Parallel.For(0, workers, w =>
        {
            if (w == 0)
            {
                k = 5;
            }

            seen[w] = k;
        });
        return seen.Sum();
    }

    [Safe]
    public static int SingleInitializesWithBarrier(int workers)
    {
        int k = 0;
        int[] seen = new int[workers];
        using var barrier = new Barrier(workers);
        var threads = new Thread[workers];
        for (int t = 0; t < workers; t++)
        {
            int id = t;
            threads[t] = new Thread(() =>
            {
                if (id == 0)
                {
                    k = 5;
                }

                barrier.SignalAndWait();
                seen[id] = k;
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return seen.Sum();
    }

    [Racy("error", "a")]
    public static int NoWaitBeforeError(int[] a, int b)
    {
        int len = a.Length, error = 0;
        Task fill = Task.Run(() => Parallel.For(0, len, i => a[i] = b + a[i] * 5));
        Task check = Task.Run(() => { error = a[9] + 1; });
        Console.WriteLine(error);
        fill.Wait();
        check.Wait();
        return error;
    }

    [Racy("a")]
    public static int NoWaitBetweenLoops(int[] a, int b)
    {
        int len = a.Length, error = 0;
        Task fill = Task.Run(() => Parallel.For(0, len, i => a[i] = b + a[i] * 5));
        error = a[9] + 1;
        fill.Wait();
        return error;
    }

    [Safe]
    public static int WaitBetweenLoops(int[] a, int b)
    {
        int len = a.Length, error = 0;
        Task fill = Task.Run(() => Parallel.For(0, len, i => a[i] = b + a[i] * 5));
        fill.Wait();
        error = a[9] + 1;
        return error;
    }

    [Racy("fact")]
    public static long TwoHalvesOfFactorial(int n)
    {
        long fact = 1;
        Parallel.Invoke(
            () =>
            {
                for (int i = 1; i <= n / 2; i++)
                {
                    fact *= i;
                }
            },
            () =>
            {
                for (int i = n / 2 + 1; i <= n; i++)
                {
                    fact *= i;
                }
            });
        return fact;
    }

    [Safe]
    public static long TwoHalvesOfFactorialApart(int n)
    {
        long low = 1, high = 1;
        Parallel.Invoke(
            () =>
            {
                for (int i = 1; i <= n / 2; i++)
                {
                    low *= i;
                }
            },
            () =>
            {
                for (int i = n / 2 + 1; i <= n; i++)
                {
                    high *= i;
                }
            });
        return low * high;
    }

    [Safe]
    public static void SectionsOnHalves(double[] v)
    {
        int mid = v.Length / 2;
        Parallel.Invoke(
            () => Scale(v, 0, mid, 2),
            () => Scale(v, mid, v.Length, 3));
    }

    [Racy("v")]
    public static void SectionsOnOverlappingHalves(double[] v)
    {
        int mid = v.Length / 2;
        Parallel.Invoke(
            () => Scale(v, 0, mid + 1, 2),
            () => Scale(v, mid, v.Length, 3));
    }

    private static void Scale(double[] v, int from, int to, double factor)
    {
        for (int i = from; i < to; i++)
        {
            v[i] *= factor;
        }
    }
}
