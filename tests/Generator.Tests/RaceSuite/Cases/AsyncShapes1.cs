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
internal class AsyncShapes1
{
    private readonly HttpClient _client = new();

    private int _count;

    private List<string> _list = new();

    private readonly SemaphoreSlim _gate = new(1, 1);

    private readonly SemaphoreSlim _throttle = new(8);

    private Dictionary<string, string> _cache = new();

    public int Hits { get; private set; }

    private volatile bool _stop;

    private bool _plainStop;

    [Racy("_count")]
    public async Task RaceOnCount(string[] urls)
    {
        var tasks = urls.Select(async u =>
        {
            await _client.GetStringAsync(u);
            _count++;
        });
        await Task.WhenAll(tasks);
    }

    [Safe]
    public async Task NoRaceOnCount(string[] urls)
    {
        var tasks = urls.Select(async u =>
        {
            await _client.GetStringAsync(u);
            Interlocked.Increment(ref _count);
        });
        await Task.WhenAll(tasks);
    }

    [Racy("results")]
    public async Task RaceOnResults(string[] urls)
    {
        var results = new List<string>();
        await Task.WhenAll(urls.Select(async u =>
        {
            var s = await _client.GetStringAsync(u);
            results.Add(s);
        }));
    }

    [Safe]
    public async Task<string[]> NoRaceOnResults(string[] urls)
    {
        return await Task.WhenAll(urls.Select(u => _client.GetStringAsync(u)));
    }

    [Racy("_cache")]
    public async Task RaceOnCache(string[] urls)
    {
        var tasks = new List<Task>();
        foreach (var u in urls)
            tasks.Add(LoadAsync(u));
        await Task.WhenAll(tasks);
    }

    [Safe]
    public async Task NoRaceOnCache(string[] urls)
    {
        foreach (var u in urls)
            await LoadAsync(u);
    }

    [Safe]
    public async Task NoRaceOnCache2(string[] urls)
    {
        var tasks = new List<Task>();
        foreach (var u in urls)
            tasks.Add(LoadLockedAsync(u));
        await Task.WhenAll(tasks);
    }

    [Racy("_cache")]
    public async Task RaceOnCache2(string[] urls)
    {
        var tasks = new List<Task>();
        foreach (var u in urls)
            tasks.Add(LoadThrottledAsync(u));
        await Task.WhenAll(tasks);
    }

    [Racy("Hits")]
    public async Task RaceOnHits(int[] ids)
    {
        await Parallel.ForEachAsync(ids, async (id, ct) =>
        {
            await Task.Delay(id, ct);
            Hits++;
        });
    }

    [Safe]
    public async Task NoRaceOnHits(int[] ids)
    {
        int[] got = new int[ids.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, ids.Length), async (i, ct) =>
        {
            await Task.Delay(ids[i], ct);
            got[i] = ids[i] * 2;
        });
    }

    [Racy("total")]
    public async Task<long> RaceOnTotal(string[] files)
    {
        long total = 0;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (f, ct) =>
        {
            var b = await File.ReadAllBytesAsync(f, ct);
            total += b.Length;
        });
        return total;
    }

    [Safe]
    public async Task<long> NoRaceOnTotal(string[] files)
    {
        long total = 0;
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (f, ct) =>
        {
            var b = await File.ReadAllBytesAsync(f, ct);
            Interlocked.Add(ref total, b.Length);
        });
        return total;
    }

    [Racy("x")]
    public async Task<int> RaceOnX()
    {
        int x = 0;
        var t = Task.Run(async () =>
        {
            await Task.Delay(10);
            x = 5;
        });
        x++;
        await t;
        return x;
    }

    [Safe]
    public async Task<int> NoRaceOnX()
    {
        int x = 0;
        var t = Task.Run(async () =>
        {
            await Task.Delay(10);
            x = 5;
        });
        await t;
        x++;
        return x;
    }

    [Racy("done")]
    public void RaceOnDone()
    {
        bool done = false;
        Task.Run(() =>
        {
            Thread.Sleep(100);
            done = true;
        });
        while (!done)
        {
        }
    }

    [Safe]
    public void NoRaceOnDone()
    {
        var t = Task.Run(() =>
        {
            while (!_stop)
                Thread.Sleep(1);
        });
        Thread.Sleep(50);
        _stop = true;
        t.Wait();
    }

    [Racy("_plainStop")]
    public void RaceOnPlainStop()
    {
        var t = Task.Run(() =>
        {
            while (!_plainStop)
            {
            }
        });
        Thread.Sleep(50);
        _plainStop = true;
        t.Wait();
    }

    [Racy("_list")]
    public async Task RaceOnList()
    {
        Task a = FillAsync("a"), b = FillAsync("b");
        await a;
        await b;
    }

    [Safe]
    public async Task NoRaceOnList()
    {
        await FillAsync("a");
        await FillAsync("b");
    }

    private async Task LoadAsync(string u)
    {
        var s = await _client.GetStringAsync(u);
        _cache[u] = s;
    }

    private async Task LoadLockedAsync(string u)
    {
        var s = await _client.GetStringAsync(u);
        await _gate.WaitAsync();
        try
        {
            _cache[u] = s;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LoadThrottledAsync(string u)
    {
        await _throttle.WaitAsync();
        try
        {
            _cache[u] = await _client.GetStringAsync(u);
        }
        finally
        {
            _throttle.Release();
        }
    }

    private async Task FillAsync(string p)
    {
        for (int i = 0; i < 10; i++)
        {
            await Task.Yield();
            _list.Add(p + i);
        }
    }
}
