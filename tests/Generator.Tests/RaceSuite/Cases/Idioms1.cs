#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>How shared state is guarded, handed over and collected in practice.</summary>
internal class Idioms1
{
    private static StringBuilder? s_sb;

    private List<int>? _cache;

    private Dictionary<string, List<int>> _groups = new();

    [Safe]
    public void CasOnce(int n) => Parallel.For(0, n, i =>
    {
        if (s_sb == null)
            Interlocked.CompareExchange(ref s_sb, new StringBuilder(), null);
        Console.WriteLine(s_sb.Length);
    });

    [Safe]
    public void LazyInit(int n) => Parallel.For(0, n, i =>
    {
        var c = LazyInitializer.EnsureInitialized(ref _cache, () => new List<int>());
        lock (c)
            c.Add(i);
    });

    [Safe]
    public void OneShot(int n)
    {
        int x = 0;
        using var t = new Timer(_ => x = 1, null, 10, Timeout.Infinite);
    }

    [Racy("x")]
    public int OneShotRead(int n)
    {
        int x = 0;
        using var t = new Timer(_ => x = 1, null, 10, Timeout.Infinite);
        return x;
    }

    [Safe]
    public int Agg(int[] d)
    {
        int total = 0;
        Parallel.For(0, d.Length, () => 0, (i, s, a) => a + d[i], a => Interlocked.Add(ref total, a));
        return total;
    }

    [Racy("total")]
    public int AggBad(int[] d)
    {
        int total = 0;
        Parallel.For(0, d.Length, () => 0, (i, s, a) => a + d[i], a => total += a);
        return total;
    }

    [Safe]
    public int[] Results(Func<int, int>[] fs)
    {
        var r = new int[fs.Length];
        var ts = new Task[fs.Length];
        for (int i = 0; i < fs.Length; i++)
        {
            int k = i;
            ts[k] = Task.Run(() =>
            {
                r[k] = k * 2;
            });
        }

        Task.WaitAll(ts);
        return r;
    }

    [Safe]
    public void Rent(int n) => Parallel.For(0, n, i =>
    {
        var b = ArrayPool<byte>.Shared.Rent(100);
        try
        {
            b[0] = (byte)i;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(b);
        }
    });

    [Racy("b")]
    public void RentShared(int n)
    {
        var b = ArrayPool<byte>.Shared.Rent(100);
        Parallel.For(0, n, i =>
        {
            b[0] = (byte)i;
        });
        ArrayPool<byte>.Shared.Return(b);
    }

    [Safe]
    public void CopyOnWrite(string[] names)
    {
        var map = new Dictionary<string, int>();
        for (int i = 0; i < names.Length; i++)
            map[names[i]] = i;
        var frozen = map;
        Parallel.ForEach(names, x => Console.WriteLine(frozen[x]));
    }

    [Racy("map")]
    public void ReadWhileWrite(string[] names)
    {
        var map = new Dictionary<string, int>();
        var t = Task.Run(() =>
        {
            foreach (var x in names)
                map[x] = 1;
        });
        Console.WriteLine(map.Count);
        t.Wait();
    }

    [Safe]
    public async Task Pipeline(int n)
    {
        var q = new BlockingCollection<int[]>();
        var p = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
            {
                var b = new int[4];
                b[0] = i;
                q.Add(b);
            }

            q.CompleteAdding();
        });
        var c = Task.Run(() =>
        {
            foreach (var b in q.GetConsumingEnumerable())
                b[1] = b[0] * 2;
        });
        await Task.WhenAll(p, c);
    }

    [Safe]
    public void PerItem(List<StringBuilder> sbs)
    {
        for (int i = 0; i < 3; i++)
        {
            int k = i;
        }

        var mine = sbs.Select(_ => new StringBuilder()).ToList();
        Parallel.ForEach(mine, s => s.Append('x'));
    }

    [Safe]
    public void Nested(double[][] m) => Parallel.For(0, m.Length, i => Parallel.For(0, m[i].Length, j => m[i][j] = i * j));

    [Racy("col")]
    public void NestedBad(double[][] m)
    {
        var col = new double[10];
        Parallel.For(0, m.Length, i => Parallel.For(0, 10, j => col[j] += m[i][j]));
    }

    [Racy("_groups")]
    public void Groups(string[] w) => Parallel.ForEach(w, x =>
    {
        if (!_groups.TryGetValue(x, out var l))
        {
            l = new List<int>();
            _groups[x] = l;
        }

        l.Add(1);
    });

    [Safe]
    public void GroupsLocked(string[] w) => Parallel.ForEach(w, x =>
    {
        lock (_groups)
        {
            if (!_groups.TryGetValue(x, out var l))
            {
                l = new List<int>();
                _groups[x] = l;
            }

            l.Add(1);
        }
    });

    [Safe]
    public void EarlyReturn(int[] d)
    {
        if (d.Length == 0)
            return;
        int first = -1;
        Parallel.For(0, d.Length, (i, st) =>
        {
            if (d[i] == 7)
            {
                Interlocked.CompareExchange(ref first, i, -1);
                st.Stop();
            }
        });
        Console.WriteLine(first);
    }
}
