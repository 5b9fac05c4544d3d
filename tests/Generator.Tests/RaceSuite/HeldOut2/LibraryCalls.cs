using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>What the framework's methods read and write: copies, fills, sorts, builders, buffers.</summary>
internal static class LibraryCalls
{
    [Safe]
    public static void SortsItsChunk(int[] data, int chunk)
    {
        Parallel.For(0, data.Length / chunk, c => Array.Sort(data, c * chunk, chunk));
    }

    [Racy("data")]
    public static void SortsItsChunkAndOneMore(int[] data, int chunk)
    {
        Parallel.For(0, data.Length / chunk - 1, c => Array.Sort(data, c * chunk, chunk + 1));
    }

    [Safe]
    public static void FillsItsRow(int[] data, int width)
    {
        Parallel.For(0, data.Length / width, row => Array.Fill(data, row, row * width, width));
    }

    [Racy("data")]
    public static void FillsWithSpanOverTheEnd(int[] data, int width)
    {
        Parallel.For(0, data.Length / width - 1, row => data.AsSpan(row * width, 2 * width).Fill(row));
    }

    [Racy("data")]
    public static void ReversesEverythingInEveryIteration(int[] data)
    {
        Parallel.For(0, 4, _ => Array.Reverse(data));
    }

    [Safe]
    public static void ReversesItsRow(int[][] source)
    {
        int[][] rows = source.Select(r => r.ToArray()).ToArray();
        Parallel.For(0, rows.Length, r => Array.Reverse(rows[r]));
    }

    [Safe]
    public static byte[] CopiesBlocks(byte[] source, int size)
    {
        byte[] target = new byte[source.Length];
        Parallel.For(0, source.Length / size, b => Buffer.BlockCopy(source, b * size, target, b * size, size));
        return target;
    }

    [Racy("target")]
    public static byte[] CopiesBlocksToTheFront(byte[] source, int size)
    {
        byte[] target = new byte[source.Length];
        Parallel.For(0, source.Length / size, b => Buffer.BlockCopy(source, b * size, target, 0, size));
        return target;
    }

    [Racy("list")]
    public static List<int> ListAdds(int n)
    {
        List<int> list = new(n);
        Parallel.For(0, n, i => list.Add(i));
        return list;
    }

    [Safe]
    public static List<int> ListSets(int n)
    {
        List<int> list = Enumerable.Repeat(0, n).ToList();
        int[] buffer = new int[n];
        Parallel.For(0, n, i => buffer[i] = list[i] + i);
        return buffer.ToList();
    }

    [Racy("list")]
    public static void ListReadsWhileAnotherInserts(List<int> list)
    {
        Parallel.Invoke(
            () => list.Insert(0, 1),
            () => Console.WriteLine(list.Count));
    }

    [Safe]
    public static void ListReadsTwice(List<int> list)
    {
        Parallel.Invoke(
            () => Console.WriteLine(list.IndexOf(3)),
            () => Console.WriteLine(list.Count));
    }

    [Safe]
    public static void ListOfListsEachItsOwn(int n)
    {
        var lists = new List<List<int>>();
        for (int i = 0; i < n; i++)
        {
            lists.Add(new List<int>());
        }

        Parallel.For(0, n, i =>
        {
            lists[i].Add(i);
            lists[i].Add(i + 1);
        });
    }

    [Racy("lists")]
    public static void ListOfListsByRemainder(int n)
    {
        var lists = new List<List<int>>();
        for (int i = 0; i < 4; i++)
        {
            lists.Add(new List<int>());
        }

        Parallel.For(0, n, i => lists[i % 4].Add(i));
    }

    [Racy("stack")]
    public static int WorkStackShared(int n)
    {
        var stack = new Stack<int>(Enumerable.Range(0, n));
        int done = 0;
        Parallel.For(0, 4, _ =>
        {
            while (stack.TryPop(out int item))
            {
                Interlocked.Add(ref done, item);
            }
        });
        return done;
    }

    [Safe]
    public static int WorkStackConcurrent(int n)
    {
        var stack = new ConcurrentStack<int>(Enumerable.Range(0, n));
        int done = 0;
        Parallel.For(0, 4, _ =>
        {
            while (stack.TryPop(out int item))
            {
                Interlocked.Add(ref done, item);
            }
        });
        return done;
    }

