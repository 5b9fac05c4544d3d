namespace AutoPar.LoopSuite.Loops;

/// <summary>Where arrays and scalars live: parameters, locals, fields.</summary>
internal static partial class StorageClasses
{
    private static float s_total;

    private static float s_factor = 0.5f;

    // The sum is a field.
    [Vectorize]
    public static void SumInField(float[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s_total += a[i];
        }
    }

    // The factor is a field.
    [Vectorize]
    public static void FactorInField(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] * s_factor + a[i];
        }
    }

    // The sum is an element.
    [Vectorize]
    public static void SumInElement(float[] a, float[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[0] += b[i] * b[i];
        }
    }

    // The sums of the rows are elements.
    [Vectorize]
    public static void SumsInElements(float[] a, float[,] aa, int m)
    {
        for (int i = 0; i < m; i++)
        {
            a[i] = 0.0f;
            for (int j = 0; j < m; j++)
            {
                a[i] += aa[i, j];
            }
        }
    }

    // Two arrays, changed in one loop into each other.
    [Vectorize]
    public static void Exchange(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float t = a[i];
            a[i] = b[i];
            b[i] = t;
        }
    }
}

/// <summary>Scalars that are passed in, and values that the bounds are made of.</summary>
internal static partial class Parameters
{
    [Vectorize]
    public static void NamedConstants(float[] a, float[] b, int n)
    {
        const int First = 1;
        const int Second = 2;
        const int Offset = (2 * First) - Second;
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i + Offset] + b[i];
        }
    }

    [Vectorize]
    public static void BoundsByArithmetic(float[] a, float[] b, int first, int middle, int n)
    {
        for (int i = first * 2; i < n - middle / 2; i++)
        {
            a[i - first] = b[i + first] * 0.5f - b[i];
        }
    }

    [Vectorize]
    public static void TwoFactors(float[] a, float[] b, float[] c, float s, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[i] = (s * a[i] + t * b[i]) * (s - t);
        }
    }
}

/// <summary>Three-way tests and jumps.</summary>
internal static partial class NonLogicalIfs
{
    [Vectorize]
    public static void ThreeWay(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = d[i] - 0.5f;
            if (x < 0.0f)
            {
                goto Below;
            }
            else if (x == 0.0f)
            {
                goto Equal;
            }

            a[i] += c[i] * c[i];
            goto Next;
        Below:
            a[i] += b[i] * c[i];
            goto Next;
        Equal:
            a[i] += b[i] * b[i];
        Next:
            ;
        }
    }

    [Vectorize]
    public static void SkipByGoto(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0.5f)
            {
                goto Skip;
            }

            b[i] = a[i] - c[i];
        Skip:
            c[i] = a[i] * b[i];
        }
    }

    // Into the other arm.
    [Vectorize]
    public static void JoinedArms(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0.25f)
            {
                goto Small;
            }

            b[i] -= a[i] * 0.5f;
            if (b[i] > 0.5f)
            {
                goto Store;
            }

        Small:
            b[i] += d[i] * 0.5f;
        Store:
            c[i] = b[i] + d[i];
        }
    }

    // A computed jump.
    [Vectorize]
    public static void ComputedJump(float[] a, float[] b, float[] c, int[] kind, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (kind[i] & 3)
            {
                case 0:
                    goto case 2;
                case 1:
                    a[i] += b[i] * c[i];
                    break;
                case 2:
                    a[i] += b[i] * b[i];
                    break;
                default:
                    a[i] += c[i] * c[i];
                    break;
            }
        }
    }
}
