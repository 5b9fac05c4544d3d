using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Flags, events and barriers that order two threads, or do not.</summary>
internal static class FlagsAndBarriers
{
    private static volatile bool s_ready;
    private static bool s_plainReady;
    private static int s_payload;

    [Racy("x", "s")]
    public static int PlainStoreAtomicLoad()
    {
        int x = 0, s = 0;
        Parallel.Invoke(
            () =>
            {
                x = 1;
                s = 1;
            },
            () =>
            {
                while (Volatile.Read(ref s) == 0)
                {
                    Thread.SpinWait(10);
                }

                x = 2;
            });
        return x;
    }

    [Safe]
    public static int ReleaseStoreAcquireLoad()
    {
        int x = 0, s = 0;
        Parallel.Invoke(
            () =>
            {
                x = 1;
                Volatile.Write(ref s, 1);
            },
            () =>
            {
                while (Volatile.Read(ref s) == 0)
                {
                    Thread.SpinWait(10);
                }

                x = 2;
            });
        return x;
    }

    [Safe]
    public static void VolatileFieldHandsOver()
    {
        s_ready = false;
        var reader = new Thread(() =>
        {
            while (!s_ready)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_payload = 99;
        s_ready = true;
        reader.Join();
    }

    [Racy("s_plainReady", "s_payload")]
    public static void PlainFieldHandsOver()
    {
        s_plainReady = false;
        var reader = new Thread(() =>
        {
            while (!s_plainReady)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_payload = 99;
        s_plainReady = true;
        reader.Join();
    }

    [Racy("s_payload")]
    public static void VolatileFieldSetTooEarly()
    {
        s_ready = false;
        var reader = new Thread(() =>
        {
            while (!s_ready)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_ready = true;
        s_payload = 99;
        reader.Join();
    }

    [Racy("x")]
    public static int TwoThreadsNoBarrier()
    {
        int x = 0;
        int seen = 0;
        var writer = new Thread(() => x = 1);
        var reader = new Thread(() => seen = x);
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Safe]
    public static int TwoThreadsBarrier()
    {
        int x = 0;
        int seen = 0;
        var barrier = new Barrier(2);
        var writer = new Thread(() =>
        {
            x = 1;
            barrier.SignalAndWait();
        });
        var reader = new Thread(() =>
        {
            barrier.SignalAndWait();
            seen = x;
        });
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Racy("x")]
    public static int TwoThreadsBarrierTooEarly()
    {
        int x = 0;
        int seen = 0;
        var barrier = new Barrier(2);
        var writer = new Thread(() =>
        {
            barrier.SignalAndWait();
            x = 1;
        });
        var reader = new Thread(() =>
        {
            barrier.SignalAndWait();
            seen = x;
        });
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Safe]
    public static int ResetEventOrders()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            x = 1;
            done.Set();
        });
        done.Wait();
        return x;
    }

    [Racy("x")]
    public static int ResetEventSetBeforeTheWrite()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            done.Set();
            x = 1;
        });
        done.Wait();
        return x;
    }

    [Safe]
    public static int CountdownOfAll(int n)
    {
        int[] parts = new int[n];
        using var countdown = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k * k;
                countdown.Signal();
            });
        }

        countdown.Wait();
        return parts.Sum();
    }

    [Racy("parts")]
    public static int CountdownNotWaitedFor(int n)
    {
        int[] parts = new int[n];
        var countdown = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k * k;
                countdown.Signal();
            });
        }

        return parts.Sum();
    }
}
