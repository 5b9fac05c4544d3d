namespace AutoPar.LoopSuite.Loops;

/// <summary>Subscripts that are linear in the indices, of one array: some dependences are real, some aren't.</summary>
internal static partial class LinearDependence
{
    [Vectorize]
    public static void SameElement(float[] a, float[] b, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] * t + 1.0f;
        }
    }

    // Odd elements from even ones.
    [Vectorize]
    public static void OddFromEven(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i += 2)
        {
            a[i] = a[i - 1] * 0.5f + b[i];
        }
    }

    // Downwards, each element is read before it's overwritten.
    [Vectorize]
    public static void ShiftUpDownwards(float[] a, float[] b, int n)
    {
        for (int i = n - 2; i >= 0; i--)
        {
            a[i + 1] = a[i] - b[i];
        }
    }

    // The element that all read isn't written.
    [Vectorize]
    public static void OffsetByFirst(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i] - a[0];
        }
    }

    // The element that all read is written in the middle of the loop.
    [Vectorize]
    public static void OffsetByMiddle(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + a[n / 2];
        }
    }

    // Lower triangle from the upper one.
    [Vectorize]
    public static void MirrorTriangle(float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < i; j++)
            {
                aa[i, j] = aa[j, i] - bb[i, j];
            }
        }
    }

    // Forward substitution by columns.
    [Vectorize]
    public static void EliminateColumns(float[] a, float[,] bb, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = j + 1; i < m; i++)
            {
                a[i] -= bb[j, i] * a[j];
            }
        }
    }

    // Forward substitution by rows: a sum over what the outer loop has finished.
    [Vectorize]
    public static void ConvolveOwnPast(float[] a, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j < i; j++)
            {
                a[i] += bb[i, j] * a[i - j - 1];
            }
        }
    }

    // Four statements by hand, each reading what the next one overwrites.
    [Vectorize]
    public static void UnrolledProducts(float[] a, int n)
    {
        for (int i = 0; i + 4 < n; i += 4)
        {
            a[i] = a[i + 1] * a[i];
            a[i + 1] = a[i + 2] * a[i + 1];
            a[i + 2] = a[i + 3] * a[i + 2];
            a[i + 3] = a[i + 4] * a[i + 3];
        }
    }

    // Distance (1, 1): no dependence along a row.
    [Vectorize]
    public static void FromUpperLeft(float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                aa[i, j] = aa[i - 1, j - 1] + bb[i, j];
            }
        }
    }

    // Distance (1, -1): interchange would be wrong, lanes along the row are right.
    [Vectorize]
    public static void FromUpperRight(float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 0; j < m - 1; j++)
            {
                aa[i, j] = aa[i - 1, j + 1] * 0.25f + bb[i, j];
            }
        }
    }

    [Vectorize]
    public static void Reversed(float[] a, float[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            a[i] = b[i] - 2.0f;
        }
    }

    // Written at even places, read at the first half: the distance grows with i.
    [Vectorize]
    public static void SpreadToEven(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            a[2 * i] = b[i] * c[i] + b[i] * 0.5f + c[i];
        }
    }

    // One operand in row order, one in column order.
    [Vectorize]
    public static void TransposedOperand(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                aa[i, j] = aa[i, j] * cc[j, i] + bb[i, j];
            }
        }
    }

    // A real dependence, sixteen iterations long.
    [Vectorize]
    public static void SixteenBack(float[] a, float[] b, int n)
    {
        for (int i = 16; i < n; i++)
        {
            a[i] = a[i - 16] * 0.5f + b[i];
        }
    }
}
