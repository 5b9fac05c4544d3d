using AutoPar;

namespace Kernels;

/// <summary>G25: elements that a condition picks, side by side.</summary>
public static partial class G25
{
    [Vectorize]
    public static int G25_Filter(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                q[l++] = p[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Floats(float[] f, float[] g, float v)
    {
        int l = 0;
        foreach (float e in f)
        {
            if (e < v)
            {
                g[l] = e * 2;
                l++;
            }
        }

        return l;
    }

    [Vectorize]
    [Between("u", 0, 99)]
    public static int G25_Bytes(byte[] u, byte[] v)
    {
        int l = 0;
        for (int i = 0; i < u.Length; i++)
        {
            if (u[i] != 32 && u[i] < 80)
                v[l++] = u[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Shorts(short[] u, short[] v, short m)
    {
        int l = 0;
        for (int i = 0; i < u.Length; i++)
        {
            if (u[i] > m)
                v[l++] = u[i];
        }

        return l;
    }

    // Room for l from where it stands; it may be anything.
    [Vectorize]
    [Values("l", 0, 1, 5, -1, 100)]
    public static int G25_From(double[] a, double[] b, double t, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Places(double[] a, int[] r, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                r[l++] = i;
        }

        return l;
    }

    [Vectorize]
    public static long G25_Two(double[] a, double[] b, int[] r, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                b[l] = a[i] * t;
                r[l] = i;
                l++;
            }
        }

        return l;
    }

    [Vectorize]
    public static long G25_Partition(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] < m)
                q[l++] = p[i];
            else
                r[k++] = p[i];
        }

        return (l * 100000L) + k;
    }

    // In place: the analysis can't tell that l never passes i.
    [Vectorize]
    public static int G25_InPlace(double[] a, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                a[l++] = a[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Expand(int[] p, int[] q, bool[] on, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                q[i] = p[l++];
        }

        return l;
    }

    [Vectorize]
    public static int G25_ExpandOr(double[] a, double[] b, double[] c, double t, int n)
    {
        int l = 2;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > t)
                c[i] = a[l++] + b[i];
            else
                c[i] = t;
        }

        return l;
    }

    // The count is used elsewhere.
    [Vectorize]
    public static int G25_Numbered(double[] a, double[] b, int[] r, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
            r[i] = l;
        }

        return l;
    }

    [Vectorize]
    public static int G25_Until(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == m)
                break;
            if (p[i] > 3)
                q[l++] = p[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Always(double[] a, double[] b, bool all, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (all)
                b[l++] = a[i];
        }

        return l;
    }

    [Vectorize]
    [Reassociated]
    public static double G25_Sum(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        double s = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            if (a[i] > t)
            {
                s += a[i];
                b[l++] = a[i];
            }
        }

        return s + l;
    }

    [Vectorize]
    public static int G25_Spans(Span<long> w, Span<long> x, long m)
    {
        int l = 0;
        for (int i = 0; i < w.Length; i++)
        {
            if ((w[i] & 1) != 0 && w[i] != m)
                x[l++] = w[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Narrowed(int[] p, byte[] v, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                v[l++] = (byte)p[i];
        }

        return l;
    }

    [Vectorize]
    public static int G25_Rows(int[,] R, int[] q, int m, int n, int k)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (R[i, j] > m)
                    q[l++] = R[i, j];
            }
        }

        return l;
    }

    [Vectorize]
    public static int G25_CountsFirst(float[] f, float[] g, float v, int n)
    {
        int l = -1;
        for (int i = 0; i < n; i++)
        {
            if (f[i] > v)
            {
                l++;
                g[l] = f[i];
            }
        }

        return l;
    }

    [Vectorize]
    public static int G25_PrefixExpand(float[] f, float[] g, float[] h, float v, int n)
    {
        int l = -1;
        for (int i = 0; i < n; i++)
        {
            if (f[i] > v)
                g[i] = h[++l];
        }

        return l;
    }

    // Before and after it counts.
    [Vectorize]
    public static int G25_Around(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = i;
                l++;
                r[l] = p[i];
            }
        }

        return l;
    }
}