    [Racy("heap")]
    public static void PriorityQueueShared(int[] costs)
    {
        var heap = new PriorityQueue<int, int>();
        Parallel.For(0, costs.Length, i => heap.Enqueue(i, costs[i]));
        Console.WriteLine(heap.Count);
    }

    [Racy("writer")]
    public static string WriterShared(string[] lines)
    {
        var writer = new StringWriter();
        Parallel.ForEach(lines, line => writer.WriteLine(line));
        return writer.ToString();
    }

    [Safe]
    public static string WriterSynchronized(string[] lines)
    {
        var inner = new StringWriter();
        TextWriter writer = TextWriter.Synchronized(inner);
        Parallel.ForEach(lines, line => writer.WriteLine(line));
        return inner.ToString();
    }

    [Racy("stream")]
    public static byte[] StreamShared(byte[][] parts)
    {
        var stream = new MemoryStream();
        Parallel.ForEach(parts, part => stream.Write(part, 0, part.Length));
        return stream.ToArray();
    }

    [Safe]
    public static byte[][] StreamEach(byte[][] parts)
    {
        byte[][] written = new byte[parts.Length][];
        Parallel.For(0, parts.Length, i =>
        {
            using var stream = new MemoryStream();
            stream.Write(parts[i], 0, parts[i].Length);
            written[i] = stream.ToArray();
        });
        return written;
    }

    [Racy("bits")]
    public static System.Collections.BitArray BitArrayShared(int n)
    {
        var bits = new System.Collections.BitArray(n);
        Parallel.For(0, n, i => bits[i] = i % 3 == 0);
        return bits;
    }

    [Safe]
    public static bool[] BoolArrayShared(int n)
    {
        var bits = new bool[n];
        Parallel.For(0, n, i => bits[i] = i % 3 == 0);
        return bits;
    }

    [Safe]
    public static string[] FormatsWithSharedCulture(double[] values)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        string[] text = new string[values.Length];
        Parallel.For(0, values.Length, i => text[i] = values[i].ToString("F3", culture));
        return text;
    }

    [Safe]
    public static int RegexShared(string[] lines)
    {
        var pattern = new System.Text.RegularExpressions.Regex(@"\d+");
        int matches = 0;
        Parallel.ForEach(lines, line => Interlocked.Add(ref matches, pattern.Matches(line).Count));
        return matches;
    }

    [Racy("text")]
    public static string StringConcatenated(string[] lines)
    {
        string text = "";
        Parallel.ForEach(lines, line => text += line);
        return text;
    }

    [Safe]
    public static int[] ChunkedByEnumerable(int[] values)
    {
        int[] sums = new int[(values.Length + 99) / 100];
        Parallel.ForEach(values.Chunk(100).Select((chunk, index) => (chunk, index)), pair =>
        {
            sums[pair.index] = pair.chunk.Sum();
        });
        return sums;
    }

    [Racy("sums")]
    public static int[] ChunkedByEnumerableIntoOne(int[] values)
    {
        int[] sums = new int[(values.Length + 99) / 100];
        Parallel.ForEach(values.Chunk(100).Select((chunk, index) => (chunk, index)), pair =>
        {
            sums[0] += pair.chunk.Sum() + pair.index;
        });
        return sums;
    }

    [Racy("count")]
    public static int DictionaryEntryByReference(string[] words)
    {
        var count = new Dictionary<string, int>();
        Parallel.ForEach(words, word => CollectionsMarshal.GetValueRefOrAddDefault(count, word, out _)++);
        return count.Count;
    }

    [Racy("scores")]
    public static void DictionaryValuesReplaced(Dictionary<string, int> scores)
    {
        Parallel.ForEach(scores.Keys.ToArray(), key => scores[key] = key.Length);
    }

    [Safe]
    public static int DictionaryLookups(Dictionary<string, int> scores, string[] keys)
    {
        int total = 0;
        Parallel.ForEach(keys, key =>
        {
            if (scores.TryGetValue(key, out int score))
            {
                Interlocked.Add(ref total, score);
            }
        });
        return total;
    }

    [Safe]
    public static void ParallelSort(int[] a, int[] b)
    {
        int[] first = (int[])a.Clone(), second = (int[])b.Clone();
        Parallel.Invoke(() => Array.Sort(first), () => Array.Sort(second));
    }

    [Racy("first")]
    public static int SortAndSum(int[] a)
    {
        int[] first = (int[])a.Clone();
        int sum = 0;
        Parallel.Invoke(() => Array.Sort(first), () => sum = first.Sum());
        return sum;
    }
}
