using AutoPar;

namespace Kernels;

/// <summary>Elements that a loop in lanes doesn't change are loaded before it, unless a store may change them after all.</summary>
public static partial class G51
{
    [Parallelize, Vectorize]
    public static void G51_Rows(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j < c.GetLength(1); j++)
                {
                    c[i, j] -= a[i, k] * b[k, j];
                }
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G51_Element(float[] y, float[] a, float[] x, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] += a[k] * x[i] + a[0];
        }
    }

    // The last iteration may store what all of them load.
    [Parallelize, Vectorize]
    public static void G51_Last(double[] y, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = y[i] * a[n - 1] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G51_FirstAfter(double[] y, double[] z, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = i * 0.5;
            z[i] = a[0] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G51_Spans(Span<int> y, ReadOnlySpan<int> a)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (y[i] ^ a[1]) + a[2];
        }
    }

    // Only iterations that get there load it: it may be out of range.
    [Parallelize, Vectorize]
    public static void G51_Conditional(double[] y, double[] a, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (y[i] > 0.5)
            {
                y[i] = a[k];
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G51_Divisor(int[] y, int[] a, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = y[i] / a[k] + y[i] % 7;
        }
    }

    [Parallelize, Vectorize]
    public static void G51_Jagged(double[][] rows, double[] y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = y[i] + rows[1][2];
        }
    }

    [Reassociated]
    [Parallelize, Vectorize]
    public static double G51_Sum(double[] x, double[] weights, int k)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * weights[k];
        }

        return sum;
    }

    // The inner loop may have no iteration, and then nothing is loaded.
    [Parallelize, Vectorize]
    public static void G51_NoTrip(double[] y, double[] a, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = y[i];
            for (int j = 0; j < m; j++)
            {
                e = e * 0.5 + a[3];
            }

            y[i] = e;
        }
    }
}
