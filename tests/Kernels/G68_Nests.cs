using AutoPar;

namespace Kernels;

/// <summary>G68: traps for interchanged and distributed nests.</summary>
public static partial class G68
{
    /// <summary>Rows in order, columns at will: the loop in between moves inside twice.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(20)]
    public static void G68_ThreeInOrder(double[,,] A, double[,,] B, int n, int m, int k)
    {
        for (int o = 0; o < k; o++)
            for (int i = 1; i < n; i++)
                for (int j = 0; j < m; j++)
                    A[i, j, o] = A[i - 1, j, o] * 0.5 + B[i, j, o];
    }

    [Parallelize]
    [MaxTrips(20)]
    public static void G68_ThreeInOrderOnThreads(double[,,] A, double[,,] B, int n, int m, int k)
    {
        for (int o = 0; o < k; o++)
            for (int i = 1; i < n; i++)
                for (int j = 0; j < m; j++)
                    A[i, j, o] = Math.Sqrt(Math.Abs(A[i - 1, j, o])) + Math.Exp(B[i, j, o]);
    }

    [Vectorize]
    [MaxTrips(20)]
    public static void G68_ThreeInOrderInLanes(float[,,] A, float[,,] B, int n, int m, int k)
    {
        for (int o = 0; o < k; o++)
            for (int i = 1; i < n; i++)
                for (int j = 0; j < m; j++)
                    A[i, j, o] = A[i - 1, j, o] * 0.5f + B[i, j, o];
    }

