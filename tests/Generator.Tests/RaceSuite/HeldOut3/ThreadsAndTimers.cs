using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Threads, work items, timers, barriers, countdowns.</summary>
internal sealed class ThreadsAndTimers
{
    [Safe]
    public static int Joined(int[] values)
    {
        int sum = 0;
        var thread = new Thread(() =>
        {
            foreach (int v in values)
            {
                sum += v;
            }
        });
        thread.Start();
        thread.Join();
        return sum;
    }

    [Racy("sum")]
    public static int NotJoined(int[] values)
    {
        int sum = 0;
        var thread = new Thread(() =>
        {
            foreach (int v in values)
            {
                sum += v;
            }
        });
        thread.Start();
        return sum;
    }

    [Racy("sum")]
    public static int WrongOneJoined(int[] values)
    {
        int sum = 0, other = 0;
        var a = new Thread(() => sum = values.Sum());
        var b = new Thread(() => other = values.Length);
        a.Start();
        b.Start();
        b.Join();
        int result = sum + other;
        a.Join();
        return result;
    }

    [Safe]
    public static int WrittenBeforeStart(int[] values)
    {
        int[] copy = new int[values.Length];
        values.CopyTo(copy, 0);
        int sum = 0;
        var a = new Thread(() => sum = copy.Sum());
        a.Start();
        a.Join();
        copy[0] = 0;
        return sum;
    }

    [Racy("copy")]
    public static int WrittenAfterStart(int[] values)
    {
        int[] copy = new int[values.Length];
        values.CopyTo(copy, 0);
        int sum = 0;
        var a = new Thread(() => sum = copy.Sum());
        a.Start();
        copy[0] = 0;
        a.Join();
        return sum;
    }

    [Safe]
    public static int PoolWithCountdown(int[] values)
    {
        int[] doubled = new int[values.Length];
        using var left = new CountdownEvent(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            ThreadPool.QueueUserWorkItem(state =>
            {
                int k = (int)state!;
                doubled[k] = values[k] * 2;
                left.Signal();
            }, i);
        }
        left.Wait();
        return doubled.Sum();
    }

    [Racy("doubled")]
    public static int PoolSignalsBeforeWriting(int[] values)
    {
        int[] doubled = new int[values.Length];
        using var left = new CountdownEvent(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            ThreadPool.QueueUserWorkItem(state =>
            {
                int k = (int)state!;
                left.Signal();
                doubled[k] = values[k] * 2;
            }, i);
        }
        left.Wait();
        return doubled.Sum();
    }

    [Racy("doubled")]
    public static int PoolWithoutWait(int[] values)
    {
        int[] doubled = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            ThreadPool.QueueUserWorkItem(state =>
            {
                int k = (int)state!;
                doubled[k] = values[k] * 2;
            }, i);
        }
        return doubled.Sum();
    }

    [Racy("sum")]
    public static int PoolSharesSum(int[] values)
    {
        int sum = 0;
        using var left = new CountdownEvent(values.Length);
        foreach (int value in values)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                sum += value;
                left.Signal();
            });
        }
        left.Wait();
        return sum;
    }

    [Safe]
    public static int PoolSumsAtomically(int[] values)
    {
        int sum = 0;
        using var left = new CountdownEvent(values.Length);
        foreach (int value in values)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Interlocked.Add(ref sum, value);
                left.Signal();
            });
        }
        left.Wait();
        return sum;
    }
}
