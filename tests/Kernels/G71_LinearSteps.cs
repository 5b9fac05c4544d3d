using AutoPar;

namespace Kernels;

/// <summary>G71: linear recurrences whose factor differs from iteration to iteration.</summary>
public static partial class G71
{
    [Parallelize, Vectorize]
    public static void G71_InPlace(int[] a, int[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    [Parallelize, Vectorize]
    public static long G71_Scalar(long[] a, long[] b, long[] c, long start, int n)
    {
        long x = start;
        for (int i = 0; i < n; i++)
        {
            x = c[i] - x * a[i] * b[i];
            c[i] = x;
        }

        return x;
    }

    /// <summary>Two steps in an iteration, and the value between them is used.</summary>
    [Parallelize, Vectorize]
    public static uint G71_TwoSteps(uint[] a, uint[] b, uint[] c, int n)
    {
        uint x = 7;
        for (int i = 0; i < n; i++)
        {
            uint half = x * a[i] + 3;
            b[i] = half;
            x = half * c[i] - a[i];
        }

        return x;
    }

    [Parallelize, Vectorize]
    public static void G71_Coupled(int[] a, int[] b, int[] c, int[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] * 3 + c[i] * d[i];
            b[i] = a[i] + c[i] * 5;
        }
    }

    /// <summary>The factor is the same in all iterations, what is added isn't.</summary>
    [Parallelize, Vectorize]
    public static int G71_FactorFixed(int[] a, int[] b, int t, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            x = (x + a[i]) * t;
            b[i] = x;
        }

        return x;
    }

    /// <summary>The same in canonical form, with an invariant added.</summary>
    [Parallelize, Vectorize]
    public static int G71_AddedFixed(int[] a, int[] b, int t, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            int f = a[i];
            int c = t;
            x = x * f + c;
            b[i] = x;
        }

        return x;
    }

    /// <summary>Trap: not linear.</summary>
    [Parallelize, Vectorize]
    public static int G71_Square(int[] a, int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            int f = x * a[i];
            x = x * f + b[i];
            b[i] = x;
        }

        return x;
    }

    /// <summary>Trap: the factor is stored to before the step takes it.</summary>
    [Parallelize, Vectorize]
    public static int G71_FactorStored(int[] a, int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = x + 2;
            x = x * b[i] + a[i];
        }

        return x;
    }

    /// <summary>Trap: in some iterations only.</summary>
    [Parallelize, Vectorize]
    public static int G71_Sometimes(int[] a, int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 3)
            {
                x = x * b[i] + a[i];
            }

            b[i] = x;
        }

        return x;
    }

    /// <summary>Trap: an overflow has to be seen.</summary>
    [Parallelize, Vectorize]
    public static int G71_Checked(int[] a, int[] b, int n)
    {
        int x = 1;
        for (int i = 0; i < n; i++)
        {
            x = checked(x * a[i] + b[i]);
            b[i] = x;
        }

        return x;
    }

    /// <summary>Floats keep their order outside Fast.</summary>
    [Parallelize, Vectorize]
    public static void G71_Floats(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    /// <summary>Trap: the elements that are handed on may be those of the factors.</summary>
    [Parallelize, Vectorize]
    public static void G71_Backward(int[] a, int[] b, int n)
    {
        for (int i = n - 2; i >= 0; i--)
        {
            a[i] = b[i] - a[i + 1] * b[i + 1];
        }
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    [Between("b", -0.9, 0.9)]
    [Between("a", -100, 100)]
    public static void G71_Fast(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    [Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    [Between("b", -100, 100)]
    [Between("c", -100, 100)]
    [Between("d", -100, 100)]
    public static void G71_FastCoupled(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] * 0.5 + c[i] * d[i];
            b[i] = a[i] + c[i] * 0.25;
        }
    }

    /// <summary>Most products of factors are zero, or would be too large.</summary>
    [Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    [Between("b", -0.5, 0.5)]
    [Between("a", -100, 100)]
    public static float G71_FastZeros(float[] a, float[] b, float[] c, int n)
    {
        float x = 1;
        for (int i = 0; i < n; i++)
        {
            float factor = 1e20f * b[i];
            if (a[i] > 0)
            {
                factor = 0;
            }

            x = (factor * x) + a[i];
            c[i] = x;
        }

        return x;
    }
}
