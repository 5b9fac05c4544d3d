using AutoPar;

namespace Kernels;

/// <summary>G36: loops that threads run piece by piece, where an element or a crossing divides them.</summary>
public static partial class G36
{
    [Parallelize]
    public static void G36_AtElement(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] -= a[m];
    }

    /// <summary>Two elements divide it into five pieces; they may be one, or lie outside.</summary>
    [Parallelize, Vectorize]
    public static void G36_AtTwoElements(int[] p, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
            p[i] += p[m] - p[k];
    }

    [Parallelize, Vectorize]
    public static void G36_AtElementDown(double[] a, double[] b, int n, int m)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            b[i] = a[m];
            a[i] = b[i] + i;
        }
    }

    [Parallelize, Vectorize]
    public static void G36_AtElementByThree(long[] w, int n, int m)
    {
        for (int i = 0; i < n; i += 3)
            w[i] = w[m] + i;
    }

    [Parallelize]
    public static void G36_Crossing(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[n - 1 - i] + 1;
    }

    /// <summary>Another element stands beside the crossing; the span's start isn't the array's.</summary>
    [Parallelize, Vectorize]
    public static void G36_CrossingSpans(Span<double> x, double t)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[x.Length - 1 - i] * t;
    }

    /// <summary>Twice as far: into phases.</summary>
    [Parallelize]
    public static void G36_Phases(double[] a, int n)
    {
        for (int i = 1; i < n; i++)
            a[2 * i] = a[i] + 1;
    }

    /// <summary>The sum isn't cut: threads would have to add it up in another order.</summary>
    [Parallelize, Reassociated]
    public static double G36_AtElementSum(double[] a, int n, int m)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] -= a[m];
            s += a[i];
        }

        return s;
    }

    /// <summary>A body as it was written: an exception is that of the lowest iteration, and later pieces haven't begun.</summary>
    [Parallelize]
    public static void G36_AtElementChecked(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            p[i] = checked(p[m] + q[i]);
    }

    /// <summary>Row and column o are read by all, and written by their own iterations.</summary>
    [Parallelize, Vectorize]
    public static void G36_ShortestPaths(int[,] R, int n)
    {
        for (int o = 0; o < n; o++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    R[i, j] = Math.Min(R[i, j], R[i, o] + R[o, j]);
    }
}
