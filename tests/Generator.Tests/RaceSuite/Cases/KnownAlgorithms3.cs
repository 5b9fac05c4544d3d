#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Sorts, trees, factorizations, stencils and their usual mistakes.</summary>
internal static class KnownAlgorithms3
{
    [Safe]
    public static void Tiles(float[] img, int w, int h, int t)
    {
        int tx = (w + t - 1) / t, ty = (h + t - 1) / t;
        Parallel.For(0, tx * ty, id =>
        {
            int bx = id % tx, by = id / tx;
            for (int y = by * t; y < Math.Min(h, (by + 1) * t); y++)
                for (int x = bx * t; x < Math.Min(w, (bx + 1) * t); x++)
                    img[y * w + x] *= 2;
        });
    }

    [Racy("img")]
    public static void BlurInPlace(float[] img, int w, int h) => Parallel.For(1, h - 1, y =>
    {
        for (int x = 1; x < w - 1; x++)
            img[y * w + x] = (img[(y - 1) * w + x] + img[(y + 1) * w + x] + img[y * w + x]) / 3;
    });

    [Safe]
    public static void Blur(float[] img, float[] o, int w, int h) => Parallel.For(1, h - 1, y =>
    {
        for (int x = 1; x < w - 1; x++)
            o[y * w + x] = (img[(y - 1) * w + x] + img[(y + 1) * w + x] + img[y * w + x]) / 3;
    });

    [Safe]
    public static void Rgba(byte[] px, int stride, int h) => Parallel.For(0, h, y =>
    {
        int p = y * stride;
        for (int x = 0; x < stride / 4; x++)
        {
            px[p] = px[p + 1] = px[p + 2] = (byte)((px[p] + px[p + 1] + px[p + 2]) / 3);
            p += 4;
        }
    });

    [Racy("pos")]
    public static void Rgba2(byte[] px, int n)
    {
        int pos = 0;
        Parallel.For(0, n, i =>
        {
            px[pos] = 0;
            pos += 4;
        });
    }

    [Safe]
    public static unsafe void Ptr(byte* p, int stride, int h) => Parallel.For(0, h, y =>
    {
        byte* row = p + y * stride;
        for (int x = 0; x < stride; x++)
        {
            *row++ = 0;
        }
    });

    [Safe]
    public static void RedBlack(double[, ] u, int n)
    {
        for (int c = 0; c < 2; c++)
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1 + (i + c) % 2; j < n - 1; j += 2)
                    u[i, j] = (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]) / 4;
            });
    }

    [Safe]
    public static void Life(bool[, ] cur, bool[, ] nxt, int n, int steps)
    {
        for (int s = 0; s < steps; s++)
        {
            var a = cur;
            var b = nxt;
            Parallel.For(0, n, i =>
            {
                for (int j = 0; j < n; j++)
                {
                    int c = 0;
                    for (int di = -1; di <= 1; di++)
                        for (int dj = -1; dj <= 1; dj++)
                            if ((di != 0 || dj != 0) && a[(i + di + n) % n, (j + dj + n) % n])
                                c++;
                    b[i, j] = c == 3 || (c == 2 && a[i, j]);
                }
            });
            (cur, nxt) = (nxt, cur);
        }
    }

    [Racy("cur")]
    public static void LifeBad(bool[, ] cur, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            int c = 0;
            for (int di = -1; di <= 1; di++)
                for (int dj = -1; dj <= 1; dj++)
                    if ((di != 0 || dj != 0) && cur[(i + di + n) % n, (j + dj + n) % n])
                        c++;
            cur[i, j] = c == 3;
        }
    });

    [Safe]
    public static void Knapsack(int[][] dp, int[] w, int[] v, int cap)
    {
        for (int i = 1; i <= w.Length; i++)
        {
            var prev = dp[i - 1];
            var row = dp[i];
            int k = i - 1;
            Parallel.For(0, cap + 1, c => row[c] = c >= w[k] ? Math.Max(prev[c], prev[c - w[k]] + v[k]) : prev[c]);
        }
    }

    [Racy("dp")]
    public static void Knapsack1D(int[] dp, int[] w, int[] v, int cap)
    {
        for (int i = 0; i < w.Length; i++)
        {
            int k = i;
            Parallel.For(w[k], cap + 1, c => dp[c] = Math.Max(dp[c], dp[c - w[k]] + v[k]));
        }
    }

    [Safe]
    public static void Lcs(int[, ] t, string a, string b)
    {
        for (int d = 2; d <= a.Length + b.Length; d++)
        {
            int lo = Math.Max(1, d - b.Length), hi = Math.Min(a.Length, d - 1);
            Parallel.For(lo, hi + 1, i =>
            {
                int j = d - i;
                t[i, j] = a[i - 1] == b[j - 1] ? t[i - 1, j - 1] + 1 : Math.Max(t[i - 1, j], t[i, j - 1]);
            });
        }
    }

    [Racy("pre")]
    public static void Prefix(int[] a)
    {
        var pre = new int[a.Length + 1];
        Parallel.For(0, a.Length, i => pre[i + 1] = pre[i] + a[i]);
    }

    [Safe]
    public static void HillisSteele(int[] a, int[] b)
    {
        for (int s = 1; s < a.Length; s *= 2)
        {
            int st = s;
            var src = a;
            var dst = b;
            Parallel.For(0, src.Length, i => dst[i] = i >= st ? src[i] + src[i - st] : src[i]);
            (a, b) = (b, a);
        }
    }

    [Racy("a")]
    public static void HillisBad(int[] a)
    {
        for (int s = 1; s < a.Length; s *= 2)
        {
            int st = s;
            Parallel.For(st, a.Length, i => a[i] += a[i - st]);
        }
    }

    [Safe]
    public static void TreeReduce(double[] a)
    {
        for (int s = 1; s < a.Length; s *= 2)
        {
            int st = s;
            Parallel.For(0, a.Length / (2 * st), k => a[2 * st * k] += a[2 * st * k + st]);
        }
    }

    [Safe]
    public static double Monte(int n)
    {
        int[] hits = new int[8];
        Parallel.For(0, 8, w =>
        {
            var r = new Random(w);
            int h = 0;
            for (int i = 0; i < n / 8; i++)
            {
                double x = r.NextDouble(), y = r.NextDouble();
                if (x * x + y * y < 1)
                    h++;
            }

            hits[w] = h;
        });
        return hits.Sum() * 4.0 / n;
    }
}
