using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What orders two threads without a join: flags, events, barriers, queues that hand an object over.</summary>
internal static class Handovers
{
    // A plain flag orders nothing, and the loop may never see it.
    [Racy("isReady", "data")]
    public static int PlainFlag()
    {
        int data = 0;
        bool isReady = false;
        Task task = Task.Run(() =>
        {
            data = 42;
            isReady = true;
        });
        while (!isReady)
        {
            Thread.Yield();
        }

        return data;
    }

    // A volatile write publishes what was written before it.
    [Safe]
    public static int VolatileFlag()
    {
        int data = 0;
        bool isReady = false;
        Task task = Task.Run(() =>
        {
            data = 42;
            Volatile.Write(ref isReady, true);
        });
        while (!Volatile.Read(ref isReady))
        {
            Thread.Yield();
        }

        return data;
    }

    // The flag is set before the data is written.
    [Racy("data")]
    public static int VolatileFlagTooEarly()
    {
        int data = 0;
        bool isReady = false;
        Task task = Task.Run(() =>
        {
            Volatile.Write(ref isReady, true);
            data = 42;
        });
        while (!Volatile.Read(ref isReady))
        {
            Thread.Yield();
        }

        return data;
    }

    [Safe]
    public static int Event()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        Task task = Task.Run(() =>
        {
            x = 1;
            done.Set();
        });
        done.Wait();
        return x;
    }

    // Set before the write.
    [Racy("x")]
    public static int EventTooEarly()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        Task task = Task.Run(() =>
        {
            done.Set();
            x = 1;
        });
        done.Wait();
        return x;
    }

    // Both have written when the barrier opens.
    [Safe]
    public static void BarrierBetween(int[] r)
    {
        int x = 0, y = 0;
        using var barrier = new Barrier(2);
        Task first = Task.Run(() =>
        {
            x = 1;
            barrier.SignalAndWait();
            r[0] = y;
        });
        Task second = Task.Run(() =>
        {
            y = 2;
            barrier.SignalAndWait();
            r[1] = x;
        });
        Task.WaitAll(first, second);
    }

    // The second one reads before the barrier.
    [Racy("x")]
    public static void BarrierTooLate(int[] r)
    {
        int x = 0, y = 0;
        using var barrier = new Barrier(2);
        Task first = Task.Run(() =>
        {
            x = 1;
            barrier.SignalAndWait();
            r[0] = y;
        });
        Task second = Task.Run(() =>
        {
            y = 2;
            r[1] = x;
            barrier.SignalAndWait();
        });
        Task.WaitAll(first, second);
    }

    [Safe]
    public static int HandedOver()
    {
        using var queue = new BlockingCollection<int[]>();
        Task<int> consumer = Task.Run(() => queue.Take()[0]);
        int[] message = new int[1];
        message[0] = 42;
        queue.Add(message);
        return consumer.Result;
    }

    [Racy("message")]
    public static int HandedOverTooEarly()
    {
        using var queue = new BlockingCollection<int[]>();
        Task<int> consumer = Task.Run(() => queue.Take()[0]);
        int[] message = new int[1];
        queue.Add(message);
        message[0] = 42;
        return consumer.Result;
    }
}
