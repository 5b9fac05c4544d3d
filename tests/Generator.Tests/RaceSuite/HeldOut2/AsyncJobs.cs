using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Jobs of servers: callbacks, timers, retries, requests that share a field.</summary>
internal sealed class AsyncJobs
{
    private readonly List<string> _errors = [];
    private readonly Dictionary<string, Task<string>> _running = new();
    private readonly ConcurrentDictionary<string, Task<string>> _tasks = new();
    private readonly SemaphoreSlim _limit = new(3);
    private int _failures;
    private int _active;
    private string _last = "";
    private bool _disposed;

    private static async Task<string> Fetch(string url)
    {
        await Task.Delay(url.Length).ConfigureAwait(false);
        return url + "!";
    }

    private async Task<string> FetchCounted(string url)
    {
        try
        {
            return await Fetch(url).ConfigureAwait(false);
        }
        catch (IOException)
        {
            _failures++;
            return "";
        }
    }

    private async Task FetchRemembered(string url)
    {
        string text = await Fetch(url).ConfigureAwait(false);
        _last = text;
    }

    [Racy("_failures")]
    public async Task<string[]> FetchAllCountingFailures(string[] urls) =>
        await Task.WhenAll(urls.Select(url => FetchCounted(url)));

    [Safe]
    public async Task<int> FetchInTurnCountingFailures(string[] urls)
    {
        foreach (string url in urls)
        {
            await FetchCounted(url);
        }

        return _failures;
    }

    [Racy("_last")]
    public async Task<string> TwoFetchesAtOnce()
    {
        Task a = FetchRemembered("a"), b = FetchRemembered("b");
        await a;
        await b;
        return _last;
    }

    [Safe]
    public async Task<string> TwoFetchesInTurn()
    {
        await FetchRemembered("a");
        await FetchRemembered("b");
        return _last;
    }

    [Racy("_errors")]
    public Task ForEachAsyncErrors(string[] urls) => Parallel.ForEachAsync(urls, async (url, _) =>
    {
        try
        {
            await Fetch(url);
        }
        catch (Exception e)
        {
            _errors.Add(e.Message);
        }
    });

    [Safe]
    public Task ForEachAsyncErrorsLocked(string[] urls) => Parallel.ForEachAsync(urls, async (url, _) =>
    {
        try
        {
            await Fetch(url);
        }
        catch (Exception e)
        {
            lock (_errors)
            {
                _errors.Add(e.Message);
            }
        }
    });

    [Racy("_active")]
    public async Task LimitedToThree(string[] urls)
    {
        await Task.WhenAll(urls.Select(async url =>
        {
            await _limit.WaitAsync().ConfigureAwait(false);
            _active++;
            await Fetch(url).ConfigureAwait(false);
            _active--;
            _limit.Release();
        }));
    }

    [Safe]
    public async Task LimitedToThreeAtomically(string[] urls)
    {
        await Task.WhenAll(urls.Select(async url =>
        {
            await _limit.WaitAsync().ConfigureAwait(false);
            Interlocked.Increment(ref _active);
            await Fetch(url).ConfigureAwait(false);
            Interlocked.Decrement(ref _active);
            _limit.Release();
        }));
    }

    [Racy("_running")]
    public async Task<int> TasksInADictionary(string[] urls)
    {
        await Parallel.ForEachAsync(urls, async (url, _) =>
        {
            if (!_running.TryGetValue(url, out Task<string>? task))
            {
                task = _running[url] = Fetch(url);
            }

            await task;
        });
        return _running.Count;
    }

    [Safe]
    public async Task<int> TasksInAConcurrentDictionary(string[] urls)
    {
        await Parallel.ForEachAsync(urls, async (url, _) => await _tasks.GetOrAdd(url, Fetch));
        return _tasks.Count;
    }

    [Racy("_last")]
    public void TimerAndMainThread()
    {
        using var timer = new Timer(_ => _last = DateTime.UtcNow.ToString("O"), null, 0, 100);
        for (int i = 0; i < 100; i++)
        {
            Console.WriteLine(_last);
            Thread.Sleep(50);
        }
    }

    [Safe]
    public void TimerAndMainThreadLocked()
    {
        object gate = new();
        string last = "";
        using var timer = new Timer(_ =>
        {
            lock (gate)
            {
                last = DateTime.UtcNow.ToString("O");
            }
        }, null, 0, 100);
        for (int i = 0; i < 100; i++)
        {
            lock (gate)
            {
                Console.WriteLine(last);
            }

            Thread.Sleep(50);
        }
    }

    [Racy("beats")]
    public static int TimerOfTheTimersNamespace()
    {
        int beats = 0;
        using var timer = new System.Timers.Timer(5);
        timer.Elapsed += (_, _) => beats++;
        timer.Start();
        Thread.Sleep(100);
        timer.Stop();
        return beats;
    }

    [Racy("_disposed")]
    public void DisposedFlag()
    {
        Task worker = Task.Run(() =>
        {
            while (!_disposed)
            {
                Thread.Sleep(1);
            }
        });
        _disposed = true;
        worker.Wait();
    }

    [Safe]
    public void DisposedFlagVolatileAccess()
    {
        Task worker = Task.Run(() =>
        {
            while (!Volatile.Read(ref _disposed))
            {
                Thread.Sleep(1);
            }
        });
        Volatile.Write(ref _disposed, true);
        worker.Wait();
    }

    [Racy("retries")]
    public static async Task<int> RetriesOfAll(string[] urls)
    {
        int retries = 0;
        async Task<string> Retry(string url)
        {
            for (int attempt = 0; ; attempt++)
            {
                try
                {
                    return await Fetch(url).ConfigureAwait(false);
                }
                catch (IOException) when (attempt < 3)
                {
                    retries++;
                }
            }
        }

        var tasks = new List<Task<string>>();
        foreach (string url in urls)
        {
            tasks.Add(Retry(url));
        }

        await Task.WhenAll(tasks);
        return retries;
    }

    [Safe]
    public static async Task<int> RetriesOfEach(string[] urls)
    {
        async Task<int> Retry(string url)
        {
            int retries = 0;
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    await Fetch(url).ConfigureAwait(false);
                    break;
                }
                catch (IOException)
                {
                    retries++;
                }
            }

            return retries;
        }

        int[] all = await Task.WhenAll(urls.Select(Retry));
        return all.Sum();
    }

    [Racy("progress")]
    public static async Task<double> ProgressSharedByTwoDownloads()
    {
        double progress = 0;
        Task a = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await Task.Delay(5);
                progress += 0.05;
            }
        });
        Task b = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await Task.Delay(5);
                progress += 0.05;
            }
        });
        await Task.WhenAll(a, b);
        return progress;
    }

    [Safe]
    public static async Task<double> ProgressOfEachDownload()
    {
        double[] progress = new double[2];
        Task a = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await Task.Delay(5);
                progress[0] += 0.05;
            }
        });
        Task b = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await Task.Delay(5);
                progress[1] += 0.05;
            }
        });
        await Task.WhenAll(a, b);
        return progress[0] + progress[1];
    }

    [Safe]
    public static async Task<string> FirstStartedThenUsed(string path)
    {
        Task<string> reading = File.ReadAllTextAsync(path);
        string header = DateTime.UtcNow.ToString("O");
        string text = await reading;
        return header + text;
    }

    [Safe]
    public static async Task<int> ValueTasks(int[] sizes)
    {
        int total = 0;
        foreach (int size in sizes)
        {
            total += await Measure(size);
        }

        return total;

        static async ValueTask<int> Measure(int size)
        {
            await Task.Yield();
            return size * 2;
        }
    }
}
