using AutoPar;

namespace Kernels;

/// <summary>loops.md G8: gathers, scatters, [Unique].</summary>
public static partial class G08
{
    private static readonly int[] Perm = [3, 1, 0, 2];

    private static ReadOnlySpan<int> Fixed => [3, 1, 0, 2];

    [Parallelize, Vectorize]
    public static void G8_1(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[p[i]];
    }

    [Parallelize, Vectorize]
    public static void G8_1_Table(byte[] u, byte[] v, byte[] table, int n)
    {
        for (int i = 0; i < n; i++)
            v[i] = table[u[i]];
    }

    [Parallelize, Vectorize]
    public static void G8_2(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_3(double[] a, double[] b, [Unique] int[] p)
    {
        for (int i = 0; i < p.Length; i++)
            a[p[i]] += b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_4(double[] a, int[] p, int[] q, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = a[q[i]] + t;
    }

    [Parallelize, Vectorize]
    public static void G8_5(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[p[i]] = i;
    }

    [Parallelize, Vectorize]
    public static void G8_6(bool[] on, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            on[p[i]] = true;
    }

    [Parallelize, Vectorize]
    [Reassociated, MaxTrips(300)]
    public static void G8_7(double[] a, double[] b, double[] c, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = p[i]; j < p[i + 1]; j++)
                e += a[j] * b[q[j]];
            c[i] = e;
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G8_8(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = p[i]; j < p[i + 1]; j++)
                a[j] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Perm[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Constant(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Fixed[i]] = b[i];
    }
}
