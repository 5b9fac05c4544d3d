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
internal static class Practice3
{
    [Racy("integral")]
    public static void IntegralImage(int[, ] img, long[, ] integral, int h, int w)
    {
        Parallel.For(1, h, y =>
        {
            long row = 0;
            for (int x = 1; x < w; x++)
            {
                row += img[y, x];
                integral[y, x] = integral[y - 1, x] + row;
            }
        });
    }

    [Safe]
    public static void IntegralTwoPass(int[, ] img, long[, ] s, int h, int w)
    {
        var t = new long[h, w];
        Parallel.For(0, h, y =>
        {
            long row = 0;
            for (int x = 0; x < w; x++)
            {
                row += img[y, x];
                t[y, x] = row;
            }
        });
        Parallel.For(0, w, x =>
        {
            for (int y = 1; y < h; y++)
                t[y, x] += t[y - 1, x];
        });
    }

    [Safe]
    public static void Wave(double[][] m, int n)
    {
        for (int d = 0; d < 2 * n - 1; d++)
        {
            int lo = Math.Max(0, d - n + 1), hi = Math.Min(d, n - 1);
            Parallel.For(lo, hi + 1, i =>
            {
                int j = d - i;
                double up = i > 0 ? m[i - 1][j] : 0, left = j > 0 ? m[i][j - 1] : 0;
                m[i][j] = up + left;
            });
        }
    }

    [Racy("m")]
    public static void WaveBad(double[][] m, int n)
    {
        for (int i = 1; i < n; i++)
        {
            int r = i;
            Parallel.For(1, n, j =>
            {
                m[r][j] = m[r - 1][j] + m[r][j - 1];
            });
        }
    }

    [Safe]
    public static void Sparse(double[] val, int[] col, int[] ptr, double[] x, double[] y)
    {
        var r = new double[ptr.Length - 1];
        Parallel.For(0, ptr.Length - 1, i =>
        {
            double s = 0;
            for (int k = ptr[i]; k < ptr[i + 1]; k++)
                s += val[k] * x[col[k]];
            r[i] = s;
        });
    }

    [Racy("count", "primes")]
    public static List<int> Primes(int n)
    {
        var primes = new List<int>();
        Parallel.For(2, n, i =>
        {
            bool p = true;
            for (int d = 2; d * d <= i; d++)
                if (i % d == 0)
                {
                    p = false;
                    break;
                }

            if (p)
                primes.Add(i);
        });
        return primes;
    }

    [Safe]
    public static List<int> PrimesOk(int n) => ParallelEnumerable.Range(2, n).Where(i =>
    {
        for (int d = 2; d * d <= i; d++)
            if (i % d == 0)
                return false;
        return true;
    }).ToList();

    [Racy("memo")]
    public static long FibMemo(int n, Dictionary<int, long> memo)
    {
        if (n < 2)
            return n;
        if (memo.TryGetValue(n, out var v))
            return v;
        long a = 0, b = 0;
        Parallel.Invoke(() => a = FibMemo(n - 1, memo), () => b = FibMemo(n - 2, memo));
        memo[n] = a + b;
        return a + b;
    }

    [Safe]
    public static long FibPar(int n)
    {
        if (n < 2)
            return n;
        long a = 0, b = 0;
        Parallel.Invoke(() => a = FibPar(n - 1), () => b = FibPar(n - 2));
        return a + b;
    }

    [Racy("path")]
    public static void Dfs(int u, List<int>[] adj, List<int> path)
    {
        path.Add(u);
        Parallel.ForEach(adj[u], v => Dfs(v, adj, path));
    }

    [Racy("b")]
    public static int Branch(int depth, int cost, ref int best)
    {
        int local = best;
        int[] res = new int[2];
        int b = best;
        Parallel.For(0, 2, i =>
        {
            if (cost + i < b)
                b = cost + i;
            res[i] = b;
        });
        best = b;
        return res.Min();
    }

    [Safe]
    public static void Permute(int[] a, int[] b, int n)
    {
        var perm = new int[n];
        for (int i = 0; i < n; i++)
            perm[i] = (n - 1) - i;
        var o = new int[n];
        Parallel.For(0, n, i =>
        {
            o[perm[i]] = a[i];
        });
    }

    [Racy("o")]
    public static void NotPermute(int[] a, int n)
    {
        var perm = new int[n];
        for (int i = 0; i < n; i++)
            perm[i] = i / 2;
        var o = new int[n];
        Parallel.For(0, n, i =>
        {
            o[perm[i]] = a[i];
        });
    }

    [Safe]
    public static void ShuffleWithin(int[] a, int block)
    {
        Parallel.For(0, a.Length / block, b =>
        {
            var r = new Random(b);
            for (int i = block - 1; i > 0; i--)
            {
                int j = r.Next(i + 1);
                (a[b * block + i], a[b * block + j]) = (a[b * block + j], a[b * block + i]);
            }
        });
    }

    [Racy("a")]
    public static void ShuffleGlobal(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int j = Random.Shared.Next(a.Length);
            (a[i], a[j]) = (a[j], a[i]);
        });
    }

    [Racy("w")]
    public static void Sgd(double[] w, double[][] x, double[] y)
    {
        Parallel.For(0, x.Length, i =>
        {
            double p = 0;
            for (int j = 0; j < w.Length; j++)
                p += w[j] * x[i][j];
            double e = p - y[i];
            for (int j = 0; j < w.Length; j++)
                w[j] -= 0.01 * e * x[i][j];
        });
    }
}
