using System;
using AutoPar;

namespace Kernels;

/// <summary>G40: elements at strides that an iteration loads more than once, or with all their neighbours; counters as subscripts.</summary>
public static partial class G40
{
    [Parallelize, Vectorize]
    public static void G40_Complex(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            double re = b[2 * i] * c[2 * i] - b[2 * i + 1] * c[2 * i + 1];
            double im = b[2 * i] * c[2 * i + 1] + b[2 * i + 1] * c[2 * i];
            a[2 * i] = re;
            a[2 * i + 1] = im;
        }
    }

    /// <summary>Three neighbours, whose last vectors end at the last element.</summary>
    [Vectorize]
    public static void G40_Three(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n / 3; i++)
            f[i] = g[3 * i] * 0.3f + g[3 * i + 1] * 0.6f + g[3 * i + 2] * 0.1f;
    }

    [Vectorize]
    public static void G40_ThreeInts(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n / 3; i++)
        {
            int x = q[3 * i], y = q[3 * i + 1], z = q[3 * i + 2];
            p[3 * i] = y ^ z;
            p[3 * i + 1] = z - x;
            p[3 * i + 2] = x + y;
        }
    }

    [Vectorize]
    public static void G40_Four(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n / 4; i++)
            f[i] = (g[4 * i] - g[4 * i + 1]) * (g[4 * i + 2] - g[4 * i + 3]);
    }

    [Vectorize]
    public static void G40_FourLongs(long[] x, long[] y, int n)
    {
        for (int i = 0; i < n / 4; i++)
            x[i] = y[4 * i + 3] + (y[4 * i + 1] & y[4 * i + 2]) - y[4 * i];
    }

    /// <summary>The store between may change what the second load sees, if both arrays are one.</summary>
    [Vectorize]
    public static void G40_StoreBetween(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            double e = b[2 * i];
            a[2 * i + 1] = e * 2;
            a[2 * i] = b[2 * i + 1] - e;
        }
    }

    /// <summary>In place: both neighbours are loaded before either is stored.</summary>
    [Parallelize, Vectorize]
    public static void G40_InPlace(double[] a, double t, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            double x = a[2 * i], y = a[2 * i + 1];
            a[2 * i] = x * t - y;
            a[2 * i + 1] = x + y * t;
        }
    }

    /// <summary>In place, one after the other: the second sees the first.</summary>
    [Vectorize]
    public static void G40_OneAfterTheOther(double[] a, double t, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            a[2 * i] = a[2 * i] * t - a[2 * i + 1];
            a[2 * i + 1] = a[2 * i] + a[2 * i + 1] * t;
        }
    }

    /// <summary>The second element is loaded by some lanes alone: it may not exist.</summary>
    [Vectorize]
    public static void G40_SomeLanes(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = b[2 * i];
            if (2 * i + 1 < b.Length && e > 0)
                e += b[2 * i + 1];
            a[i] = e + b[2 * i];
        }
    }

    /// <summary>Downwards.</summary>
    [Vectorize]
    public static void G40_Down(double[] a, double[] b, int n)
    {
        for (int i = n / 2 - 1; i >= 0; i--)
            a[i] = b[2 * i] - b[2 * i + 1] * b[2 * i];
    }

    [Vectorize, Reassociated]
    public static double G40_Norms(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n / 2; i++)
            s += a[2 * i] * a[2 * i] + a[2 * i + 1] * a[2 * i + 1];
        return s;
    }

    /// <summary>The counter stands between the stores.</summary>
    [Vectorize]
    public static int G40_TwoForOne(float[] f, float[] g, int m, int n)
    {
        int l = m;
        for (int i = 0; i < n / 2; i++)
        {
            f[l] = g[i] + 1;
            l++;
            f[l] = g[i] - 1;
            l++;
        }

        return l;
    }

    /// <summary>The counter goes on between the loads of one text: two elements.</summary>
    [Vectorize]
    public static void G40_CounterBetween(double[] a, double[] b, int n)
    {
        int l = 0;
        for (int i = 0; i < n / 2; i++)
        {
            double e = b[l];
            l++;
            a[i] = e - b[l] * 2 + b[l];
            l++;
        }
    }

    /// <summary>Both arms store where the counter says, which both move.</summary>
    [Vectorize]
    public static int G40_StepInBothArms(float[] f, float[] g, int m, int n)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            if (g[i] > 0.5f)
            {
                l++;
                f[l] = g[i] * 2;
            }
            else
            {
                l++;
                f[l] = g[i] - 1;
            }
        }

        return l;
    }

    /// <summary>One arm stores before the counter moves, the other one after: two places.</summary>
    [Vectorize]
    public static int G40_TwoPlaces(float[] f, float[] g, int m, int n)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            if (g[i] > 0.5f)
                f[l] = g[i] * 2;
            l++;
            f[l] = g[i] - 1;
        }

        return l;
    }

    /// <summary>The element is read again after the counter has moved: another one.</summary>
    [Vectorize]
    public static void G40_ReadAgain(double[] a, double[] b, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            double e = b[l] * b[l];
            l += 3;
            if (e > 1)
                e -= b[l];
            a[i] = e;
        }
    }

    [Vectorize]
    public static void G40_Spans(Span<float> f, ReadOnlySpan<float> g)
    {
        for (int i = 0; i < f.Length; i++)
            f[i] = g[2 * i] * g[2 * i] + g[2 * i + 1];
    }

    [Vectorize]
    public static void G40_Grey(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n / 3; i++)
            u[i] = (byte)((v[3 * i] * 77 + v[3 * i + 1] * 151 + v[3 * i + 2] * 28) >> 8);
    }

    [Vectorize]
    public static void G40_Colours(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n / 3; i++)
        {
            int r = v[3 * i], g = v[3 * i + 1], b = v[3 * i + 2];
            u[3 * i] = (byte)((r + g) >> 1);
            u[3 * i + 1] = (byte)((g + b) >> 1);
            u[3 * i + 2] = (byte)(255 - r);
        }
    }

    /// <summary>Bytes alone, in 64 lanes.</summary>
    [Vectorize]
    public static void G40_Swapped(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n / 3; i++)
        {
            u[3 * i] = v[3 * i + 2];
            u[3 * i + 1] = v[3 * i + 1];
            u[3 * i + 2] = v[3 * i];
        }
    }

    [Vectorize]
    public static void G40_WithAlpha(byte[] u, byte[] v, byte alpha, int n)
    {
        for (int i = 0; i < n / 4; i++)
        {
            u[4 * i] = (byte)(v[4 * i] * alpha / 256);
            u[4 * i + 1] = (byte)(v[4 * i + 1] * alpha / 256);
            u[4 * i + 2] = (byte)(v[4 * i + 2] * alpha / 256);
            u[4 * i + 3] = alpha;
        }
    }

    [Vectorize]
    public static void G40_Stereo(short[] left, short[] right, short[] both, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            int middle = both[2 * i] + both[2 * i + 1], side = both[2 * i] - both[2 * i + 1];
            left[i] = (short)(middle >> 1);
            right[i] = (short)(side >> 1);
        }
    }

    [Vectorize]
    public static void G40_FromStereo(short[] left, short[] right, short[] both, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            both[2 * i] = (short)(left[i] + right[i]);
            both[2 * i + 1] = (short)(left[i] - right[i]);
        }
    }

    [Vectorize]
    public static void G40_Chars(char[] u, char[] v, int n)
    {
        for (int i = 0; i < n / 4; i++)
            u[i] = (char)(v[4 * i + 3] ^ v[4 * i]);
    }

    /// <summary>Backwards through the pixels.</summary>
    [Vectorize]
    public static void G40_SmallDown(byte[] u, sbyte[] v, short[] w, int n)
    {
        for (int i = n / 4 - 1; i >= 0; i--)
            u[i] = (byte)(v[3 * i + 1] + w[4 * i]);
    }

    /// <summary>Every third byte is stored, the others stay.</summary>
    [Vectorize]
    public static void G40_OneOfThree(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n / 3; i++)
            u[3 * i + 1] = (byte)(v[i] * 3 + v[3 * i] * 5 + v[3 * i + 1] * 7 >> 4);
    }

    /// <summary>The vectors of neighbours are as wide as doubles, and half as long.</summary>
    [Vectorize]
    public static void G40_Widened(double[] a, float[] g, int n)
    {
        for (int i = 0; i < n / 2; i++)
            a[i] = (double)g[2 * i] * g[2 * i + 1];
    }
}
