using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>Producers and consumers, pipelines, crawlers, downloads.</summary>
internal sealed class ProducersAndCrawlers
{
    private static readonly HttpClient s_client = new();
    private readonly Queue<int> _queue = new();
    private readonly ConcurrentQueue<int> _safeQueue = new();
    private bool _isDone;
    private int _processed;

    [Racy("_queue")]
    public void QueueOfBoth()
    {
        Task producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _queue.Enqueue(i);
            }
        });
        Task consumer = Task.Run(() =>
        {
            while (_queue.Count > 0)
            {
                _queue.Dequeue();
            }
        });
        Task.WaitAll(producer, consumer);
    }

    [Safe]
    public void ConcurrentQueueOfBoth()
    {
        Task producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _safeQueue.Enqueue(i);
            }
        });
        Task consumer = Task.Run(() =>
        {
            while (_safeQueue.TryDequeue(out int _))
            {
            }
        });
        Task.WaitAll(producer, consumer);
    }

    // With Monitor.Wait and Pulse.
    [Safe]
    public void QueueWithPulse()
    {
        Task producer = Task.Run(() =>
        {
            lock (_queue)
            {
                _queue.Enqueue(1);
                Monitor.Pulse(_queue);
            }
        });
        Task consumer = Task.Run(() =>
        {
            lock (_queue)
            {
                while (_queue.Count == 0)
                {
                    Monitor.Wait(_queue);
                }

                _queue.Dequeue();
            }
        });
        Task.WaitAll(producer, consumer);
    }

    // Put in without the lock.
    [Racy("_queue")]
    public void QueueWithPulseHalfLocked()
    {
        Task producer = Task.Run(() =>
        {
            _queue.Enqueue(1);
            lock (_queue)
            {
                Monitor.Pulse(_queue);
            }
        });
        Task consumer = Task.Run(() =>
        {
            lock (_queue)
            {
                while (_queue.Count == 0)
                {
                    Monitor.Wait(_queue);
                }

                _queue.Dequeue();
            }
        });
        Task.WaitAll(producer, consumer);
    }

    [Racy("_isDone")]
    public async Task StopByPlainField()
    {
        Task worker = Task.Run(() =>
        {
            while (!_isDone)
            {
                Thread.Sleep(1);
            }
        });
        _isDone = true;
        await worker;
    }

    [Safe]
    public async Task StopByToken()
    {
        using var source = new CancellationTokenSource();
        CancellationToken token = source.Token;
        Task worker = Task.Run(() =>
        {
            while (!token.IsCancellationRequested)
            {
                Thread.Sleep(1);
            }
        });
        source.Cancel();
        await worker;
    }

    [Safe]
    public static async Task<int> ChannelPipeline(int n)
    {
        Channel<int> channel = Channel.CreateBounded<int>(16);
        Task producer = Task.Run(async () =>
        {
            for (int i = 0; i < n; i++)
            {
                await channel.Writer.WriteAsync(i);
            }

            channel.Writer.Complete();
        });
        int sum = 0;
        await foreach (int v in channel.Reader.ReadAllAsync())
        {
            sum += v;
        }

        await producer;
        return sum;
    }

    // Three readers, one sum.
    [Racy("sum")]
    public static async Task<int> ChannelWithThreeReaders(ChannelReader<int> reader)
    {
        int sum = 0;
        Task[] readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await foreach (int v in reader.ReadAllAsync())
            {
                sum += v;
            }
        })).ToArray();
        await Task.WhenAll(readers);
        return sum;
    }

    // Three readers, a sum each.
    [Safe]
    public static async Task<int> ChannelWithThreeSums(ChannelReader<int> reader)
    {
        Task<int>[] readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            int sum = 0;
            await foreach (int v in reader.ReadAllAsync())
            {
                sum += v;
            }

            return sum;
        })).ToArray();
        return (await Task.WhenAll(readers)).Sum();
    }

    [Racy("pages")]
    public static async Task<Dictionary<string, string>> Download(string[] urls)
    {
        var pages = new Dictionary<string, string>();
        await Task.WhenAll(urls.Select(url => Task.Run(async () => pages[url] = await s_client.GetStringAsync(url))));
        return pages;
    }

    [Safe]
    public static async Task<string[]> DownloadInOrder(string[] urls)
    {
        return await Task.WhenAll(urls.Select(url => s_client.GetStringAsync(url)));
    }

    [Safe]
    public static async Task<ConcurrentBag<int>> DownloadSizes(string[] urls)
    {
        var sizes = new ConcurrentBag<int>();
        await Parallel.ForEachAsync(urls, async (url, cancellation) =>
        {
            string page = await s_client.GetStringAsync(url, cancellation);
            sizes.Add(page.Length);
        });
        return sizes;
    }

    [Racy("failures")]
    public static async Task<int> DownloadFailures(string[] urls)
    {
        int failures = 0;
        await Parallel.ForEachAsync(urls, async (url, cancellation) =>
        {
            try
            {
                await s_client.GetStringAsync(url, cancellation);
            }
            catch (HttpRequestException)
            {
                failures++;
            }
        });
        return failures;
    }

    // A crawler: visited pages are remembered in an ordinary set.
    [Racy("visited")]
    public static void Crawl(string[] roots, Func<string, string[]> links)
    {
        var visited = new HashSet<string>();
        void Visit(string page)
        {
            if (visited.Add(page))
            {
                Parallel.ForEach(links(page), Visit);
            }
        }

        Parallel.ForEach(roots, Visit);
    }

    [CannotKnow]
    public static void CrawlConcurrently(string[] roots, Func<string, string[]> links)
    {
        var visited = new ConcurrentDictionary<string, bool>();
        void Visit(string page)
        {
            if (visited.TryAdd(page, true))
            {
                Parallel.ForEach(links(page), Visit);
            }
        }

        Parallel.ForEach(roots, Visit);
    }

    // Progress that two workers report.
    [Racy("_processed")]
    public void Progress(int[] items)
    {
        int half = items.Length / 2;
        var first = new Thread(() => _processed += items.Take(half).Count(v => v > 0));
        var second = new Thread(() => _processed += items.Skip(half).Count(v => v > 0));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
    }

    // The second one starts when the first one has ended.
    [Safe]
    public void ProgressInTurn(int[] items)
    {
        int half = items.Length / 2;
        var first = new Thread(() => _processed += items.Take(half).Count(v => v > 0));
        var second = new Thread(() => _processed += items.Skip(half).Count(v => v > 0));
        first.Start();
        first.Join();
        second.Start();
        second.Join();
    }
}
