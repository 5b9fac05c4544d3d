using AutoPar;

namespace Kernels;

/// <summary>G41: values carried from one iteration to the next, on threads.</summary>
public static partial class G41
{
    [Parallelize, Vectorize]
    public static long G41_Widened(int[] p, long[] r, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            r[i] = s;
        }

        return s;
    }

    /// <summary>Without lanes.</summary>
    [Parallelize]
    public static int G41_Alone(int[] p, int[] r, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += p[i] * p[i];
            r[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G41_Spans(ReadOnlySpan<int> p, Span<int> r)
    {
        int s = 1;
        for (int i = 0; i < p.Length; i++)
        {
            s += p[i];
            r[i] = s;
        }
    }

    [Parallelize, Vectorize]
    public static int G41_InPlace(int[] p, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            p[i] = s;
        }

        return s;
    }

    /// <summary>What is stored is added: the slice would read what was there before.</summary>
    [Parallelize, Vectorize]
    public static int G41_StoredFirst(int[] p, int[] r, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = p[i] * 3;
            s += r[i];
            p[i] = s;
        }

        return s;
    }

    /// <summary>The same, if the two are one array.</summary>
    [Parallelize, Vectorize]
    public static int G41_PerhapsStoredFirst(int[] p, int[] q, int[] r, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = s;
            s += p[i] ^ q[i];
        }

        return s;
    }

    /// <summary>Reads what an earlier iteration stored.</summary>
    [Parallelize, Vectorize]
    public static int G41_Feedback(int[] p, int s, int n)
    {
        for (int i = 1; i < n; i++)
        {
            s += p[i - 1];
            p[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_Ahead(int[] p, int[] r, int s, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            s += p[i + 1];
            r[i] = s;
        }

        return s;
    }

    /// <summary>The next block would overwrite what this one still needs.</summary>
    [Parallelize, Vectorize]
    public static int G41_AheadInPlace(int[] p, int n)
    {
        int s = 0;
        for (int i = 0; i < n - 1; i++)
        {
            s += p[i + 1];
            p[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_Down(int[] p, int[] r, int n)
    {
        int s = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            s += p[i];
            r[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_Stride(int[] p, int[] r, int n)
    {
        int s = 0, i;
        for (i = 1; i < n; i += 3)
        {
            s ^= p[i];
            r[i] = s;
        }

        return s + i;
    }

    [Parallelize, Vectorize]
    public static int G41_Several(int[] p, int[] q, int[] r, int n)
    {
        int s = 0, most = int.MinValue, last = -1;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            if (q[i] > most)
                most = q[i];
            if ((p[i] & 3) == 0)
                last = i;
            r[i] = s - most + last;
        }

        return s + most;
    }

    /// <summary>What the second adds up depends on where the first stands.</summary>
    [Parallelize, Vectorize]
    public static int G41_SumOfSums(int[] p, int[] r, int n)
    {
        int s = 0, t = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            t += s;
            r[i] = t;
        }

        return t;
    }

    [Parallelize, Vectorize]
    public static long G41_WithReductions(int[] p, int[] r, int n)
    {
        int s = 0, least = int.MaxValue, at = -1;
        long weighted = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            weighted += (long)s * i;
            if (s < least)
            {
                least = s;
                at = i;
            }

            r[i] = s;
        }

        return weighted + least + at;
    }

    /// <summary>A float sum beside it is added up in the same blocks by every form.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G41_WithFloatSum(int[] p, int[] r, double[] a, int n)
    {
        int s = 0;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i] & 7;
            r[i] = s;
            sum += a[i];
        }

        return sum;
    }

    [Parallelize]
    [Reassociated]
    public static float G41_WithFloatSumAlone(int[] p, int[] r, float[] f, int n)
    {
        int s = 0;
        float sum = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                s++;
            r[i] = s;
            sum += f[i] * s;
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static uint G41_Segments(uint[] a, uint[] b, bool[] on, uint s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                s = 7;
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G41_SegmentsBackwards(long[] a, long[] b, int[] p, long s, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            if (p[i] % 16 == 0)
                s = p[i];
            else
                s ^= a[i];
            b[i] = s;
        }

        return s;
    }

    /// <summary>One reset in a long run: most blocks have none.</summary>
    [Parallelize, Vectorize]
    public static int G41_OneReset(int[] p, int[] r, int m, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            if (i == m)
                s = p[i] * 2;
            s += p[i];
            r[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G41_CarriedForward(double[] a, double[] b, int n)
    {
        double last = double.NaN;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                last = a[i];
            b[i] = last;
        }
    }

    /// <summary>The value is seldom assigned.</summary>
    [Parallelize, Vectorize]
    public static float G41_Kept(float[] f, float[] g, int[] p, float last, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == m)
                last = f[i];
            g[i] = f[i] - last;
        }

        return last;
    }

    [Parallelize, Vectorize]
    public static double G41_Highest(double[] a, double[] b, int n)
    {
        double top = double.NegativeInfinity;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > top)
                top = a[i];
            b[i] = top - a[i];
        }

        return top;
    }

    [Parallelize, Vectorize]
    public static float G41_LeastOf(float[] f, float[] g, float least, int n)
    {
        for (int i = 0; i < n; i++)
        {
            least = Math.Min(least, f[i]);
            g[i] = least;
        }

        return least;
    }

    [Parallelize, Vectorize]
    public static bool G41_Quotes(byte[] u, bool[] on, bool inside, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (u[i] < 64)
                inside = !inside;
            on[i] = inside;
        }

        return inside;
    }

    [Parallelize, Vectorize]
    public static int G41_Linear(int[] p, int[] r, int h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h = h * 31 + p[i];
            r[i] = h;
        }

        return h;
    }

    [Parallelize, Vectorize]
    public static ulong G41_Generator(ulong[] r, ulong seed, ulong factor)
    {
        for (int i = 0; i < r.Length; i++)
        {
            seed = seed * factor + 1442695040888963407;
            r[i] = seed >> 33;
        }

        return seed;
    }

    /// <summary>Two updates in an iteration; the value between them is used.</summary>
    [Parallelize, Vectorize]
    public static int G41_Twice(int[] p, int[] q, int[] r, int n)
    {
        int s = 3;
        for (int i = 0; i < n; i++)
        {
            int before = s;
            s += p[i];
            s += q[i];
            r[i] = s - before * 2;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_Checked(int[] p, int[] r, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            checked
            {
                s += p[i];
            }

            r[i] = s;
        }

        return s;
    }

    /// <summary>The divisor is tested before anything is stored.</summary>
    [Parallelize, Vectorize]
    public static int G41_Divides(int[] p, int[] q, int[] r, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i] / q[i];
            r[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_Gathered(int[] p, int[] q, int[] r, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += q[p[i]];
            r[i] = s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static int G41_GatheredOnly(int[] p, int[] q, int n)
    {
        int s = 0, most = 0;
        for (int i = 0; i < n; i++)
        {
            s += q[p[i]];
            most = Math.Max(most, s);
        }

        return most;
    }

    /// <summary>Each row's sum is found by a loop of its own.</summary>
    [Parallelize, Vectorize]
    public static long G41_RowSums(int[,] A, long[] r, int n, int m)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            int row = 0;
            for (int j = 0; j < m; j++)
                row += A[i, j];
            s += row;
            r[i] = s;
        }

        return s;
    }

    /// <summary>A scan in each row, one after the other.</summary>
    [Parallelize, Vectorize]
    [Rows("p")]
    public static void G41_AlongRows(int[] p, int[] r, int n, int m)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                s += p[j];
                r[j] = s;
            }
        }
    }

    /// <summary>Histogram and running count together.</summary>
    [Parallelize, Vectorize]
    [Between("u", 0, 255)]
    public static int G41_WithHistogram(byte[] u, int[] h, int[] r, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            h[u[i]]++;
            s += u[i];
            r[i] = s;
        }

        return s;
    }

    private static int s_total;

    [Parallelize, Vectorize]
    public static int G41_Field(int[] p, int[] r, int start, int n)
    {
        s_total = start;
        for (int i = 0; i < n; i++)
        {
            s_total += p[i];
            r[i] = s_total;
        }

        return s_total;
    }

    [Parallelize, Vectorize]
    public static void G41_Reference(int[] p, int[] r, ref int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            r[i] = s;
        }
    }
}
