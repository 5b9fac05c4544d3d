#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Asynchronous methods, tasks and threads.</summary>
internal class AsyncShapes2
{
    [Racy("sum")]
    public int RaceOnSum(int[] data)
    {
        int sum = 0;
        int half = data.Length / 2;
        var t1 = Task.Run(() =>
        {
            for (int i = 0; i < half; i++)
                sum += data[i];
        });
        var t2 = Task.Run(() =>
        {
            for (int i = half; i < data.Length; i++)
                sum += data[i];
        });
        Task.WaitAll(t1, t2);
        return sum;
    }

    [Safe]
    public int NoRaceOnSum(int[] data)
    {
        int half = data.Length / 2;
        var t1 = Task.Run(() =>
        {
            int s = 0;
            for (int i = 0; i < half; i++)
                s += data[i];
            return s;
        });
        var t2 = Task.Run(() =>
        {
            int s = 0;
            for (int i = half; i < data.Length; i++)
                s += data[i];
            return s;
        });
        return t1.Result + t2.Result;
    }

    [Racy("i")]
    public void RaceOnI()
    {
        var tasks = new Task[10];
        for (int i = 0; i < 10; i++)
        {
            tasks[i] = Task.Factory.StartNew(() => Console.WriteLine(i));
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public void NoRaceOnI()
    {
        var tasks = new Task[10];
        for (int i = 0; i < 10; i++)
        {
            int n = i;
            tasks[i] = Task.Factory.StartNew(() => Console.WriteLine(n));
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public void NoRaceOnI2()
    {
        var tasks = new Task[10];
        for (int i = 0; i < 10; i++)
        {
            tasks[i] = Task.Factory.StartNew(o => Console.WriteLine((int)o!), i);
        }

        Task.WaitAll(tasks);
    }

    [Racy("sb")]
    public string RaceOnSb(string[] parts)
    {
        var sb = new StringBuilder();
        Parallel.ForEach(parts, p => sb.Append(p));
        return sb.ToString();
    }

    [Safe]
    public string NoRaceOnSb(string[] parts)
    {
        var sb = new StringBuilder();
        Parallel.ForEach(parts, p =>
        {
            lock (sb)
                sb.Append(p);
        });
        return sb.ToString();
    }

    [Racy("last")]
    public async Task<string?> RaceOnLast(IEnumerable<string> urls)
    {
        string? last = null;
        var tasks = urls.Select(u => Task.Run(() =>
        {
            last = u;
        })).ToList();
        await Task.WhenAll(tasks);
        return last;
    }

    [Safe]
    public async Task NoRaceOnLast(IEnumerable<string> urls)
    {
        var bag = new ConcurrentBag<string>();
        var tasks = urls.Select(u => Task.Run(() =>
        {
            bag.Add(u);
        })).ToList();
        await Task.WhenAll(tasks);
    }

    [Racy("first")]
    public async Task RaceOnFirst(Task<int>[] work)
    {
        int first = 0;
        var conts = work.Select(t => t.ContinueWith(x =>
        {
            if (first == 0)
                first = x.Result;
        }));
        await Task.WhenAll(conts);
    }

    [Safe]
    public async Task NoRaceOnFirst(int n)
    {
        var x = new int[n];
        var t = Task.Run(() => Array.Fill(x, 1)).ContinueWith(_ =>
        {
            for (int i = 0; i < n; i++)
                x[i]++;
        });
        await t;
        Console.WriteLine(x.Sum());
    }

    [Racy("queue")]
    public async Task RaceOnQueue()
    {
        var queue = new Queue<int>();
        var producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
                queue.Enqueue(i);
        });
        var consumer = Task.Run(() =>
        {
            while (queue.Count > 0)
                queue.Dequeue();
        });
        await Task.WhenAll(producer, consumer);
    }

    [Safe]
    public async Task NoRaceOnQueue()
    {
        var queue = new ConcurrentQueue<int>();
        var producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
                queue.Enqueue(i);
        });
        var consumer = Task.Run(() =>
        {
            while (queue.TryDequeue(out var v))
                Console.WriteLine(v);
        });
        await Task.WhenAll(producer, consumer);
    }

    [Safe]
    public async Task NoRaceOnSum2()
    {
        var ch = System.Threading.Channels.Channel.CreateUnbounded<int>();
        int sum = 0;
        var p = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
                await ch.Writer.WriteAsync(i);
            ch.Writer.Complete();
        });
        var c = Task.Run(async () =>
        {
            await foreach (var v in ch.Reader.ReadAllAsync())
                sum += v;
        });
        await Task.WhenAll(p, c);
        Console.WriteLine(sum);
    }
}
