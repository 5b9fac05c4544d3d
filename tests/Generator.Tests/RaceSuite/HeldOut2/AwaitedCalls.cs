using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Asynchronous methods: awaited in turn, at once, too late, never.</summary>
internal static class AwaitedCalls
{
    [Racy("log")]
    public static void AsyncVoidNotAwaitable(string name)
    {
        var log = new List<string>();
        async void Record()
        {
            await Task.Delay(10).ConfigureAwait(false);
            log.Add(name);
        }

        Record();
        log.Add("started");
    }

    [Safe]
    public static async Task AsyncTaskAwaited(string name)
    {
        var log = new List<string>();
        async Task Record()
        {
            await Task.Delay(10).ConfigureAwait(false);
            log.Add(name);
        }

        await Record();
        log.Add("ended");
    }

    [Racy("log")]
    public static async Task AsyncTaskAwaitedTooLate(string name)
    {
        var log = new List<string>();
        async Task Record()
        {
            await Task.Delay(10).ConfigureAwait(false);
            log.Add(name);
        }

        Task recording = Record();
        log.Add("ended");
        await recording;
    }

    [Safe]
    public static async Task AsyncTasksInTurn(string[] names)
    {
        var log = new List<string>();
        async Task Record(string name)
        {
            await Task.Delay(10).ConfigureAwait(false);
            log.Add(name);
        }

        foreach (string name in names)
        {
            await Record(name);
        }
    }

    [Safe]
    public static async Task<int> PeriodicTicks(CancellationToken stop)
    {
        int ticks = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await timer.WaitForNextTickAsync(stop))
        {
            ticks++;
            if (ticks == 10)
            {
                break;
            }
        }

        return ticks;
    }

    [Safe]
    public static async Task<int> AsTheyComplete(int n)
    {
        int sum = 0;
        var running = Enumerable.Range(0, n).Select(i => Task.Run(() => i * i)).ToList();
        while (running.Count > 0)
        {
            Task<int> finished = await Task.WhenAny(running);
            running.Remove(finished);
            sum += await finished;
        }

        return sum;
    }

    [Safe]
    public static double InvokeInsideATask(double[] v)
    {
        double low = 0, high = 0;
        Task work = Task.Run(() => Parallel.Invoke(
            () => low = v.Take(v.Length / 2).Sum(),
            () => high = v.Skip(v.Length / 2).Sum()));
        work.Wait();
        return low + high;
    }
}
