using AutoPar;

namespace Kernels;

/// <summary>G28: loops that are left early.</summary>
public static partial class G28
{
    [Vectorize]
    [Between("p", 0, 40)]
    public static int G28_First(int[] p, int m, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] == m)
                return i;
        return -1;
    }

    [Vectorize]
    [Between("u", 0, 9)]
    public static bool G28_Contains(byte[] u, byte t)
    {
        foreach (byte e in u)
        {
            if (e == t)
                return true;
        }

        return false;
    }

    [Vectorize]
    [Between("u", 0, 9)]
    public static int G28_Span(ReadOnlySpan<byte> u, byte t)
    {
        int seen = 0;
        foreach (byte e in u)
        {
            if (e == t)
                break;
            seen++;
        }

        return seen;
    }

    [Vectorize]
    public static int G28_Last(double[] a, double t, int n)
    {
        int found = -1;
        for (int i = n - 1; i >= 0; i--)
        {
            if (a[i] > t)
            {
                found = i;
                break;
            }
        }

        return found;
    }

    [Vectorize]
    public static int G28_Mismatch(float[] f, float[] g)
    {
        int i = 0;
        while (i < f.Length)
        {
            if (f[i] != g[i])
                break;
            i++;
        }

        return i;
    }

    [Vectorize]
    [Between("p", -3, 200)]
    public static void G28_Throws(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] < 0)
                throw new ArgumentException($"p[{i}]");
            r[i] = p[i] * 2;
        }
    }

    [Vectorize]
    [Reassociated]
    public static double G28_Sum(double[] a, double[] b, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                break;
            s += b[i];
        }

        return s;
    }

    [Vectorize]
    [Reassociated]
    public static double G28_SumFirst(double[] a, double[] b, double[] c, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            c[i] = b[i] + 1;
            s += b[i];
            if (a[i] > t)
                break;
        }

        return s;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static int G28_TwoExits(int[] p, int[] q, int m, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == m)
                return i;
            if (q[i] == m && p[i] > q[i])
                return -i;
            if (p[i] > q[i])
                count++;
        }

        return count;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static int G28_Nested(int[] p, int[] q, int[] r, int m, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 30)
            {
                if (q[i] == m)
                    break;
                r[i] = q[i];
            }
            else
            {
                count += q[i];
            }
        }

        return count;
    }

    [Vectorize]
    public static int G28_Stride(double[] a, double t, int n)
    {
        for (int i = 1; i < n; i += 3)
            if (a[i] < t)
                return i;
        return n;
    }

    [Vectorize]
    [Reassociated]
    public static double G28_Row(double[,] A, double t, int n, int m)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (A[i, j] > t)
                    break;
                s += A[i, j];
            }
        }

        return s;
    }

    [Vectorize]
    public static bool G28_Any(double[,] A, double t, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (A[i, j] == t)
                    return true;
            }
        }

        return false;
    }

    // The value of the iteration before the one that leaves.
    [Vectorize]
    public static double G28_Before(double[] a, double t, int n)
    {
        double last = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                return last;
            last = a[i];
        }

        return last;
    }

    // The store feeds the test of the next iteration.
    [Vectorize]
    public static int G28_Fed(double[] a, double t, int n)
    {
        for (int i = 0; i + 1 < n; i++)
        {
            if (a[i] > t)
                return i;
            a[i + 1] += a[i];
        }

        return n;
    }

    [Vectorize]
    public static int G28_Least(double[] a, double t, int n)
    {
        double least = double.MaxValue;
        int place = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                break;
            if (a[i] < least)
            {
                least = a[i];
                place = i;
            }
        }

        return place;
    }

    [Vectorize]
    public static long G28_Induction(int[] p, long[] w, int m, int n)
    {
        int l = 3;
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == m)
                break;
            s += w[l];
            l += 1;
        }

        return s * 31 + l;
    }

    [Vectorize]
    public static int G28_Goto(int[] p, int m, int n)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            if (p[i] == m)
                goto found;
        }

        return -1;
    found:
        return i;
    }

    [Vectorize]
    public static int G28_Calls(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] < 0)
            {
                string name = p[i].ToString(System.Globalization.CultureInfo.InvariantCulture).Trim();
                return name.Length + i;
            }
        }

        return 0;
    }

    [Vectorize]
    [Between("p", 0, 40)]
    public static int G28_WhileDifferent(int[] p, int m, int n)
    {
        int i = 0;
        while (i < n && p[i] != m)
            i++;
        return i;
    }

    [Vectorize]
    public static int G28_ForWhile(double[] a, double[] b, double t)
    {
        int i;
        for (i = 0; i < a.Length && i < b.Length && a[i] == b[i] && a[i] < t; i++)
        {
        }

        return i;
    }

    [Vectorize]
    public static double G28_AddWhile(double[] a, double[] b, double t, int n)
    {
        for (int i = 2; a[i] < t && i < n; i++)
            b[i] = a[i] + 1;
        return b.Length;
    }

    [Vectorize]
    [Between("u", 0, 40)]
    public static int G28_Sentinel(ReadOnlySpan<byte> u, int n)
    {
        int i = n;
        while (u[i] != 7)
        {
            i++;
        }

        return i;
    }

    // The index is moved on in the body, too.
    [Vectorize]
    [Between("p", 0, 3)]
    public static int G28_Skips(int[] p, int n)
    {
        int i = 0;
        while (i < n && p[i] != 3)
        {
            if (p[i] == 2)
                i++;
            i++;
        }

        return i;
    }

    // What ends it is written in the loop.
    [Vectorize]
    public static int G28_WritesAhead(int[] p, int m, int n)
    {
        int i = 0;
        while (i + 1 < n && p[i] < m)
        {
            p[i + 1] += 3;
            i++;
        }

        return i;
    }
}
