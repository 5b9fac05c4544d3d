#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Histograms, graphs, pictures, learning: loops as they are written every day.</summary>
internal static class Practice2
{
    [Racy("dist")]
    public static void Relax(int[] from, int[] to, int[] w, int[] dist)
    {
        Parallel.For(0, from.Length, e =>
        {
            int nd = dist[from[e]] + w[e];
            if (nd < dist[to[e]])
                dist[to[e]] = nd;
        });
    }

    [Racy("parent")]
    public static void Union(int[] parent, (int, int)[] edges)
    {
        Parallel.ForEach(edges, e =>
        {
            int a = e.Item1, b = e.Item2;
            while (parent[a] != a)
                a = parent[a];
            while (parent[b] != b)
                b = parent[b];
            if (a != b)
                parent[a] = b;
        });
    }

    [Racy("rank")]
    public static void PageRankPush(int[][] links, double[] rank, double[] pr)
    {
        Parallel.For(0, links.Length, u =>
        {
            double share = pr[u] / links[u].Length;
            foreach (int v in links[u])
                rank[v] += share;
        });
    }

    [Safe]
    public static void PageRankPull(int[][] inLinks, double[] rank, double[] pr, int[] deg)
    {
        var next = new double[rank.Length];
        Parallel.For(0, inLinks.Length, v =>
        {
            double s = 0;
            foreach (int u in inLinks[v])
                s += pr[u] / deg[u];
            next[v] = s;
        });
    }

    [Racy("grid")]
    public static void Particles(double[] px, double[] mass, double[] grid, double h)
    {
        Parallel.For(0, px.Length, p =>
        {
            int c = (int)Math.Floor(px[p] / h);
            double f = px[p] / h - c;
            grid[c] += mass[p] * (1 - f);
            grid[c + 1] += mass[p] * f;
        });
    }

    [Racy("F")]
    public static void Assembly(int[, ] elems, double[] F, double[] fe)
    {
        Parallel.For(0, elems.GetLength(0), e =>
        {
            for (int k = 0; k < 3; k++)
                F[elems[e, k]] += fe[k];
        });
    }

    [Safe]
    public static void Gather(int[, ] elems, double[] F, double[] res)
    {
        var outp = new double[elems.GetLength(0)];
        Parallel.For(0, elems.GetLength(0), e =>
        {
            double s = 0;
            for (int k = 0; k < 3; k++)
                s += F[elems[e, k]];
            outp[e] = s;
        });
    }

    [Racy("buckets")]
    public static void BucketSort(double[] v, List<double>[] buckets)
    {
        Parallel.For(0, v.Length, i =>
        {
            buckets[(int)(v[i] * buckets.Length)].Add(v[i]);
        });
    }

    [Safe]
    public static void BucketSortLock(double[] v, List<double>[] buckets)
    {
        Parallel.For(0, v.Length, i =>
        {
            var b = buckets[(int)(v[i] * buckets.Length)];
            lock (b)
                b.Add(v[i]);
        });
    }

    [Safe]
    public static void SortBuckets(List<double>[] input)
    {
        var buckets = new List<double>[input.Length];
        for (int i = 0; i < buckets.Length; i++)
            buckets[i] = new List<double>(input[i]);
        Parallel.ForEach(buckets, b => b.Sort());
    }

    [Racy("carry")]
    public static void BigAdd(uint[] a, uint[] b, uint[] r)
    {
        ulong carry = 0;
        Parallel.For(0, a.Length, i =>
        {
            ulong s = (ulong)a[i] + b[i] + carry;
            r[i] = (uint)s;
            carry = s >> 32;
        });
    }

    [Racy("state")]
    public static void Lfsr(uint[] o)
    {
        uint state = 1;
        Parallel.For(0, o.Length, i =>
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            o[i] = state;
        });
    }

    [Safe]
    public static void Mandel(int w, int h, int[] img)
    {
        Parallel.For(0, h, py =>
        {
            for (int px = 0; px < w; px++)
            {
                var c = new Complex(px * 3.5 / w - 2.5, py * 2.0 / h - 1);
                var z = Complex.Zero;
                int it = 0;
                while (z.Magnitude < 2 && it < 100)
                {
                    z = z * z + c;
                    it++;
                }

                img[py * w + px] = it;
            }
        });
    }

    [Racy("pixelsDone")]
    public static void MandelProgress(int w, int h, int[] img, IProgress<int> p)
    {
        int pixelsDone = 0;
        Parallel.For(0, h, py =>
        {
            for (int px = 0; px < w; px++)
            {
                img[py * w + px] = px;
            }

            pixelsDone += w;
            p.Report(pixelsDone);
        });
    }

    [Safe]
    public static void Conv(float[, ] src, float[, ] dst, float[, ] k, int n)
    {
        int r = k.GetLength(0) / 2;
        var o = new float[n, n];
        Parallel.For(r, n - r, y =>
        {
            for (int x = r; x < n - r; x++)
            {
                float s = 0;
                for (int dy = -r; dy <= r; dy++)
                    for (int dx = -r; dx <= r; dx++)
                        s += src[y + dy, x + dx] * k[dy + r, dx + r];
                o[y, x] = s;
            }
        });
    }

    [Racy("src")]
    public static void ConvInPlace(float[, ] src, float[, ] k, int n)
    {
        int r = k.GetLength(0) / 2;
        Parallel.For(r, n - r, y =>
        {
            for (int x = r; x < n - r; x++)
            {
                float s = 0;
                for (int dy = -r; dy <= r; dy++)
                    for (int dx = -r; dx <= r; dx++)
                        s += src[y + dy, x + dx] * k[dy + r, dx + r];
                src[y, x] = s;
            }
        });
    }
}
