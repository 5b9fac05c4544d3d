namespace AutoPar.LoopSuite.Loops;

/// <summary>Subscripts that a second variable counts.</summary>
internal static partial class InductionVariables
{
    [Vectorize]
    public static void CountedAhead(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            int j = i + 1;
            a[i] = a[j] - b[i];
        }
    }

    // The start and the step are parameters.
    [Vectorize]
    public static void BackwardsBySymbol(float[] a, float[] b, int first, int step, int n)
    {
        int at = 1;
        int back = 0;
        for (int i = first - 1; i < n; i += step)
        {
            back += at;
            a[i] += b[n - back];
        }
    }

    // A counter that moves once, or twice where the condition holds.
    [Vectorize]
    public static int ConditionalSteps(float[] a, float[] b, float[] c, int n)
    {
        int to = -1;
        for (int i = 0; i < n / 2; i++)
        {
            to++;
            a[to] = b[i] + c[i];
            if (c[i] > 0.5f)
            {
                to++;
                a[to] = b[i] - c[i];
            }
        }

        return to;
    }

    // Both arms count.
    [Vectorize]
    public static void StepInBothArms(float[] a, float[] b, float[] c, int n)
    {
        int to = -1;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                to++;
                a[to] = b[i] + c[i] * 0.5f;
            }
            else
            {
                to++;
                a[to] = c[i] - b[i] * 0.5f;
            }
        }
    }

    // A matrix written into a line.
    [Vectorize]
    public static void FlattenSum(float[] flat, float[,] aa, float[,] bb, int m)
    {
        int to = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                flat[to] = aa[i, j] + bb[i, j] * 0.5f;
                to++;
            }
        }
    }

    // By columns, out of a line.
    [Vectorize]
    public static void UnflattenColumns(float[] flat, float[,] aa, float[,] bb, int m)
    {
        int from = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 1; j < m; j++)
            {
                bb[j, i] = bb[j - 1, i] + flat[from] * aa[j, i];
                from++;
            }

            from++;
        }
    }

    // Two stores for each trip.
    [Vectorize]
    public static void TwoForOne(float[] a, float[] b, float[] c, int n)
    {
        int to = 0;
        for (int i = 0; i < n / 2; i++)
        {
            a[to] = b[i] + c[i];
            to++;
            a[to] = b[i] - c[i];
            to++;
        }
    }

    // The counter passes through a second variable.
    [Vectorize]
    public static void CoupledCounters(float[] a, float[] b, float[] c, int n)
    {
        int j = -1;
        for (int i = 0; i < n / 2; i++)
        {
            int k = j + 1;
            a[i] = b[k] - c[i];
            j = k + 1;
            b[k] = a[i] + c[k];
        }
    }

    // Down by three from the end.
    [Vectorize]
    public static void DownByThree(float[] a, float[] b, int n)
    {
        int from = n - 1;
        for (int i = 0; i < n / 3; i++)
        {
            a[i] = b[from] * 2.0f;
            from -= 3;
        }
    }
}
