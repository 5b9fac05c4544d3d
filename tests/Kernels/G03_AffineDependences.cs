using AutoPar;

namespace Kernels;

/// <summary>G3: affine dependences on one array.</summary>
public static partial class G03
{
    [Parallelize, Vectorize]
    public static void G3_1(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i + 1] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G3_1_Bytes(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n; i++)
            u[i] = (byte)(u[i + 3] ^ v[i]);
    }

    [Parallelize, Vectorize]
    public static void G3_2(double[] a, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] = 1 / (a[i - 1] + b[i]);
    }

    [Parallelize, Vectorize]
    public static void G3_2_Span(Span<int> x)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] = x[i] * 3 - (x[i - 1] >> 1);
    }

    [Parallelize, Vectorize]
    public static void G3_3(double[] a, double[] b, int n)
    {
        for (int i = 4; i < n; i++)
            a[i] = Math.Sqrt(a[i - 4]) + b[i];
    }

    [Parallelize, Vectorize]
    public static void G3_3_Far(float[] f, float[] g, int n)
    {
        for (int i = 100; i < n; i++)
            f[i] = f[i - 100] * 0.5f + g[i];
    }

    [Parallelize, Vectorize]
    public static void G3_3_Seven(int[] p, int n)
    {
        for (int i = 7; i < n; i++)
            p[i] = p[i - 7] + p[i];
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 4, 8, 16, 64, -1, -3, int.MinValue), Values("m", 0, 1, 3, 5)]
    public static void G3_4(double[] a, double[] b, int n, int m, int k)
    {
        for (int i = m; i < n; i++)
            a[i + k] = a[i] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G3_5(double[] a, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[2 * i] = a[2 * i + 1] * t;
    }

    [Parallelize, Vectorize]
    public static void G3_5_Three(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[3 * i] = p[3 * i + 1] - p[3 * i + 2];
    }

    [Parallelize, Vectorize]
    public static void G3_6(double[] a, int n)
    {
        for (int i = 1; i < n; i++)
            a[2 * i] = a[i] + 1;
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 1000)]
    public static void G3_7(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] -= a[m];
    }

    [Parallelize, Vectorize]
    public static void G3_8(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[n - 1 - i] + 1;
    }
}
