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

/// <summary>Queries, timers, flags, words counted in parallel.</summary>
internal static class QueriesAndTimers
{
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

    [Racy("acc", "list")]
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
