using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Regions that every worker runs, told apart by the worker's number.</summary>
internal static class ForkedThreads
{
    private static void Fork(int workers, Action<int> body)
    {
        var threads = new Thread[workers];
        for (int t = 0; t < workers; t++)
        {
            int id = t;
            threads[t] = new Thread(() => body(id));
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    [Racy("sum")]
    public static int EveryWorkerAdds()
    {
        int sum = 0;
        Fork(4, id => sum += id);
        return sum;
    }

    [Safe]
    public static int EveryWorkerAddsAtomically()
    {
        int sum = 0;
        Fork(4, id => Interlocked.Add(ref sum, id));
        return sum;
    }

    [Safe]
    public static int EveryWorkerHasASlot()
    {
        int[] slots = new int[4];
        Fork(4, id => slots[id] = id * id);
        return slots.Sum();
    }

    [Racy("slots")]
    public static int EveryWorkerReadsTheNextSlot()
    {
        int[] slots = new int[4];
        Parallel.For(0, 4, id =>
        {
            slots[id] = id * id;
            slots[id] += slots[(id + 1) % 4];
        });
        return slots.Sum();
    }

    [Safe]
    public static int EveryWorkerReadsTheNextSlotAfterTheBarrier()
    {
        int[] slots = new int[4];
        int[] sums = new int[4];
        using var barrier = new Barrier(4);
        var threads = Enumerable.Range(0, 4).Select(id => new Thread(() =>
        {
            slots[id] = id * id;
            barrier.SignalAndWait();
            sums[id] = slots[id] + slots[(id + 1) % 4];
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return sums.Sum();
    }

    [Racy("slots")]
    public static int ReadsTheNextSlotAndWritesAfterTheBarrier()
    {
        int[] slots = new int[4];
        using var barrier = new Barrier(4);
        var threads = Enumerable.Range(0, 4).Select(id => new Thread(() =>
        {
            slots[id] = id * id;
            barrier.SignalAndWait();
            slots[id] += slots[(id + 1) % 4];
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return slots.Sum();
    }

    [Safe]
    public static double[] StepsWithTwoBarriers(int n, int steps, int workers)
    {
        double[] now = new double[n], next = new double[n];
        using var barrier = new Barrier(workers);
        var tasks = new Task[workers];
        for (int w = 0; w < workers; w++)
        {
            int lo = 1 + (n - 2) * w / workers, hi = 1 + (n - 2) * (w + 1) / workers;
            tasks[w] = Task.Factory.StartNew(() =>
            {
                for (int s = 0; s < steps; s++)
                {
                    for (int i = lo; i < hi; i++)
                    {
                        next[i] = (now[i - 1] + now[i + 1]) / 2;
                    }

                    barrier.SignalAndWait();
                    for (int i = lo; i < hi; i++)
                    {
                        now[i] = next[i];
                    }

                    barrier.SignalAndWait();
                }
            }, TaskCreationOptions.LongRunning);
        }

        Task.WaitAll(tasks);
        return now;
    }

    [Racy("now")]
    public static double[] StepsWithOneBarrier(int n, int steps, int workers)
    {
        double[] now = new double[n], next = new double[n];
        using var barrier = new Barrier(workers);
        var tasks = new Task[workers];
        for (int w = 0; w < workers; w++)
        {
            int lo = 1 + (n - 2) * w / workers, hi = 1 + (n - 2) * (w + 1) / workers;
            tasks[w] = Task.Factory.StartNew(() =>
            {
                for (int s = 0; s < steps; s++)
                {
                    for (int i = lo; i < hi; i++)
                    {
                        next[i] = (now[i - 1] + now[i + 1]) / 2;
                    }

                    barrier.SignalAndWait();
                    for (int i = lo; i < hi; i++)
                    {
                        now[i] = next[i];
                    }
                }
            }, TaskCreationOptions.LongRunning);
        }

        Task.WaitAll(tasks);
        return now;
    }

    [Safe]
    public static int TwoWorkersEachItsVariable()
    {
        int even = 0, odd = 0;
        Parallel.For(0, 2, id =>
        {
            if (id == 0)
            {
                even = 10;
            }
            else
            {
                odd = 20;
            }
        });
        return even + odd;
    }

    [Racy("even")]
    public static int ThreeWorkersTwoVariables()
    {
        int even = 0, odd = 0;
        Parallel.For(0, 3, id =>
        {
            if (id % 2 == 0)
            {
                even = 10;
            }
            else
            {
                odd = 20;
            }
        });
        return even + odd;
    }

    [Racy("x")]
    public static int BusyWaitBarrierOfOnesOwnFlag()
    {
        int x = 1;
        int flag0 = 0, flag1 = 0;
        Parallel.Invoke(
            () =>
            {
                Interlocked.Exchange(ref flag0, 1);
                while (Interlocked.CompareExchange(ref flag0, 0, 1) != 1)
                {
                }

                x = 0;
            },
            () =>
            {
                Interlocked.Exchange(ref flag1, 1);
                while (Interlocked.CompareExchange(ref flag1, 0, 1) != 1)
                {
                }

                x = 2;
            });
        return x;
    }

    [Racy("x")]
    public static int LocksReleasedInBetween()
    {
        object l0 = new(), l1 = new();
        int x = 1;
        var first = new Thread(() =>
        {
            lock (l0)
            {
                x = 0;
            }
        });
        var second = new Thread(() =>
        {
            lock (l1)
            {
                x = 1;
            }
        });
        first.Start();
        second.Start();
        first.Join();
        second.Join();
        return x;
    }

    [Safe]
    public static int HandedBackAndForth()
    {
        int x = 0;
        using var ping = new SemaphoreSlim(0);
        using var pong = new SemaphoreSlim(0);
        var partner = new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                ping.Wait();
                x++;
                pong.Release();
            }
        });
        partner.Start();
        for (int i = 0; i < 100; i++)
        {
            ping.Release();
            pong.Wait();
            x++;
        }

        partner.Join();
        return x;
    }

    [Racy("x")]
    public static int HandedOverTooEarly()
    {
        int x = 0;
        using var ping = new SemaphoreSlim(0);
        var partner = new Thread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                ping.Wait();
                x++;
            }
        });
        partner.Start();
        for (int i = 0; i < 100; i++)
        {
            ping.Release();
            x++;
        }

        partner.Join();
        return x;
    }
}
