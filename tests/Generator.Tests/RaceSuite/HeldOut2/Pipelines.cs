using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Channels, queues, queries, timers, asynchronous loops.</summary>
internal static class Pipelines
{
    [Safe]
    public static async Task<int> ChannelOneConsumer(int n)
    {
        var channel = Channel.CreateUnbounded<int>();
        Task producer = Task.Run(async () =>
        {
            for (int i = 0; i < n; i++)
            {
                await channel.Writer.WriteAsync(i);
            }

            channel.Writer.Complete();
        });
        int sum = 0;
        await foreach (int item in channel.Reader.ReadAllAsync())
        {
            sum += item;
        }

        await producer;
        return sum;
    }

    [Racy("sum")]
    public static async Task<int> ChannelThreeConsumers(int n)
    {
        var channel = Channel.CreateBounded<int>(100);
        int sum = 0;
        Task[] consumers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await foreach (int item in channel.Reader.ReadAllAsync())
            {
                sum += item;
            }
        })).ToArray();
        for (int i = 0; i < n; i++)
        {
            await channel.Writer.WriteAsync(i);
        }

        channel.Writer.Complete();
        await Task.WhenAll(consumers);
        return sum;
    }

    [Safe]
    public static async Task<int> ChannelThreeConsumersOwnSums(int n)
    {
        var channel = Channel.CreateBounded<int>(100);
        Task<int>[] consumers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            int sum = 0;
            await foreach (int item in channel.Reader.ReadAllAsync())
            {
                sum += item;
            }

            return sum;
        })).ToArray();
        for (int i = 0; i < n; i++)
        {
            await channel.Writer.WriteAsync(i);
        }

        channel.Writer.Complete();
        return (await Task.WhenAll(consumers)).Sum();
    }

    [Safe]
    public static void BlockingQueue(string[] lines, TextWriter output)
    {
        using var queue = new BlockingCollection<string>(16);
        var writer = Task.Run(() =>
        {
            foreach (string line in queue.GetConsumingEnumerable())
            {
                output.WriteLine(line);
            }
        });
        Parallel.ForEach(lines, line => queue.Add(line.Trim()));
        queue.CompleteAdding();
        writer.Wait();
    }

    [Racy("queue")]
    public static int PlainQueue(string[] lines)
    {
        var queue = new Queue<string>();
        int written = 0;
        var writer = Task.Run(() =>
        {
            while (written < lines.Length)
            {
                if (queue.Count > 0)
                {
                    queue.Dequeue();
                    written++;
                }
            }
        });
        foreach (string line in lines)
        {
            queue.Enqueue(line);
        }

        writer.Wait();
        return written;
    }

    [Safe]
    public static int PlainQueueWithPulse(string[] lines)
    {
        var queue = new Queue<string>();
        int written = 0;
        var writer = Task.Run(() =>
        {
            while (written < lines.Length)
            {
                lock (queue)
                {
                    while (queue.Count == 0)
                    {
                        Monitor.Wait(queue);
                    }

                    queue.Dequeue();
                }

                written++;
            }
        });
        foreach (string line in lines)
        {
            lock (queue)
            {
                queue.Enqueue(line);
                Monitor.Pulse(queue);
            }
        }

        writer.Wait();
        return written;
    }

    [Racy("bytes")]
    public static async Task<long> DownloadSizes(string[] files, CancellationToken cancel)
    {
        long bytes = 0;
        await Parallel.ForEachAsync(files, cancel, async (file, token) =>
        {
            byte[] content = await File.ReadAllBytesAsync(file, token);
            bytes += content.Length;
        });
        return bytes;
    }

    [Safe]
    public static async Task<long> DownloadSizesAtomic(string[] files, CancellationToken cancel)
    {
        long bytes = 0;
        await Parallel.ForEachAsync(files, cancel, async (file, token) =>
        {
            byte[] content = await File.ReadAllBytesAsync(file, token);
            Interlocked.Add(ref bytes, content.Length);
        });
        return bytes;
    }

    [Safe]
    public static async Task<long> DownloadSizesSemaphore(string[] files)
    {
        long bytes = 0;
        var semaphore = new SemaphoreSlim(1, 1);
        await Task.WhenAll(files.Select(async file =>
        {
            byte[] content = await File.ReadAllBytesAsync(file);
            await semaphore.WaitAsync();
            try
            {
                bytes += content.Length;
            }
            finally
            {
                semaphore.Release();
            }
        }));
        return bytes;
    }

    [Racy("bytes")]
    public static async Task<long> DownloadSizesSemaphoreOfFour(string[] files)
    {
        long bytes = 0;
        var semaphore = new SemaphoreSlim(4, 4);
        await Task.WhenAll(files.Select(async file =>
        {
            byte[] content = await File.ReadAllBytesAsync(file).ConfigureAwait(false);
            await semaphore.WaitAsync().ConfigureAwait(false);
            try
            {
                bytes += content.Length;
            }
            finally
            {
                semaphore.Release();
            }
        }));
        return bytes;
    }

    [Safe]
    public static async Task<long> DownloadSizesOneByOne(string[] files)
    {
        long bytes = 0;
        foreach (string file in files)
        {
            byte[] content = await Task.Run(() => File.ReadAllBytes(file));
            bytes += content.Length;
        }

        return bytes;
    }

    [Racy("buffer")]
    public static void ReadIntoOneBuffer(string[] files, long[] sums)
    {
        byte[] buffer = new byte[4096];
        Parallel.For(0, files.Length, i =>
        {
            using FileStream stream = File.OpenRead(files[i]);
            int read = stream.Read(buffer, 0, buffer.Length);
            long sum = 0;
            for (int k = 0; k < read; k++)
            {
                sum += buffer[k];
            }

            sums[i] = sum;
        });
    }

    [Safe]
    public static void ReadIntoOwnBuffer(string[] files, long[] sums)
    {
        Parallel.For(0, files.Length, i =>
        {
            byte[] buffer = new byte[4096];
            using FileStream stream = File.OpenRead(files[i]);
            int read = stream.Read(buffer, 0, buffer.Length);
            long sum = 0;
            for (int k = 0; k < read; k++)
            {
                sum += buffer[k];
            }

            sums[i] = sum;
        });
    }
}
