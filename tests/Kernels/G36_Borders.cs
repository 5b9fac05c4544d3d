using AutoPar;

namespace Kernels;

/// <summary>G36: subscripts that wrap around or stop at the borders, and scalars that wrap around.</summary>
public static partial class G36
{
    [Parallelize, Vectorize]
    public static void G36_Circular(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = (g[i == 0 ? n - 1 : i - 1] + g[i] + g[i == n - 1 ? 0 : i + 1]) * 0.25f;
    }

    /// <summary>In place: each iteration needs what the one before stored.</summary>
    [Parallelize, Vectorize]
    public static void G36_CircularInPlace(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = (a[i == 0 ? n - 1 : i - 1] + a[i]) * 0.5;
    }

    /// <summary>In place, ahead: the last one reads what the first has stored.</summary>
    [Vectorize]
    public static void G36_AheadInPlace(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i == n - 1 ? 0 : i + 1] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G36_Scalars(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int before = i > 0 ? i - 1 : n - 1;
            int after = i < n - 1 ? i + 1 : 0;
            b[i] = a[before] - 2 * a[i] + a[after];
        }
    }

    /// <summary>The scalar is read as a number, too.</summary>
    [Parallelize, Vectorize]
    public static void G36_ScalarTwice(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int before = i > 0 ? i - 1 : n - 1;
            b[i] = a[before] * before;
        }
    }

    [Parallelize, Vectorize]
    public static void G36_Remainder(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[(i + 1) % n] - a[i];
    }

    /// <summary>As many as the array has: the remainder can't be told by the trip count alone.</summary>
    [Parallelize, Vectorize]
    public static void G36_RemainderOfLength(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
            b[i] = a[(i + 3) % a.Length];
    }

    [Parallelize, Vectorize]
    public static void G36_Clamped(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[Math.Max(i - 1, 0)] + a[i] + a[Math.Min(i + 1, n - 1)];
    }

    /// <summary>The border is the array's, whatever n is.</summary>
    [Parallelize, Vectorize]
    public static void G36_ClampedToLength(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = g[Math.Min(i + 2, g.Length - 1)] - g[Math.Max(i - 2, 0)];
    }

    [Parallelize, Vectorize]
    public static void G36_Until(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            q[i] = p[i < m ? i : m];
    }

    /// <summary>Each of the two arrays may be short, since only part of the iterations read it.</summary>
    [Parallelize, Vectorize]
    public static void G36_TwoHalves(double[] a, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] = i < m ? b[i] : c[i - m];
    }

    /// <summary>The place that is stored to wraps around.</summary>
    [Parallelize, Vectorize]
    public static void G36_StoredAround(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i == n - 1 ? 0 : i + 1] = a[i] * 2;
    }

    /// <summary>An update at a place that wraps around.</summary>
    [Vectorize]
    public static void G36_UpdatedAround(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            p[i == n - 1 ? 0 : i + 1] += q[i];
    }

    /// <summary>Both borders in one store's subscript make three places; the last one is stored twice.</summary>
    [Vectorize]
    public static void G36_StoredClamped(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            b[Math.Min(i, m)] = a[i];
    }

    [Parallelize, Vectorize]
    public static void G36_Down(double[] a, double[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            b[i] = a[i == 0 ? n - 1 : i - 1] + a[i == n - 1 ? 0 : i + 1];
    }

    [Parallelize, Vectorize]
    public static void G36_ByTwo(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i += 2)
            b[i] = a[i == 0 ? n - 1 : i - 1] + a[i < n - 2 ? i + 2 : 0];
    }

    /// <summary>From the middle on: the first iteration isn't the one that wraps around.</summary>
    [Parallelize, Vectorize]
    public static void G36_FromMiddle(double[] a, double[] b, int n, int m)
    {
        for (int i = m; i < n; i++)
            b[i] = a[i == 0 ? n - 1 : i - 1] + a[i == n - 1 ? 0 : i + 1];
    }

    /// <summary>The condition meets the middle of the loop, or none of its iterations.</summary>
    [Parallelize, Vectorize]
    public static void G36_OneDifferent(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            b[i] = i == m ? a[0] : a[i] * 2;
    }

    [Parallelize, Vectorize]
    public static void G36_Conditions(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            if (i >= m && i != m + 3)
                b[i] = a[i] + 1;
            else if (2 * i < n)
                b[i] = a[i + 1];
        }
    }

    /// <summary>The sum is the same whatever the borders are: they don't cut it.</summary>
    [Parallelize, Vectorize, Reassociated]
    public static double G36_Sum(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Abs(a[i] - a[i == 0 ? n - 1 : i - 1]);
        return s;
    }

    [Parallelize, Vectorize]
    public static int G36_Count(int[] p, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
            cnt += p[Math.Max(i - 1, 0)] < p[Math.Min(i + 1, n - 1)] ? 1 : 0;
        return cnt;
    }

    /// <summary>The last value comes from the piece of the last iteration.</summary>
    [Parallelize, Vectorize]
    public static double G36_LastValue(double[] a, double[] b, int n)
    {
        double e = -1;
        for (int i = 0; i < n; i++)
        {
            e = a[i == n - 1 ? 0 : i + 1];
            b[i] = e * e;
        }

        return e;
    }

    /// <summary>n - 1 may wrap around where n is the least integer, and the loop doesn't run.</summary>
    [Parallelize, Vectorize]
    public static void G36_Chars(char[] w, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            u[i] = (byte)(w[i == n - 1 ? 0 : i + 1] - w[Math.Max(i - 1, 0)]);
    }

    /// <summary>The sum i + m may wrap around, and the condition then is another one.</summary>
    [Parallelize, Vectorize]
    public static void G36_MayWrap(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            b[i] = i + m < n ? a[i] : a[0];
    }

    [Parallelize, Vectorize]
    public static void G36_Rows(float[] f, float[] g, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int up = Math.Max(i - 1, 0) * m;
            int down = Math.Min(i + 1, n - 1) * m;
            for (int j = 0; j < m; j++)
            {
                int left = Math.Max(j - 1, 0);
                int right = Math.Min(j + 1, m - 1);
                f[i * m + j] = g[up + j] + g[down + j] + g[i * m + left] + g[i * m + right] - 4 * g[i * m + j];
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G36_Torus(int[,] R, int[,] S, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                S[i, j] = R[i == 0 ? n - 1 : i - 1, j] + R[i == n - 1 ? 0 : i + 1, j] + R[i, j == 0 ? m - 1 : j - 1] + R[i, j == m - 1 ? 0 : j + 1];
    }

    [Parallelize, Vectorize]
    public static void G36_JaggedTorus(double[][] J, double[] b, int n)
    {
        for (int i = 0; i < J.Length; i++)
            for (int j = 0; j < n; j++)
                b[j] += J[i == 0 ? J.Length - 1 : i - 1][j == n - 1 ? 0 : j + 1];
    }

    [Parallelize, Vectorize]
    public static void G36_Spans(Span<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i == 0 ? x.Length - 1 : i - 1];
    }

    /// <summary>The wrap-around subscript is read from memory in one arm.</summary>
    [Parallelize, Vectorize]
    public static void G36_Gathered(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i == 0 ? p[0] : i - 1];
    }

    /// <summary>After the loop the scalar has the value of the last iteration, or its own.</summary>
    [Parallelize, Vectorize]
    public static int G36_WrapAround(float[] f, float[] g, int n, int m)
    {
        int before = m;
        for (int i = 0; i < n; i++)
        {
            f[i] = (g[i] + g[before]) * 0.5f;
            before = i;
        }

        return before;
    }

    [Parallelize, Vectorize]
    public static int G36_WrapAroundTwice(float[] f, float[] g, int n)
    {
        int before = n - 1, beforeThat = n - 2;
        for (int i = 0; i < n; i++)
        {
            f[i] = g[i] + g[before] + g[beforeThat];
            beforeThat = before;
            before = i;
        }

        return before * 1000 + beforeThat;
    }

    /// <summary>The other order: both have the value of the iteration before.</summary>
    [Parallelize, Vectorize]
    public static int G36_WrapAroundOnce(float[] f, float[] g, int n)
    {
        int before = n - 1, beforeThat = n - 2;
        for (int i = 0; i < n; i++)
        {
            f[i] = g[before] - g[beforeThat];
            before = i;
            beforeThat = before;
        }

        return before * 1000 + beforeThat;
    }

    /// <summary>In place it is a recurrence.</summary>
    [Parallelize, Vectorize]
    public static void G36_WrapAroundInPlace(double[] a, int n)
    {
        int before = n - 1;
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i] + a[before];
            before = i;
        }
    }

    [Parallelize, Vectorize]
    public static int G36_WrapAroundDown(double[] a, double[] b, int n)
    {
        int last = 0;
        for (int i = n - 1; i >= 0; i -= 3)
        {
            b[i] = a[last] + last;
            last = i;
        }

        return last;
    }

    /// <summary>Assigned under a condition it isn't one.</summary>
    [Vectorize]
    public static void G36_WrapAroundAtTimes(double[] a, double[] b, bool[] on, int n)
    {
        int last = n - 1;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[last];
            if (on[i])
                last = i;
        }
    }

    /// <summary>The element before, where b may be a, or the array that it is read from is stored to.</summary>
    [Parallelize, Vectorize]
    public static double G36_ElementBefore(double[] a, double[] b, double t, int n)
    {
        double e = t;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - e;
            e = a[i] * 2;
        }

        return e;
    }

    [Parallelize, Vectorize]
    public static double G36_TwoElementsBefore(double[] a, double[] b, double t, int n)
    {
        double e = t, d = -t;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - e * d;
            d = e;
            e = a[i];
        }

        return e - d;
    }

    /// <summary>A local, a parameter and a value that wraps around in its own type.</summary>
    [Parallelize, Vectorize]
    public static int G36_WrapAroundNarrow(int[] p, int[] q, int m, int n)
    {
        byte u = (byte)m;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] + u + m;
            u = (byte)(i * 3);
            m = i + i;
        }

        return u + m;
    }
}
