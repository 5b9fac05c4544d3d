using AutoPar;

namespace Kernels;

/// <summary>G72: floats that count.</summary>
public static partial class G72
{
    [Parallelize, Vectorize]
    public static void G72_Twos(float[] a, float[] b, int n)
    {
        float s = 0.0f;
        for (int i = 0; i < n; i++)
        {
            s += 2.0f;
            a[i] = s * b[i];
        }
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static void G72_Halves(double[] a, double start, int n)
    {
        for (int i = 2; i <= n - 1; i++)
        {
            a[i] = start;
            start -= 0.5;
        }
    }

    /// <summary>Trap: from a start that isn't a whole number of steps, or is −0, the loop runs as written.</summary>
    [Parallelize, Vectorize]
    public static void G72_AnyStart(float[] a, float t, int n)
    {
        float x = t * 0.25f;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x += 1;
            a[i] = a[i] + x;
        }
    }

    [Vectorize]
    [Between("t", -0.0, 0.0)]
    public static void G72_NegativeZero(float[] a, float t, int n)
    {
        float x = -t;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x += 4;
        }
    }

    /// <summary>Trap: the counter stops where its digits end.</summary>
    [Parallelize, Vectorize]
    public static void G72_Large(float[] a, int n)
    {
        float x = 16777216 - 40;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x += 1;
        }
    }

    /// <summary>Trap: every step rounds.</summary>
    [Parallelize, Vectorize]
    public static void G72_Tenths(float[] a, int n)
    {
        float x = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = x;
            x += 0.1f;
        }
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize(FloatMode = FloatMode.Fast)]
    [Reassociated]
    [Between("dt", 0.0, 1.0)]
    public static void G72_FastTime(double[] a, double dt, int n)
    {
        double time = 0;
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Sqrt(time);
            time += dt;
        }
    }

    /// <summary>Read after the loop, it is carried along.</summary>
    [Parallelize, Vectorize]
    public static float G72_After(float[] a, int n)
    {
        float x = 1;
        for (int i = 0; i < n; i++)
        {
            a[i] += x;
            x += 2;
        }

        return x;
    }

    /// <summary>Trap: in some iterations only.</summary>
    [Parallelize, Vectorize]
    public static void G72_Sometimes(float[] a, int n)
    {
        float x = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                x += 1;
            }

            a[i] = x;
        }
    }

    /// <summary>Trap: a loop that stops and goes on as written would have to know the count.</summary>
    [Vectorize]
    public static void G72_Gathered(float[] a, float[] b, int[] p, int n)
    {
        float x = 3;
        for (int i = 0; i < n; i++)
        {
            a[i] = b[p[i]] + x;
            x += 1;
        }
    }

    [Vectorize]
    public static void G72_Divides(float[] a, int[] p, int[] q, int n)
    {
        float x = 3;
        for (int i = 0; i < n; i++)
        {
            a[i] = (p[i] / q[i]) + x;
            x += 1;
        }
    }

    [Vectorize]
    public static int G72_Left(float[] a, float t, int n)
    {
        float x = 3;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                return i;
            }

            a[i] = x;
            x += 1;
        }

        return -1;
    }

    [Vectorize]
    public static int G72_Packed(float[] a, float[] b, float t, int n)
    {
        float x = 3;
        int to = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                b[to] = x;
                to++;
            }

            x += 1;
        }

        return to;
    }

    [Vectorize]
    public static void G72_SignGathered(float[] a, float[] b, int[] p, int n)
    {
        float sign = 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = b[p[i]] * sign;
            sign = -sign;
        }
    }

    [Parallelize, Vectorize]
    public static void G72_Nest(float[,] A, int n, int m)
    {
        float x = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                A[i, j] += x;
            }

            x += 0.5f;
        }
    }

    [Vectorize]
    public static void G72_QuadraticGathered(int[] a, int[] b, int[] p, int n)
    {
        int k = 5;
        for (int i = 0; i < n; i++)
        {
            a[i] = b[p[i]] + k;
            k += i;
        }
    }

    [Vectorize]
    public static void G72_PreviousGathered(int[] a, int[] b, int[] p, int n)
    {
        int before = p[0];
        for (int i = 0; i < n; i++)
        {
            a[i] = b[p[i]] + before;
            before = p[i];
        }
    }
}
