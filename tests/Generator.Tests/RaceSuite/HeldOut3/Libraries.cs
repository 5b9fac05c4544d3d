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

/// <summary>Objects of the framework that may or may not be shared, and graphs of objects.</summary>
internal sealed class Libraries
{
    private static readonly System.Text.RegularExpressions.Regex s_digits = new("[0-9]+");
    private static readonly System.Security.Cryptography.SHA256 s_hash = System.Security.Cryptography.SHA256.Create();
    private static readonly StringBuilder s_text = new();

    [Racy("writer")]
    public static void WriterShared(string path, string[] lines)
    {
        using var writer = new System.IO.StreamWriter(path);
        Parallel.ForEach(lines, line => writer.WriteLine(line));
    }

    [Safe]
    public static void WriterSynchronized(string path, string[] lines)
    {
        using System.IO.TextWriter writer = System.IO.TextWriter.Synchronized(new System.IO.StreamWriter(path));
        Parallel.ForEach(lines, line => writer.WriteLine(line));
    }

    [Safe]
    public static void WriterEach(string[] paths) => Parallel.ForEach(paths, path =>
    {
        using var writer = new System.IO.StreamWriter(path);
        writer.WriteLine(path);
    });

    [Racy("stream")]
    public static byte[] StreamShared(byte[][] parts)
    {
        var stream = new System.IO.MemoryStream();
        Parallel.ForEach(parts, part => stream.Write(part, 0, part.Length));
        return stream.ToArray();
    }

    [Safe]
    public static byte[] StreamUnderLock(byte[][] parts)
    {
        var stream = new System.IO.MemoryStream();
        Parallel.ForEach(parts, part =>
        {
            lock (stream)
            {
                stream.Write(part, 0, part.Length);
            }
        });
        return stream.ToArray();
    }

    [Safe]
    public static int RegexShared(string[] lines)
    {
        int matches = 0;
        Parallel.ForEach(lines, line => Interlocked.Add(ref matches, s_digits.Count(line)));
        return matches;
    }

    [Racy("s_hash")]
    public static byte[][] HashShared(byte[][] parts)
    {
        byte[][] hashes = new byte[parts.Length][];
        Parallel.For(0, parts.Length, i => hashes[i] = s_hash.ComputeHash(parts[i]));
        return hashes;
    }

    [Safe]
    public static byte[][] HashStatic(byte[][] parts)
    {
        byte[][] hashes = new byte[parts.Length][];
        Parallel.For(0, parts.Length, i => hashes[i] = System.Security.Cryptography.SHA256.HashData(parts[i]));
        return hashes;
    }

    [Racy("bits")]
    public static System.Collections.BitArray BitsShared(int[] values)
    {
        var bits = new System.Collections.BitArray(values.Length);
        Parallel.For(0, values.Length, i => bits[i] = values[i] > 0);
        return bits;
    }

    [Safe]
    public static bool[] BoolsShared(int[] values)
    {
        bool[] bits = new bool[values.Length];
        Parallel.For(0, values.Length, i => bits[i] = values[i] > 0);
        return bits;
    }

    [Racy("queue")]
    public static int PriorityShared(int[] values)
    {
        var queue = new PriorityQueue<int, int>();
        Parallel.ForEach(values, v => queue.Enqueue(v, -v));
        return queue.Count;
    }

    [Racy("sorted")]
    public static SortedDictionary<int, int> SortedShared(int[] values)
    {
        var sorted = new SortedDictionary<int, int>();
        Parallel.ForEach(values, v => sorted[v] = v);
        return sorted;
    }

    [Safe]
    public static SortedDictionary<int, int> SortedAfterwards(int[] values)
    {
        var unsorted = new ConcurrentDictionary<int, int>();
        Parallel.ForEach(values, v => unsorted[v] = v);
        return new SortedDictionary<int, int>(unsorted);
    }

    [Racy("builder")]
    public static ImmutableArray<int> ImmutableBuilderShared(int[] values)
    {
        ImmutableArray<int>.Builder builder = ImmutableArray.CreateBuilder<int>();
        Parallel.ForEach(values, v => builder.Add(v));
        return builder.ToImmutable();
    }

    [Safe]
    public static int ImmutableRead(ImmutableArray<int> values)
    {
        int sum = 0;
        Parallel.For(0, values.Length, i => Interlocked.Add(ref sum, values[i]));
        return sum;
    }

    [Racy("s_text")]
    public static string[] StaticScratch(int[] values)
    {
        string[] texts = new string[values.Length];
        Parallel.For(0, values.Length, i => texts[i] = Format(values[i]));
        return texts;
    }

    [Safe]
    public static string[] OwnScratch(int[] values)
    {
        string[] texts = new string[values.Length];
        Parallel.For(0, values.Length, i => texts[i] = FormatFresh(values[i]));
        return texts;
    }

    [Racy("message")]
    public static string AppendedString(string[] words)
    {
        string message = "";
        Parallel.ForEach(words, word => message += word);
        return message;
    }

    [Racy("scores")]
    public static void DictionaryOfExistingKeys(Dictionary<string, int> scores)
    {
        string[] keys = [.. scores.Keys];
        Parallel.ForEach(keys, key => scores[key]++);
    }

