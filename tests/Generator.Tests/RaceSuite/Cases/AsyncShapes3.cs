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
internal class AsyncShapes3
{
    private int _count;

    private long _bytes;

    private readonly object _sync = new();

    [Racy("sum")]
    public async Task RaceOnSum2()
    {
        var ch = System.Threading.Channels.Channel.CreateUnbounded<int>();
        int sum = 0;
        var cs = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await foreach (var v in ch.Reader.ReadAllAsync())
                sum += v;
        })).ToArray();
        for (int i = 0; i < 10; i++)
            await ch.Writer.WriteAsync(i);
        ch.Writer.Complete();
        await Task.WhenAll(cs);
        Console.WriteLine(sum);
    }

    [Racy("_bytes")]
    public void RaceOnBytes(string[] files)
    {
        foreach (var f in files)
            ThreadPool.QueueUserWorkItem(_ =>
            {
                _bytes += new FileInfo(f).Length;
            });
    }

    [Safe]
    public void NoRaceOnBytes(string[] files)
    {
        foreach (var f in files)
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Interlocked.Add(ref _bytes, new FileInfo(f).Length);
            });
    }

    [Racy("_count")]
    public void RaceOnCount2()
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    [Safe]
    public void NoRaceOnCount2()
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(WorkLocked)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    [Racy("_count")]
    public void RaceOnCount3()
    {
        var t = new Thread(() => _count = 1);
        t.Start();
        _count = 2;
        t.Join();
    }

    [Safe]
    public void NoRaceOnCount3()
    {
        var t = new Thread(() => _count = 1);
        t.Start();
        t.Join();
        _count = 2;
    }

    [Racy("a")]
    public async Task RaceOnA(int n)
    {
        var a = new int[n];
        var t1 = Task.Run(() =>
        {
            for (int i = 0; i <= n / 2; i++)
                a[i] = 1;
        });
        var t2 = Task.Run(() =>
        {
            for (int i = n / 2; i < n; i++)
                a[i] = 2;
        });
        await Task.WhenAll(t1, t2);
    }

    [Safe]
    public async Task NoRaceOnA(int n)
    {
        var a = new int[n];
        var t1 = Task.Run(() =>
        {
            for (int i = 0; i < n / 2; i++)
                a[i] = 1;
        });
        var t2 = Task.Run(() =>
        {
            for (int i = n / 2; i < n; i++)
                a[i] = 2;
        });
        await Task.WhenAll(t1, t2);
    }

    [Racy("value")]
    public async Task<int> RaceOnValue()
    {
        int value = 0;
        async Task Bump()
        {
            await Task.Delay(1);
            value++;
        }

        await Task.WhenAll(Bump(), Bump(), Bump());
        return value;
    }

    [Safe]
    public async Task<int> NoRaceOnValue()
    {
        int value = 0;
        async Task Bump()
        {
            await Task.Delay(1);
            value++;
        }

        await Bump();
        await Bump();
        return value;
    }

    [Racy("_count")]
    public async Task RaceOnCount4()
    {
        var t1 = IncAsync();
        var t2 = IncAsync();
        await Task.WhenAll(t1, t2);
    }

    [Racy("map")]
    public void RaceOnMap(string[] words)
    {
        var map = new Dictionary<string, int>();
        words.AsParallel().ForAll(w =>
        {
            if (map.ContainsKey(w))
                map[w]++;
            else
                map[w] = 1;
        });
    }

    [Safe]
    public void NoRaceOnMap(string[] words)
    {
        var map = new ConcurrentDictionary<string, int>();
        words.AsParallel().ForAll(w => map.AddOrUpdate(w, 1, (_, c) => c + 1));
    }

    [Racy("map")]
    public void RaceOnMap2(string[] words)
    {
        var map = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, w =>
        {
            if (map.TryGetValue(w, out int c))
                map[w] = c + 1;
            else
                map[w] = 1;
        });
    }

    [Racy("set")]
    public void RaceOnSet(int[] v)
    {
        ImmutableHashSet<int> set = ImmutableHashSet<int>.Empty;
        Parallel.ForEach(v, x =>
        {
            set = set.Add(x);
        });
    }

    [Safe]
    public void NoRaceOnSet(int[] v)
    {
        ImmutableHashSet<int> set = ImmutableHashSet<int>.Empty;
        Parallel.ForEach(v, x =>
        {
            ImmutableInterlocked.Update(ref set, s => s.Add(x));
        });
    }

    [Racy("timerHits")]
    public void RaceOnTimerHits()
    {
        int timerHits = 0;
        using var timer = new Timer(_ => timerHits++, null, 0, 10);
        Thread.Sleep(100);
        Console.WriteLine(timerHits);
    }

    private void Work()
    {
        for (int i = 0; i < 1000; i++)
            _count++;
    }

    private void WorkLocked()
    {
        for (int i = 0; i < 1000; i++)
            lock (_sync)
                _count++;
    }

    private async Task IncAsync()
    {
        var c = _count;
        await Task.Delay(5);
        _count = c + 1;
    }
}
