using AutoPar;

namespace Kernels;

/// <summary>G11: scans, packing, search and early exit.</summary>
public static partial class G11
{
    [Parallelize, Vectorize]
    public static int G11_1(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    public static int G11_2(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = cnt;
            cnt += p[i];
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G11_3(double[] a, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] += a[i - 1];
    }

    [Parallelize, Vectorize]
    public static void G11_4(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = Math.Max(s, a[i]);
            b[i] = s;
        }
    }

    [Parallelize, Vectorize]
    public static int G11_5(int[] p, int[] r, bool[] on, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                cnt = 0;
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    public static uint G11_6(byte[] u, uint h, int n)
    {
        for (int i = 0; i < n; i++)
            h = h * 31 + u[i];
        return h;
    }

    [Parallelize, Vectorize]
    public static void G11_7(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = s * t + a[i];
            b[i] = s;
        }
    }

    [Parallelize, Vectorize]
    [Between("u", 30, 36)]
    public static void G11_8(byte[] u, bool[] on, int n)
    {
        bool e = false;
        for (int i = 0; i < n; i++)
        {
            if (u[i] == '"')
                e = !e;
            on[i] = e;
        }
    }

    [Parallelize, Vectorize]
    public static int G11_9(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                b[l++] = a[i];
        return l;
    }

    [Parallelize, Vectorize]
    public static int G11_10(double[] a, double[] b, bool[] on, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
            if (on[i])
                b[i] = a[l++];
        return l;
    }

    [Parallelize, Vectorize]
    public static int G11_11(double[] a, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] == t)
                return i;
        return -1;
    }

    [Parallelize, Vectorize]
    public static int G11_12(byte[] u)
    {
        int i = 0;
        while (u[i] != 0)
            i++;
        return i;
    }

    [Parallelize, Vectorize]
    public static void G11_13(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0)
                break;
            b[i] = Math.Sqrt(a[i]);
        }
    }

    [Parallelize, Vectorize]
    public static int G11_14(int[] p, int cnt, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                return i;
        }

        return -1;
    }
}
