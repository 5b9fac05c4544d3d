#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The shapes of DataRaceBench, with their mended partners.</summary>
internal static class DataRaceShapes4
{
    [Safe]
    public static void WaitAllChildren()
    {
        var a = new int[4];
        var psum = new int[2];
        int sum = 0;
        var t = Task.Run(() =>
        {
            var inner = Task.Run(() => psum[1] = a[2] + a[3]);
            psum[0] = a[0] + a[1];
            inner.Wait();
        });
        t.Wait();
        sum = psum[1] + psum[0];
        Console.WriteLine(sum);
    }

    [Racy("count")]
    public static void NestLockMissing()
    {
        int count = 0;
        object l1 = new(), l2 = new();
        Parallel.Invoke(() =>
        {
            lock (l1)
            {
                count++;
            }
        }, () =>
        {
            lock (l2)
                count++;
        });
    }

    [Safe]
    public static void Critical2(double[] a)
    {
        double x = 0;
        object l = new();
        Parallel.For(0, a.Length, i =>
        {
            double t = Math.Sin(a[i]);
            lock (l)
            {
                x += t;
            }
        });
        Console.WriteLine(x);
    }

    [Racy("x")]
    public static void CriticalHalf(double[] a)
    {
        double x = 0;
        object l = new();
        Parallel.For(0, a.Length, i =>
        {
            double t = Math.Sin(a[i]) * x;
            lock (l)
            {
                x += t;
            }
        });
        Console.WriteLine(x);
    }

    [Racy("a")]
    public static void SimdSafeLen(int len)
    {
        var a = new double[len];
        int m = 1;
        Parallel.For(m, len, i => a[i] = a[i - m] - 1.0);
    }

    [Safe]
    public static void Dist16()
    {
        var a = new double[64];
        int m = 32;
        Parallel.For(m, 64, i => a[i] = a[i - m] - 1.0);
    }

    [Racy("a")]
    public static void Dist31()
    {
        var a = new double[64];
        int m = 31;
        Parallel.For(m, 64, i => a[i] = a[i - m] - 1.0);
    }

    [Safe]
    public static void BarrierTwo(int n)
    {
        var x = new double[n];
        var y = new double[n];
        Parallel.For(0, n, i => x[i] = i);
        Parallel.For(0, n, i => y[i] = x[n - 1 - i]);
    }

    [Racy("x")]
    public static void BarrierNone(int n)
    {
        var x = new double[n];
        var y = new double[n];
        var t = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
                x[i] = i;
        });
        for (int i = 0; i < n; i++)
            y[i] = x[n - 1 - i];
        t.Wait();
    }

    [Racy("u")]
    public static void Adi(double[, ] u, double[, ] v, double[, ] p, double[, ] q, int n)
    {
        Parallel.For(1, n - 1, i =>
        {
            v[0, i] = 1.0;
            p[i, 0] = 0;
            q[i, 0] = v[0, i];
            for (int j = 1; j < n - 1; j++)
            {
                p[i, j] = 1 / (p[i, j - 1] + 2);
                q[i, j] = u[j, i - 1] + u[j, i] + q[i, j - 1];
            }

            for (int j = n - 2; j >= 1; j--)
            {
                u[j, i] = p[i, j] * u[j + 1, i] + q[i, j];
            }
        });
    }

    [Safe]
    public static void AdiOk(double[, ] u, double[, ] v, double[, ] p, double[, ] q, int n)
    {
        Parallel.For(1, n - 1, i =>
        {
            v[0, i] = 1.0;
            p[i, 0] = 0;
            q[i, 0] = v[0, i];
            for (int j = 1; j < n - 1; j++)
            {
                p[i, j] = 1 / (p[i, j - 1] + 2);
                q[i, j] = u[j, i - 1] + u[j, i] + q[i, j - 1];
            }

            v[n - 1, i] = 1;
            for (int j = n - 2; j >= 1; j--)
            {
                v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
            }
        });
    }

    [Safe]
    public static void Collapse(int n)
    {
        var a = new int[n, n];
        Parallel.For(0, n * n, k =>
        {
            int i = k / n, j = k % n;
            a[i, j] = a[i, j] + 1;
        });
    }

    [Racy("a")]
    public static void CollapseRacy(int n)
    {
        var a = new int[n, n];
        Parallel.For(0, n * n, k =>
        {
            int i = k / n, j = k % (n - 1);
            a[i, j] = a[i, j] + 1;
        });
    }

    [Racy("j")]
    public static void Doall2Missing(int n)
    {
        var a = new int[n, n];
        int j;
        Parallel.For(0, n, i =>
        {
            for (j = 0; j < n; j++)
                a[i, j] = a[i, j] + 1;
        });
    }

    [Racy("base", "buf")]
    public static unsafe void SharedBase(double* buf)
    {
        Parallel.For(0, 521, i =>
        {
            double* xa1 = buf;
            double* xa2 = xa1 + 12;
            xa1[i] += 1.0;
            xa2[i] += 3.0;
        });
    }
}
