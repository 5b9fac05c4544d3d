using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>One part prepares what the others use; loops that do not wait for each other.</summary>
internal static class SingleMasterAndNoWait
{
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