    /// <summary>Division in the part that runs in order.</summary>
    [Vectorize]
    public static void G68_PartDivides(int[,] A, int[,] B, int[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] + 1;
                B[j, i] = B[j, i - 1] + 100 / C[j, i];
            }
        }
    }

    [Vectorize]
    public static void G68_PartChecks(int[,] A, int[,] B, int[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] + 1;
                B[j, i] = checked(B[j, i - 1] + C[j, i]);
            }
        }
    }

    /// <summary>The second part's places are found in an array.</summary>
    [Vectorize]
    public static void G68_PartIndirect(double[,] A, double[] b, int[] p, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] + 1;
                b[p[j]] = b[p[j]] * 0.5 + i;
            }
        }
    }

    /// <summary>What finds the places is stored by the first part.</summary>
    [Vectorize]
    public static void G68_PartIndirectStored(int[,] A, int[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = (A[j - 1, i] + 1) & 7;
                b[A[j, i]] = b[A[j, i]] + i;
            }
        }
    }

    /// <summary>A condition that the first part changes.</summary>
    [Vectorize]
    public static void G68_ConditionStored(double[,] A, double[,] B, double[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                if (C[j, i] > 0)
                {
                    A[j, i] = A[j - 1, i] + 1;
                    C[j, i] = -1;
                    B[j, i] = B[j, i - 1] * 0.5;
                }
            }
        }
    }

    /// <summary>An inner loop of which the length is found on the way.</summary>
    [Vectorize]
    public static void G68_PartsOfTriangles(double[,] A, double[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j <= i; j++)
                A[j, i] = A[j - 1, i] + 1;
            for (int j = i; j < n; j++)
                B[j, i] = B[j, i - 1] + A[i, i];
        }
    }

    /// <summary>Threes and lanes: what is left is done one by one.</summary>
    [Parallelize, Vectorize]
    public static void G68_RowsOfThree(float[,] A, float[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m - 2; j += 3)
            {
                A[i, j] = b[j] * 2;
                A[i, j + 1] = b[j + 1] * 2;
                A[i, j + 2] = b[j + 2] * 2;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G68_ColumnsOfThree(float[,] A, float[] b, int n, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n - 2; i += 3)
            {
                A[i, j] = b[i] * 2;
                A[i + 1, j] = b[i + 1] * 2;
                A[i + 2, j] = b[i + 2] * 2;
            }
        }
    }

    [Vectorize]
    public static void G68_BackByFive(float[] a, float[] b, int n)
    {
        for (int i = n - 1; i >= 4; i -= 5)
        {
            a[i] = b[i] + 1;
            a[i - 1] = b[i - 1] + 1;
            a[i - 2] = b[i - 2] + 1;
            a[i - 3] = b[i - 3] + 1;
            a[i - 4] = b[i - 4] + 1;
        }
    }

    [Vectorize]
    public static int G68_SixInOrder(int[] a, int[] b, int n)
    {
        int last = -1;
        for (int i = 0; i + 6 <= n; i += 6)
        {
            a[i] = b[i] + i;
            a[i + 1] = b[i + 1] + i + 1;
            a[i + 2] = b[i + 2] + i + 2;
            a[i + 3] = b[i + 3] + i + 3;
            a[i + 4] = b[i + 4] + i + 4;
            a[i + 5] = b[i + 5] + i + 5;
            last = i;
        }

        return last;
    }

    /// <summary>Interchanged, and what is added may be an element.</summary>
    [Parallelize, Vectorize]
    public static void G68_ReferenceInto(double[,] A, double[,] B, ref double t, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = B[i, j] + t;
    }

    /// <summary>The row's length may be an element of what is stored.</summary>
    [Parallelize, Vectorize]
    public static void G68_ReferencedLength(int[,] A, int[,] B, ref int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                A[i, j] = B[i, j] + 1;
    }

    /// <summary>Rows of an array of rows, and an array that may be one of them.</summary>
    [Parallelize, Vectorize]
    public static void G68_RowOfRows(double[][] J, double[] b, int n, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                J[i][j] = b[j] + 1;
                b[i] = J[i][j] * 0.5;
            }
        }
    }

    [Vectorize]
    public static void G68_RowLengths(double[][] J, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < J.Length; i++)
                J[i][j] = J[i][j] + 1;
    }

    /// <summary>Down and up at once.</summary>
    [Parallelize, Vectorize]
    public static void G68_AgainstSteps(double[,] A, int n, int m)
    {
        for (int j = m - 2; j >= 0; j--)
            for (int i = 1; i < n; i++)
                A[i, j] = A[i - 1, j + 1] * 0.5 + A[i, j];
    }

    [Parallelize, Vectorize]
    public static void G68_AgainstStepsMoved(double[,] A, int n, int m)
    {
        for (int j = m - 2; j >= 0; j--)
            for (int i = n - 2; i >= 0; i--)
                A[i, j] = A[i + 1, j] * 0.5 + A[i, j + 1];
    }

    [Parallelize, Vectorize]
    public static void G68_ByTwosAndThrees(double[,] A, int n, int m)
    {
        for (int j = 3; j < m; j += 2)
            for (int i = 0; i < n - 3; i += 3)
                A[i, j] = A[i + 3, j - 2] * 0.5 + A[i, j];
    }

    /// <summary>Both bounds at the very end of what an int holds.</summary>
    [Parallelize, Vectorize]
    [Values("m", 0, 3, 20, int.MinValue)]
    public static void G68_Ends(double[,] A, int n, int m)
    {
        for (int j = 0; j <= m; j++)
            for (int i = j; i <= n; i++)
                A[i, j] = A[i, j] * 0.5 + 1;
    }

    [Parallelize, Vectorize]
    [Values("s", 0, 1, -1, int.MinValue, int.MaxValue)]
    public static void G68_StartsAnywhere(double[,] A, int n, int m, int s)
    {
        for (int j = s; j < m; j++)
            for (int i = j; i < n; i++)
                A[i, j] = A[i, j] * 0.5 + 1;
    }

    [Parallelize, Vectorize]
    [Values("s", 0, 1, -1, int.MinValue, int.MaxValue)]
    public static void G68_ToStartsAnywhere(double[,] A, int n, int s)
    {
        for (int j = 0; j <= n; j++)
            for (int i = s; i <= j + 1; i++)
                A[i, j] = A[i, j] * 0.5 + 1;
    }

    /// <summary>Indices that the text around the loops declares.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(20)]
    public static void G68_ThreeOfOuterIndices(double[,,] A, double[,,] B, int n, int m, int k)
    {
        int i = 0, j, o;
        for (o = 0; o < k; o++)
            for (i = 1; i < n; i++)
                for (j = 0; j < m; j++)
                    A[i, j, o] = A[i - 1, j, o] * 0.5 + B[i, j, o];
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 5, 100)]
    public static void G68_LengthOfARow(double[,] A, double[][] J, int k, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < J[k].Length; i++)
                A[i, j] = j + 1;
    }

    [Parallelize, Vectorize]
    public static void G68_LongBound(double[,] A, long n, uint m)
    {
        for (int j = 0; j < m; j++)
            for (int i = j + 1; i < n; i++)
                A[i, j] = j + 1;
    }

    [Parallelize, Vectorize]
    public static void G68_ShortIndices(double[,] A, short n, byte m)
    {
        for (byte j = 0; j < m; j++)
            for (short i = 0; i < n; i++)
                A[i, j] = j + 1;
    }

    /// <summary>The length of the second part's rows is an element that the first part changes.</summary>
    [Vectorize]
    public static void G68_StoredLength(double[,] A, double[,] B, int[] p, int n)
    {
        for (int i = 1; i < n; i++)
        {
            int end = Math.Min(n, p[i]);
            for (int j = 1; j < end; j++)
            {
                A[j, i] = A[j - 1, i] + 1;
                B[j, i] = B[j, i - 1] + 1;
            }
        }
    }

    /// <summary>A value that an iteration hands to the next one.</summary>
    [Vectorize]
    public static void G68_Carried(double[,] A, double[,] B, int n)
    {
        double e = 0;
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] + e;
                if (B[j, i] > 1)
                    e = B[j, i];
                B[j, i] = B[j, i - 1] + 1;
            }
        }
    }

    /// <summary>One part for the sake of its sum: in its order.</summary>
    [Vectorize(FloatMode = FloatMode.Strict)]
    public static void G68_StrictSums(float[,] A, float[,] B, float[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5f + B[j, i];
                c[i] = c[i] + B[j, i];
                c[j] = c[j] + B[j, i];
            }
        }
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static void G68_StrictRows(float[,] A, float[] c, float[] d, int n, int m)
    {
        for (int j = 0; j < m; j++)
            for (int i = 0; i < n; i++)
                c[i] = c[i] + A[i, j] * d[j];
    }

    [Parallelize, Vectorize]
    public static int G68_CopyAfter(int[] a, int[] b, int n)
    {
        int j = 0;
        int k = 0;
        for (int i = 0; i < n / 2; i++)
        {
            a[j] = b[k];
            k = j + 2;
            if (b[i] == 3)
                continue;
            j = k - 1;
        }

        return j + k;
    }

    [Parallelize, Vectorize]
    public static int G68_CopyWraps(int[] a, int[] b, int n, int s)
    {
        int j = int.MaxValue - 20 + s;
        for (int i = 0; i < n / 2; i++)
        {
            int k = checked(j + 1);
            a[i] = b[i] + k;
            j = k + 1;
        }

        return j;
    }

    /// <summary>Where a lane's inner loop ends differs.</summary>
    [Vectorize]
    public static void G68_JammedTriangles(float[,] A, float[,] B, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float e = 0;
            for (int j = 0; j < i; j++)
                e = e * 0.5f + A[j, i] * B[j, 0];
            c[i] = e;
        }
    }

    /// <summary>The jammed loop's elements are what another row has stored.</summary>
    [Vectorize]
    public static void G68_JammedStores(float[,] A, float[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 1; j < m; j++)
            {
                c[j] = i;
                A[j, i] = A[j - 1, i] * 0.5f + c[j - 1] + A[j, 0];
            }
        }
    }
}
