using AutoPar;

namespace Kernels;

/// <summary>G14: wavefronts, time loops, tiling, fusion.</summary>
public static partial class G14
{
    [Parallelize, Vectorize]
    public static void G14_1(int[,] R, byte[] u, byte[] v, int n, int m)
    {
        for (int i = 1; i < n; i++)
            for (int j = 1; j < m; j++)
                R[i, j] = Math.Min(Math.Min(R[i - 1, j], R[i, j - 1]) + 1, R[i - 1, j - 1] + (u[i] == v[j] ? 0 : 1));
    }

    [Parallelize, Vectorize]
    public static void G14_2(double[,] A, int n, int m)
    {
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < m - 1; j++)
                A[i, j] = (A[i - 1, j] + A[i, j - 1] + A[i + 1, j] + A[i, j + 1]) * 0.25;
    }

    [Parallelize, Vectorize]
    public static void G14_3(double[,] A, int n, int m)
    {
        for (int i = 1; i < n - 1; i++)
            for (int j = 1 + (i & 1); j < m - 1; j += 2)
                A[i, j] = (A[i - 1, j] + A[i + 1, j] + A[i, j - 1] + A[i, j + 1]) * 0.25;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5)]
    public static void G14_4(double[] a, double[] b, int n, int k)
    {
        for (int o = 0; o < k; o++)
        {
            for (int i = 1; i < n - 1; i++)
                b[i] = (a[i - 1] + a[i] + a[i + 1]) / 3;
            (a, b) = (b, a);
        }
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5)]
    public static void G14_5(double[] a, int n, int k)
    {
        for (int o = 0; o < k; o++)
            for (int i = 1; i < n - 1; i++)
                a[i] = (a[i - 1] + a[i + 1]) * 0.5;
    }

    [Parallelize, Vectorize]
    public static void G14_6(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * t;
        for (int i = 0; i < n; i++)
            c[i] = b[i] + 1;
    }

    [Parallelize, Vectorize]
    public static void G14_7(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * t;
        for (int i = 0; i < n; i++)
            c[i] = b[i + 1];
    }

    [Parallelize, Vectorize]
    [MaxTrips(33)]
    public static void G14_8(double[,] A, int n)
    {
        for (int o = 0; o < n; o++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    A[i, j] = Math.Min(A[i, j], A[i, o] + A[o, j]);
    }

    [Parallelize, Vectorize]
    [MaxTrips(4099)]
    public static void G14_9(double[] a, double t, int n)
    {
        for (int o = 0; o < n; o += 64)
            for (int i = o; i < Math.Min(o + 64, n); i++)
                a[i] *= t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 7, 64)]
    public static void G14_9_Symbolic(double[] a, int n, int k, double t)
    {
        for (int o = 0; o < n; o += k)
            for (int i = o; i < Math.Min(o + k, n); i++)
                a[i] = a[i] * t + o;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 7, 64, int.MaxValue)]
    public static void G14_9_Down(double[] a, int n, int k, double t)
    {
        for (int o = n; o > 0; o -= k)
            for (int i = Math.Max(o - k, 0); i < o; i++)
                a[i] = a[i] * t + o;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 7), Values("m", 0, 1, 5)]
    public static void G14_9_Tiles(int[,] R, int n, int m, int k)
    {
        for (int o = 0; o < n; o += k)
            for (int q = 0; q < m; q += k)
                for (int i = o; i < Math.Min(o + k, n); i++)
                    for (int j = q; j < Math.Min(q + k, m); j++)
                        R[i, j] += i - q;
    }

    [Parallelize, Vectorize]
    [Values("k", -1, 0, 1, 2, 7), Values("m", 0, 1, 5)]
    public static void G14_9_Blocks(int[] p, int m, int k)
    {
        for (int o = 0; o < m; o++)
            for (int i = o * k; i < (o + 1) * k; i++)
                p[i] += i - o;
    }

    [Parallelize, Vectorize]
    [Values("k", -1, 0, 1, 2, 7), Values("m", 0, 1, 5)]
    public static void G14_9_LastShort(int[] p, int n, int m, int k)
    {
        for (int o = 0; o < m; o++)
            for (int i = o * k; i < Math.Min((o + 1) * k, n); i++)
                p[i] += i - o;
    }

    [Parallelize, Vectorize]
    [Values("k", -1, 0, 1, 2, 7), Values("m", 0, 1, 5)]
    public static void G14_9_Overlap(int[] p, int m, int k)
    {
        for (int o = 0; o < m; o++)
            for (int i = o * k; i <= (o + 1) * k; i++)
                p[i] = p[i] * 3 + o;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 8, 16)]
    public static void G14_9_Butterflies(double[] a, int n, int k)
    {
        for (int o = 0; o < n; o += 2 * k)
            for (int j = 0; j < k; j++)
            {
                double e = a[o + j];
                double f = a[o + j + k];
                a[o + j] = e + f;
                a[o + j + k] = e - f;
            }
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 8, 16)]
    public static void G14_9_NarrowButterflies(int[] p, int n, int k)
    {
        for (int o = 0; o < n; o += k)
            for (int j = 0; j < k; j++)
            {
                p[o + j] = p[o + j] * 3 + o;
                p[o + j + k] = p[o + j] - 5;
            }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 4, 5)]
    public static void G14_9_Channels(byte[] u, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                u[4 * i + j] = (byte)(u[4 * i + j] * 3 + i);
    }
}
