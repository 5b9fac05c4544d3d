#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The shapes of DataRaceBench, with their mended partners.</summary>
internal static class DataRaceShapes2
{
    [Racy("i")]
    public static void Sections1()
    {
        int i = 0;
        Parallel.Invoke(() =>
        {
            i = 1;
        }, () =>
        {
            i = 2;
        });
        Console.WriteLine(i);
    }

    [Racy("a")]
    public static void SimdTrueDep(int len)
    {
        var a = new int[len];
        var b = new int[len];
        Parallel.For(0, len - 1, i => a[i + 1] = a[i] + b[i]);
    }

    [Racy("b")]
    public static void TrueDepFirstDim()
    {
        int n = 1000, m = 1000;
        var b = new double[1000, 1000];
        Parallel.For(1, n, i =>
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i - 1, j - 1];
        });
    }

    [Racy("a")]
    public static void TrueDepLinear()
    {
        var a = new int[2000];
        Parallel.For(0, 1000, i => a[2 * i + 1] = a[i] + 1);
    }

    [Racy("a")]
    public static void TrueDepLinearVar(int len)
    {
        var a = new int[len];
        int uLen = len / 2;
        Parallel.For(0, uLen, i => a[2 * i] = a[i] + 1);
    }

    [Racy("tmp")]
    public static void TrueDepScalar(int len)
    {
        int tmp = 10;
        var a = new int[len];
        Parallel.For(0, len, i =>
        {
            a[i] = tmp;
            tmp = a[i] + i;
        });
    }

    [Racy("a")]
    public static void TrueDepSingleElement(int len)
    {
        var a = new int[len];
        a[0] = 2;
        Parallel.For(0, len, i => a[i] = a[i] + a[0]);
    }

    [Racy("b")]
    public static void TrueDepSecondDim(int n, int m)
    {
        var b = new double[n, m];
        for (int i = 0; i < n; i++)
        {
            Parallel.For(1, m, j => b[i, j] = b[i, j - 1]);
        }
    }

    [Safe]
    public static void InnerOnly1()
    {
        var a = new double[20, 20];
        for (int i = 0; i < 19; i++)
        {
            Parallel.For(0, 20, j => a[i, j] += a[i + 1, j]);
        }
    }

    [Safe]
    public static void InnerOnly2(int n, int m)
    {
        var b = new double[n, m];
        for (int i = 1; i < n; i++)
            Parallel.For(1, m, j => b[i, j] = b[i - 1, j - 1]);
    }

    [Safe]
    public static void OuterOnly1(int n, int m)
    {
        var b = new double[n, m];
        Parallel.For(0, n, i =>
        {
            for (int j = 1; j < m; j++)
                b[i, j] = b[i, j - 1];
        });
    }

    [Safe]
    public static void Mm3(double[][] A, double[][] B, double[][] E, int n, int m, int k)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
            {
                E[i][j] = 0;
                for (int c = 0; c < k; c++)
                    E[i][j] += A[i][c] * B[c][j];
            }
        });
    }

    [Safe]
    public static void Jacobi2D(double[, ] A, double[, ] B, int tsteps, int n)
    {
        for (int t = 0; t < tsteps; t++)
        {
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                    B[i, j] = 0.2 * (A[i, j]
                        + A[i, j - 1] + A[i, j + 1] + A[i + 1, j] + A[i - 1, j]);
            });
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                    A[i, j] = B[i, j];
            });
        }
    }

    [Racy("A")]
    public static void Seidel2D(double[, ] A, int tsteps, int n)
    {
        for (int t = 0; t < tsteps; t++)
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                    A[i, j] = (A[i - 1, j - 1] + A[i - 1, j] + A[i - 1, j + 1] + A[i, j - 1] + A[i, j] + A[i, j + 1] + A[i + 1, j - 1]
                        + A[i + 1, j] + A[i + 1, j + 1]) / 9.0;
            });
    }

    [Safe]
    public static double JacobiKernel(double[, ] u, double[, ] uold, double[, ] f, int n, int m, double ax, double ay, double b, double omega)
    {
        double error = 0;
        object gate = new();
        Parallel.For(1, n - 1, () => 0.0, (i, _, e) =>
        {
            for (int j = 1; j < m - 1; j++)
            {
                double resid = (ax * (uold[i - 1, j] + uold[i + 1, j]) + ay * (uold[i, j - 1] + uold[i, j + 1]) + b * uold[i, j] - f[i, j]) / b;
                u[i, j] = uold[i, j] - omega * resid;
                e += resid * resid;
            }

            return e;
        }, e =>
        {
            lock (gate)
                error += e;
        });
        return error;
    }

    [Racy("error")]
    public static double JacobiKernelRacy(double[, ] u, double[, ] uold, double[, ] f, int n, int m, double ax, double ay, double b, double omega)
    {
        double error = 0;
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1; j < m - 1; j++)
            {
                double resid = (ax * (uold[i - 1, j] + uold[i + 1, j]) + ay * (uold[i, j - 1] + uold[i, j + 1]) + b * uold[i, j] - f[i, j]) / b;
                u[i, j] = uold[i, j] - omega * resid;
                error = error + resid * resid;
            }
        });
        return error;
    }

    [Safe]
    public static double Pi()
    {
        object l = new();
        double pi = 0;
        int n = 2000000000;
        double w = 1.0 / n;
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, n), r =>
        {
            double p = 0;
            for (int i = r.Item1; i < r.Item2; i++)
            {
                double x = (i + 0.5) * w;
                p += 4.0 / (1.0 + x * x);
            }

            lock (l)
                pi += p;
        });
        return pi * w;
    }

    class A
    {
        public static int counter;
        public static int pcounter;
    }
}
