namespace AutoPar.LoopSuite.Loops;

/// <summary>Dependences that change their kind in the middle of the loop, and peeled first or last iterations.</summary>
internal static partial class Crossing
{
    // Mirrored: the second half reads what the first one wrote.
    [Vectorize]
    public static void MirroredSum(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[n - 1 - i] + b[i];
        }
    }

    // Through a temporary, into two arrays.
    [Vectorize]
    public static void MirroredTwice(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = a[n - 1 - i] * 0.5f + b[i];
            a[i] = x - 1.0f;
            b[i] = x * c[i];
        }
    }

    // The subscript wraps around once.
    [Vectorize]
    public static void WrappedSubscript(float[] a, float[] b, int n)
    {
        int before = n - 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + b[before]) * 0.5f;
            before = i;
        }
    }

    // Two of them.
    [Vectorize]
    public static void WrappedTwice(float[] a, float[] b, int n)
    {
        int before = n - 1;
        int beforeThat = n - 2;
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i] + b[before] + b[beforeThat]) * 0.333f;
            beforeThat = before;
            before = i;
        }
    }

    // The first iteration writes what the others read.
    [Vectorize]
    public static void FillWithFirst(float[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[0] * 1.5f;
        }
    }

    [Vectorize]
    public static void AlongDiagonal(float[,] aa, float[,] bb, float[,] cc, int m)
    {
        for (int i = 0; i < m; i++)
        {
            aa[i, i] += bb[i, i] * cc[i, i];
        }
    }

    // The whole matrix: each element needs its left and its upper neighbour.
    [Vectorize]
    public static void WavefrontAverage(float[,] aa, int m)
    {
        for (int j = 1; j < m; j++)
        {
            for (int i = 1; i < m; i++)
            {
                aa[j, i] = (aa[j, i - 1] + aa[j - 1, i]) * 0.5f;
            }
        }
    }

    // A symbolic element in the middle of the loop.
    [Vectorize]
    public static void CrossAtSymbol(float[] a, float[] b, int middle, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[middle] * 0.25f + b[i];
        }
    }

    // The first and the last iteration are different.
    [Vectorize]
    public static void CircularStencil(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = (b[i == 0 ? n - 1 : i - 1] + b[i] + b[i == n - 1 ? 0 : i + 1]) * 0.333f;
        }
    }
}
