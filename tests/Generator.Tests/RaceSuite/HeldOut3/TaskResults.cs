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

/// <summary>What tasks yield, and what is awaited of them.</summary>
internal sealed class TaskResults
{
    private string _status = "";

    [Racy("_status")]
    public async Task StatusOfUnawaited()
    {
        Task load = Task.Run(() => _status = "loaded");
        _status = "loading";
        await load;
        Console.WriteLine(_status);
    }

    [Safe]
    public static async Task<string> StatusSetBeforeStart()
    {
        string status = "loading";
        Task load = Task.Run(() => status = "loaded");
        await load;
        status += "!";
        return status;
    }

    [Safe]
    public static async Task<int[]> ResultsInsteadOfCaptures(int[] values) =>
        await Task.WhenAll(values.Select(v => Task.Run(() => v * v)));

    [Racy("results")]
    public static async Task<List<int>> ResultsIntoList(int[] values)
    {
        var results = new List<int>();
        await Task.WhenAll(values.Select(v => Task.Run(() => results.Add(v * v))));
        return results;
    }

    [Safe]
    public static async Task<List<int>> ResultsIntoListOneByOne(int[] values)
    {
        var results = new List<int>();
        foreach (Task<int> task in values.Select(v => Task.Run(() => v * v)).ToList())
        {
            results.Add(await task);
        }
        return results;
    }

    [Racy("list")]
    public static async Task<int> RaceWithTimeout(int[] values)
    {
        var list = new List<int>();
        Task work = Task.Run(() =>
        {
            foreach (int v in values)
            {
                list.Add(v);
            }
        });
        await Task.WhenAny(work, Task.Delay(100));
        return list.Count;
    }

    [Safe]
    public static async Task<int> FinishedWithinTimeout(int[] values)
    {
        var list = new List<int>();
        Task work = Task.Run(() =>
        {
            foreach (int v in values)
            {
                list.Add(v);
            }
        });
        if (await Task.WhenAny(work, Task.Delay(100)) == work)
        {
            return list.Count;
        }
        return -1;
    }

    [Racy("n")]
    public static int WaitWithTimeout()
    {
        int n = 0;
        Task task = Task.Run(() => { Thread.Sleep(50); n = 1; });
        task.Wait(10);
        return n;
    }

    [Safe]
    public static int WaitWithTimeoutChecked()
    {
        int n = 0;
        Task task = Task.Run(() => { Thread.Sleep(50); n = 1; });
        return task.Wait(10) ? n : -1;
    }

    [Racy("count")]
    public static int TwoStartNew()
    {
        int count = 0;
        Task a = Task.Factory.StartNew(() => count += 1);
        Task b = Task.Factory.StartNew(() => count += 2);
        Task.WaitAll(a, b);
        return count;
    }

    [Safe]
    public static int TwoStartNewWithResults()
    {
        Task<int> a = Task.Factory.StartNew(() => 1);
        Task<int> b = Task.Factory.StartNew(() => 2);
        return a.Result + b.Result;
    }

    [Safe]
    public static int ColdTasksRunInOrder(int[] values)
    {
        int sum = 0;
        var first = new Task(() => sum = values.Length);
        var second = new Task(() => sum += values.Sum());
        first.Start();
        first.Wait();
        second.Start();
        second.Wait();
        return sum;
    }

    [Racy("sum")]
    public static int ColdTasksStartedTogether(int[] values)
    {
        int sum = 0;
        var first = new Task(() => sum = values.Length);
        var second = new Task(() => sum += values.Sum());
        first.Start();
        second.Start();
        first.Wait();
        second.Wait();
        return sum;
    }

    [Racy("total")]
    public static async Task<int> DownloadAllAtOnce(string[] urls)
    {
        int total = 0;
        async Task One(string url)
        {
            await Task.Delay(url.Length).ConfigureAwait(false);
            total += url.Length;
        }
        await Task.WhenAll(urls.Select(One));
        return total;
    }

    [Safe]
    public static async Task<int> DownloadOneByOne(string[] urls)
    {
        int total = 0;
        async Task One(string url)
        {
            await Task.Delay(url.Length).ConfigureAwait(false);
            total += url.Length;
        }
        foreach (string url in urls)
        {
            await One(url);
        }
        return total;
    }

    [Safe]
    public static async Task<int> ChannelOfOneReader(string[] lines)
    {
        var channel = Channel.CreateUnbounded<int>();
        int total = 0;
        Task reader = Task.Run(async () =>
        {
            await foreach (int length in channel.Reader.ReadAllAsync())
            {
                total += length;
            }
        });
        Parallel.ForEach(lines, line => channel.Writer.TryWrite(line.Length));
        channel.Writer.Complete();
        await reader;
        return total;
    }

    [Racy("total")]
    public static async Task<int> ChannelOfTwoReaders(string[] lines)
    {
        var channel = Channel.CreateUnbounded<int>();
        int total = 0;
        async Task Read()
        {
            await foreach (int length in channel.Reader.ReadAllAsync())
            {
                total += length;
            }
        }
        Task one = Task.Run(Read), two = Task.Run(Read);
        foreach (string line in lines)
        {
            channel.Writer.TryWrite(line.Length);
        }
        channel.Writer.Complete();
        await Task.WhenAll(one, two);
        return total;
    }
}
