using AutoPar;

namespace Kernels;

/// <summary>G27: loops unrolled by hand, and counters that are moved on in several places.</summary>
public static partial class G27
{
    [Vectorize]
    public static void G27_Four(float[] f, float[] g, float v, int n)
    {
        for (int i = 0; i + 4 <= n; i += 4)
        {
            f[i] += v * g[i];
            f[i + 1] += v * g[i + 1];
            f[i + 2] += v * g[i + 2];
            f[i + 3] += v * g[i + 3];
        }
    }

    [Vectorize]
    [Reassociated]
    public static double G27_Dot(double[] a, double[] b, int n)
    {
        double s = 0;
        for (int i = 1; i < n - 1; i += 2)
            s = s + a[i] * b[i] + a[i + 1] * b[i + 1];
        return s;
    }

    // Each copy reads what the next one writes.
    [Vectorize]
    public static void G27_Ahead(double[] a, int n)
    {
        for (int i = 0; i < n - 2; i += 2)
        {
            a[i] = a[i + 1] * a[i];
            a[i + 1] = a[i + 2] * a[i + 1];
        }
    }

    // Each copy reads what the one before has written.
    [Vectorize]
    public static void G27_Behind(double[] a, int n)
    {
        for (int i = 1; i < n - 2; i += 2)
        {
            a[i] = Math.Sqrt(a[i - 1]) + 1;
            a[i + 1] = Math.Sqrt(a[i]) + 1;
        }
    }

    // Not the same copies.
    [Vectorize]
    public static void G27_Different(double[] a, double[] b, int n)
    {
        for (int i = 0; i + 1 < n; i += 2)
        {
            a[i] = b[i] + 1;
            a[i + 1] = b[i + 1] + 2;
        }
    }

    [Vectorize]
    public static int G27_Outside(int[] p, int[] q, int n)
    {
        int i = 0;
        for (; i <= n - 8; i += 8)
        {
            p[i] = q[i] ^ 5;
            p[i + 1] = q[i + 1] ^ 5;
            p[i + 2] = q[i + 2] ^ 5;
            p[i + 3] = q[i + 3] ^ 5;
            p[i + 4] = q[i + 4] ^ 5;
            p[i + 5] = q[i + 5] ^ 5;
            p[i + 6] = q[i + 6] ^ 5;
            p[i + 7] = q[i + 7] ^ 5;
        }

        for (; i < n; i++)
            p[i] = q[i] ^ 5;
        return i;
    }

    [Vectorize]
    public static void G27_Five(double[] a, double t, int n)
    {
        for (int i = 0; i + 5 <= n; i += 5)
        {
            a[i] *= t;
            a[i + 1] *= t;
            a[i + 2] *= t;
            a[i + 3] *= t;
            a[i + 4] *= t;
        }
    }

    [Vectorize]
    public static int G27_TwoForOne(double[] a, double[] b, double[] c, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            a[l++] = b[i] + c[i];
            a[l++] = b[i] - c[i];
        }

        return l;
    }

    [Vectorize]
    public static int G27_BothArms(float[] f, float[] g, float[] h, float v, int n)
    {
        int l = -1;
        for (int i = 0; i < n; i++)
        {
            if (g[i] > v)
            {
                l++;
                f[l] = g[i] * 2;
            }
            else
            {
                l++;
                f[l] = h[i] - 1;
            }
        }

        return l;
    }

    [Vectorize]
    public static int G27_UnequalArms(float[] f, float[] g, float v, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (g[i] > v)
            {
                l++;
                l++;
            }
            else
            {
                l++;
            }

            f[i] = l;
        }

        return l;
    }

    [Vectorize]
    public static long G27_Between(long[] w, long[] x, int n)
    {
        long l = 5;
        for (int i = 0; i < n; i++)
        {
            w[i] = l;
            l += 3;
            x[i] = l * 2;
            l -= 1;
            w[i] += l;
        }

        return l;
    }
}
