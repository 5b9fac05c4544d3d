namespace AutoPar.LoopSuite.Loops;

/// <summary>Subscripts read from an array.</summary>
internal static partial class Indirect
{
    [Vectorize]
    public static void Gather(float[] a, float[] b, int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[place[i]] * 0.5f;
        }
    }

    [Vectorize]
    public static void Scatter(float[] a, float[] b, int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[place[i]] = b[i] + 1.0f;
        }
    }

    // The places may be equal.
    [Vectorize]
    public static void ScatterAdd(float[] a, float[] b, int[] any, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[any[i]] += b[i];
        }
    }

    // The caller promises that they aren't.
    [Vectorize]
    public static void ScatterAddUnique(float[] a, float[] b, [Unique] int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[place[i]] += b[i] * 0.5f;
        }
    }

    [Vectorize]
    public static float DotThroughPlaces(float[] a, float[] b, int[] place, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] * b[place[i]];
        }

        return sum;
    }

    // A row and a column of a matrix by place.
    [Vectorize]
    public static void GatherFromMatrix(float[,] aa, float[,] bb, int[] row, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                aa[i, j] = bb[i, row[j]] * 0.5f + aa[i, j];
            }
        }
    }

    // Gathers under a condition.
    [Vectorize]
    public static void GatherWherePositive(float[] a, float[] b, float[] c, int[] any, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                a[i] = c[any[i]] + b[i];
            }
        }
    }

    // Two hops.
    [Vectorize]
    public static void GatherTwice(float[] a, float[] b, int[] place, int[] any, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[place[any[i]]];
        }
    }

    [Vectorize]
    public static void Histogram(int[] counts, int[] kind, int n)
    {
        for (int i = 0; i < n; i++)
        {
            counts[kind[i]]++;
        }
    }

    [Vectorize]
    public static void WeightedHistogram(float[] a, float[] b, int[] kind, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[kind[i]] += b[i] * b[i];
        }
    }

    // A compressed sparse row product, eight entries for each row.
    [Vectorize]
    public static void SparseProduct(float[] a, float[] b, float[] c, int[] start, int[] any, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            float sum = 0.0f;
            for (int j = start[i]; j < start[i + 1]; j++)
            {
                sum += b[j] * c[any[j]];
            }

            a[i] = sum;
        }
    }

    // A table of sixteen.
    [Vectorize]
    public static void LookUp(float[] a, float[] table, int[] kind, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i] * 0.5f + table[kind[i]];
        }
    }
}
