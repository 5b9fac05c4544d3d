using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Kernels of linear algebra, stencils, statistics and dynamic programming.</summary>
internal static class NumericalKernels
{
    [Safe]
    public static double[,] MatrixProduct(double[,] a, double[,] b)
    {
        int n = a.GetLength(0), k = b.GetLength(0), m = b.GetLength(1);
        var c = new double[n, m];
        Parallel.For(0, n, i =>
        {
            for (int p = 0; p < k; p++)
            {
                for (int j = 0; j < m; j++)
                {
                    c[i, j] += a[i, p] * b[p, j];
                }
            }
        });
        return c;
    }

    [Racy("c")]
    public static double[,] MatrixProductOverTheSumIndex(double[,] a, double[,] b)
    {
        int n = a.GetLength(0), k = b.GetLength(0), m = b.GetLength(1);
        var c = new double[n, m];
        Parallel.For(0, k, p =>
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                {
                    c[i, j] += a[i, p] * b[p, j];
                }
            }
        });
        return c;
    }

    [Safe]
    public static float[] MatrixVector(float[] a, float[] v, int n)
    {
        float[] outv = new float[n];
        Parallel.For(0, n, i =>
        {
            float sum = 0.0f;
            for (int j = 0; j < n; j++)
            {
                sum += a[i * n + j] * v[j];
            }

            outv[i] = sum;
        });
        return outv;
    }

    [Racy("sum")]
    public static float[] MatrixVectorInnerSum(float[] a, float[] v, int n)
    {
        float[] outv = new float[n];
        for (int i = 0; i < n; i++)
        {
            float sum = 0.0f;
            Parallel.For(0, n, j => { sum += a[i * n + j] * v[j]; });
            outv[i] = sum;
        }

        return outv;
    }

    [Safe]
    public static double[,] TwoProducts(double alpha, double[,] a, double[,] b, double[,] c)
    {
        int n = a.GetLength(0);
        var tmp = new double[n, n];
        var d = new double[n, n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; ++k)
                {
                    tmp[i, j] += alpha * a[i, k] * b[k, j];
                }
            }
        });
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; ++k)
                {
                    d[i, j] += tmp[i, k] * c[k, j];
                }
            }
        });
        return d;
    }

    [Racy("tmp")]
    public static double[,] TwoProductsFused(double alpha, double[,] a, double[,] b, double[,] c)
    {
        int n = a.GetLength(0);
        var tmp = new double[n, n];
        var d = new double[n, n];
        Parallel.For(0, n, j =>
        {
            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < n; ++k)
                {
                    tmp[i, j] += alpha * a[i, k] * b[k, j];
                }
            }

            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < n; ++k)
                {
                    d[i, j] += tmp[i, k] * c[k, j];
                }
            }
        });
        return d;
    }

    [Safe]
    public static double[,] Covariance(double[,] data)
    {
        int n = data.GetLength(0), m = data.GetLength(1);
        double[] mean = new double[m];
        Parallel.For(0, m, j =>
        {
            for (int i = 0; i < n; i++)
            {
                mean[j] += data[i, j];
            }

            mean[j] /= n;
        });

        double[,] cov = new double[m, m];
        Parallel.For(0, m, j1 =>
        {
            for (int j2 = j1; j2 < m; j2++)
            {
                double s = 0;
                for (int i = 0; i < n; i++)
                {
                    s += (data[i, j1] - mean[j1]) * (data[i, j2] - mean[j2]);
                }

                cov[j1, j2] = s / (n - 1);
                cov[j2, j1] = cov[j1, j2];
            }
        });
        return cov;
    }

    [Racy("cov")]
    public static double[,] CovarianceAllPairs(double[,] data, double[] mean)
    {
        int n = data.GetLength(0), m = data.GetLength(1);
        double[,] cov = new double[m, m];
        Parallel.For(0, m, j1 =>
        {
            for (int j2 = 0; j2 < m; j2++)
            {
                double s = 0;
                for (int i = 0; i < n; i++)
                {
                    s += (data[i, j1] - mean[j1]) * (data[i, j2] - mean[j2]);
                }

                cov[j1, j2] = s / (n - 1);
                cov[j2, j1] = cov[j1, j2];
            }
        });
        return cov;
    }

    [Racy("mean")]
    public static double[] MeansByRow(double[,] data)
    {
        int n = data.GetLength(0), m = data.GetLength(1);
        double[] mean = new double[m];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m; j++)
            {
                mean[j] += data[i, j] / n;
            }
        });
        return mean;
    }

    [Safe]
    public static double[][] LuDecompose(double[][] source)
    {
        int n = source.Length;
        double[][] a = new double[n][];
        for (int r = 0; r < n; r++)
        {
            a[r] = (double[])source[r].Clone();
        }

        for (int k = 0; k < n; k++)
        {
            double[] pivotRow = a[k];
            int kk = k;
            Parallel.For(k + 1, n, i =>
            {
                double[] row = a[i];
                double factor = row[kk] / pivotRow[kk];
                row[kk] = factor;
                for (int j = kk + 1; j < n; j++)
                {
                    row[j] -= factor * pivotRow[j];
                }
            });
        }

        return a;
    }

    [Safe]
    public static void LuDecomposeFlat(double[,] a)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n - 1; k++)
        {
            Parallel.For(k + 1, n, i =>
            {
                a[i, k] /= a[k, k];
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= a[i, k] * a[k, j];
                }
            });
        }
    }

    [Racy("a")]
    public static void LuDecomposeFromPivotRow(double[,] a)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n - 1; k++)
        {
            Parallel.For(k, n, i =>
            {
                a[i, k] /= a[k, k];
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= a[i, k] * a[k, j];
                }
            });
        }
    }

    [Racy("x")]
    public static double[] ForwardSubstitutionAtOnce(double[,] l, double[] b)
    {
        int n = b.Length;
        double[] x = new double[n];
        Parallel.For(0, n, i =>
        {
            double s = b[i];
            for (int j = 0; j < i; j++)
            {
                s -= l[i, j] * x[j];
            }

            x[i] = s / l[i, i];
        });
        return x;
    }

    [Safe]
    public static double[] ForwardSubstitutionByColumn(double[,] l, double[] b)
    {
        int n = b.Length;
        double[] x = (double[])b.Clone();
        for (int j = 0; j < n; j++)
        {
            double xj = x[j] /= l[j, j];
            Parallel.For(j + 1, n, i => x[i] -= l[i, j] * xj);
        }

        return x;
    }

    [Racy("dist")]
    public static void ShortestPathsOverIntermediate(int[,] dist)
    {
        int n = dist.GetLength(0);
        Parallel.For(0, n, k =>
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    int through = dist[i, k] + dist[k, j];
                    if (through < dist[i, j])
                    {
                        dist[i, j] = through;
                    }
                }
            }
        });
    }

    [Safe]
    public static int[,] ShortestPathsDoubleBuffered(int[,] dist)
    {
        int n = dist.GetLength(0);
        int[,] from = (int[,])dist.Clone();
        for (int k = 0; k < n; k++)
        {
            int[,] to = new int[n, n];
            Parallel.For(0, n, i =>
            {
                for (int j = 0; j < n; j++)
                {
                    to[i, j] = Math.Min(from[i, j], from[i, k] + from[k, j]);
                }
            });
            from = to;
        }

        return from;
    }
}
