using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Threads with a parameter, threads joined all or all but one, events of a pool.</summary>
internal static class JoinedThreads
{
    [Racy("result")]
    public static int AutoResetForOneOfTwo()
    {
        int result = 0;
        using var done = new AutoResetEvent(false);
        for (int i = 0; i < 2; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                result += 10;
                done.Set();
            });
        }

        done.WaitOne();
        return result;
    }

    [Safe]
    public static int AutoResetOneAfterTheOther()
    {
        int result = 0;
        using var done = new AutoResetEvent(false);
        for (int i = 0; i < 2; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                result += 10;
                done.Set();
            });
            done.WaitOne();
        }

        return result;
    }

    [Safe]
    public static void ParameterizedThreads(int[] results)
    {
        var threads = new List<Thread>();
        for (int i = 0; i < results.Length; i++)
        {
            var thread = new Thread(o =>
            {
                int slot = (int)o!;
                results[slot] = slot * 2;
            });
            thread.Start(i);
            threads.Add(thread);
        }

        threads.ForEach(t => t.Join());
    }

    [Racy("slot")]
    public static void ParameterizedThreadsSharedSlot(int[] results)
    {
        var threads = new List<Thread>();
        int slot = 0;
        for (int i = 0; i < results.Length; i++)
        {
            var thread = new Thread(o =>
            {
                slot = (int)o!;
                results[slot] = slot * 2;
            });
            thread.Start(i);
            threads.Add(thread);
        }

        threads.ForEach(t => t.Join());
    }

    [Racy("total")]
    public static int JoinsAllButTheFirst(int n)
    {
        int total = 0;
        var threads = new Thread[n];
        for (int i = 0; i < n; i++)
        {
            threads[i] = new Thread(() => Interlocked.Increment(ref total));
            threads[i].Start();
        }

        for (int i = 1; i < n; i++)
        {
            threads[i].Join();
        }

        total += 100;
        return total;
    }

    [Safe]
    public static int JoinsAll(int n)
    {
        int total = 0;
        var threads = new Thread[n];
        for (int i = 0; i < n; i++)
        {
            threads[i] = new Thread(() => Interlocked.Increment(ref total));
            threads[i].Start();
        }

        for (int i = 0; i < n; i++)
        {
            threads[i].Join();
        }

        total += 100;
        return total;
    }
}
