namespace AutoPar.LoopSuite.Loops;

/// <summary>Steps, offsets and bounds that are known at run time only.</summary>
internal static partial class Symbolics
{
    [Vectorize]
    public static void SymbolicStride(float[] a, float[] b, int step, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i * step] += b[i];
        }
    }

    [Vectorize]
    public static void SymbolicStartAndStep(float[] a, float[] b, int first, int step, int n)
    {
        for (int i = first - 1; i < n; i += step)
        {
            a[i] += b[i];
        }
    }

    // The upper half is read, the lower one written.
    [Vectorize]
    public static void HalfFromHalf(float[] a, float[] b, int n)
    {
        int half = n / 2;
        for (int i = 0; i < half; i++)
        {
            a[i + half] = a[i] + b[i];
        }
    }

    // The same distance as a parameter.
    [Vectorize]
    public static void SymbolicDistance(float[] a, float[] b, int middle, int n)
    {
        for (int i = 0; i < n - middle; i++)
        {
            a[i] = a[i + middle] * 0.5f + b[i];
        }
    }

    // The step of the loop is its distance.
    [Vectorize]
    public static void StepIsDistance(float[] a, float[] b, int step, int n)
    {
        for (int i = 0; i < n - 1; i += step)
        {
            a[i] = a[i + step] + b[i];
        }
    }

    // A convolution: one operand runs backwards.
    [Vectorize]
    public static void Convolution(float[] a, float[] b, float[] c, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < m; i++)
            {
                a[i] += b[i + m - j - 1] * c[j];
            }
        }
    }

    // Rows of a matrix in a line, with a stride of its own.
    [Vectorize]
    public static void RowsWithPitch(float[] flat, float[] b, int m)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                flat[i * m + j] = flat[i * m + j] * 0.5f + b[j];
            }
        }
    }
}
