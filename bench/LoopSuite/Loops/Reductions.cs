namespace AutoPar.LoopSuite.Loops;

/// <summary>Sums, products, extrema and their places.</summary>
internal static partial class Reductions
{
    [Vectorize]
    public static float SumOfDifferences(float[] a, float[] b, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] - b[i] * b[i];
        }

        return sum;
    }

    [Vectorize]
    public static float Product(float[] near, int n)
    {
        float product = 1.0f;
        for (int i = 0; i < n; i++)
        {
            product *= near[i];
        }

        return product;
    }

    [Vectorize]
    public static float ConditionalSum(float[] a, float[] b, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0.5f)
            {
                sum += b[i];
            }
        }

        return sum;
    }

    [Vectorize]
    public static float Largest(float[] a, int n)
    {
        float max = a[0];
        for (int i = 1; i < n; i++)
        {
            if (a[i] > max)
            {
                max = a[i];
            }
        }

        return max;
    }

    [Vectorize]
    public static int PlaceOfLargest(float[] a, int n)
    {
        float max = a[0];
        int place = 0;
        for (int i = 1; i < n; i++)
        {
            if (a[i] > max)
            {
                max = a[i];
                place = i;
            }
        }

        return place;
    }

    // The absolute value, and a stride.
    [Vectorize]
    public static int PlaceOfLargestMagnitude(float[] a, int step, int n)
    {
        int at = 0;
        int place = 0;
        float max = MathF.Abs(a[0]);
        at += step;
        for (int i = 1; i < n; i++)
        {
            if (MathF.Abs(a[at]) > max)
            {
                place = i;
                max = MathF.Abs(a[at]);
            }

            at += step;
        }

        return place;
    }

    [Vectorize]
    public static float LargestOfMatrix(float[,] aa, int m)
    {
        float max = aa[0, 0];
        int row = 0;
        int column = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (aa[i, j] > max)
                {
                    max = aa[i, j];
                    row = i;
                    column = j;
                }
            }
        }

        return max + row * 2 + column;
    }

    // A sum over a part, by a nest of constant lengths.
    [Vectorize]
    public static float SumInBlocks(float[] a, float[] b, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i + 8 <= n; i += 8)
        {
            sum += a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2] + a[i + 3] * b[i + 3];
            sum += a[i + 4] * b[i + 4] + a[i + 5] * b[i + 5] + a[i + 6] * b[i + 6] + a[i + 7] * b[i + 7];
        }

        return sum;
    }

    [Vectorize]
    public static float SmallestAndLargest(float[] a, int n)
    {
        float low = a[0];
        float high = a[0];
        for (int i = 0; i < n; i++)
        {
            low = MathF.Min(low, a[i]);
            high = MathF.Max(high, a[i]);
        }

        return high - low;
    }

    [Vectorize]
    public static float SumOfRows(float[,] aa, int m)
    {
        float sum = 0.0f;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                sum += aa[i, j] * aa[i, j];
            }
        }

        return sum;
    }

    [Vectorize]
    public static int CountAbove(float[] a, float t, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                count++;
            }
        }

        return count;
    }

    // The smallest absolute difference, as an expression.
    [Vectorize]
    public static float ClosestPair(float[] a, float[] b, int n)
    {
        float closest = 1000.0f;
        for (int i = 0; i < n; i++)
        {
            float gap = MathF.Abs(a[i] - b[i]);
            closest = gap < closest ? gap : closest;
        }

        return closest;
    }

    [Vectorize]
    public static long WideSum(int[] kind, int[] place, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += (long)kind[i] * place[i];
        }

        return sum;
    }

    [Vectorize]
    public static double DotInDouble(float[] a, float[] b, int n)
    {
        double sum = 0.0;
        for (int i = 0; i < n; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }
}
