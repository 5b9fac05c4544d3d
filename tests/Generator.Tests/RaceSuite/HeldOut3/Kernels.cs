using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Linear algebra and other numerical kernels.</summary>
internal sealed class Kernels
{
    [Safe]
    public static double[] MatrixTimesVector(double[,] m, double[] v)
    {
        double[] y = new double[m.GetLength(0)];
        Parallel.For(0, y.Length, i =>
        {
            double sum = 0;
            for (int j = 0; j < v.Length; j++)
            {
                sum += m[i, j] * v[j];
            }
            y[i] = sum;
        });
        return y;
    }

    [Racy("y")]
    public static double[] VectorTimesMatrix(double[,] m, double[] v)
    {
        double[] y = new double[m.GetLength(1)];
        Parallel.For(0, v.Length, i =>
        {
            for (int j = 0; j < y.Length; j++)
            {
                y[j] += m[i, j] * v[i];
            }
        });
        return y;
    }

    [Racy("y")]
    public static double[] InnerProductsParallelInside(double[,] m, double[] v)
    {
        double[] y = new double[m.GetLength(0)];
        for (int i = 0; i < y.Length; i++)
        {
            int row = i;
            Parallel.For(0, v.Length, j => y[row] += m[row, j] * v[j]);
        }
        return y;
    }

    [Safe]
    public static double[,] Multiply(double[,] a, double[,] b, int n)
    {
        double[,] c = new double[n, n];
        Parallel.For(0, n, i =>
        {
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        });
        return c;
    }

    [Racy("c")]
    public static double[,] MultiplyOverInnerDimension(double[,] a, double[,] b, int n)
    {
        double[,] c = new double[n, n];
        Parallel.For(0, n, k =>
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        });
        return c;
    }

    [Safe]
    public static void Jacobi(double[,] u, int n, int sweeps)
    {
        double[,] next = new double[n, n];
        for (int s = 0; s < sweeps; s++)
        {
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    next[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
                }
            });
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    u[i, j] = next[i, j];
                }
            });
        }
    }

    [Racy("error", "u")]
    public static double JacobiWithError(double[,] u, double[,] f, int n)
    {
        double[,] next = new double[n, n];
        double error = 0;
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1; j < n - 1; j++)
            {
                next[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1] - f[i, j]);
                error = Math.Max(error, Math.Abs(next[i, j] - u[i, j]));
            }
        });
        return error;
    }

    [Racy("u")]
    public static void GaussSeidel(double[,] u, int n) => Parallel.For(1, n - 1, i =>
    {
        for (int j = 1; j < n - 1; j++)
        {
            u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
        }
    });

    [Safe]
    public static void GaussSeidelRedBlack(double[,] u, int n)
    {
        for (int colour = 0; colour < 2; colour++)
        {
            int start = colour;
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1 + (i + start) % 2; j < n - 1; j += 2)
                {
                    u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
                }
            });
        }
    }

    [Racy("u")]
    public static void GaussSeidelByColumnsOfOneParity(double[,] u, int n)
    {
        for (int colour = 0; colour < 2; colour++)
        {
            int start = colour;
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1 + start; j < n - 1; j += 2)
                {
                    u[i, j] = 0.25 * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]);
                }
            });
        }
    }

    // Row k and column k of pass k do not change: the diagonal is zero, which the text does not say.
    [CannotKnow]
    public static void FloydWhereShorter(int[,] d, int n)
    {
        for (int k = 0; k < n; k++)
        {
            int via = k;
            Parallel.For(0, n, i =>
            {
                for (int j = 0; j < n; j++)
                {
                    if (d[i, via] + d[via, j] < d[i, j])
                    {
                        d[i, j] = d[i, via] + d[via, j];
                    }
                }
            });
        }
    }

    [Safe]
    public static void FloydSkippingPivotRow(int[,] d, int n)
    {
        for (int k = 0; k < n; k++)
        {
            int via = k;
            Parallel.For(0, n, i =>
            {
                if (i == via)
                {
                    return;
                }
                for (int j = 0; j < n; j++)
                {
                    d[i, j] = Math.Min(d[i, j], d[i, via] + d[via, j]);
                }
            });
        }
    }

    [Racy("d")]
    public static void FloydOverPivots(int[,] d, int n) => Parallel.For(0, n, k =>
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
            }
        }
    });

    [Safe]
    public static void LuInPlace(double[][] a)
    {
        int n = a.Length;
        double[,] m = new double[n, n];
        for (int k = 0; k < n - 1; k++)
        {
            int p = k;
            Parallel.For(p + 1, n, i =>
            {
                m[i, p] /= m[p, p];
                for (int j = p + 1; j < n; j++)
                {
                    m[i, j] -= m[i, p] * m[p, j];
                }
            });
        }
    }

    [Racy("m")]
    public static double[,] LuFromPivotRowOn(int n)
    {
        double[,] m = new double[n, n];
        for (int k = 0; k < n - 1; k++)
        {
            int p = k;
            Parallel.For(p, n, i =>
            {
                m[i, p] /= m[p, p];
                for (int j = p + 1; j < n; j++)
                {
                    m[i, j] -= m[i, p] * m[p, j];
                }
            });
        }
        return m;
    }

    [Safe]
    public static void CholeskyByColumns(double[,] l, int n)
    {
        for (int j = 0; j < n; j++)
        {
            int c = j;
            for (int k = 0; k < c; k++)
            {
                l[c, c] -= l[c, k] * l[c, k];
            }
            l[c, c] = Math.Sqrt(l[c, c]);
            Parallel.For(c + 1, n, i =>
            {
                for (int k = 0; k < c; k++)
                {
                    l[i, c] -= l[i, k] * l[c, k];
                }
                l[i, c] /= l[c, c];
            });
        }
    }

    [Racy("l")]
    public static void CholeskyAllColumnsAtOnce(double[,] l, int n) => Parallel.For(0, n, j =>
    {
        for (int i = j; i < n; i++)
        {
            for (int k = 0; k < j; k++)
            {
                l[i, j] -= l[i, k] * l[j, k];
            }
        }
    });
}
