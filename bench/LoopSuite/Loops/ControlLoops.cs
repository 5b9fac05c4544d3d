namespace AutoPar.LoopSuite.Loops;

/// <summary>The plain loops that everybody takes: what they cost is what the rest is compared with.</summary>
internal static partial class ControlLoops
{
    [Vectorize]
    public static void Copy(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i];
        }
    }

    [Vectorize]
    public static void Fill(float[] a, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = t;
        }
    }

    [Vectorize]
    public static void CopyGathered(float[] a, float[] b, int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[place[i]];
        }
    }

    [Vectorize]
    public static void CopyScattered(float[] a, float[] b, int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[place[i]] = b[i];
        }
    }

    [Vectorize]
    public static void CopyIfPositive(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0.5f)
            {
                a[i] = b[i];
            }
        }
    }

    [Vectorize]
    public static void Add(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i];
        }
    }

    [Vectorize]
    public static void Multiply(float[] a, float[] near, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] *= near[i];
        }
    }

    [Vectorize]
    public static void AddProduct(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i] * c[i];
        }
    }

    [Vectorize]
    public static void AddScaled(float[] a, float[] b, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += b[i] * t;
        }
    }

    [Vectorize]
    public static void ScaleByProduct(float[] a, float[] near, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = near[i] * c[i] + a[i] * near[i];
        }
    }

    [Vectorize]
    public static float Sum(float[] a, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i < n; i++)
        {
            sum += a[i];
        }

        return sum;
    }

    [Vectorize]
    public static float Dot(float[] a, float[] b, int n)
    {
        float sum = 0.0f;
        for (int i = 0; i < n; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Much arithmetic for each element.
    [Vectorize]
    public static void ManyOperations(float[] a, float[] b, float[] c, float[] d, float[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float v = b[i] * c[i] + b[i] * d[i] + c[i] * d[i];
            float w = v * e[i] + b[i] * e[i] + c[i] * e[i];
            a[i] = v * w * (b[i] + e[i]) + d[i] * w;
        }
    }
}

/// <summary>Whole arrays and sections as one operand, other element types.</summary>
internal static partial class VectorSemantics
{
    // Two loops, the second one on what the first has made.
    [Vectorize]
    public static void TwoLoops(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] * 0.5f + c[i];
        }

        for (int i = 0; i < n - 1; i++)
        {
            b[i] = a[i] * a[i + 1];
        }
    }

    // A section with a step, onto another.
    [Vectorize]
    public static void SectionToSection(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n / 4; i++)
        {
            a[4 * i + 1] = b[2 * i] + b[2 * i + 1];
        }
    }

    // Interleaved pairs: complex numbers.
    [Vectorize]
    public static void ComplexProduct(float[] a, float[] b, float[] c, int n)
    {
        for (int i = 0; i < n / 2; i++)
        {
            float re = b[2 * i] * c[2 * i] - b[2 * i + 1] * c[2 * i + 1];
            float im = b[2 * i] * c[2 * i + 1] + b[2 * i + 1] * c[2 * i];
            a[2 * i] = re;
            a[2 * i + 1] = im;
        }
    }

    [Vectorize]
    public static void FivePointStencil(float[,] aa, float[,] bb, int m)
    {
        for (int i = 1; i < m - 1; i++)
        {
            for (int j = 1; j < m - 1; j++)
            {
                aa[i, j] = (bb[i - 1, j] + bb[i + 1, j] + bb[i, j - 1] + bb[i, j + 1] + bb[i, j]) * 0.2f;
            }
        }
    }

    [Vectorize]
    public static void DoublesFromFloats(double[] wide, float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            wide[i] = (double)a[i] * b[i] + wide[i] * 0.5;
        }
    }

    [Vectorize]
    public static void BytesAverage(byte[] pixels, byte[] others, int n)
    {
        for (int i = 0; i < n; i++)
        {
            pixels[i] = (byte)((pixels[i] + others[i] + 1) >> 1);
        }
    }

    [Vectorize]
    public static void IntegerMix(int[] counts, int[] kind, int[] place, int n)
    {
        for (int i = 0; i < n; i++)
        {
            counts[i] = (kind[i] << 3) ^ (place[i] & 255) + (kind[i] * 5);
        }
    }

    // A loop of unknown length for each element.
    [Vectorize]
    public static void EscapeTime(int[] counts, float[] b, float[] c, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            float zr = 0.0f;
            float zi = 0.0f;
            int steps = 0;
            while (steps < 100 && zr * zr + zi * zi <= 4.0f)
            {
                float next = zr * zr - zi * zi + b[i] - 0.75f;
                zi = 2.0f * zr * zi + c[i] * 0.25f;
                zr = next;
                steps++;
            }

            counts[i] = steps;
        }
    }
}
