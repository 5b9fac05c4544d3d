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
internal static class Practice1
{
    // --- DataRaceBench-like second batch
    [Racy("a")]
    public static void OutputDepArr(int n)
    {
        var a = new int[n];
        Parallel.For(0, n, i =>
        {
            a[i % 10] = i;
        });
    }

    [Racy("y")]
    public static void Polynomial(double[] y, double[] x, int n)
    {
        Parallel.For(0, n, i =>
        {
            y[0] += x[i] * i;
        });
    }

    [Safe]
    public static double Horner(double[] c, double[] x, double[] y)
    {
        Parallel.For(0, x.Length, i =>
        {
            double r = 0;
            for (int k = c.Length - 1; k >= 0; k--)
                r = r * x[i] + c[k];
            y[i] = r;
        });
        return y[0];
    }

    [Racy("x", "y")]
    public static void TwoPriv(double[] a)
    {
        double x, y;
        Parallel.For(0, a.Length, i =>
        {
            x = a[i];
            y = x * 2;
            a[i] = y;
        });
    }

    [Racy("a")]
    public static void ReverseDep(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[i] = a[n - i - 1];
        });
    }

    [Safe]
    public static void ReverseOk(int[] a, int[] b, int n)
    {
        var c = new int[n];
        Parallel.For(0, n, i =>
        {
            c[i] = a[n - i - 1];
        });
    }

    [Racy("a")]
    public static void WrapAround(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[i] = a[(i + 1) % n];
        });
    }

    [Racy("a")]
    public static void Strided(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[2 * i] = i;
            a[3 * i] = -i;
        });
    }

    [Safe]
    public static void OddEvenWrites(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            a[2 * i] = i;
            a[2 * i + 1] = -i;
        });
    }

    [Racy("a")]
    public static void Triangle(double[, ] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i; j++)
                a[j, i] = a[i, j];
            for (int j = i + 1; j < n; j++)
                a[j, i] = 0;
        });
    }

    [Safe]
    public static void UpperFromLower(double[, ] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < i; j++)
                a[j, i] = a[i, j];
        });
    }

    [Racy("histogram")]
    public static int[] HistShared(string s)
    {
        var histogram = new int[26];
        Parallel.ForEach(s, ch =>
        {
            if (char.IsLetter(ch))
                histogram[char.ToLower(ch) - 'a']++;
        });
        return histogram;
    }

    [Safe]
    public static int[] HistMerge(string s)
    {
        var histogram = new int[26];
        Parallel.ForEach(s, () => new int[26], (ch, _, h) =>
        {
            if (char.IsLetter(ch))
                h[char.ToLower(ch) - 'a']++;
            return h;
        }, h =>
        {
            for (int i = 0; i < 26; i++)
                Interlocked.Add(ref histogram[i], h[i]);
        });
        return histogram;
    }

    [Racy("bins")]
    public static void HistF(float[] v, float min, float max, int[] bins)
    {
        Parallel.For(0, v.Length, i =>
        {
            int b = (int)((v[i] - min) / (max - min) * bins.Length);
            if (b >= 0 && b < bins.Length)
                bins[b] = bins[b] + 1;
        });
    }

    [Racy("count")]
    public static int CountIf(int[] a)
    {
        int count = 0;
        a.AsParallel().ForAll(x =>
        {
            if (x > 0)
                count++;
        });
        return count;
    }

    [Safe]
    public static int CountIfOk(int[] a) => a.AsParallel().Count(x => x > 0);

    [Racy("index")]
    public static int ArgMax(double[] a)
    {
        int index = 0;
        Parallel.For(1, a.Length, i =>
        {
            if (a[i] > a[index])
                index = i;
        });
        return index;
    }

    [Safe]
    public static int ArgMaxLocal(double[] a)
    {
        int index = 0;
        object g = new();
        Parallel.For(1, a.Length, () => 0, (i, _, b) => a[i] > a[b] ? i : b, b =>
        {
            lock (g)
            {
                if (a[b] > a[index])
                    index = b;
            }
        });
        return index;
    }

    [Racy("total")]
    public static decimal Orders(List<(decimal Price, int Qty)> orders)
    {
        decimal total = 0m;
        Parallel.ForEach(orders, o => total += o.Price * o.Qty);
        return total;
    }
}
