using AutoPar;

namespace Kernels;

/// <summary>G35: elements that were stored exactly a vector before.</summary>
public static partial class G35
{
    [Vectorize]
    public static void G35_Sixteen(float[] f, float[] g, int n)
    {
        for (int i = 16; i < n; i++)
            f[i] = f[i - 16] * 0.5f + g[i];
    }

    [Vectorize]
    public static void G35_Eight(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i + 8] = a[i] * b[i] + a[i];
    }

    /// <summary>The same element, written in two ways.</summary>
    [Vectorize]
    public static void G35_TwoNames(double[] a, double[] b, int n)
    {
        for (int i = 8; i < n; i++)
            a[i] = (a[i - 8] + b[i]) * 0.5 + a[i - 4 - 4] - a[i - 8] * 0.25;
    }

    /// <summary>The element itself is loaded once, before both branches.</summary>
    [Vectorize]
    public static void G35_Branches(double[] a, double[] b, int n)
    {
        for (int i = 8; i < n; i++)
        {
            if (b[i] > 0)
                a[i] = a[i - 8] + 1;
            else
                a[i] = a[i] * 2;
        }
    }

    [Vectorize]
    public static void G35_Place(double[] a, double[] b, int n)
    {
        for (int i = 8; i < n; i++)
        {
            int k = i - 8;
            a[i] = a[k] * 0.5 + b[i];
        }
    }

    [Vectorize]
    public static void G35_Four(float[] f, float[] g, int n)
    {
        for (int i = 4; i < n; i++)
            f[i] = f[i - 4] * 0.5f + g[i];
    }

    [Vectorize]
    public static void G35_Down(double[] a, double[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            a[i] = Math.Max(a[i + 8], b[i]);
    }

    /// <summary>Other elements of the same array are loaded, too.</summary>
    [Vectorize]
    public static void G35_Mixed(int[] p, int[] q, int n)
    {
        for (int i = 16; i < n; i++)
            p[i] = p[i - 16] + p[i] * q[i];
    }

    /// <summary>The other array may be this one.</summary>
    [Vectorize]
    public static void G35_TwoStores(int[] p, int[] q, int n)
    {
        for (int i = 16; i < n; i++)
        {
            p[i] = p[i - 16] + 1;
            q[i] = p[i] * 3;
        }
    }

    [Vectorize]
    public static void G35_Condition(int[] p, int[] q, int n)
    {
        for (int i = 16; i < n; i++)
            if (q[i] > 0)
                p[i] = p[i - 16] + q[i];
    }

    [Vectorize]
    public static void G35_LoadUnderCondition(int[] p, int[] q, int n)
    {
        for (int i = 16; i < n; i++)
        {
            int e = q[i];
            if (q[i] > 0)
                e = p[i - 16];
            p[i] = e ^ 3;
        }
    }

    [Vectorize]
    public static void G35_Rows(double[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 8; j < m; j++)
                A[i, j] += A[i, j - 8] * 0.25;
    }

    [Vectorize]
    public static void G35_Shorts(short[] w, short[] v, int n)
    {
        for (int i = 16; i < n; i++)
            w[i] = (short)(w[i - 16] + v[i]);
    }

    [Vectorize]
    public static void G35_Spans(Span<double> x, ReadOnlySpan<double> y, int n)
    {
        for (int i = 8; i < n; i++)
            x[i] = x[i - 8] + y[i];
    }
}
