using System;
using System.Linq;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Products, eliminations, solvers.</summary>
internal static class LinearAlgebra
{
    [Safe]
    public static double[,] Product(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var c = new double[n, n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                c[i, j] = sum;
            }
        });
        return c;
    }

    // One sum for all rows.
    [Racy("sum")]
    public static double[,] ProductWithSharedSum(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var c = new double[n, n];
        double sum;
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                sum = 0;
                for (int k = 0; k < n; k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                c[i, j] = sum;
            }
        });
        return c;
    }

    // The summation index is the parallel one: all add to all of c.
    [Racy("c")]
    public static double[,] ProductOverK(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var c = new double[n, n];
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
    public static double[,] ProductOverColumns(double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        var c = new double[n, n];
        Parallel.For(0, n, j =>
        {
            for (int k = 0; k < n; k++)
            {
                for (int i = 0; i < n; i++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        });
        return c;
    }

    // The product replaces its left factor, row by row: a row needs its own old values, and nobody else's.
    [Safe]
    public static void ProductInPlaceByRow(double[,] a, int[,] b)
    {
        int n = a.GetLength(0);
        Parallel.For(0, n, i =>
        {
            double[] row = new double[n];
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                {
                    row[j] += a[i, k] * b[k, j];
                }
            }

            for (int j = 0; j < n; j++)
            {
                a[i, j] = row[j];
            }
        });
    }

    // The right factor is needed by all rows.
    [Racy("b")]
    public static void ProductReplacesTheRightFactor(int[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        Parallel.For(0, n, i =>
        {
            double[] row = new double[n];
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                {
                    row[j] += a[i, k] * b[k, j];
                }
            }

            for (int j = 0; j < n; j++)
            {
                b[i, j] = row[j];
            }
        });
    }

    [Safe]
    public static double[] MatrixVector(double[,] a, double[] x)
    {
        double[] y = new double[a.GetLength(0)];
        Parallel.For(0, y.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += a[i, j] * x[j];
            }
        });
        return y;
    }

    [Racy("y")]
    public static double[] MatrixVectorOverColumns(double[,] a, double[] x)
    {
        double[] y = new double[a.GetLength(0)];
        Parallel.For(0, x.Length, j =>
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] += a[i, j] * x[j];
            }
        });
        return y;
    }

    [Racy("dot")]
    public static double Dot(double[] x, double[] y)
    {
        double dot = 0;
        Parallel.For(0, x.Length, i => dot += x[i] * y[i]);
        return dot;
    }

    [Safe]
    public static double DotOfQuery(double[] x, double[] y) => ParallelEnumerable.Range(0, x.Length).Sum(i => x[i] * y[i]);

    // One step of an elimination: the rows below the pivot's.
    [Safe]
    public static void Elimination(double[,] a)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            Parallel.For(k + 1, n, i =>
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            });
        }
    }

    // The pivot's row is among them.
    [Racy("a")]
    public static void EliminationWithPivotRow(double[,] a)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            Parallel.For(k, n, i =>
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            });
        }
    }

    // All pivots at once.
    [Racy("a")]
    public static void EliminationOverPivots(double[,] a)
    {
        int n = a.GetLength(0);
        Parallel.For(0, n, k =>
        {
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        });
    }

    // Update of the lower triangle right of column k.
    [Safe]
    public static void CholeskyUpdate(double[,] l, int k)
    {
        int n = l.GetLength(0);
        Parallel.For(k + 1, n, j =>
        {
            for (int i = j; i < n; i++)
            {
                l[i, j] -= l[i, k] * l[j, k];
            }
        });
    }

    // From column k on: column k is read by all the others.
    [Racy("l")]
    public static void CholeskyUpdateWithColumn(double[,] l, int k)
    {
        int n = l.GetLength(0);
        Parallel.For(k, n, j =>
        {
            for (int i = j; i < n; i++)
            {
                l[i, j] -= l[i, k] * l[j, k];
            }
        });
    }

    [Safe]
    public static double[] Jacobi(double[,] a, double[] b, int steps)
    {
        int n = a.GetLength(0);
        double[] x = new double[n];
        for (int step = 0; step < steps; step++)
        {
            double[] old = x, next = new double[n];
            Parallel.For(0, n, i =>
            {
                double sum = b[i];
                for (int j = 0; j < n; j++)
                {
                    if (j != i)
                    {
                        sum -= a[i, j] * old[j];
                    }
                }

                next[i] = sum / a[i, i];
            });
            x = next;
        }

        return x;
    }

    // The newest values of the others are those that are being written.
    [Racy("x")]
    public static double[] GaussSeidel(double[,] a, double[] b, int steps)
    {
        int n = a.GetLength(0);
        double[] x = new double[n];
        for (int step = 0; step < steps; step++)
        {
            Parallel.For(0, n, i =>
            {
                double sum = b[i];
                for (int j = 0; j < n; j++)
                {
                    if (j != i)
                    {
                        sum -= a[i, j] * x[j];
                    }
                }

                x[i] = sum / a[i, i];
            });
        }

        return x;
    }

    // Power iteration: the norm is taken by all rows.
    [Racy("norm")]
    public static double PowerStep(double[,] a, double[] x)
    {
        double norm = 0;
        double[] y = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += a[i, j] * x[j];
            }

            norm = Math.Max(norm, Math.Abs(y[i]));
        });
        return norm;
    }

    // The norm after the loop.
    [Safe]
    public static double PowerStepThenNorm(double[,] a, double[] x)
    {
        double norm = 0;
        double[] y = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += a[i, j] * x[j];
            }
        });
        foreach (double v in y)
        {
            norm = Math.Max(norm, Math.Abs(v));
        }

        return norm;
    }
}
