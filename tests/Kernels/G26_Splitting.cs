using AutoPar;

namespace Kernels;

/// <summary>G26: loops whose iterations are cut into pieces: at an element that all touch, at a crossing, into phases.</summary>
public static partial class G26
{
    [Vectorize]
    [Values("m", -1, 0, 1, 5, 8, 31, 99, 100, 1000)]
    public static void G26_Element(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[m] * 0.5 + b[i];
    }

    [Vectorize]
    [Values("m", 0, 1, 7, 16, 31, 100)]
    public static void G26_Divided(float[] f, int n, int m)
    {
        for (int i = 0; i < n; i++)
            f[i] /= f[m];
    }

    [Vectorize]
    public static void G26_First(float[] f, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[0] * 1.5f;
    }

    [Vectorize]
    public static void G26_Middle(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = b[i] + a[n / 2];
    }

    [Vectorize]
    public static void G26_Last(int[] p)
    {
        for (int i = 0; i < p.Length; i++)
            p[i] ^= p[p.Length - 1] + i;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Computed(double[] a, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
            a[i + k] -= a[2 * m + k - 3];
    }

    [Vectorize]
    [Values("h", -1, 0, 1, 5, 8, 31, 100, 4294967297, 9223372036854775807, -9223372036854775808)]
    public static void G26_Long(double[] a, int n, long h)
    {
        for (int i = 0; i < n; i++)
            a[i] -= a[h];
    }

    [Vectorize]
    [Values("h", 0, 1, 5, 8, 31, 100)]
    public static void G26_UInt(int[] p, int n, uint h)
    {
        for (int i = 0; i < n; i++)
            p[i] -= p[h];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Down(double[] a, double[] b, int n, int m)
    {
        for (int i = n - 1; i >= 0; i--)
            a[i] = a[m] + b[i];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 30, 31, 100), Values("k", 0, 1, 2)]
    public static void G26_Step(double[] a, int n, int m, int k)
    {
        for (int i = k; i < n; i += 3)
            a[i] -= a[m];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 30, 31, 100)]
    public static void G26_StepDown(int[] p, int n, int m)
    {
        for (int i = n - 1; i >= 0; i -= 2)
            p[i] = p[m] * 3 + i;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 30, 31, 100)]
    public static void G26_Stride(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            p[2 * i + 1] = p[m] + q[i];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_StoredOne(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            a[m] = b[i] + i;
        }
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_StoredBoth(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i];
            a[m] = b[i] + 1;
        }
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100), Values("k", 0, 3, 8, 30, 99)]
    public static void G26_Two(double[] a, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[m] - a[k];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_ElementAndCrossing(float[] f, int n, int m)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[n - 1 - i] - f[m];
    }

    [Vectorize]
    [Reassociated]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static double G26_Sum(double[] a, int n, int m)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] -= a[m];
            s += a[i];
        }

        return s;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static int G26_Least(int[] p, int n, int m)
    {
        int least = int.MaxValue;
        int at = -1;
        for (int i = 0; i < n; i++)
        {
            p[i] = p[i] * 3 - p[m];
            if (p[i] < least)
            {
                least = p[i];
                at = i;
            }
        }

        return at;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static double G26_LastValue(double[] a, double[] b, int n, int m)
    {
        double e = -1;
        for (int i = 0; i < n; i++)
        {
            a[i] = a[m] + b[i];
            if (a[i] > 2)
                e = a[i];
        }

        return e;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static int G26_Induction(double[] a, double[] b, int n, int m, int k)
    {
        int l = k;
        for (int i = 0; i < n; i++)
        {
            a[i] = a[m] + b[l];
            l += 2;
        }

        return l;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Masked(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[i] -= a[m];
        }
    }

    [Vectorize]
    public static void G26_Reverse(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[n - 1 - i] + b[i];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Crossing(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[m - i + n] * 0.5;
    }

    [Vectorize]
    public static void G26_CrossingDown(int[] p, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            p[i] = p[n - 1 - i] + 1;
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_CrossingFaster(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            p[2 * i] = p[n + m - i] + q[i];
    }

    [Vectorize]
    public static void G26_CrossingBytes(byte[] u)
    {
        for (int i = 0; i < u.Length; i++)
            u[i] = (byte)(u[u.Length - 1 - i] + 1);
    }

    [Vectorize]
    [Values("h", 0, 1, 5, 8, 31, 100)]
    public static void G26_CrossingLong(double[] a, long h)
    {
        for (long i = 0; i < h; i++)
            a[i] = a[h - 1 - i] + 1;
    }

    [Vectorize]
    public static void G26_Double(double[] a, int n)
    {
        for (int i = 1; i < n; i++)
            a[2 * i] = a[i] + 1;
    }

    [Vectorize]
    public static void G26_Triple(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[3 * i] = p[i] * 3 + i;
    }

    [Vectorize]
    public static void G26_Half(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[2 * i] + g[i];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8)]
    public static void G26_DoubleFrom(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[2 * i + m] = a[i] + 1;
    }

    [Vectorize]
    [Values("m", -1, 0, 1, 3, 4, 100)]
    public static void G26_Row(double[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                A[i, j] -= A[i, m];
    }

    [Vectorize]
    public static void G26_Floyd(double[,] A, int n)
    {
        for (int o = 0; o < n; o++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    A[i, j] = Math.Min(A[i, j], A[i, o] + A[o, j]);
    }

    [Vectorize]
    public static void G26_FloydInts(int[] p, int n)
    {
        for (int o = 0; o < n; o++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    if (p[i * n + o] + p[o * n + j] < p[i * n + j])
                        p[i * n + j] = p[i * n + o] + p[o * n + j];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Span(Span<double> x, int m)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] -= x[m];
    }

    [Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Checked(int[] p, int[] q, int n, int m)
    {
        checked
        {
            for (int i = 0; i < n; i++)
                p[i] = p[m + 1] ^ q[i];
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 5, 8, 31, 100)]
    public static void G26_Both(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - a[m];
            a[i] = b[i] * 2;
        }
    }
}
