using AutoPar;

namespace Kernels;

/// <summary>Nests of which threads take parts of the inner loop, too.</summary>
public static partial class G76
{
    [Parallelize, Vectorize]
    public static void G76_Sum(double[,] A, double[,] B, double[,] C, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                C[i, j] = A[i, j] + B[i, j];
    }

    /// <summary>What comes before the inner loop is computed anew in each part, and one of them might store what it loads.</summary>
    [Parallelize, Vectorize]
    public static void G76_FirstOfRow(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double first = A[i, 0];
            for (int j = 0; j < m; j++)
                B[i, j] = A[i, j] * first;
        }
    }

    /// <summary>There they are two arrays for certain.</summary>
    [Parallelize, Vectorize]
    public static void G76_Scaled(double[,] A, float[] scales, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double scale = scales[i];
            for (int j = 1; j <= m; j++)
                A[i, j] = A[i, j] * scale + j;
        }
    }

    /// <summary>Three loops: parts of the one in the middle.</summary>
    [Parallelize, Vectorize]
    public static void G76_Product(float[,] A, float[,] B, float[,] C, int n, int m, int k)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                float sum = 0;
                for (int l = 0; l < k; l++)
                    sum += A[i, l] * B[l, j];
                C[i, j] = sum;
            }
        }
    }

    /// <summary>Rows of their own.</summary>
    [Parallelize, Vectorize]
    [Rows("a")]
    public static void G76_Rows(double[][] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                a[i][j] = a[i][j] * 2 + i;
    }

    /// <summary>An inner loop that begins and ends where the outer one says stays whole.</summary>
    [Parallelize, Vectorize]
    public static void G76_Triangle(double[,] A, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = i; j < n; j++)
                A[i, j] = A[i, j] + i;
    }

    /// <summary>So does one of which iterations depend on each other.</summary>
    [Parallelize]
    public static void G76_Chain(double[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 1; j < m; j++)
                A[i, j] = A[i, j - 1] * 0.5 + A[i, j];
    }

    /// <summary>And one that sums up rows.</summary>
    [Parallelize, Vectorize]
    public static void G76_RowSums(int[,] A, int[] sums, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int sum = 0;
            for (int j = 0; j < m; j++)
                sum += A[i, j];
            sums[i] = sum;
        }
    }

    /// <summary>Spans, and indices of 64 bits from a start of their own.</summary>
    [Parallelize, Vectorize]
    public static void G76_Spans(ReadOnlySpan<float> a, Span<float> b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 2; j < m - 1; j++)
                b[i * m + j] = a[i * m + j - 1] + a[i * m + j + 1];
    }

    /// <summary>Something throws amid a row: what comes before in the row's order is stored.</summary>
    [Parallelize]
    public static void G76_Throws(int[,] A, int[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                A[i, j] = 100 / B[i, j];
    }

    /// <summary>Calls that aren't understood further.</summary>
    [Parallelize]
    public static void G76_Calls(double[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                A[i, j] = Root(i, j);
    }

    private static double Root(int i, int j)
    {
        double x = 1;
        while (x * x < i + j)
            x += 0.25;
        return x;
    }

    /// <summary>Scalars of an iteration, declared outside.</summary>
    [Parallelize, Vectorize]
    public static void G76_Scalars(double[,] A, int n, int m)
    {
        double t, u;
        for (int i = 0; i < n; i++)
        {
            u = i * 0.5;
            for (int j = 0; j < m; j++)
            {
                t = A[i, j] - u;
                A[i, j] = t * t;
            }
        }
    }

    /// <summary>The last value of one goes out: iterations stay whole.</summary>
    [Parallelize, Vectorize]
    public static double G76_LastValue(double[,] A, int n, int m)
    {
        double t = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                t = A[i, j] * 2;
                A[i, j] = t;
            }
        }

        return t;
    }

    /// <summary>A neighbour in the row before, of another array.</summary>
    [Parallelize, Vectorize]
    public static void G76_Stencil(float[,] a, float[,] b, int n, int m)
    {
        for (int i = 1; i < n - 1; i++)
            for (int j = 1; j < m - 1; j++)
                b[i, j] = (a[i - 1, j] + a[i + 1, j] + a[i, j - 1] + a[i, j + 1]) * 0.25f;
    }

    /// <summary>The inner loop runs through another array's elements.</summary>
    [Parallelize, Vectorize]
    public static void G76_Outer(double[,] A, double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            for (int j = 0; j < y.Length; j++)
                A[i, j] = x[i] * y[j];
    }
}
