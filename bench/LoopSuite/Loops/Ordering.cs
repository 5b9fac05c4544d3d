namespace AutoPar.LoopSuite.Loops;

/// <summary>The order of the statements stands in the way.</summary>
internal static partial class StatementReordering
{
    // The second statement feeds the first one of the next iteration.
    [Vectorize]
    public static void LaterFeedsEarlier(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            a[i] = b[i - 1] + c[i] * d[i];
            b[i] = b[i + 1] - d[i] * 0.5f;
        }
    }

    // Three in a wrong order.
    [Vectorize]
    public static void ThreeInWrongOrder(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            c[i] = a[i - 1] * 0.5f;
            a[i] = b[i - 1] + d[i];
            b[i] = d[i + 1] * d[i];
        }
    }

    [Vectorize]
    public static void ReadsBothNeighbours(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i + 1] * d[i];
        }
    }
}

/// <summary>One statement is a recurrence, the others aren't.</summary>
internal static partial class Distribution
{
    // A running sum of what the first statement makes.
    [Vectorize]
    public static void MapThenRunningSum(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += c[i] * d[i];
            b[i] = b[i - 1] + a[i] + d[i];
        }
    }

    // Distance four.
    [Vectorize]
    public static void FourBack(float[] a, float[] b, int n)
    {
        for (int i = 4; i < n; i++)
        {
            b[i] = b[i - 4] * 0.5f + a[i];
        }
    }

    // A recurrence that nothing breaks stands between two maps.
    [Vectorize]
    public static void MapsAroundSquares(float[] a, float[] b, float[] c, float[] e, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += b[i] * c[i];
            e[i] = e[i - 1] * e[i - 1] * 0.5f;
            b[i] = a[i] - b[i] * c[i];
        }
    }

    // A recurrence in one array, then a map that uses it.
    [Vectorize]
    public static void RootsThenMap(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            b[i] = MathF.Sqrt(b[i - 1] + a[i]);
            c[i] = b[i] * d[i] + a[i];
            d[i] = a[i] * a[i] - d[i];
        }
    }

    // A recurrence along each row, and a map of another matrix.
    [Vectorize]
    public static void RowsAndMap(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                aa[i, j] = MathF.Sqrt(aa[i, j - 1]) + bb[i, j];
                cc[i, j] = bb[i, j] * bb[i, j - 1] + cc[i, j];
            }
        }
    }
}

/// <summary>A value of the old array is read after its new one is written.</summary>
internal static partial class NodeSplitting
{
    [Vectorize]
    public static void ReadsOldNeighbour(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] * c[i];
            b[i] = a[i] * a[i + 1] * d[i];
        }
    }

    [Vectorize]
    public static void AverageWithOld(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] + c[i];
            d[i] = (a[i] + a[i + 1]) * 0.5f;
        }
    }

    // The recurrence is left when the rest is split off.
    [Vectorize]
    public static void RecurrenceAfterSplit(float[] a, float[] b, float[] c, float[] d, float s, float t, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = a[i - 1] + s + t + b[i] + c[i] + d[i];
        }
    }

    // Two stores to neighbours; the second one's all die but the last.
    [Vectorize]
    public static void OverwrittenByNext(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] * c[i] + c[i];
            a[i + 1] = b[i] + a[i + 1] * 0.5f;
        }
    }

    [Vectorize]
    public static void StoresTwiceReadsBetween(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = b[i] + c[i] * c[i];
            d[i] = a[i] + a[i + 1];
            b[i] = d[i] * 0.5f - c[i];
        }
    }

    // The first store dies, the last one of the second statement lives.
    [Vectorize]
    public static void DeadStores(float[] a, float[] b, float[] c, float[] e, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i + 1] = b[i] + e[i];
            a[i] = b[i] * c[i] + e[i] * c[i];
        }
    }
}
