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

    [Racy("lengths")]
    public static List<int> QueryAddsToList(string[] words)
    {
        var lengths = new List<int>();
        words.AsParallel().Where(w => w.Length > 3).ForAll(w => lengths.Add(w.Length));
        return lengths;
    }

    [Safe]
    public static List<int> QueryToList(string[] words) =>
        words.AsParallel().Where(w => w.Length > 3).Select(w => w.Length).ToList();

    [Racy("index")]
    public static string[] QueryNumbersLines(string[] words)
    {
        int index = 0;
        return words.AsParallel().AsOrdered().Select(w => $"{index++}: {w}").ToArray();
    }

    [Safe]
    public static string[] QueryNumbersLinesSequentially(string[] words)
    {
        int index = 0;
        return words.AsParallel().AsOrdered().Select(w => w.ToUpperInvariant()).AsSequential().Select(w => $"{index++}: {w}").ToArray();
    }

    [Safe]
    public static int QueryAggregate(int[] numbers) =>
        numbers.AsParallel().Aggregate(() => 0, (sum, n) => sum + n, (a, b) => a + b, sum => sum);

    [Racy("seen")]
    public static string[] QueryDistinctByHand(string[] words)
    {
        var seen = new HashSet<string>();
        return words.AsParallel().Where(w => seen.Add(w)).ToArray();
    }

    [Safe]
    public static int QuerySharedReadOnlySet(string[] words, IEnumerable<string> stop)
    {
        var stopWords = new HashSet<string>(stop);
        return words.AsParallel().Count(w => !stopWords.Contains(w));
    }

    [Racy("acc")]
    public static List<int> QueryAggregateSharedSeed(int[] numbers)
    {
        var acc = new List<int>();
        return numbers.AsParallel().Aggregate(
            () => acc,
            (list, n) =>
            {
                list.Add(n);
                return list;
            },
            (a, b) => a,
            list => list);
    }

    [Racy("ticks")]
    public static int TimerTicks()
    {
        int ticks = 0;
        using var timer = new Timer(_ => ticks++, null, 0, 10);
        Thread.Sleep(200);
        return ticks;
    }

    [Safe]
    public static int TimerTicksAtomic()
    {
        int ticks = 0;
        using var timer = new Timer(_ => Interlocked.Increment(ref ticks), null, 0, 10);
        Thread.Sleep(200);
        return Volatile.Read(ref ticks);
    }

    [Racy("done")]
    public static void StopFlagPlain()
    {
        bool done = false;
        var worker = new Thread(() =>
        {
            while (!done)
            {
                Thread.Sleep(1);
            }
        });
        worker.Start();
        Thread.Sleep(100);
        done = true;
        worker.Join();
    }

    [Safe]
    public static void StopByToken()
    {
        using var source = new CancellationTokenSource();
        CancellationToken token = source.Token;
        var worker = new Thread(() =>
        {
            while (!token.IsCancellationRequested)
            {
                Thread.Sleep(1);
            }
        });
        worker.Start();
        Thread.Sleep(100);
        source.Cancel();
        worker.Join();
    }

    [Safe]
    public static string CompletionSourceHandsOver()
    {
        var source = new TaskCompletionSource<string>();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            var text = new StringBuilder("a");
            text.Append('b');
            source.SetResult(text.ToString());
        });
        return source.Task.Result;
    }

    [Racy("text")]
    public static string BuilderWithoutHandover()
    {
        var text = new StringBuilder("a");
        ThreadPool.QueueUserWorkItem(_ => text.Append('b'));
        return text.ToString();
    }

    [Safe]
    public static Dictionary<string, int> WordCountsOrdered(string[] lines)
    {
        var perLine = new Dictionary<string, int>[lines.Length];
        Parallel.For(0, lines.Length, i =>
        {
            var counts = new Dictionary<string, int>();
            foreach (string word in lines[i].Split(' '))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            perLine[i] = counts;
        });
        var total = new Dictionary<string, int>();
        foreach (Dictionary<string, int> counts in perLine)
        {
            foreach ((string word, int count) in counts)
            {
                total[word] = total.GetValueOrDefault(word) + count;
            }
        }

        return total;
    }

    [Racy("total")]
    public static Dictionary<string, int> WordCountsMergedAtOnce(string[] lines)
    {
        var total = new Dictionary<string, int>();
        Parallel.For(0, lines.Length, i =>
        {
            foreach (IGrouping<string, string> group in lines[i].Split(' ').GroupBy(w => w))
            {
                total[group.Key] = total.GetValueOrDefault(group.Key) + group.Count();
            }
        });
        return total;
    }

    [Racy("last")]
    public static async Task<string> ProgressText(int n)
    {
        string last = "";
        Task worker = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
            {
                last = $"step {i}";
            }
        });
        while (!worker.IsCompleted)
        {
            Console.WriteLine(last);
            await Task.Delay(50);
        }

        return last;
    }

    [Safe]
    public static async Task<string> ProgressTextAfter(int n)
    {
        string last = "";
        Task worker = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
            {
                last = $"step {i}";
            }
        });
        while (!worker.IsCompleted)
        {
            Console.WriteLine("working");
            await Task.Delay(50);
        }

        await worker;
        return last;
    }

    [Racy("enumerator")]
    public static int SharedEnumerator(List<int> items)
    {
        IEnumerator<int> enumerator = items.GetEnumerator();
        int sum = 0;
        Parallel.For(0, 4, _ =>
        {
            while (enumerator.MoveNext())
            {
                Interlocked.Add(ref sum, enumerator.Current);
            }
        });
        return sum;
    }

    [Safe]
    public static async Task<int> AsyncLocalDepth(int n)
    {
        var depth = new AsyncLocal<int>();
        int[] result = new int[n];
        await Task.WhenAll(Enumerable.Range(0, n).Select(i => Task.Run(async () =>
        {
            depth.Value = i;
            await Task.Yield();
            result[i] = depth.Value;
        })));
        return result.Max();
    }

    [Racy("holder", "Depth")]
    public static async Task<int> AsyncLocalOfOneHolder(int n)
    {
        var holder = new Holder();
        var ambient = new AsyncLocal<Holder> { Value = holder };
        await Task.WhenAll(Enumerable.Range(0, n).Select(i => Task.Run(() =>
        {
            ambient.Value!.Depth = i;
        })));
        return holder.Depth;
    }

    private sealed class Holder
    {
        public int Depth { get; set; }
    }
}
