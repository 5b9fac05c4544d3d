using AutoPar;

namespace Kernels;

/// <summary>G21: statements in another order, loads before the stores that would be too early, and what keeps them where they are.</summary>
public static partial class G21
{
    // Three statements, each fed by the one after it.
    [Parallelize, Vectorize]
    public static void G21_Chain(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] + d[i];
            b[i] = c[i - 1] * 2;
            c[i] = d[i] - 1;
        }
    }

    // The second statement also needs the first one of its own iteration: a cycle.
    [Parallelize, Vectorize]
    public static void G21_Cycle(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i] * 0.5;
        }
    }

    // The old a[i + 1] twice, the new a[i] once.
    [Parallelize, Vectorize]
    public static void G21_TwoLoads(double[] a, double[] b, double[] d, int n)
    {
        for (int i = 0; i < n - 2; i++)
        {
            a[i] = b[i] * a[i];
            d[i] = a[i] + a[i + 1] * a[i + 2];
        }
    }

    // The load is evaluated for some iterations only.
    [Parallelize, Vectorize]
    public static void G21_Chosen(double[] a, double[] b, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i];
            d[i] = b[i] > 0 ? a[i + 1] : 0;
        }
    }

    [Parallelize, Vectorize]
    public static void G21_Branch(double[] a, double[] b, double[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] * 3;
            if (b[i] > 0)
            {
                d[i] = a[i + 1] + a[i];
            }
        }
    }

    // A scalar is assigned, used, and assigned anew.
    [Parallelize, Vectorize]
    public static void G21_Scalar(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            double e = b[i] + c[i];
            d[i] = e * a[i];
            e = c[i] - 1;
            a[i + 1] = e * 2;
        }
    }

    // A sum of old values beside the store that changes them.
    [Parallelize, Vectorize]
    public static long G21_Sum(int[] p, int[] q, int n)
    {
        long sum = 0;
        for (int i = 0; i < n - 1; i++)
        {
            p[i] = q[i] ^ 5;
            sum += p[i + 1];
        }

        return sum;
    }

    // The condition is evaluated before the branches change what it reads.
    [Parallelize, Vectorize]
    public static void G21_Condition(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (p[i] > 0)
            {
                p[i] = -q[i];
                r[i] = p[i + 1];
            }
            else
            {
                q[i + 1] = r[i];
            }
        }
    }

    // Spans, which may overlap at any distance.
    [Parallelize, Vectorize]
    public static void G21_Spans(Span<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        int n = Math.Min(x.Length - 1, Math.Min(y.Length, z.Length));
        for (int i = 0; i < n; i++)
        {
            z[i] = x[i] * 2;
            x[i + 1] = y[i] + 1;
        }
    }

    // Downwards, and by a stride of two.
    [Parallelize, Vectorize]
    public static void G21_Down(double[] a, double[] b, double[] c, int n)
    {
        for (int i = n - 2; i >= 1; i -= 2)
        {
            b[i] = a[i] * 2;
            a[i - 2 + 1] = c[i];
            a[i + 1] = c[i + 1] - b[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G21_Bytes(byte[] u, byte[] v, byte[] w, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            u[i] = (byte)(v[i] + 1);
            w[i] = (byte)(u[i] ^ u[i + 1]);
        }
    }

    [Parallelize, Vectorize]
    public static void G21_Rows(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m - 1; j++)
            {
                A[i, j] = B[i, j] * 2;
                B[i, j] = A[i, j + 1] + A[i, j];
            }
        }
    }
}
