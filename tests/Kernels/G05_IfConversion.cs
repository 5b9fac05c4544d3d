using AutoPar;

namespace Kernels;

/// <summary>G5: if-conversion.</summary>
public static partial class G05
{
    [Parallelize, Vectorize]
    public static void G5_1(double[] a, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                b[i] = a[i];
    }

    [Parallelize, Vectorize]
    public static void G5_1_Byte(byte[] u, byte[] v, byte t, int n)
    {
        for (int i = 0; i < n; i++)
            if (u[i] > t)
                v[i] = u[i];
    }

    [Parallelize, Vectorize]
    public static void G5_1_Else(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] < q[i])
                r[i] = p[i];
            else if (p[i] == q[i])
                r[i] = -1;
            else
                q[i]++;
        }
    }

    [Parallelize, Vectorize]
    public static void G5_1_Mixed(float[] f, long[] values, int n)
    {
        for (int i = 0; i < n; i++)
            if (values[i] > 0 && f[i] < 10)
                f[i] += values[i];
    }

    [Parallelize, Vectorize]
    public static void G5_2(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = a[i] > b[i] ? a[i] : b[i];
    }

    [Parallelize, Vectorize]
    public static void G5_2_Relu(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            g[i] = f[i] > 0 ? f[i] : 0;
    }

    [Parallelize, Vectorize]
    public static void G5_2_Max(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            g[i] = Math.Max(f[i], 0);
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G5_3(double[] a, int[] p, double s, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] >= 0 && p[i] < a.Length)
                s += a[p[i]];
        return s;
    }

    [Parallelize, Vectorize]
    public static void G5_4(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            if (q[i] != 0)
                r[i] = p[i] / q[i];
    }

    [Parallelize, Vectorize]
    public static void G5_4_Remainder(long[] p, long[] q, long[] r, int n)
    {
        for (int i = 0; i < n; i++)
            if (q[i] > 0)
                r[i] = p[i] % q[i];
    }

    [Parallelize, Vectorize]
    public static void G5_4_Unguarded(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = p[i] / q[i];
    }

    [Parallelize, Vectorize]
    public static void G5_5(double[] a, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
            b[i] = m > 0 ? a[i] : c[i];
    }

    [Parallelize, Vectorize]
    public static void G5_5_If(double[] a, double[] b, bool which, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (which)
                b[i] = a[i];
            else
                b[i] = -1;
        }
    }

    [Parallelize, Vectorize]
    public static void G5_6(double[] a, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (i + 1 < a.Length && a[i + 1] > a[i])
                b[i] = t;
    }

    [Parallelize, Vectorize]
    public static void G5_7(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0)
                continue;
            b[i] = Math.Sqrt(a[i]);
        }
    }

    [Parallelize, Vectorize]
    [Between("p", -1, 4)]
    public static void G5_8(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = p[i] switch { 0 => q[i], 1 => -q[i], 2 => q[i] * q[i], _ => 0 };
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 2)]
    public static void G5_8_NoDefault(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = p[i] switch { 0 => q[i], 1 => -q[i], 2 => q[i] * q[i] };
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [Between("p", 0, 3)]
    public static double G5_8_NoDefaultSum(int[] p, double[] a, bool[] on, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (!on[i])
                s += p[i] switch { 0 => a[i], 1 => -a[i], > 1 and < 3 => 1 };
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G5_8_NoDefaultWhen(byte[] u, bool[] on, bool[] off, int n)
    {
        for (int i = 0; i < n; i++)
            on[i] = u[i] switch { 0 => false, < 200 when off[i] => true, > 3 => on[i] };
    }

    [Parallelize, Vectorize]
    [Between("u", 0, 5)]
    public static void G5_8_Statement(byte[] u, short[] w, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (u[i])
            {
                case 0:
                case 3:
                    w[i] = 7;
                    break;
                case 1:
                    w[i]++;
                    break;
                default:
                    w[i] = (short)(w[i] * u[i]);
                    break;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G5_9(double[] a, double[] b, double[] c, bool[] on, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                c[i] = b[i];
            else
                b[i + 1] = a[i];
        }
    }

    /// <summary>What overflows decides whether the division throws.</summary>
    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, int.MaxValue)]
    public static void G5_4_Checked(int[] p, int[] r, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int e = checked(Math.Min(p[i], 5) - m);
            r[i] = 7 / e;
        }
    }
}
