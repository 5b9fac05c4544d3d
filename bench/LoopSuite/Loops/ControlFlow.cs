namespace AutoPar.LoopSuite.Loops;

/// <summary>Conditions in the body.</summary>
internal static partial class ControlFlow
{
    [Vectorize]
    public static void AddWherePositive(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                a[i] += b[i] * c[i];
            }
        }
    }

    [Vectorize]
    public static void TwoConditions(float[] a, float[] b, float[] c, float[] d, float[] e, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (e[i] >= t)
            {
                a[i] += c[i] * d[i];
                b[i] += c[i] * c[i];
            }
        }
    }

    // The condition is on what the loop itself computes.
    [Vectorize]
    public static void ConditionOnResult(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i] * c[i];
            if (a[i] < 1.0f)
            {
                b[i] = a[i] - d[i];
            }

            d[i] = a[i] * 0.5f;
        }
    }

    [Vectorize]
    public static void TwoArms(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > c[i])
            {
                a[i] = b[i] * d[i] + c[i];
            }
            else
            {
                d[i] = c[i] - b[i];
            }
        }
    }

    // Four levels deep.
    [Vectorize]
    public static void NestedConditions(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0.25f)
            {
                if (b[i] > a[i])
                {
                    c[i] = a[i] * d[i];
                    if (c[i] > 0.25f)
                    {
                        d[i] = b[i] + 1.0f;
                    }
                }
                else
                {
                    b[i] = a[i] - c[i];
                }
            }
        }
    }

    // A whole column is worked on, or isn't.
    [Vectorize]
    public static void ColumnIfPositive(float[] a, float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            if (a[i] > 0.5f)
            {
                for (int j = 1; j < m; j++)
                {
                    aa[j, i] = aa[j - 1, i] * 0.5f + bb[j, i];
                }
            }
        }
    }

    // The condition is the index.
    [Vectorize]
    public static void BeforeAndAfter(float[] a, float[] b, float[] c, float[] d, int middle, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (i < middle)
            {
                a[i] += b[i] * c[i];
            }
            else
            {
                a[i] += b[i] * d[i];
            }
        }
    }

    // The condition doesn't change.
    [Vectorize]
    public static void InvariantCondition(float[] a, float[] b, float[] c, float t, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += b[i] * c[i];
            if (t > 0)
            {
                b[i] = a[i] - 1.0f;
            }
            else
            {
                b[i] = a[i] + 1.0f;
            }
        }
    }

    // All elements are computed, some kept.
    [Vectorize]
    public static void KeepLarger(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > b[i])
            {
                continue;
            }

            a[i] = b[i] * 0.75f + c[i] * 0.25f;
        }
    }

    [Vectorize]
    public static void ChainOfTests(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0.75f)
            {
                c[i] = a[i] * 2.0f;
            }
            else if (b[i] > 0.5f)
            {
                c[i] = b[i] * 3.0f;
            }
            else if (a[i] + b[i] > 0.5f)
            {
                c[i] = a[i] + b[i];
            }
        }
    }

    // Else arm of one iteration feeds the then arm of the next.
    [Vectorize]
    public static void ArmsThatFeedEachOther(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (b[i] < 0.5f)
            {
                c[i + 1] = a[i] + d[i] * d[i];
            }
            else
            {
                a[i] = c[i] + d[i] * 0.5f;
            }
        }
    }

    // A small integer chooses.
    [Vectorize]
    public static void SwitchOnKind(float[] a, float[] b, float[] c, int[] kind, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (kind[i])
            {
                case 0:
                    a[i] = b[i] + c[i];
                    break;
                case 1:
                    a[i] = b[i] - c[i];
                    break;
                case 2:
                    a[i] = b[i] * c[i];
                    break;
                default:
                    a[i] = c[i];
                    break;
            }
        }
    }
}
