using AutoPar;

namespace Kernels;

/// <summary>G16: floats in Strict, Reproducible and Fast.</summary>
public static partial class G16
{
    [Parallelize, Vectorize]
    public static void G16_1(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
            d[i] = a[i] * b[i] + c[i] + d[i];
    }

    [Parallelize, Vectorize]
    public static void G16_1_Float(float[] f, float[] g, float t, int n)
    {
        for (int i = 0; i < n; i++)
            g[i] = f[i] * t + g[i];
    }

    [Parallelize, Vectorize]
    public static void G16_1_Fused(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = Math.FusedMultiplyAdd(a[i], b[i], c[i]);
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    public static void G16_1_Fast(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = t - a[i] * b[i];
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    public static float G16_1_FastDot(float[] f, float[] g, int n)
    {
        float s = 0;
        for (int i = 0; i < n; i++)
        {
            s += f[i] * g[i];
            g[i] = f[i] * g[i] + 1;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G16_2(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] / 3;
    }

    [Parallelize, Vectorize]
    public static void G16_2_Four(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            g[i] = f[i] / 4;
    }

    [Parallelize, Vectorize]
    public static void G16_3(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * 0 - c[i];
    }

    [Parallelize, Vectorize]
    public static void G16_3_Folding(double[] a, double[] b, bool[] on, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = (0 - a[i]) + (a[i] - a[i]) - -a[i];
#pragma warning disable CS1718
            on[i] = a[i] == a[i];
#pragma warning restore CS1718
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static float G16_4(float[] f, int n)
    {
        float e = 0;
        for (int i = 0; i < n; i++)
            e += f[i] * f[i];
        return e;
    }

    [Parallelize, Vectorize]
    public static decimal G16_4_Decimal(int[] p, decimal total, int n)
    {
        for (int i = 0; i < n; i++)
            total += p[i];
        return total;
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G16_5(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Math.Pow(a[i], 2);
    }
}
