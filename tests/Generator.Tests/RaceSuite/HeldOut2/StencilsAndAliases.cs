using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Stencils, sieves, buffers that swap, names of one array.</summary>
internal static class StencilsAndAliases
{
    [Safe]
    public static void JacobiSweeps(int steps, double[,] A, int n)
    {
        var B = new double[n, n];
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    B[i, j] = 0.2 * (A[i, j] + A[i, j - 1] + A[i, j + 1] + A[i + 1, j] + A[i - 1, j]);
                }
            });
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    A[i, j] = B[i, j];
                }
            });
        }
    }

    [Racy("A")]
    public static void JacobiSweepsCopyInTheSameLoop(int steps, double[,] A, int n)
    {
        var B = new double[n, n];
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    B[i, j] = 0.2 * (A[i, j] + A[i, j - 1] + A[i, j + 1] + A[i + 1, j] + A[i - 1, j]);
                }

                for (int j = 1; j < n - 1; j++)
                {
                    A[i, j] = B[i, j];
                }
            });
        }
    }

    [Racy("u")]
    public static void GaussSeidelRows(double[,] u)
    {
        int n = u.GetLength(0);
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1; j < n - 1; j++)
            {
                u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
            }
        });
    }

    [Safe]
    public static void RedBlackRows(double[,] u)
    {
        int n = u.GetLength(0);
        for (int colour = 0; colour < 2; colour++)
        {
            int c = colour;
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1 + ((i + c) & 1); j < n - 1; j += 2)
                {
                    u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
                }
            });
        }
    }

    [Racy("u")]
    public static void RedBlackRowsOneColourForEvenRows(double[,] u)
    {
        int n = u.GetLength(0);
        for (int colour = 0; colour < 2; colour++)
        {
            int c = colour;
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1 + c; j < n - 1; j += 2)
                {
                    u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
                }
            });
        }
    }

    [Safe]
    public static void RedBlackLine(double[] u)
    {
        int half = (u.Length - 1) / 2;
        Parallel.For(1, half, k => u[2 * k] = 0.5 * (u[2 * k - 1] + u[2 * k + 1]));
        Parallel.For(0, half, k => u[2 * k + 1] = 0.5 * (u[2 * k] + u[2 * k + 2]));
    }

    [Safe]
    public static void FieldUpdate(double[,] ex, double[,] hz, int nx, int ny)
    {
        if (ReferenceEquals(ex, hz))
        {
            return;
        }

        Parallel.For(0, nx, i =>
        {
            for (int j = 1; j < ny; j++)
            {
                ex[i, j] -= 0.5 * (hz[i, j] - hz[i, j - 1]);
            }
        });
        Parallel.For(0, nx, i =>
        {
            for (int j = 0; j < ny - 1; j++)
            {
                hz[i, j] -= 0.7 * (ex[i, j + 1] - ex[i, j]);
            }
        });
    }

    [Racy("hz")]
    public static double FieldUpdatesFused(int nx, int ny)
    {
        var ey = new double[nx + 1, ny + 1];
        var hz = new double[nx + 1, ny + 1];
        hz[nx / 2, ny / 2] = 1;
        Parallel.For(1, nx, i =>
        {
            for (int j = 0; j < ny; j++)
            {
                ey[i, j] -= 0.5 * (hz[i, j] - hz[i - 1, j]);
                hz[i, j] -= 0.7 * ey[i, j];
            }
        });
        return hz[1, 1];
    }

    [Safe]
    public static void AlternatingDirections(double[,] x, double[,] a, double[,] b)
    {
        int n = x.GetLength(0);
        var c = (double[,])b.Clone();
        var y = (double[,])x.Clone();
        Parallel.For(0, n, i1 =>
        {
            for (int i2 = 1; i2 < n; i2++)
            {
                y[i1, i2] -= y[i1, i2 - 1] * a[i1, i2] / c[i1, i2 - 1];
                c[i1, i2] -= a[i1, i2] * a[i1, i2] / c[i1, i2 - 1];
            }
        });
        Parallel.For(0, n, i2 =>
        {
            for (int i1 = 1; i1 < n; i1++)
            {
                y[i1, i2] -= y[i1 - 1, i2] / c[i1, i2];
            }
        });
    }

    [Racy("x")]
    public static void AlternatingDirectionsWrongAxis(double[,] x, double[,] a)
    {
        int n = x.GetLength(0);
        Parallel.For(1, n, i1 =>
        {
            for (int i2 = 0; i2 < n; i2++)
            {
                x[i1, i2] -= x[i1 - 1, i2] * 0.25;
            }
        });
    }

    [Safe]
    public static bool[] SieveBySegments(int n)
    {
        bool[] composite = new bool[n + 1];
        int root = (int)Math.Sqrt(n);
        for (int p = 2; p <= root; p++)
        {
            if (composite[p])
            {
                continue;
            }

            for (int q = p * p; q <= root; q += p)
            {
                composite[q] = true;
            }
        }

        const int Segment = 4096;
        int segments = (n - root + Segment - 1) / Segment;
        Parallel.For(0, segments, s =>
        {
            int lo = root + 1 + s * Segment, hi = Math.Min(lo + Segment - 1, n);
            for (int p = 2; p <= root; p++)
            {
                if (!composite[p])
                {
                    for (int q = (lo + p - 1) / p * p; q <= hi; q += p)
                    {
                        composite[q] = true;
                    }
                }
            }
        });
        return composite;
    }

    [Racy("composite")]
    public static bool[] SieveByPrimes(int n)
    {
        bool[] composite = new bool[n + 1];
        int root = (int)Math.Sqrt(n);
        Parallel.For(2, root + 1, p =>
        {
            for (int q = p * p; q <= n; q += p)
            {
                composite[q] = true;
            }
        });
        return composite;
    }

    [Safe]
    public static double Diffusion(int n, int steps)
    {
        double[] u1 = new double[n], u2 = new double[n];
        u1[0] = u1[n - 1] = u2[0] = u2[n - 1] = 0.5;
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, n - 1, i => u2[i] = u1[i] + 0.2 * (u1[i - 1] + u1[i + 1] - 2 * u1[i]));
            double[] tmp = u1;
            u1 = u2;
            u2 = tmp;
        }

        return u1[n / 2];
    }

    [Racy("u2", "u1")]
    public static double DiffusionBuffersBecomeOne(int n, int steps)
    {
        double[] u1 = new double[n], u2 = new double[n];
        u1[0] = u1[n - 1] = u2[0] = u2[n - 1] = 0.5;
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, n - 1, i => u2[i] = u1[i] + 0.2 * (u1[i - 1] + u1[i + 1] - 2 * u1[i]));
            u1 = u2;
        }

        return u1[n / 2];
    }

    [Racy("p", "q")]
    public static double AliasedNames(int n)
    {
        double[] p = new double[n];
        double[] q = p;
        Parallel.For(1, n, i => p[i] = q[i - 1] + 1);
        return p[n - 1];
    }

    [Safe]
    public static double DistinctNames(int n)
    {
        double[] p = new double[n];
        double[] q = new double[n];
        Parallel.For(1, n, i => p[i] = q[i - 1] + 1);
        return p[n - 1];
    }

    [Safe]
    public static void SameIndexMayAlias(double[] newSxx, double[] newSyy)
    {
        Parallel.For(0, newSxx.Length, i =>
        {
            newSxx[i] = 0.0;
            newSyy[i] = 0.0;
        });
    }

    [Racy("xb", "data")]
    public static double TwoViewsTwelveApart()
    {
        double[] data = new double[64];
        Memory<double> xa = data.AsMemory(0), xb = data.AsMemory(12);
        Parallel.For(0, 20, i =>
        {
            xa.Span[i] += 1.0;
            xb.Span[i] += 3.0;
        });
        return data[13];
    }

    [Safe]
    public static double TwoViewsApart()
    {
        double[] data = new double[64];
        Memory<double> xa = data.AsMemory(0, 20), xb = data.AsMemory(20, 20);
        Parallel.For(0, 20, i =>
        {
            xa.Span[i] += 1.0;
            xb.Span[i] += 3.0;
        });
        return data[13];
    }
}
