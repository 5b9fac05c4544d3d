using AutoPar;

namespace Kernels;

/// <summary>G54: scans of floats on threads: a block begins with the sums of those before it, in every form.</summary>
public static partial class G54
{
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Running(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Parallelize]
    [Reassociated]
    public static double G54_ThreadsAlone(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Parallelize]
    [Reassociated]
    public static void G54_InPlace(float[] f, int n)
    {
        for (int i = 1; i < n; i++)
            f[i] += f[i - 1];
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G54_Backwards(double[] a, double[] b, int n)
    {
        for (int i = n - 2; i >= 0; i--)
            a[i] = a[i + 1] + b[i];
    }

    /// <summary>The value before each iteration, not after it.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Exclusive(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = s;
            s += a[i] * a[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_IfPositive(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                s += a[i];
            b[i] = s;
        }

        return s;
    }

    /// <summary>Begins anew where on says so.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Segments(double[] a, double[] b, bool[] on, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                s = 0;
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Between("a", 0.9, 1.1)]
    [Reassociated]
    public static double G54_Product(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s *= a[i];
            b[i] = s;
        }

        return s;
    }

    /// <summary>Two at once, and a sum and a maximum beside them.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Two(double[] a, double[] b, double[] c, double s, int n)
    {
        double g = 1;
        double all = 0, most = s;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            g += a[i] * a[i];
            b[i] = s;
            c[i] = g;
            all += a[i] * 0.5;
            most = Math.Max(most, a[i]);
        }

        return s + g + all + most;
    }

    /// <summary>An exact scan beside one whose order shows.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static int G54_BesideCount(double[] a, double[] b, int[] p, int[] r, double s, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            cnt += p[i];
            b[i] = s;
            r[i] = cnt;
        }

        return cnt;
    }

    /// <summary>A filter that also keeps the sum up to what it keeps.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static int G54_Kept(double[] a, double[] b, double s, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (a[i] > t)
                b[l++] = s;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Spans(Span<double> x, Span<double> y, double s)
    {
        for (int i = 0; i < x.Length; i++)
        {
            s += x[i];
            y[i] = s;
        }

        return s;
    }

    /// <summary>Inner loops: each row's sum is computed for the total, too.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_Rows(double[,] A, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                s += A[i, j];
            b[i] = s;
        }

        return s;
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    [Between("t", 0.1, 0.9)]
    [Reassociated]
    public static double G54_LinearFast(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = s * t + a[i];
            b[i] = s;
        }

        return s;
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static double G54_Strict(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    /// <summary>Not in lanes, a second sum would take half as long again.</summary>
    [Parallelize]
    [Reassociated]
    public static double G54_Gathered(double[] a, double[] b, int[] p, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[p[i]];
            b[i] = s;
        }

        return s;
    }

    /// <summary>A scan of another scan's values would take a third pass.</summary>
    [Parallelize]
    [Reassociated]
    public static double G54_OfAScan(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            t += s;
            b[i] = t;
        }

        return t;
    }

    /// <summary>Totals would read what the iteration has just stored, if b and a are one.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G54_ThroughMemory(double[] a, double[] b, double[] c, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            s += b[i];
            c[i] = s;
        }

        return s;
    }
}
