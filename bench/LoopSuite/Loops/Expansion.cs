namespace AutoPar.LoopSuite.Loops;

/// <summary>A scalar, or a small array, that needs one copy for each lane.</summary>
internal static partial class Expansion
{
    [Vectorize]
    public static void Temporary(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float s;
        for (int i = 0; i < n; i++)
        {
            s = b[i] + c[i] * d[i];
            a[i] = s * s;
        }
    }

    // What the temporary held in the iteration before.
    [Vectorize]
    public static void SumWithLast(float[] a, float[] b, float[] c, int n)
    {
        float last = 0.0f;
        for (int i = 0; i < n; i++)
        {
            float now = b[i] * c[i];
            a[i] = now + last;
            last = now;
        }
    }

    // Assigned in one arm, read after it.
    [Vectorize]
    public static void AssignedInArm(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > b[i])
            {
                float s = a[i] - b[i] * d[i];
                c[i] += s;
                a[i] = s;
            }
        }
    }

    // Wrap around from the last element.
    [Vectorize]
    public static void WrapAround(float[] a, float[] b, int n)
    {
        float before = b[n - 1];
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + before) * 0.5f;
            before = b[i];
        }
    }

    // Two iterations back.
    [Vectorize]
    public static void WrapAroundTwice(float[] a, float[] b, int n)
    {
        float before = b[n - 1];
        float beforeThat = b[n - 2];
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + before + beforeThat) * 0.333f;
            beforeThat = before;
            before = b[i];
        }
    }

    // One row of a temporary for the columns of a matrix.
    [Vectorize]
    public static void RowTemporary(float[] a, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                a[j] = aa[j, i] * 0.5f;
                bb[j, i] = a[j] + 1.0f;
            }
        }
    }

    // The smoothed value before, as an array.
    [Vectorize]
    public static void PairsOfColumns(float[] a, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                a[i] = 1.0f - bb[j, i];
                aa[j, i] = a[i] + bb[j, i] * aa[j, i];
            }
        }
    }

    // Holds the last value that was assigned.
    [Vectorize]
    public static void HoldLastPositive(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float held = 0.0f;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0.5f)
            {
                held = d[i] * d[i];
            }

            b[i] = held * c[i] + d[i];
        }
    }

    // One name for two temporaries.
    [Vectorize]
    public static void ReusedTemporary(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float t;
        for (int i = 1; i < n; i++)
        {
            t = a[i] + b[i];
            a[i] = t + c[i - 1];
            t = c[i] * d[i];
            c[i] = t;
        }
    }

    // The temporary is a running value too: a sum that is stored.
    [Vectorize]
    public static void RunningTotal(float[] a, float[] b, int n)
    {
        float total = 0.0f;
        for (int i = 0; i < n; i++)
        {
            total += a[i];
            b[i] = total;
        }
    }

    // The same along the columns of a matrix, each with its start.
    [Vectorize]
    public static void RunningTotalOfColumns(float[] a, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            float total = a[i];
            for (int j = 0; j < m; j++)
            {
                total += aa[j, i];
                bb[j, i] = total;
            }
        }
    }

    // The value after the loop.
    [Vectorize]
    public static float LastProduct(float[] a, float[] b, float[] c, int n)
    {
        float t = 0.0f;
        for (int i = 0; i < n; i++)
        {
            t = a[i] * b[i];
            c[i] = t + a[i];
        }

        return t;
    }
}
