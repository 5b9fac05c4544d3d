using AutoPar;

namespace Kernels;

/// <summary>Linear recurrences whose factors count along, and floats that count and aren't read.</summary>
public static partial class G74
{
    /// <summary>The factor is the index.</summary>
    [Parallelize, Vectorize]
    public static int G74_FactorCounts(int[] a, int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            x = x * i + a[i];
            b[i] = x;
        }

        return x;
    }

    /// <summary>What is added counts.</summary>
    [Parallelize, Vectorize]
    public static long G74_AddedCounts(long[] a, long[] b, int n)
    {
        long x = 1;
        for (int i = 0; i < n; i++)
        {
            long c = 3L * i + 1;
            x = x * a[i] + c;
            b[i] = x;
        }

        return x;
    }

    /// <summary>Both do, and no element is loaded.</summary>
    [Vectorize]
    public static int G74_BothCount(int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            int f = 2 * i + 1;
            int c = 5 - i;
            x = x * f + c;
            b[i] = x;
        }

        return x;
    }

    /// <summary>C# has no negation of a uint that is one.</summary>
    [Vectorize]
    public static uint G74_UnsignedSubtracted(uint[] a, uint[] b, uint[] c, int n)
    {
        uint x = 7;
        for (int i = 0; i < n; i++)
        {
            x = x * a[i] - b[i];
            c[i] = x;
        }

        return x;
    }

    /// <summary>Nor any of a ulong.</summary>
    [Parallelize, Vectorize]
    public static ulong G74_UnsignedFactor(ulong[] a, ulong[] c, int n)
    {
        ulong x = 7;
        for (int i = 0; i < n; i++)
        {
            x = c[i] - x * a[i];
            c[i] = x;
        }

        return x;
    }

    [Vectorize]
    public static uint G74_UnsignedFixed(uint[] c, int n)
    {
        uint x = 7;
        for (int i = 0; i < n; i++)
        {
            x = c[i] - x * 31u;
            c[i] = x;
        }

        return x;
    }

    /// <summary>Nothing reads the counter.</summary>
    [Parallelize, Vectorize]
    public static void G74_CounterUnread(float[] a, float[] b, int n)
    {
        float x = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] * 2;
            x += 1;
        }
    }

    /// <summary>One of two loops that the nest becomes reads it.</summary>
    [Vectorize]
    public static void G74_CounterOfOnePart(double[,] A, double[,] B, double[,] C, int n, int m)
    {
        double x = 1;
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < m; j++)
                A[j, i] = A[j - 1, i] + C[j, i] * x;
            for (int j = 1; j < m; j++)
                B[j, i] = B[j, i - 1] + C[j, i];
            x += 0.5;
        }
    }

    /// <summary>What a rounded counter decides would be decided otherwise.</summary>
    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    public static void G74_FastDecides(int[] a, int n)
    {
        float x = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = (int)x;
            x += 0.1f;
        }
    }

    /// <summary>No trip times infinity isn't 0.</summary>
    [Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    public static void G74_FastInfiniteStep(double[] a, double t, int n)
    {
        double dt = t > 0 ? double.PositiveInfinity : 0.5;
        double x = 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x += dt;
        }
    }

    /// <summary>The combined steps overflow where none by itself does.</summary>
    [Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    public static void G74_FastSumsOverflow(float[] b, int n)
    {
        float x = -1e20f;
        for (int i = 0; i < n; i++)
        {
            float f = (i & 3) == 1 ? 1e20f : (i & 3) == 2 ? 1e-20f : 1f;
            float c = (i & 3) == 0 ? 1e20f : (i & 3) == 3 ? -1e20f : 0f;
            x = x * f + c;
            b[i] = x;
        }
    }
}
