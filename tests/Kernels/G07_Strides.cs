using AutoPar;

namespace Kernels;

/// <summary>G7: strided, reversed, offset, interleaved; mixed widths.</summary>
public static partial class G07
{
    public struct Particle
    {
        public double X;
        public double V;
    }

    [Parallelize, Vectorize]
    public static void G7_1(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[2 * i] + a[2 * i + 1];
    }

    [Parallelize, Vectorize]
    public static void G7_1_Three(byte[] u, short[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (short)(u[3 * i] + u[3 * i + 1] + u[3 * i + 2]);
    }

    [Parallelize, Vectorize]
    public static void G7_2(double[] a, double[] c, double t, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[2 * i] = a[2 * i] * t - a[2 * i + 1] * s;
            c[2 * i + 1] = a[2 * i] * s + a[2 * i + 1] * t;
        }
    }

    [Parallelize, Vectorize]
    public static void G7_3(double[] a, double[] b, int n)
    {
        for (int i = n - 2; i >= 0; i--)
            a[i] = Math.Sqrt(a[i + 1]) + b[i];
    }

    [Parallelize, Vectorize]
    public static void G7_4(double[] a, int n)
    {
        for (int i = n - 1; i > 0; i--)
            a[i] = a[i - 1];
    }

    [Parallelize, Vectorize]
    public static void G7_4_Reverse(short[] u, short[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = u[n - 1 - i];
    }

    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G7_5(Particle[] pts, double t, int n)
    {
        for (int i = 0; i < n; i++)
            pts[i].X += pts[i].V * t;
    }

    [Parallelize, Vectorize]
    public static void G7_6(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n; i++)
            v[i] = (byte)((u[i] + v[i] + 1) >> 1);
    }

    [Parallelize, Vectorize]
    public static void G7_7(double[] a, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = (int)a[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_Byte(double[] a, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            u[i] = (byte)a[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_UInt(float[] f, uint[] z, int n)
    {
        for (int i = 0; i < n; i++)
            z[i] = (uint)f[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_Long(double[] a, long[] z, int n)
    {
        for (int i = 0; i < n; i++)
            z[i] = (long)a[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_ULong(float[] f, ulong[] z, int n)
    {
        for (int i = 0; i < n; i++)
            z[i] = (ulong)f[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_Short(float[] f, short[] z, int n)
    {
        for (int i = 0; i < n; i++)
            z[i] = (short)f[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_LongToFloat(long[] z, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = z[i];
    }

    [Parallelize, Vectorize]
    public static void G7_7_ULongToFloat(ulong[] z, float[] f, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[i] = z[i];
            a[i] = z[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G7_7_UIntToDouble(uint[] z, double[] a, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = z[i];
            f[i] = z[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G7_7_Small(sbyte[] u, ushort[] w, char[] text, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[i] = u[i] + w[i];
            text[i] = (char)(u[i] * 3 + w[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G7_7_Checked(int[] p, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            u[i] = checked((byte)p[i]);
    }

    [Parallelize, Vectorize]
    public static void G7_8(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = (float)(f[i] * 1.1 + g[i]);
    }

    [Parallelize, Vectorize]
    public static void G7_9(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = p[i] << q[i];
    }

    [Parallelize, Vectorize]
    public static void G7_9_Right(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = (p[i] >> q[i]) ^ (p[i] >>> (q[i] + 1));
    }

    [Parallelize, Vectorize]
    public static void G7_9_Long(long[] p, ulong[] q, int[] counts, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = p[i] >> counts[i];
            q[i] = (q[i] >> 3) + (q[i] << k);
        }
    }

    [Parallelize, Vectorize]
    public static void G7_9_Small(sbyte[] u, ushort[] w, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            u[i] >>= 1;
            w[i] = (ushort)(w[i] << k);
        }
    }

    [Parallelize, Vectorize]
    public static void G7_10(double[] a, double t, int n)
    {
        for (int i = 0; i + 1 < n; i += 2)
        {
            a[i] *= t;
            a[i + 1] *= t;
        }
    }

    [Parallelize, Vectorize]
    public static void G7_11(bool[] on, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            if (on[i])
                r[i >> 5] |= 1 << i;
    }
}
