using AutoPar;

namespace Kernels;

/// <summary>G9: distribution, reordering, node splitting, expansion, peeling, index-set splitting.</summary>
public static partial class G09
{
    [Parallelize, Vectorize]
    public static void G9_1(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 1; i < n; i++)
        {
            b[i] = Math.Sqrt(a[i]);
            c[i] = Math.Max(c[i - 1] * t, b[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G9_2(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * t;
            a[i + 1] = c[i] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G9_3(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + c[i];
            d[i] = a[i] + a[i + 1];
        }
    }

    [Parallelize, Vectorize]
    public static void G9_4(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = Math.Sqrt(b[i - 1]);
            b[i] = a[i] * c[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G9_5(double[] a, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i];
            a[i + 1] = b[i] * t;
        }
    }

    [Parallelize, Vectorize]
    public static double G9_6(double[] a, double[] b, double[] c, double s, int n)
    {
        double e;
        for (int i = 0; i < n; i++)
        {
            e = a[i] + b[i];
            s = Math.Sqrt(s) + e;
            c[i] = e * e;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 5, 17, 100, -3)]
    public static void G9_7(double[] a, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] = i < m ? b[i] : c[i];
    }

    [Parallelize, Vectorize]
    public static void G9_8(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i == 0 ? n - 1 : i - 1] + a[i == n - 1 ? 0 : i + 1];
    }
}
