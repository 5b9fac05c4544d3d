namespace AutoPar.LoopSuite.Loops;

/// <summary>Small functions in the expression.</summary>
internal static partial class StatementFunctions
{
    [Vectorize]
    public static void SumOfProducts(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Mixed(b[i], c[i]) * d[i];
        }
    }

    [Vectorize]
    public static void Nested(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Mixed(Ramp(b[i]), Ramp(c[i]));
        }
    }

    private static float Mixed(float x, float y) => x * y + x * 0.5f;

    private static float Ramp(float x) => x < 0.25f ? 0.0f : x > 0.75f ? 1.0f : x * 2.0f - 0.5f;
}

/// <summary>Calls of methods that work on elements.</summary>
internal static partial class CallStatements
{
    // The method gets array and place.
    [Vectorize]
    public static void ElementByCall(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            AddElement(a, b, c, i);
        }
    }

    // The inner loop is in the method.
    [Vectorize]
    public static void RowByCall(float[,] aa, float[,] bb, int m)
    {
        for (int i = 0; i < m; i++)
        {
            AddRow(aa, bb, i, m);
        }
    }

    // A method with branches and several returns.
    [Vectorize]
    public static void ValueByCall(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Limited(b[i] - c[i], c[i]);
        }
    }

    // An iteration of unknown length in the method.
    [Vectorize]
    public static void RootByCall(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Root(b[i] + 0.5f);
        }
    }

    // What the call has done is read after it.
    [Vectorize]
    public static void CallThenUse(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + c[i] * d[i];
            AddElement(a, b, c, i);
            d[i] = a[i] * 0.5f;
        }
    }

    private static void AddElement(float[] a, float[] b, float[] c, int i)
    {
        a[i] += b[i] * c[i];
    }

    private static void AddRow(float[,] aa, float[,] bb, int i, int m)
    {
        for (int j = 0; j < m; j++)
        {
            aa[i, j] += bb[i, j] * 0.5f;
        }
    }

    private static float Limited(float x, float limit)
    {
        if (x < 0.0f)
        {
            return 0.0f;
        }

        if (x > limit)
        {
            return limit;
        }

        return x;
    }

    private static float Root(float x)
    {
        float root = x;
        for (int step = 0; step < 20; step++)
        {
            float next = 0.5f * (root + x / root);
            if (MathF.Abs(next - root) < 0.0001f)
            {
                break;
            }

            root = next;
        }

        return root;
    }
}

/// <summary>Functions of the framework.</summary>
internal static partial class Intrinsics
{
    [Vectorize]
    public static void SineAndCosine(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = MathF.Sin(b[i]) + MathF.Cos(c[i]);
        }
    }

    [Vectorize]
    public static void Exponential(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = MathF.Exp(-b[i] * b[i]);
        }
    }

    [Vectorize]
    public static void IndexInExpression(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + c[i] * (i + 1);
        }
    }

    // A float that counts.
    [Vectorize]
    public static void FloatCounter(float[] a, float[] b, int n)
    {
        float s = 0.0f;
        for (int i = 0; i < n; i++)
        {
            s += 2.0f;
            a[i] = s * b[i];
        }
    }

    [Vectorize]
    public static void Lengths(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = MathF.Sqrt(b[i] * b[i] + c[i] * c[i]);
        }
    }

    [Vectorize]
    public static void LogOfPower(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = MathF.Log(b[i] + 1.0f) + MathF.Pow(c[i] + 0.5f, b[i]);
        }
    }

    [Vectorize]
    public static void Clamped(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = MathF.Max(0.25f, MathF.Min(0.75f, MathF.Abs(b[i] - 0.25f)));
        }
    }
}
