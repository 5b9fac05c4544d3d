using AutoPar;

namespace Kernels;

/// <summary>G30: linear recurrences of first order with a factor that stays.</summary>
public static partial class G30
{
    [Parallelize, Vectorize]
    public static int G30_Hash(int[] p, int h, int n)
    {
        for (int i = 0; i < n; i++)
            h = 31 * h + p[i];
        return h;
    }

    [Vectorize]
    public static uint G30_ShiftAndAdd(byte[] u, uint h)
    {
        foreach (byte e in u)
            h = (h << 5) + h + e;
        return h;
    }

    [Vectorize]
    public static ulong G30_Long(ulong h, int[] p, ulong m, int n)
    {
        for (int i = 0; i < n; i++)
            h = (h + (ulong)p[i]) * m;
        return h;
    }

    [Vectorize]
    public static void G30_Generator(uint[] z, uint h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h = h * 1664525u + 1013904223u;
            z[i] = h >> 8;
        }
    }

    /// <summary>The value from before is what is stored.</summary>
    [Vectorize]
    public static int G30_Before(int[] p, int[] q, int h, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = h;
            h = h * m - p[i];
        }

        return h;
    }

    /// <summary>The update reads the old value by another name.</summary>
    [Vectorize]
    public static int G30_Saved(int[] p, int[] q, int h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int old = h;
            h = old + p[i];
            q[i] = h;
        }

        return h;
    }

    [Vectorize]
    public static int G30_SavedAddend(int[] p, int[] q, int h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int old = h;
            h = h * 31 + old;
            q[i] = h ^ p[i];
        }

        return h;
    }

    [Vectorize]
    public static void G30_SavedOnly(double[] a, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double old = t;
            t = old * 0.5 + a[i];
            b[i] = t;
        }
    }

    [Vectorize]
    public static int G30_Negative(int[] p, int h, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            h = p[i] - h;
        return h;
    }

    [Vectorize]
    public static int G30_TwoSteps(int[] p, int[] q, int h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h *= 5;
            h += p[i];
            h = q[i] - 3 * h;
        }

        return h;
    }

    [Vectorize]
    public static void G30_InMemory(int[] p, int[] q, int n)
    {
        for (int i = 1; i < n; i++)
            p[i] = p[i - 1] * 3 + q[i];
    }

    [Vectorize]
    public static void G30_Rows(int[,] R, int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int h = i;
            for (int j = 0; j < m; j++)
            {
                h = h * 7 + R[i, j];
                R[i, j] = h;
            }

            p[i] = h;
        }
    }

    [Vectorize]
    public static int G30_Field(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            s_hash = s_hash * 17 + p[i];
        return s_hash;
    }

    private static int s_hash = 1;

    /// <summary>Values of eight bytes beside: vectors of half the size.</summary>
    [Vectorize]
    public static int G30_Beside(int[] p, double[] a, int h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h = h * 31 + p[i];
            a[i] = h;
        }

        return h;
    }

    [Vectorize]
    public static long G30_Bytes(long h, byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h = h * 131 + u[i];
            v[i] = (byte)(h >> 3);
        }

        return h;
    }

    /// <summary>The factor changes.</summary>
    [Vectorize]
    public static int G30_Varying(int[] p, int[] q, int h, int n)
    {
        for (int i = 0; i < n; i++)
            h = h * p[i] + q[i];
        return h;
    }

    [Vectorize]
    public static int G30_Checked(int[] p, int h, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
                h = h * 31 + p[i];
        }

        return h;
    }

    /// <summary>Some iterations leave it alone.</summary>
    [Vectorize]
    public static int G30_Some(int[] p, int h, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] > 0)
                h = h * 31 + p[i];
        return h;
    }

    [Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    [Between("t", -0.9, 0.9)]
    [Between("a", -100, 100)]
    [Between("s", -100, 100)]
    public static double G30_Smoothing(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = s * t + a[i];
            b[i] = s;
        }

        return s;
    }

    /// <summary>A power may overflow where the recurrence doesn't.</summary>
    [Vectorize]
    public static float G30_Float(float[] f, float t, int n)
    {
        float s = 0;
        for (int i = 0; i < n; i++)
            s = s * t + f[i];
        return s;
    }
}
