namespace AutoPar.LoopSuite.Loops;

/// <summary>Loops that were unrolled by hand.</summary>
internal static partial class Rerolling
{
    [Vectorize]
    public static float UnrolledDot(float[] a, float[] b, int n)
    {
        float dot = 0.0f;
        for (int i = 0; i + 5 <= n; i += 5)
        {
            dot = dot + a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2] + a[i + 3] * b[i + 3] + a[i + 4] * b[i + 4];
        }

        return dot;
    }

    [Vectorize]
    public static void UnrolledUpdate(float[] a, float[] b, float t, int n)
    {
        for (int i = 0; i + 4 <= n; i += 4)
        {
            a[i] += t * b[i];
            a[i + 1] += t * b[i + 1];
            a[i + 2] += t * b[i + 2];
            a[i + 3] += t * b[i + 3];
        }
    }

    [Vectorize]
    public static void UnrolledGather(float[] a, float[] b, int[] place, float t, int n)
    {
        for (int i = 0; i + 4 <= n; i += 4)
        {
            a[i] += t * b[place[i]];
            a[i + 1] += t * b[place[i + 1]];
            a[i + 2] += t * b[place[i + 2]];
            a[i + 3] += t * b[place[i + 3]];
        }
    }
}

/// <summary>Two names for one memory.</summary>
internal static partial class Equivalencing
{
    // A later part of the same array, behind what is written.
    [Vectorize]
    public static void PartAheadOfItself(float[] flat, float[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            flat[i] = flat[i + 1] + a[i];
        }
    }

    // Written four ahead of the read place: a real dependence.
    [Vectorize]
    public static void PartBehindItself(float[] flat, float[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            flat[i + 8] = flat[i] * 0.5f + a[i];
        }
    }

    // The same by an offset that is known at run time.
    [Vectorize]
    public static void PartAtOffset(float[] flat, float[] a, int offset, int n)
    {
        for (int i = 0; i < n; i++)
        {
            flat[i + offset] = flat[i + 3] + a[i];
        }
    }

    // A window of the array, as a span over the same elements.
    [Vectorize]
    public static void SpanOfSame(float[] flat, float[] a, int n)
    {
        Span<float> to = flat.AsSpan(1);
        for (int i = 0; i < n; i++)
        {
            to[i] = flat[i + 2] + a[i];
        }
    }
}
