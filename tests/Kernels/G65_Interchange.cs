using AutoPar;

namespace Kernels;

/// <summary>G65: nests whose innermost loop runs down the columns.</summary>
public static partial class G65
{
    [Parallelize, Vectorize]
    public static void G65_Rectangle(float[,] A, float[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = B[i, j] + 1;
    }

    [Parallelize, Vectorize]
    public static void G65_Steps(double[,] A, double[,] B, int n, int m)
    {
        for (int j = m - 1; j >= 1; j -= 2)
            for (int i = 1; i <= n - 1; i += 3)
                A[i, j] = B[i - 1, j - 1] * 2;
    }

    /// <summary>Rows from the diagonal on.</summary>
    [Parallelize, Vectorize]
    public static void G65_FromDiagonal(double[,] A, double[,] B, int n)
    {
        for (int j = 0; j < n; j++)
            for (int i = j; i < n; i++)
                A[i, j] = B[i, j] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_BelowDiagonal(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = j + 1; i < n; i++)
                A[i, j] = B[i, j] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_FromAboveDiagonal(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = j - 1; i <= n; i++)
                A[i, j] = B[i, j] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_ToDiagonal(double[,] A, double[,] B, int n)
    {
        for (int j = 0; j < n; j++)
            for (int i = 0; i < j; i++)
                A[i, j] = B[i, j] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_ThroughDiagonal(double[,] A, double[,] B, int n, int m, int k)
    {
        for (int j = m; j <= n; j++)
            for (int i = k; i <= j; i++)
                A[i, j] = B[i, j] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_PastDiagonal(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 2; j < n; j++)
            for (int i = 3; i < j + 1; i++)
                A[i, j] = B[i, j] * m;
    }

    [Parallelize, Vectorize]
    public static void G65_BeforeDiagonal(double[,] A, double[,] B, int n)
    {
        for (int j = 1; j < n; j++)
            for (int i = 0; i <= j - 1; i++)
                A[i, j] = A[j, i] + B[i, j];
    }

    /// <summary>Down the column in order: rows in order, and lanes along them.</summary>
    [Parallelize, Vectorize]
    public static void G65_Down(float[,] A, float[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 1; i < n; i++)
                A[i, j] = A[i - 1, j] * 0.5f + B[i, j];
    }

    [Parallelize, Vectorize]
    public static void G65_DownTriangle(double[,] A, double[,] B, int n)
    {
        for (int j = 0; j < n; j++)
            for (int i = j + 1; i < n; i++)
                A[i, j] = A[i - 1, j] + B[i, j];
    }

    /// <summary>Carried by the outer loop: it becomes the inner one, in order.</summary>
    [Parallelize, Vectorize]
    public static void G65_Along(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = Math.Sqrt(A[i, j - 1]) + B[i, j];
    }

    /// <summary>(1, 1): legal.</summary>
    [Parallelize, Vectorize]
    public static void G65_Diagonal(double[,] A, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = 1; i < n; i++)
                A[i, j] = A[i - 1, j - 1] * 0.5;
    }

    /// <summary>(1, −1): each element is read before, or after, it's written; the other order is wrong.</summary>
    [Parallelize, Vectorize]
    public static void G65_CounterDiagonal(double[,] A, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = 0; i < n - 1; i++)
                A[i, j] = A[i + 1, j - 1] * 0.5;
    }

    /// <summary>The same where two arrays are one.</summary>
    [Parallelize, Vectorize]
    public static void G65_CounterDiagonalOfTwo(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = 0; i < n - 1; i++)
                A[i, j] = B[i + 1, j - 1] * 0.5;
    }

    /// <summary>The last write to each element decides.</summary>
    [Parallelize, Vectorize]
    public static void G65_LastWrite(double[,] A, int n, int m)
    {
        for (int j = 1; j < m; j++)
        {
            for (int i = 0; i < n - 1; i++)
            {
                A[i, j] = i + j;
                A[i + 1, j - 1] = i - j;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G65_Scalar(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                double e = B[i, j] - 1;
                if (e > 0)
                    A[i, j] = e * e;
            }
        }
    }

    /// <summary>The last assigned value is that of the last column.</summary>
    [Parallelize, Vectorize]
    public static double G65_LiveOut(double[,] A, double[,] B, int n, int m)
    {
        double e = -1;
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                e = B[i, j] - 1;
                A[i, j] = e * e;
            }
        }

