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
internal class Idioms3
{
    [Safe]
    public void CancelToken(int[] d, CancellationTokenSource cts)
    {
        try
        {
            Parallel.ForEach(d, new ParallelOptions { CancellationToken = cts.Token }, x =>
            {
                if (x < 0)
                    cts.Cancel();
            });
        }
        catch (OperationCanceledException)
        {
        }
    }

    [Safe]
    public void Exceptions(int[] d)
    {
        var ex = new ConcurrentQueue<Exception>();
        Parallel.ForEach(d, x =>
        {
            try
            {
                Console.WriteLine(10 / x);
            }
            catch (Exception e)
            {
                ex.Enqueue(e);
            }
        });
        if (!ex.IsEmpty)
            throw new AggregateException(ex);
    }

    [Racy("errors")]
    public void Exceptions2(int[] d)
    {
        var errors = new List<Exception>();
        Parallel.ForEach(d, x =>
        {
            try
            {
                Console.WriteLine(10 / x);
            }
            catch (Exception e)
            {
                errors.Add(e);
            }
        });
    }

    [Safe]
    public double Sum(double[] d)
    {
        var parts = new ConcurrentBag<double>();
        Parallel.ForEach(Partitioner.Create(0, d.Length), r =>
        {
            double s = 0;
            for (int i = r.Item1; i < r.Item2; i++)
                s += d[i];
            parts.Add(s);
        });
        return parts.Sum();
    }

    [Racy("cd")]
    public void CdRace(int[] d)
    {
        var cd = new ConcurrentDictionary<int, int>();
        Parallel.ForEach(d, x =>
        {
            cd[x] = cd.GetOrAdd(x, 0) + 1;
        });
    }

    [Racy("cd")]
    public void CdRace2(int[] d)
    {
        var cd = new ConcurrentDictionary<int, int>();
        Parallel.ForEach(d, x =>
        {
            if (!cd.ContainsKey(x))
                cd[x] = 0;
            cd[x]++;
        });
    }

    [Safe]
    public void CdOk(int[] d)
    {
        var cd = new ConcurrentDictionary<int, int>();
        Parallel.ForEach(d, x =>
        {
            cd.TryAdd(x, 1);
        });
    }

    [Racy("bag")]
    public void CdList(int[] d)
    {
        var cd = new ConcurrentDictionary<int, List<int>>();
        Parallel.ForEach(d, x =>
        {
            var bag = cd.GetOrAdd(x % 10, _ => new List<int>());
            bag.Add(x);
        });
    }

    [Safe]
    public void CdBag(int[] d)
    {
        var cd = new ConcurrentDictionary<int, ConcurrentBag<int>>();
        Parallel.ForEach(d, x =>
        {
            var bag = cd.GetOrAdd(x % 10, _ => new ConcurrentBag<int>());
            bag.Add(x);
        });
    }

    [Safe]
    public void Disposed(int n)
    {
        Parallel.For(0, n, i =>
        {
            using var ms = new MemoryStream();
            ms.WriteByte((byte)i);
        });
    }

    [Racy("ms")]
    public void SharedStream(int n)
    {
        using var ms = new MemoryStream();
        Parallel.For(0, n, i =>
        {
            ms.WriteByte((byte)i);
        });
    }

    [Safe]
    public void Interleaved(int[] a)
    {
        Parallel.Invoke(() =>
        {
            for (int i = 0; i < a.Length; i += 2)
                a[i] = 1;
        }, () =>
        {
            for (int i = 1; i < a.Length; i += 2)
                a[i] = 2;
        });
    }

    [Racy("a")]
    public void Interleaved2(int[] a)
    {
        Parallel.Invoke(() =>
        {
            for (int i = 0; i < a.Length; i += 2)
                a[i] = 1;
        }, () =>
        {
            for (int i = 1; i < a.Length; i += 3)
                a[i] = 2;
        });
    }

    [Safe]
    public void Fields()
    {
        int a = 0, b = 0;
        Parallel.Invoke(() => a = 1, () => b = 2);
        Console.WriteLine(a + b);
    }

    [Safe]
    public void Halves(int[] a)
    {
        int mid = a.Length / 2;
        var left = a.AsMemory(0, mid);
        var right = a.AsMemory(mid);
        Parallel.Invoke(() => left.Span.Fill(1), () => right.Span.Fill(2));
    }

    [Racy("a")]
    public void Halves2(int[] a)
    {
        int mid = a.Length / 2;
        var left = a.AsMemory(0, mid + 1);
        var right = a.AsMemory(mid);
        Parallel.Invoke(() => left.Span.Fill(1), () => right.Span.Fill(2));
    }

    [Safe]
    public void Rows(int[, ] g)
    {
        int h = g.GetLength(0), w = g.GetLength(1);
        Parallel.For(0, h, y =>
        {
            for (int x = 0; x < w; x++)
                g[y, x]++;
        });
    }

    [Safe]
    public void Cols(int[, ] g)
    {
        Parallel.For(0, g.GetLength(1), x =>
        {
            for (int y = 1; y < g.GetLength(0); y++)
                g[y, x] += g[y - 1, x];
        });
    }
}
