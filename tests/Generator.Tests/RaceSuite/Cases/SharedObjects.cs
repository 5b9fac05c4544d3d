using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Objects of the framework other than collections: random numbers, builders, writers, hashes, lazies, channels.</summary>
internal static class SharedObjects
{
    private static readonly Random s_random = new(1);
    private static readonly ThreadLocal<Random> s_randoms = new(() => new Random(Environment.CurrentManagedThreadId));
    private static readonly Regex s_number = new("[0-9]+");

    [Racy("random")]
    public static double[] RandomOutside(int n)
    {
        var random = new Random(42);
        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = random.NextDouble());
        return r;
    }

    [Safe]
    public static double[] RandomInside(int n)
    {
        double[] r = new double[n];
        Parallel.For(0, n, i =>
        {
            var random = new Random(i);
            r[i] = random.NextDouble();
        });
        return r;
    }

    [Safe]
    public static double[] RandomShared(int n)
    {
        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = Random.Shared.NextDouble());
        return r;
    }

    [Racy("s_random")]
    public static double[] RandomStatic(int n)
    {
        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = s_random.NextDouble());
        return r;
    }

    [Safe]
    public static double[] RandomThreadLocal(int n)
    {
        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = s_randoms.Value!.NextDouble());
        return r;
    }

    // One object of each thread, taken by one thread for all.
    [Racy("random")]
    public static double[] RandomOfTheCaller(int n)
    {
        Random random = s_randoms.Value!;
        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = random.NextDouble());
        return r;
    }

    [Racy("text")]
    public static string BuilderOutside(string[] words)
    {
        var text = new StringBuilder();
        Parallel.ForEach(words, word => text.Append(word).Append(' '));
        return text.ToString();
    }

    [Safe]
    public static string[] BuilderInside(string[] words)
    {
        string[] r = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            var text = new StringBuilder();
            text.Append(words[i]).Append(' ');
            r[i] = text.ToString();
        });
        return r;
    }

    [Racy("writer")]
    public static void WriterOutside(string[] words, string path)
    {
        using var writer = new StreamWriter(path);
        Parallel.ForEach(words, word => writer.WriteLine(word));
    }

    [Safe]
    public static void WriterSynchronized(string[] words, string path)
    {
        using var file = new StreamWriter(path);
        TextWriter writer = TextWriter.Synchronized(file);
        Parallel.ForEach(words, word => writer.WriteLine(word));
    }

    [Safe]
    public static void ConsoleIsSynchronized(string[] words) => Parallel.ForEach(words, word => Console.WriteLine(word));

    // Position and buffer are the stream's.
    [Racy("stream")]
    public static void StreamOutside(FileStream stream, byte[][] blocks)
    {
        Parallel.For(0, blocks.Length, i => stream.ReadExactly(blocks[i], 0, blocks[i].Length));
    }

    [Safe]
    public static void StreamInside(string[] paths, byte[][] blocks)
    {
        Parallel.For(0, blocks.Length, i =>
        {
            using FileStream stream = File.OpenRead(paths[i]);
            stream.ReadExactly(blocks[i], 0, blocks[i].Length);
        });
    }

    [Racy("sha")]
    public static byte[][] HashOutside(byte[][] blocks)
    {
        using SHA256 sha = SHA256.Create();
        byte[][] r = new byte[blocks.Length][];
        Parallel.For(0, r.Length, i => r[i] = sha.ComputeHash(blocks[i]));
        return r;
    }

    [Safe]
    public static byte[][] HashStatic(byte[][] blocks)
    {
        byte[][] r = new byte[blocks.Length][];
        Parallel.For(0, r.Length, i => r[i] = SHA256.HashData(blocks[i]));
        return r;
    }

    // A Regex is immutable.
    [Safe]
    public static bool[] RegexShared(string[] words)
    {
        bool[] r = new bool[words.Length];
        Parallel.For(0, r.Length, i => r[i] = s_number.IsMatch(words[i]));
        return r;
    }

    [Safe]
    public static int[] LazyShared(int n)
    {
        var table = new Lazy<int[]>(() => Enumerable.Range(0, 100).ToArray());
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = table.Value[i % 100]);
        return r;
    }

    // A Lazy that was told not to care.
    [Racy("table")]
    public static int[] LazyNotThreadSafe(int n)
    {
        var table = new Lazy<int[]>(() => Enumerable.Range(0, 100).ToArray(), isThreadSafe: false);
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = table.Value[i % 100]);
        return r;
    }

    [Safe]
    public static int ChannelWriter(int n)
    {
        Channel<int> channel = Channel.CreateUnbounded<int>();
        Parallel.For(0, n, i => channel.Writer.TryWrite(i));
        return channel.Reader.Count;
    }

    [Safe]
    public static int BlockingCollectionAdd(int n)
    {
        using var results = new BlockingCollection<int>();
        Parallel.For(0, n, i => results.Add(i));
        return results.Count;
    }

    // LINQ over a shared list only reads it.
    [Safe]
    public static int[] LinqInside(List<int> values, int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = values.Where(v => v > i).Sum());
        return r;
    }

    // Shuffled by all at once.
    [Racy("deck")]
    public static void ShuffleShared(int[] deck, int n) => Parallel.For(0, n, i => Random.Shared.Shuffle(deck));

    [Racy("values")]
    public static int[] ListSortedByAll(List<int> values, int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            values.Sort();
            r[i] = values[0];
        });
        return r;
    }

    // One enumerator, moved by all.
    [Racy("walker")]
    public static int[] SharedEnumerator(IEnumerable<int> source, int n)
    {
        using IEnumerator<int> walker = source.GetEnumerator();
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            if (walker.MoveNext())
            {
                r[i] = walker.Current;
            }
        });
        return r;
    }

    [Safe]
    public static int[] OwnEnumerators(List<int> source, int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            foreach (int v in source)
            {
                r[i] += v;
            }
        });
        return r;
    }

    // Sorted by one while the others search it.
    [Racy("a")]
    public static int[] SortedMeanwhile(int[] a)
    {
        int[] r = new int[100];
        Parallel.For(0, r.Length, i =>
        {
            Array.Sort(a);
            r[i] = Array.BinarySearch(a, i);
        });
        return r;
    }

    [Safe]
    public static int[] SortedBefore(int[] a)
    {
        int[] r = new int[100];
        Array.Sort(a);
        Parallel.For(0, r.Length, i => r[i] = Array.BinarySearch(a, i));
        return r;
    }
}
