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

/// <summary>Concurrent containers, and containers that are not.</summary>
internal sealed class Containers
{
    private readonly ConcurrentDictionary<string, List<int>> _index = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<int>> _postings = new();
    private readonly Queue<string> _inbox = new();
    private readonly ConcurrentQueue<string> _outbox = new();

    [Safe]
    public static ConcurrentDictionary<string, int> CountWords(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => counts.AddOrUpdate(word, 1, (_, n) => n + 1));
        return counts;
    }

    [Racy("counts")]
    public static ConcurrentDictionary<string, int> CountWordsByIndexer(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            counts.TryAdd(word, 0);
            counts[word]++;
        });
        return counts;
    }

    [Racy("counts")]
    public static ConcurrentDictionary<string, int> CountWordsByTryGet(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            if (counts.TryGetValue(word, out int n))
            {
                counts[word] = n + 1;
            }
            else
            {
                counts[word] = 1;
            }
        });
        return counts;
    }

    [Safe]
    public static ConcurrentDictionary<string, int> CountWordsByTryUpdate(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            while (true)
            {
                int n = counts.GetOrAdd(word, 0);
                if (counts.TryUpdate(word, n + 1, n))
                {
                    return;
                }
            }
        });
        return counts;
    }

    [Racy("_index", "Add", "GetOrAdd")]
    public void IndexWords(string[] words) => Parallel.For(0, words.Length, i =>
        _index.GetOrAdd(words[i], _ => new List<int>()).Add(i));

    [Safe]
    public void PostWords(string[] words) => Parallel.For(0, words.Length, i =>
        _postings.GetOrAdd(words[i], _ => new ConcurrentBag<int>()).Add(i));

    [Safe]
    public static ConcurrentDictionary<string, List<int>> IndexWordsUnderListLock(string[] words)
    {
        var index = new ConcurrentDictionary<string, List<int>>();
        Parallel.For(0, words.Length, i =>
        {
            List<int> places = index.GetOrAdd(words[i], _ => []);
            lock (places)
            {
                places.Add(i);
            }
        });
        return index;
    }

    [Racy("places", "index")]
    public static ConcurrentDictionary<string, List<int>> IndexWordsUnderOwnLock(string[] words)
    {
        var index = new ConcurrentDictionary<string, List<int>>();
        Parallel.For(0, words.Length, i =>
        {
            List<int> places = index.GetOrAdd(words[i], _ => []);
            lock (words[i])
            {
                places.Add(i);
            }
        });
        return index;
    }

    [Racy("bag")]
    public static List<int> SquaresToList(int n)
    {
        var bag = new List<int>();
        Parallel.For(0, n, i => bag.Add(i * i));
        return bag;
    }

    [Safe]
    public static ConcurrentBag<int> SquaresToBag(int n)
    {
        var bag = new ConcurrentBag<int>();
        Parallel.For(0, n, i => bag.Add(i * i));
        return bag;
    }

    [Safe]
    public static List<int> SquaresToListBySlots(int n)
    {
        var list = new List<int>(new int[n]);
        int[] slots = new int[n];
        Parallel.For(0, n, i => slots[i] = i * i);
        list.AddRange(slots);
        return list;
    }

    [Racy("_inbox")]
    public void Drain(int workers) => Parallel.For(0, workers, _ =>
    {
        while (_inbox.Count > 0)
        {
            Console.WriteLine(_inbox.Dequeue());
        }
    });

    [Safe]
    public void DrainConcurrent(int workers) => Parallel.For(0, workers, _ =>
    {
        while (_outbox.TryDequeue(out string? message))
        {
            Console.WriteLine(message);
        }
    });

    [Racy("seen")]
    public static int Distinct(int[] values)
    {
        var seen = new HashSet<int>();
        int distinct = 0;
        Parallel.ForEach(values, v =>
        {
            if (seen.Add(v))
            {
                Interlocked.Increment(ref distinct);
            }
        });
        return distinct;
    }

    [Safe]
    public static int DistinctByDictionary(int[] values)
    {
        var seen = new ConcurrentDictionary<int, byte>();
        int distinct = 0;
        Parallel.ForEach(values, v =>
        {
            if (seen.TryAdd(v, 0))
            {
                Interlocked.Increment(ref distinct);
            }
        });
        return distinct;
    }

    [Safe]
    public static int LookUpOnly(int[] values)
    {
        var known = new HashSet<int> { 2, 3, 5, 7 };
        int hits = 0;
        Parallel.ForEach(values, v =>
        {
            if (known.Contains(v))
            {
                Interlocked.Increment(ref hits);
            }
        });
        return hits;
    }

    [Racy("text")]
    public static string Concatenate(string[] words)
    {
        var text = new StringBuilder();
        Parallel.ForEach(words, word => text.Append(word).Append(' '));
        return text.ToString();
    }

    [Safe]
    public static string ConcatenateOrdered(string[] words)
    {
        string[] upper = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            var text = new StringBuilder();
            text.Append(words[i]).Append(' ');
            upper[i] = text.ToString();
        });
        return string.Concat(upper);
    }

    [Racy("list")]
    public static void SortSharedListInTasks(List<int> list) => Parallel.Invoke(
        () => list.Sort(),
        () => list.Reverse());

    [Safe]
    public static (int, int) SumAndCountOfSharedList(List<int> list)
    {
        int sum = 0, positive = 0;
        Parallel.Invoke(
            () => sum = list.Sum(),
            () => positive = list.Count(x => x > 0));
        return (sum, positive);
    }

    [Safe]
    public static List<int> DoubleListElements(List<int> list)
    {
        int[] array = list.ToArray();
        Parallel.For(0, array.Length, i => array[i] *= 2);
        return [.. array];
    }

    [Racy("grid")]
    public static void FillDictionaryOfRows(int n)
    {
        var grid = new Dictionary<int, int[]>();
        Parallel.For(0, n, i => grid[i] = new int[n]);
        Console.WriteLine(grid.Count);
    }

    [Safe]
    public static void FillRowsOfDictionary(int n)
    {
        var grid = new Dictionary<int, int[]>();
        for (int i = 0; i < n; i++)
        {
            grid[i] = new int[n];
        }
        Parallel.For(0, n, i => grid[i][0] = i);
        Console.WriteLine(grid.Count);
    }

    [Racy("cursor")]
    public static int SharedEnumerator(IEnumerable<int> source, int workers)
    {
        IEnumerator<int> cursor = source.GetEnumerator();
        int sum = 0;
        Parallel.For(0, workers, _ =>
        {
            while (cursor.MoveNext())
            {
                Interlocked.Add(ref sum, cursor.Current);
            }
        });
        return sum;
    }

    [Safe]
    public static int EnumeratorEach(int[] source, int workers)
    {
        int sum = 0;
        Parallel.For(0, workers, _ =>
        {
            foreach (int value in source)
            {
                Interlocked.Add(ref sum, value);
            }
        });
        return sum;
    }

    [Racy("pending")]
    public static void ProducerAndConsumerOfList()
    {
        var pending = new List<int>();
        Task producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                pending.Add(i);
            }
        });
        Task consumer = Task.Run(() =>
        {
            for (int i = 0; i < pending.Count; i++)
            {
                Console.WriteLine(pending[i]);
            }
        });
        Task.WaitAll(producer, consumer);
    }

    [Safe]
    public static void ProducerAndConsumerOfCollection()
    {
        using var pending = new BlockingCollection<int>();
        Task producer = Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                pending.Add(i);
            }
            pending.CompleteAdding();
        });
        Task consumer = Task.Run(() =>
        {
            foreach (int item in pending.GetConsumingEnumerable())
            {
                Console.WriteLine(item);
            }
        });
        Task.WaitAll(producer, consumer);
    }

    [Safe]
    public static ConcurrentDictionary<int, int> CheckThenAddHarmless(int[] keys)
    {
        var table = new ConcurrentDictionary<int, int>();
        Parallel.ForEach(keys, key =>
        {
            if (!table.ContainsKey(key))
            {
                table.TryAdd(key, key * key);
            }
        });
        return table;
    }

    [Racy("stack")]
    public static int PopIfAny(int[] items, int workers)
    {
        var stack = new Stack<int>(items);
        int total = 0;
        Parallel.For(0, workers, _ =>
        {
            if (stack.TryPop(out int item))
            {
                Interlocked.Add(ref total, item);
            }
        });
        return total;
    }

    [Safe]
    public static int PopIfAnyConcurrent(int[] items, int workers)
    {
        var stack = new ConcurrentStack<int>(items);
        int total = 0;
        Parallel.For(0, workers, _ =>
        {
            if (stack.TryPop(out int item))
            {
                Interlocked.Add(ref total, item);
            }
        });
        return total;
    }
}
