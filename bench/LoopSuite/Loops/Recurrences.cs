namespace AutoPar.LoopSuite.Loops;

/// <summary>Each iteration needs the one before.</summary>
internal static partial class Recurrences
{
    // First order, linear: reassociated where the mode allows it.
    [Vectorize(FloatMode = FloatMode.Fast)]
    public static void FirstOrder(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    [Vectorize(FloatMode = FloatMode.Fast)]
    public static void SecondOrder(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 2; i < n; i++)
        {
            a[i] += a[i - 1] * b[i] * 0.5f + a[i - 2] * c[i] * 0.25f;
        }
    }

    // Two arrays that feed each other.
    [Vectorize(FloatMode = FloatMode.Fast)]
    public static void Coupled(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] * 0.5f + c[i] * d[i];
            b[i] = a[i] + c[i] * 0.25f;
        }
    }

    // A filter with a constant factor.
    [Vectorize(FloatMode = FloatMode.Fast)]
    public static void Smoothing(float[] a, float[] b, int n)
    {
        float y = 0.0f;
        for (int i = 0; i < n; i++)
        {
            y = y * 0.75f + b[i] * 0.25f;
            a[i] = y;
        }
    }

    [Vectorize]
    public static void RunningMaximum(float[] a, float[] b, int n)
    {
        float max = a[0];
        for (int i = 0; i < n; i++)
        {
            max = MathF.Max(max, a[i]);
            b[i] = max;
        }
    }

    [Vectorize]
    public static uint PolynomialHash(int[] kind, int n)
    {
        uint hash = 17;
        for (int i = 0; i < n; i++)
        {
            hash = hash * 31 + (uint)kind[i];
        }

        return hash;
    }
}

/// <summary>The loop ends when something is found.</summary>
internal static partial class Search
{
    [Vectorize]
    public static int FirstAbove(float[] a, float limit, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > limit)
            {
                return i;
            }
        }

        return -1;
    }

    // The value, by a break.
    [Vectorize]
    public static float ValueAndPlace(float[] a, float limit, int n)
    {
        int place = -2;
        float value = -1.0f;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > limit)
            {
                place = i;
                value = a[i];
                break;
            }
        }

        return value + place;
    }

    // Works until the end is found.
    [Vectorize]
    public static void UntilNegative(float[] a, float[] b, float[] c, float[] ended, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i] * c[i];
            if (ended[i] < 0.0f)
            {
                break;
            }
        }
    }

    // The last one that holds.
    [Vectorize]
    public static int LastAbove(float[] a, float t, int n)
    {
        int place = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                place = i;
            }
        }

        return place;
    }
}

/// <summary>A counter that moves only where the condition holds.</summary>
internal static partial class Packing
{
    [Vectorize]
    public static int Compress(float[] a, float[] b, int n)
    {
        int to = -1;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                to++;
                a[to] = b[i];
            }
        }

        return to;
    }

    [Vectorize]
    public static void Expand(float[] a, float[] b, float[] c, int n)
    {
        int from = -1;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                from++;
                a[i] = c[from];
            }
        }
    }

    // A whole matrix into a line.
    [Vectorize]
    public static int CompressMatrix(float[] flat, float[,] aa, float[,] bb, int m)
    {
        int to = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (bb[i, j] > 0.5f)
                {
                    flat[to] = aa[i, j];
                    to++;
                }
            }
        }

        return to;
    }

    // The places, not the values.
    [Vectorize]
    public static int CompressPlaces(float[] a, int[] found, int n)
    {
        int to = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0.75f)
            {
                found[to++] = i;
            }
        }

        return to;
    }
}
