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

/// <summary>State of a thread, of a flow, of a partition.</summary>
internal sealed class PerThread
{
    [ThreadStatic]
    private static int[]? t_buffer;

    [ThreadStatic]
    private static int t_depth;

    private static int[]? s_buffer;
    private static readonly ThreadLocal<StringBuilder> s_builder = new(() => new StringBuilder());
    private static readonly StringBuilder s_plainBuilder = new();
    private static readonly ThreadLocal<StringBuilder> s_sharedBuilder = new(() => s_plainBuilder);
    private static readonly AsyncLocal<int> s_request = new();
    private static readonly AsyncLocal<List<string>> s_trail = new();

    [Safe]
    public static int BufferOfThread(int[] values)
    {
        int total = 0;
        Parallel.ForEach(values, v =>
        {
            int[] buffer = t_buffer ??= new int[16];
            buffer[0] = v;
            Interlocked.Add(ref total, buffer[0]);
        });
        return total;
    }

    [Racy("s_buffer", "buffer")]
    public static int BufferOfAll(int[] values)
    {
        int total = 0;
        Parallel.ForEach(values, v =>
        {
            int[] buffer = s_buffer ??= new int[16];
            buffer[0] = v;
            Interlocked.Add(ref total, buffer[0]);
        });
        return total;
    }

    [Safe]
    public static void DepthOfThread(int n) => Parallel.For(0, n, i =>
    {
        t_depth++;
        Console.WriteLine(i);
        t_depth--;
    });

    [Racy("buffer")]
    public static int BufferTakenBeforehand(int[] values)
    {
        int[] buffer = t_buffer ??= new int[16];
        int total = 0;
        Parallel.ForEach(values, v =>
        {
            buffer[0] = v;
            Interlocked.Add(ref total, buffer[0]);
        });
        return total;
    }

    [Safe]
    public static string[] FormatWithThreadLocal(int[] values)
    {
        string[] texts = new string[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            StringBuilder builder = s_builder.Value!;
            builder.Clear();
            builder.Append(values[i]).Append('%');
            texts[i] = builder.ToString();
        });
        return texts;
    }

    [Racy("builder", "s_plainBuilder", "s_sharedBuilder")]
    public static string[] FormatWithThreadLocalOfOne(int[] values)
    {
        string[] texts = new string[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            StringBuilder builder = s_sharedBuilder.Value!;
            builder.Clear();
            builder.Append(values[i]).Append('%');
            texts[i] = builder.ToString();
        });
        return texts;
    }

    [Racy("builder")]
    public static string[] FormatWithValueTakenOutside(int[] values)
    {
        string[] texts = new string[values.Length];
        StringBuilder builder = s_builder.Value!;
        Parallel.For(0, values.Length, i =>
        {
            builder.Clear();
            builder.Append(values[i]).Append('%');
            texts[i] = builder.ToString();
        });
        return texts;
    }

    [Safe]
    public static Task[] RequestNumbers(int n) => Enumerable.Range(0, n).Select(i => Task.Run(() =>
    {
        s_request.Value = i;
        Console.WriteLine(s_request.Value);
    })).ToArray();

    [Racy("s_trail", "Add", "trail")]
    public static async Task TrailSharedByChildren(string[] steps)
    {
        s_trail.Value = new List<string>();
        await Task.WhenAll(steps.Select(step => Task.Run(() => s_trail.Value!.Add(step))));
    }

    [Safe]
    public static async Task TrailOfEachChild(string[] steps)
    {
        await Task.WhenAll(steps.Select(step => Task.Run(() =>
        {
            s_trail.Value = new List<string>();
            s_trail.Value.Add(step);
        })));
    }

    [Safe]
    public static int TotalOfTracked(int[] values)
    {
        using var local = new ThreadLocal<int>(() => 0, trackAllValues: true);
        Parallel.ForEach(values, v => local.Value += v);
        return local.Values.Sum();
    }

    [Racy("box", "local")]
    public static int TotalOfSharedBox(int[] values)
    {
        var box = new StrongBox<int>();
        using var local = new ThreadLocal<StrongBox<int>>(() => box);
        Parallel.ForEach(values, v => local.Value!.Value += v);
        return box.Value;
    }

    [Safe]
    public static int TotalOfOwnBoxes(int[] values)
    {
        using var local = new ThreadLocal<StrongBox<int>>(() => new StrongBox<int>(), true);
        Parallel.ForEach(values, v => local.Value!.Value += v);
        return local.Values.Sum(one => one.Value);
    }

    [Safe]
    public static List<int> PrimesOfParts(int n)
    {
        var primes = new List<int>();
        Parallel.For(2, n, () => new List<int>(), (i, _, mine) =>
        {
            if (IsPrime(i))
            {
                mine.Add(i);
            }
            return mine;
        },
        mine => { lock (primes) primes.AddRange(mine); });
        return primes;
    }

    [Racy("primes")]
    public static List<int> PrimesOfPartsUnlocked(int n)
    {
        var primes = new List<int>();
        Parallel.For(2, n, () => new List<int>(), (i, _, mine) =>
        {
            if (IsPrime(i))
            {
                mine.Add(i);
            }
            return mine;
        },
        mine => primes.AddRange(mine));
        return primes;
    }

    [Racy("primes", "mine")]
    public static List<int> PrimesOfOnePart(int n)
    {
        var primes = new List<int>();
        Parallel.For(2, n, () => primes, (i, _, mine) =>
        {
            if (IsPrime(i))
            {
                mine.Add(i);
            }
            return mine;
        },
        mine => { });
        return primes;
    }

    [Safe]
    public static double RandomOfParts(int n)
    {
        double sum = 0;
        object gate = new();
        Parallel.For(0, n, () => (Random: new Random(), Sum: 0.0), (i, _, state) =>
        {
            state.Sum += state.Random.NextDouble();
            return state;
        },
        state => { lock (gate) sum += state.Sum; });
        return sum / n;
    }

    [Racy("random")]
    public static double RandomOfAllParts(int n)
    {
        double sum = 0;
        object gate = new();
        var random = new Random();
        Parallel.For(0, n, () => (Random: random, Sum: 0.0), (i, _, state) =>
        {
            state.Sum += state.Random.NextDouble();
            return state;
        },
        state => { lock (gate) sum += state.Sum; });
        return sum / n;
    }

    [Safe]
    public static double SharedRandomOfTheFramework(int n)
    {
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = Random.Shared.NextDouble());
        return draws.Average();
    }

    private static bool IsPrime(int n)
    {
        for (int d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
            {
                return false;
            }
        }
        return true;
    }
}
