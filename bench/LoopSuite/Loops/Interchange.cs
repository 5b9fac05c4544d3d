namespace AutoPar.LoopSuite.Loops;

/// <summary>Nests whose loops stand in the slower order, or whose inner loop is a recurrence.</summary>
internal static partial class Interchange
{
    // Down each column: carried by the inner loop.
    [Vectorize]
    public static void DownColumns(float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                aa[j, i] = aa[j - 1, i] + bb[j, i];
            }
        }
    }

    // The same in a triangle.
    [Vectorize]
    public static void DownTriangle(float[,] aa, float[,] bb, int m)
    {
        for (int j = 1; j < m; j++)
        {
            for (int i = 1; i <= j; i++)
            {
                aa[j, i] = aa[j, i - 1] * aa[j, i - 1] * 0.5f + bb[j, i];
            }
        }
    }

    // Free of dependences, in column order.
    [Vectorize]
    public static void ColumnOrder(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = j; i < m; i++)
            {
                aa[i, j] = bb[i, j] + cc[i, j];
            }
        }
    }

    // Two recurrences, one along each loop.
    [Vectorize]
    public static void OneEachWay(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                aa[j, i] = aa[j - 1, i] + cc[j, i];
            }

            for (int j = 1; j < m; j++)
            {
                bb[j, i] = bb[j, i - 1] + cc[j, i];
            }
        }
    }

    // The same, in one body.
    [Vectorize]
    public static void OneEachWayTogether(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                aa[j, i] = aa[j - 1, i] * 0.5f + cc[j, i];
                bb[j, i] = bb[j, i - 1] * 0.5f + cc[j, i];
            }
        }
    }

    // Not a perfect nest: a statement before the inner loop.
    [Vectorize]
    public static void ImperfectNest(float[] a, float[] b, float[] c, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            a[i] += b[i] * c[i];
            for (int j = 1; j < m; j++)
            {
                aa[j, i] = aa[j - 1, i] + bb[j, i] * a[i];
            }
        }
    }

    // Matrix product, the sum innermost.
    [Vectorize]
    public static void ProductByDots(float[,] aa, float[,] bb, float[,] cc, int small)
    {
        for (int i = 0; i < small; i++)
        {
            for (int j = 0; j < small; j++)
            {
                aa[i, j] = 0.0f;
                for (int k = 0; k < small; k++)
                {
                    aa[i, j] += bb[i, k] * cc[k, j];
                }
            }
        }
    }

    // Sums of columns, taken one after the other.
    [Vectorize]
    public static void ColumnSums(float[] a, float[,] aa, int m)
    {
        for (int j = 0; j < m; j++)
        {
            float sum = 0.0f;
            for (int i = 0; i < m; i++)
            {
                sum += aa[i, j];
            }

            a[j] = sum;
        }
    }
}
