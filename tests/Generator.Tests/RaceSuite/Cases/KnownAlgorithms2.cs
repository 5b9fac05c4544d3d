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
internal static class KnownAlgorithms2
{
    [Racy("m")]
    public static void GaussJordanBad(double[][] m, int n)
    {
        for (int k = 0; k < n; k++)
        {
            Parallel.For(0, n, i =>
            {
                double f = m[i][k] / m[k][k];
                for (int j = k; j <= n; j++)
                    m[i][j] -= f * m[k][j];
            });
        }
    }

    [Safe]
    public static void GaussJordan(double[][] m, int n)
    {
        for (int k = 0; k < n; k++)
        {
            Parallel.For(0, n, i =>
            {
                if (i != k)
                {
                    double f = m[i][k] / m[k][k];
                    for (int j = k; j <= n; j++)
                        m[i][j] -= f * m[k][j];
                }
            });
        }
    }

    [Safe]
    public static void Lu(double[, ] a, int n)
    {
        for (int k = 0; k < n - 1; k++)
        {
            Parallel.For(k + 1, n, i =>
            {
                a[i, k] /= a[k, k];
                for (int j = k + 1; j < n; j++)
                    a[i, j] -= a[i, k] * a[k, j];
            });
        }
    }

    [Safe]
    public static void Transpose(double[, ] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = i + 1; j < n; j++)
            {
                double t = a[i, j];
                a[i, j] = a[j, i];
                a[j, i] = t;
            }
        });
    }

    [Racy("a")]
    public static void TransposeBad(double[, ] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                double t = a[i, j];
                a[i, j] = a[j, i];
                a[j, i] = t;
            }
        });
    }

    [Safe]
    public static void OddEven(int[] a)
    {
        for (int ph = 0; ph < a.Length; ph++)
        {
            int s = ph % 2;
            Parallel.For(0, (a.Length - s) / 2, k =>
            {
                int i = 2 * k + s;
                if (a[i] > a[i + 1])
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
            });
        }
    }

    [Racy("a")]
    public static void Bubble(int[] a)
    {
        for (int ph = 0; ph < a.Length; ph++)
            Parallel.For(0, a.Length - 1, i =>
            {
                if (a[i] > a[i + 1])
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
            });
    }

    [Safe]
    public static void Bitonic(int[] a)
    {
        int n = a.Length;
        for (int k = 2; k <= n; k <<= 1)
            for (int j = k >> 1; j > 0; j >>= 1)
                Parallel.For(0, n, i =>
                {
                    int l = i ^ j;
                    if (l > i && ((i & k) == 0 ? a[i] > a[l] : a[i] < a[l]))
                        (a[i], a[l]) = (a[l], a[i]);
                });
    }

    [Safe]
    public static void Fft(Complex[] a, int n)
    {
        for (int len = 2; len <= n; len <<= 1)
        {
            int half = len / 2;
            Parallel.For(0, n / len, b =>
            {
                int s = b * len;
                for (int k = 0; k < half; k++)
                {
                    var u = a[s + k];
                    var v = a[s + k + half];
                    a[s + k] = u + v;
                    a[s + k + half] = u - v;
                }
            });
        }
    }

    [Safe]
    public static void Chunks(double[] a, int workers)
    {
        int chunk = (a.Length + workers - 1) / workers;
        Parallel.For(0, workers, w =>
        {
            int lo = w * chunk, hi = Math.Min(lo + chunk, a.Length);
            for (int i = lo; i < hi; i++)
                a[i] *= 2;
        });
    }

    [Racy("a")]
    public static void ChunksBad(double[] a, int workers)
    {
        int chunk = (a.Length + workers - 1) / workers;
        Parallel.For(0, workers, w =>
        {
            int lo = w * chunk, hi = Math.Min(lo + chunk, a.Length - 1);
            for (int i = lo; i <= hi; i++)
                a[i] *= 2;
        });
    }

    [Safe]
    public static void Cyclic(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = w; i < a.Length; i += workers)
            a[i] *= 2;
    });

    [Racy("a")]
    public static void CyclicBad(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = w; i < a.Length; i += workers - 1)
            a[i] *= 2;
    });

    [Safe]
    public static void BlockRemainder(double[] a, int workers)
    {
        int q = a.Length / workers, r = a.Length % workers;
        Parallel.For(0, workers, w =>
        {
            int lo = w * q + Math.Min(w, r);
            int hi = lo + q + (w < r ? 1 : 0);
            for (int i = lo; i < hi; i++)
                a[i] = w;
        });
    }

    [Safe]
    public static void LastTakesRest(double[] a)
    {
        int workers = Environment.ProcessorCount, per = a.Length / workers;
        var ts = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int id = w;
            ts[w] = new Thread(() =>
            {
                int from = id * per, to = id == workers - 1 ? a.Length : from + per;
                for (int i = from; i < to; i++)
                    a[i] = id;
            });
            ts[w].Start();
        }

        foreach (var t in ts)
            t.Join();
    }
}