    [Safe]
    public static Dictionary<string, int> DictionaryRebuilt(Dictionary<string, int> scores)
    {
        KeyValuePair<string, int>[] pairs = [.. scores];
        Parallel.For(0, pairs.Length, i => pairs[i] = new(pairs[i].Key, pairs[i].Value + 1));
        return new Dictionary<string, int>(pairs);
    }

    [Racy("list")]
    public static void RemoveWhileOthersIterate(List<int> list) => Parallel.Invoke(
        () => list.RemoveAll(v => v < 0),
        () => { foreach (int v in list) Console.WriteLine(v); });

    [Safe]
    public static void CountWhileOthersIterate(List<int> list) => Parallel.Invoke(
        () => Console.WriteLine(list.Count(v => v < 0)),
        () => { foreach (int v in list) Console.WriteLine(v); });

    [Safe]
    public static void SpanOfList(List<int> list) => Parallel.For(0, list.Count, i => CollectionsMarshal.AsSpan(list)[i] *= 2);

    [Racy("list")]
    public static void SpanOfListShifted(List<int> list) => Parallel.For(0, list.Count - 1, i =>
    {
        Span<int> span = CollectionsMarshal.AsSpan(list);
        span[i] = span[i + 1];
    });

    [Racy("nodes", "Value", "Next")]
    public static void NextNodes(int n)
    {
        var nodes = new Node[n];
        for (int i = 0; i < n; i++)
        {
            nodes[i] = new Node();
        }
        for (int i = 0; i + 1 < n; i++)
        {
            nodes[i].Next = nodes[i + 1];
        }
        Parallel.ForEach(nodes, node =>
        {
            node.Value = 1;
            if (node.Next != null)
            {
                node.Next.Value = 2;
            }
        });
    }

    [Safe]
    public static void OwnNodes(int n)
    {
        var nodes = new Node[n];
        for (int i = 0; i < n; i++)
        {
            nodes[i] = new Node();
        }
        Parallel.ForEach(nodes, node =>
        {
            node.Value = 1;
            node.Next = null;
        });
    }

    [Racy("parent", "Total")]
    public static void ChildrenOfOneParent(int n)
    {
        var parent = new Parent();
        var children = Enumerable.Range(0, n).Select(_ => new Child(parent)).ToArray();
        Parallel.ForEach(children, child => child.Parent.Total += 1);
    }

    [Safe]
    public static void ChildrenOfTheirParents(int n)
    {
        var children = Enumerable.Range(0, n).Select(_ => new Child(new Parent())).ToArray();
        Parallel.ForEach(children, child => child.Parent.Total += 1);
    }

    [Safe]
    public static void ChildrenThemselves(int n)
    {
        var parent = new Parent();
        var children = Enumerable.Range(0, n).Select(_ => new Child(parent)).ToArray();
        Parallel.ForEach(children, child => child.Age += child.Parent.Total);
    }

    [Racy("s_hash")]
    public static async Task<byte[][]> HashInTasks(string[] texts)
    {
        return await Task.WhenAll(texts.Select(text => Task.Run(() => s_hash.ComputeHash(Encoding.UTF8.GetBytes(text)))));
    }

    [Safe]
    public static double[] RandomBySeed(int n, int seed)
    {
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = Draw(new Random(seed ^ i)));
        return draws;
    }

    [Racy("random")]
    public static double[] RandomHandedOn(int n, Random random)
    {
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = Draw(random));
        return draws;
    }

    [Safe]
    public static int StackallocEach(int[] values)
    {
        int total = 0;
        Parallel.For(0, values.Length, i =>
        {
            Span<int> scratch = stackalloc int[4];
            scratch.Fill(values[i]);
            scratch[1]++;
            Interlocked.Add(ref total, scratch[0] + scratch[1]);
        });
        return total;
    }

    [Racy("cache", "Entries")]
    public static int CacheHandedToWorkers(int n)
    {
        var cache = new Cache();
        var workers = Enumerable.Range(0, n).Select(i => new Worker(cache, i)).ToArray();
        Parallel.ForEach(workers, worker => worker.Run());
        return cache.Entries.Count;
    }

    [Safe]
    public static int CacheOfEachWorker(int n)
    {
        var workers = Enumerable.Range(0, n).Select(i => new Worker(new Cache(), i)).ToArray();
        Parallel.ForEach(workers, worker => worker.Run());
        return workers.Length;
    }

    private static string Format(int value)
    {
        s_text.Clear();
        s_text.Append(value).Append('!');
        return s_text.ToString();
    }

    private static string FormatFresh(int value)
    {
        var text = new StringBuilder();
        text.Append(value).Append('!');
        return text.ToString();
    }

    private static double Draw(Random random) => random.NextDouble() + random.NextDouble();

    internal sealed class Node
    {
        public int Value;
        public Node? Next;
    }

    internal sealed class Parent
    {
        public int Total;
    }

    internal sealed class Child(Parent parent)
    {
        public Parent Parent { get; } = parent;

        public int Age;
    }

    internal sealed class Cache
    {
        public Dictionary<int, int> Entries { get; } = new();
    }

    internal sealed class Worker(Cache cache, int id)
    {
        public void Run() => cache.Entries[id] = id * id;
    }
}
