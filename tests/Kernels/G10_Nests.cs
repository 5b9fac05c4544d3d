using AutoPar;

namespace Kernels;

/// <summary>G10: nests, interchange, triangular domains.</summary>
public static partial class G10
{
    [Parallelize, Vectorize]
    public static void G10_1(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 1; j < m; j++)
                A[i, j] = Math.Sqrt(A[i, j - 1]) + B[i, j];
    }

    [Parallelize, Vectorize]
    public static void G10_2(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 1; i < n; i++)
            for (int j = 0; j < m; j++)
                A[i, j] = Math.Sqrt(A[i - 1, j]) + B[i, j];
    }

    [Parallelize, Vectorize]
    public static void G10_3(double[,] A, double t, int n, int m)
    {
        for (int i = 1; i < n; i++)
            for (int j = 0; j < m; j++)
                A[i, j] = A[i - 1, j + 1] * t;
    }

    [Parallelize, Vectorize]
    public static void G10_4(double[,] A, double t, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] *= t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G10_5(double[,] A, double[,] B, double[,] C, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double e = 0;
                for (int o = 0; o < k; o++)
                    e += A[i, o] * B[o, j];
                C[i, j] = e;
            }
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("f"), Rows("g"), Rows("h")]
    public static void G10_5_Flat(float[] f, float[] g, float[] h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float e = 0;
                for (int o = 0; o < n; o++)
                    e += f[i * n + o] * g[o * n + j];
                h[i * n + j] = e;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G10_6(double[,] A, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                c[j] += A[i, j];
    }

    [Parallelize, Vectorize]
    public static void G10_7(double[,] A, double[,] B, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
                A[i, j] = B[j, i];
    }

    [Parallelize, Vectorize]
    public static void G10_7_Same(int[,] A, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++)
                A[i, j] = A[j, i] + 1;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G10_8(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                double e = a[i] - a[j];
                b[i] += e;
                b[j] -= e;
            }
        }
    }

    [Parallelize, Vectorize]
    [Reassociated, Between("A", 1, 1.01)]
    public static void G10_9(double[,] A, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = b[i];
            for (int j = 0; j < i; j++)
                e -= A[i, j] * c[j];
            c[i] = e / A[i, i];
        }
    }

    [Parallelize, Vectorize]
    [Rows("a")]
    public static void G10_10(double[] a, double t, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                a[i * k + j] += t;
    }

    [Parallelize, Vectorize]
    public static double G10_RowSums(double[,] A, double[] c, int n, int m)
    {
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            long count = 0;
            for (int j = 0; j < m; j++)
                if (A[i, j] > 0)
                    count++;
            c[i] = count;
            largest = Math.Max(largest, count);
        }

        return largest;
    }

    [Parallelize, Vectorize]
    public static void G10_TwoLoops(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * 2;
        double scale = n > 0 ? b[0] : 1;
        for (int i = 0; i < n; i++)
            a[i] = b[i] - scale;
    }

    [Parallelize, Vectorize]
    [Values("o", 0, 1, 2, 5)]
    public static void G10_Nested(double[,] A, double[,] B, int n, int m, int o)
    {
        for (int step = 0; step < o; step++)
        {
            for (int i = 1; i < n - 1; i++)
                for (int j = 1; j < m - 1; j++)
                    B[i, j] = (A[i - 1, j] + A[i + 1, j] + A[i, j - 1] + A[i, j + 1]) * 0.25;
            for (int i = 1; i < n - 1; i++)
                for (int j = 1; j < m - 1; j++)
                    A[i, j] = B[i, j];
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G10_RowsInto(double[,] A, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                c[i] += A[i, j];
        }
    }

    [Parallelize, Vectorize]
    [Values("m", -1, 0, 1, 3, 7, 20)]
    public static void G10_RowsIntoFlat(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < m; j++)
            {
                q[2 * i] -= p[j];
                p[j]++;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G10_RowsIntoSpan(Span<int> w, ReadOnlySpan<int> u, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = m; j > 0; j--)
                w[i] ^= u[j] + i;
        }
    }

    [Parallelize, Vectorize]
    public static void G10_RowsIntoIf(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (p[j] > i)
                    q[i] += p[j];
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G10_RowsIntoSelf(int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                p[i] += p[j];
        }
    }

    [Parallelize, Vectorize]
    public static void G10_RowsIntoAhead(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
                p[i] += p[j];
        }
    }

    [Parallelize, Vectorize]
    public static void G10_RowsIntoByte(byte[] u, byte[] v, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                u[i] += (byte)(v[j] + 1);
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G10_ProductInto(double[,] A, double[,] B, double[,] C, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int o = 0; o < k; o++)
                    C[i, j] += A[i, o] * B[o, j];
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G10_BothInto(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = i;
            for (int j = 0; j < i; j++)
            {
                q[i] += p[j];
                r[i + 1] |= p[j];
            }

            q[i] *= 2;
        }
    }
}