        return e;
    }

    [Parallelize, Vectorize]
    public static int G65_IndexAfter(double[,] A, int n, int m)
    {
        int i = -1;
        for (int j = 0; j < m; j++)
            for (i = 0; i < n; i++)
                A[i, j] = 1;
        return i;
    }

    /// <summary>A sum in the order of columns.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G65_Sum(double[,] A, int n, int m)
    {
        double s = 0;
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                s += A[i, j];
        return s;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("f"), Rows("g")]
    public static void G65_Flat(float[] f, float[] g, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                f[i * m + j] = g[i * m + j] * 2;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("f"), Rows("g")]
    public static void G65_Spans(Span<float> f, Span<float> g, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                f[i * m + j] = g[i * m + j + 1] * 2;
    }

    [Parallelize, Vectorize]
    public static void G65_Jagged(double[][] J, double[] b, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                J[i][j] = J[i][j] * 2 + b[j];
    }

    /// <summary>Rows that may be one array: (0, 1) of the one is (0, 1) of the other.</summary>
    [Parallelize, Vectorize]
    public static void G65_JaggedAhead(double[][] J, int n, int m)
    {
        for (int j = 1; j < m; j++)
            for (int i = 1; i < n; i++)
                J[i][j] = J[i - 1][j - 1] + 1;
    }

    /// <summary>Three deep: the last subscript goes with the outermost loop.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(20), Rows("f"), Rows("g")]
    public static void G65_Three(float[] f, float[] g, int n, int m, int k)
    {
        for (int o = 0; o < k; o++)
            for (int j = 0; j < m; j++)
                for (int i = 0; i < n; i++)
                    f[(i * m + j) * k + o] = g[(i * m + j) * k + o] + j;
    }

    /// <summary>Three channels: nothing to gain along them.</summary>
    [Parallelize, Vectorize]
    public static void G65_Channels(double[,] A, double t, int n)
    {
        for (int c = 0; c < 3; c++)
            for (int i = 0; i < n; i++)
                A[i, c] *= t;
    }

    /// <summary>A row that counts by an array's length, which may be null where there is no column.</summary>
    [Parallelize, Vectorize]
    public static void G65_Lengths(double[,] A, double[] b, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < b.Length; i++)
                A[i, j] = b[i];
    }

    /// <summary>Repeated: the order of the steps stays.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G65_Repeated(double[,] A, double[,] B, int n, int m, int k)
    {
        for (int o = 0; o < k; o++)
            for (int j = 1; j < m; j++)
                for (int i = 0; i < n; i++)
                    A[i, j] = A[i, j] * 0.5 + B[i, j - 1];
    }

    [Parallelize, Vectorize]
    public static void G65_Checked(int[,] A, int[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = checked(B[i, j] + 1);
    }

    [Parallelize, Vectorize]
    public static void G65_Division(int[,] A, int[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = 100 / B[i, j];
    }

    /// <summary>The bound is stored to.</summary>
    [Parallelize, Vectorize]
    public static void G65_BoundFromMemory(int[,] A, int[] p, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < p[0]; i++)
                A[i, j] = j;
    }

    [Vectorize]
    public static void G65_Transposed(double[,] A, double[,] B, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = B[j, i];
    }

    /// <summary>Sums in elements that start at zero: lanes along the rows.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static void G65_SumsOfRows(float[] c, float[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            c[i] = 0;
            for (int j = 0; j < m; j++)
                c[i] += A[i, j];
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G65_Product(double[,] A, double[,] B, double[,] C, int n)
    {
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                for (int i = 0; i < n; i++)
                    C[i, j] += A[i, k] * B[k, j];
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G65_ProductOfDots(double[,] A, double[,] B, double[,] C, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                C[i, j] = 0;
                for (int k = 0; k < n; k++)
                    C[i, j] += A[i, k] * B[k, j];
            }
        }
    }

    /// <summary>Not perfect: the inner loops are taken over one by one, or the outer one is.</summary>
    [Vectorize]
    public static void G65_EmptyBeside(int[,] A, int[,] B, int n, int m)
    {
        for (int i = 1; i < n - 1; i += 2)
        {
            for (int j = 1; j < m - 1; j++)
                A[i, j] -= A[i - 1, j] * B[i, j];
            for (int j = 1; j < m - 1; j++)
            {
            }
        }
    }

    /// <summary>Lanes take the inner loop; the sum beside it keeps its order.</summary>
    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static float G65_StrictSumBeside(float[,] A, float[] b, float t, int n, int m)
    {
        float s = t;
        for (int i = 0; i < n; i++)
        {
            s += b[i];
            for (int j = 1; j < m - 1; j++)
                A[i, j] = b[j] - A[i, j];
        }

        return s;
    }

    [Vectorize(FloatMode = FloatMode.Strict)]
    public static void G65_StrictElementBeside(float[,] A, float[] b, float[] c, float t, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            c[0] = c[0] + t;
            for (int j = 1; j < m - 1; j++)
                A[i, j] = b[j] - A[i, j];
        }
    }
}
