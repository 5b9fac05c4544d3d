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
internal class AsyncShapes4
{
    private readonly HttpClient _client = new();

    private int _count;

    [Racy("_count")]
    public async ValueTask RaceOnCount5(IAsyncEnumerable<int> src)
    {
        var ts = new List<Task>();
        await foreach (var x in src)
        {
            ts.Add(Task.Run(() => _count += x));
        }

        await Task.WhenAll(ts);
    }

    [Safe]
    public async ValueTask NoRaceOnCount4(IAsyncEnumerable<int> src)
    {
        await foreach (var x in src)
        {
            await Task.Run(() => _count += x);
        }
    }

    [Safe]
    public async Task NoRaceOnX2(CancellationToken ct)
    {
        var tcs = new TaskCompletionSource<int>();
        int x = 0;
        var t = Task.Run(() =>
        {
            x = 5;
            tcs.SetResult(1);
        }, ct);
        await tcs.Task;
        Console.WriteLine(x);
    }

    [Racy("x")]
    public async Task RaceOnX2(CancellationToken ct)
    {
        var tcs = new TaskCompletionSource<int>();
        int x = 0;
        var t = Task.Run(() =>
        {
            tcs.SetResult(1);
            x = 5;
        }, ct);
        await tcs.Task;
        Console.WriteLine(x);
        await t;
    }

    [Racy("x")]
    public async Task RaceOnX3()
    {
        int x = 0;
        var t = Task.Run(() => x = 1);
        var d = Task.Delay(1000);
        await Task.WhenAny(t, d);
        Console.WriteLine(x);
    }

    [Safe]
    public async Task NoRaceOnX3()
    {
        var a = Task.Run(() => 1);
        var b = Task.Run(() => 2);
        var w = await Task.WhenAny(a, b);
        Console.WriteLine(await w);
    }

    [Racy("log")]
    public async Task RaceOnLog(Stream[] streams)
    {
        var log = new StringWriter();
        await Task.WhenAll(streams.Select(async s =>
        {
            using var r = new StreamReader(s);
            string? line;
            while ((line = await r.ReadLineAsync()) != null)
                log.WriteLine(line);
        }));
    }

    [Safe]
    public async Task NoRaceOnLog(Stream[] streams)
    {
        var logs = new string[streams.Length];
        await Task.WhenAll(streams.Select(async (s, i) =>
        {
            using var r = new StreamReader(s);
            logs[i] = await r.ReadToEndAsync();
        }));
    }

    [Racy("idx")]
    public async Task RaceOnIdx(string[] urls)
    {
        var outp = new string[urls.Length];
        int idx = 0;
        await Task.WhenAll(urls.Select(async u =>
        {
            outp[idx++] = await _client.GetStringAsync(u);
        }));
    }
}
