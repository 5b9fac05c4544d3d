namespace AutoPar.LoopSuite.Loops;

/// <summary>What is known of scalars before the loop, and subscripts that aren't linear.</summary>
internal static partial class DataFlow
{
    // The distance is a local constant.
    [Vectorize]
    public static void ConstantDistance(float[] a, float[] b, int n)
    {
        int ahead = 1;
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = a[i + ahead] + b[i];
        }
    }

    // Two rows, told apart by constants.
    [Vectorize]
    public static void RowFromOtherRow(float[,] aa, float[] b, float[] c, int m)
    {
        int to = 0;
        int from = 1;
        for (int i = 1; i < m; i++)
        {
            aa[to, i] = aa[from, i - 1] + b[i] * c[1];
        }
    }

    // One of two constants, chosen before the loop: both distances are anti.
    [Vectorize]
    public static void ChosenDistance(float[] a, float[] b, float t, int n)
    {
        int ahead = 2;
        if (t > 0)
        {
            ahead = 1;
        }

        for (int i = 0; i < n - 2; i++)
        {
            a[i] = a[i + ahead] * 0.5f + b[i];
        }
    }

    // The sign of the distance is tested before the loop.
    [Vectorize]
    public static void TestedDistance(float[] a, float[] b, int ahead, int n)
    {
        if (ahead >= 0)
        {
            for (int i = 0; i < n - 1; i++)
            {
                a[i] = a[i + ahead] + b[i];
            }
        }
    }

    // A packed triangle: i(i + 1)/2 + j.
    [Vectorize]
    public static void PackedTriangle(float[] flat, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            int row = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++)
            {
                flat[row + j] += bb[i, j];
            }
        }
    }

    // The same by columns: the step between elements grows.
    [Vectorize]
    public static void PackedTriangleColumns(float[] flat, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            int at = i * (i + 1) / 2 + i;
            for (int j = i; j < m; j++)
            {
                flat[at] += bb[j, i];
                at += j + 1;
            }
        }
    }

    // The triangular number is counted.
    [Vectorize]
    public static void TriangularPlaces(float[] flat, float[] b, int m)
    {
        int at = 0;
        for (int i = 0; i < m; i++)
        {
            at += i;
            flat[at] = b[i] + 1.0f;
        }
    }
}
