using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Events, countdowns, channels and barriers as signals.</summary>
internal sealed class EventsAndSignals
{
    [Safe]
    public static int EventStartsTheWorker()
    {
        int input = 0, output = 0;
        using var go = new ManualResetEvent(false);
        var worker = new Thread(() =>
        {
            go.WaitOne();
            output = input * 2;
        });
        worker.Start();
        input = 21;
        go.Set();
        worker.Join();
        return output;
    }

    [Racy("input")]
    public static int EventStartsTheWorkerTooEarly()
    {
        int input = 0, output = 0;
        using var go = new ManualResetEvent(false);
        var worker = new Thread(() =>
        {
            go.WaitOne();
            output = input * 2;
        });
        worker.Start();
        go.Set();
        input = 21;
        worker.Join();
        return output;
    }

    [Racy("input")]
    public static int EventAlreadySet()
    {
        int input = 0, output = 0;
        using var go = new ManualResetEvent(true);
        var worker = new Thread(() =>
        {
            go.WaitOne();
            output = input * 2;
        });
        worker.Start();
        input = 21;
        go.Set();
        worker.Join();
        return output;
    }

    [Safe]
    public static int CountdownInInvoke(double[] v)
    {
        double mean = 0;
        int above = 0;
        using var ready = new CountdownEvent(1);
        Parallel.Invoke(
            () =>
            {
                mean = v.Average();
                ready.Signal();
            },
            () =>
            {
                ready.Wait();
                above = v.Count(x => x > mean);
            });
        return above;
    }

    [Racy("mean")]
    public static int NoCountdownInInvoke(double[] v)
    {
        double mean = 0;
        int above = 0;
        Parallel.Invoke(
            () =>
            {
                mean = v.Average();
            },
            () =>
            {
                above = v.Count(x => x > mean);
            });
        return above;
    }

    [Safe]
    public static async Task<int> ChannelAsASignal()
    {
        int value = 0;
        var signal = Channel.CreateBounded<bool>(1);
        Task producer = Task.Run(async () =>
        {
            value = 17;
            await signal.Writer.WriteAsync(true);
        });
        await signal.Reader.ReadAsync();
        int seen = value;
        await producer;
        return seen;
    }

    [Racy("value")]
    public static async Task<int> ChannelAsASignalTooEarly()
    {
        int value = 0;
        var signal = Channel.CreateBounded<bool>(1);
        Task producer = Task.Run(async () =>
        {
            await signal.Writer.WriteAsync(true);
            value = 17;
        });
        await signal.Reader.ReadAsync();
        int seen = value;
        await producer;
        return seen;
    }

    [Safe]
    public static void BarrierWithPostPhase(int workers, int phases)
    {
        int[] partial = new int[workers];
        int total = 0;
        using var barrier = new Barrier(workers, _ => total += partial.Sum());
        Thread[] threads = Enumerable.Range(0, workers).Select(id => new Thread(() =>
        {
            for (int phase = 0; phase < phases; phase++)
            {
                partial[id] = id + phase;
                barrier.SignalAndWait();
            }
        })).ToArray();
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Console.WriteLine(total);
    }

    [Racy("total")]
    public static void BarrierTotalInEveryWorker(int workers, int phases)
    {
        int[] partial = new int[workers];
        int total = 0;
        using var barrier = new Barrier(workers);
        Thread[] threads = Enumerable.Range(0, workers).Select(id => new Thread(() =>
        {
            for (int phase = 0; phase < phases; phase++)
            {
                partial[id] = id + phase;
                barrier.SignalAndWait();
                total += partial[id];
            }
        })).ToArray();
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Console.WriteLine(total);
    }
}
