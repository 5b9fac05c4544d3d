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
internal static class KnownAlgorithms4
{
    [Racy("hits")]
    public static double MonteBad(int n)
    {
        int hits = 0;
        Parallel.For(0, n, i =>
        {
            var r = Random.Shared;
            double x = r.NextDouble(), y = r.NextDouble();
            if (x * x + y * y < 1)
                hits++;
        });
        return hits * 4.0 / n;
    }

    [Safe]
    public static void KMeans(double[] x, double[] c, int[] lab)
    {
        int k = c.Length;
        Parallel.For(0, x.Length, i =>
        {
            int best = 0;
            double bd = double.MaxValue;
            for (int j = 0; j < k; j++)
            {
                double d = Math.Abs(x[i] - c[j]);
                if (d < bd)
                {
                    bd = d;
                    best = j;
                }
            }

            lab[i] = best;
        });
    }

    [Racy("sum", "cnt")]
    public static void KMeansUpd(double[] x, int[] lab, double[] sum, int[] cnt) => Parallel.For(0, x.Length, i =>
    {
        sum[lab[i]] += x[i];
        cnt[lab[i]]++;
    });

    [Safe]
    public static void Cholesky(double[][] a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            double d = a[j][j];
            for (int k = 0; k < j; k++)
                d -= a[j][k] * a[j][k];
            a[j][j] = Math.Sqrt(d);
            int jj = j;
            Parallel.For(j + 1, n, i =>
            {
                double s = a[i][jj];
                for (int k = 0; k < jj; k++)
                    s -= a[i][k] * a[jj][k];
                a[i][jj] = s / a[jj][jj];
            });
        }
    }

    [Racy("n")]
    public static int[] Filter(int[] d)
    {
        var result = new int[d.Length];
        int n = 0;
        Parallel.ForEach(d, x =>
        {
            if (x > 0)
            {
                result[n] = x;
                Interlocked.Increment(ref n);
            }
        });
        return result;
    }

    [Safe]
    public static int[] FilterOk(int[] d)
    {
        var result = new int[d.Length];
        int n = -1;
        Parallel.ForEach(d, x =>
        {
            if (x > 0)
            {
                result[Interlocked.Increment(ref n)] = x;
            }
        });
        return result;
    }

    [Safe]
    public static void FullFor(int[] a)
    {
        Parallel.For(0L, a.LongLength, (i, st) =>
        {
            if (a[i] < 0)
                st.Break();
            a[i] = 1;
        });
    }

    [Safe]
    public static void Range(int[] a) => Parallel.ForEach(Enumerable.Range(0, a.Length), i => a[i] = i);

    [Safe]
    public static void Range2(int[] a) => Enumerable.Range(0, a.Length).AsParallel().ForAll(i => a[i] = i);

    [Racy("a")]
    public static void Range3(int[] a) => Enumerable.Range(0, a.Length).AsParallel().ForAll(i => a[i / 2] = i);

    [Safe]
    public static void PartIdx(double[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length, 1000), (r, st) =>
    {
        for (int i = r.Item1; i < r.Item2; i++)
            a[i] = Math.Sqrt(a[i]);
    });

    [Racy("a")]
    public static void PartIdxBad(double[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length - 1), r =>
    {
        for (int i = r.Item1; i < r.Item2; i++)
            a[i] = a[i + 1];
    });

    [Racy("a")]
    public static void PartIdxBad2(double[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length), r =>
    {
        for (int i = r.Item1; i <= r.Item2 && i < a.Length; i++)
            a[i] += 1;
    });
}
