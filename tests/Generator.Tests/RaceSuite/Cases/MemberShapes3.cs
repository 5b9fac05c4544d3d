#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Objects, structs, properties, indexers and data that leads to elements.</summary>
internal class MemberShapes3
{
    private int _seed = 1;

    [Racy("minmax")]
    public (int, int) RaceOnMinmax(int[] d)
    {
        (int Min, int Max) minmax = (0, 0);
        Parallel.ForEach(d, x =>
        {
            minmax.Min = Math.Min(minmax.Min, x);
            minmax.Max = Math.Max(minmax.Max, x);
        });
        return minmax;
    }

    [Racy("lo", "hi")]
    public (int, int) RaceOnLo(int[] d)
    {
        int lo = 0, hi = 0;
        Parallel.ForEach(d, x =>
        {
            (lo, hi) = (Math.Min(lo, x), Math.Max(hi, x));
        });
        return (lo, hi);
    }

    [Safe]
    public void NoRaceOnA(int[] a)
    {
        Parallel.For(0, a.Length / 2, i =>
        {
            (a[i], a[a.Length - 1 - i]) = (a[a.Length - 1 - i], a[i]);
        });
    }

    [Racy("a")]
    public void RaceOnA(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            (a[i], a[a.Length - 1 - i]) = (a[a.Length - 1 - i], a[i]);
        });
    }

    [Safe]
    public void NoRaceOnM(Memory<int> m, int chunk)
    {
        Parallel.For(0, m.Length / chunk, c =>
        {
            var s = m.Span.Slice(c * chunk, chunk);
            for (int i = 0; i < s.Length; i++)
                s[i] = c;
        });
    }

    [Racy("m")]
    public void RaceOnM(Memory<int> m, int chunk)
    {
        Parallel.For(0, m.Length / chunk, c =>
        {
            var s = m.Span.Slice(c, chunk);
            for (int i = 0; i < s.Length; i++)
                s[i] = c;
        });
    }

    [Safe]
    public void NoRaceOnWork2<T>(T[] src, T[] dst, Func<T, T> f)
        where T : struct
    {
        Parallel.For(0, src.Length, i => dst[i] = src[i]);
    }

    [Racy("acc")]
    public T RaceOnWork<T>(T[] src)
        where T : System.Numerics.INumber<T>
    {
        T acc = T.Zero;
        Parallel.ForEach(src, x =>
        {
            acc += x;
        });
        return acc;
    }

    [Racy("cache")]
    public void RaceOnCache(int[] d)
    {
        var cache = new Memo();
        Parallel.ForEach(d, x => Console.WriteLine(cache.Get(x)));
    }

    [Safe]
    public void NoRaceOnCache(int[] d)
    {
        var cache = new SafeMemo();
        Parallel.ForEach(d, x => Console.WriteLine(cache.Get(x)));
    }

    [Racy("_seed")]
    public void RaceOnSeed(double[] o) => Parallel.For(0, o.Length, i => o[i] = NextRandom());

    [Racy("rng", "rnd")]
    public void RaceOnRng(double[] o)
    {
        var rng = new Random(1);
        Parallel.For(0, o.Length, i => o[i] = rng.NextDouble());
    }

    [Safe]
    public void NoRaceOnRng(double[] o)
    {
        Parallel.For(0, o.Length, i =>
        {
            var rng = new Random(i);
            o[i] = rng.NextDouble();
        });
    }

    [Safe]
    public void NoRaceOnRng2(double[] o)
    {
        Parallel.For(0, o.Length, () => new Random(), (i, s, r) =>
        {
            o[i] = r.NextDouble();
            return r;
        }, r =>
        {
        });
    }

    private class Memo
    {
        readonly Dictionary<int, int> cache = new();
        public int Get(int k)
        {
            if (!cache.TryGetValue(k, out var v))
            {
                v = k * k;
                cache[k] = v;
            }

            return v;
        }
    }

    private class SafeMemo
    {
        readonly ConcurrentDictionary<int, int> cache = new();
        public int Get(int k) => cache.GetOrAdd(k, x => x * x);
    }

    private double NextRandom()
    {
        _seed = _seed * 1103515245 + 12345;
        return _seed;
    }
}
