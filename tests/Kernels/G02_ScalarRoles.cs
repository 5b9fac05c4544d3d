using AutoPar;

namespace Kernels;

/// <summary>G2: private, lastprivate, induction, wrap-around, recurrence.</summary>
public static partial class G02
{
    [Parallelize, Vectorize]
    public static void G2_1(double[] a, double[] b, double[] c, int n)
    {
        double e;
        for (int i = 0; i < n; i++)
        {
            e = a[i] - b[i];
            c[i] = e * e;
        }
    }

    [Parallelize, Vectorize]
    public static void G2_1_Inside(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float half = x[i] * 0.5f;
            float other = half + 1;
            half *= other;
            y[i] = half - other;
        }
    }

    [Parallelize, Vectorize]
    public static double G2_2(double[] a, double[] b, int n)
    {
        double e = -1;
        for (int i = 0; i < n; i++)
        {
            e = a[i];
            b[i] = e * e;
        }

        return e;
    }

    [Parallelize, Vectorize]
    public static int G2_2_Int(int[] p, int[] q, int n)
    {
        int last = -1, index;
        for (index = 3; index < n; index++)
        {
            last = p[index] * 3;
            q[index] = last + index;
        }

        return last * 31 + index;
    }

    [Parallelize, Vectorize]
    public static double G2_3(double[] a, double t, int n)
    {
        double e = -1;
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                e = a[i];
        return e;
    }

    [Parallelize, Vectorize]
    public static int G2_3_Index(int[] p, int t, int n)
    {
        int last = -1;
        for (int i = 0; i < n; i++)
            if (p[i] == t)
                last = i;
        return last;
    }

    [Parallelize, Vectorize]
    public static void G2_4(double[] a, double[] b, bool[] on, int n)
    {
        double e = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                e = a[i];
            b[i] = e;
        }
    }

    [Parallelize, Vectorize]
    public static double G2_5(double[] a, double[] b, double t, int n)
    {
        double e = t;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - e;
            e = a[i];
        }

        return e;
    }

    [Parallelize, Vectorize]
    public static void G2_6(double[] a, double[] b, int n)
    {
        int l = n - 1;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] + a[l];
            l = i;
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 8, -2), Values("k", 1, 1, 2, 3, -1, 0, int.MaxValue)]
    public static int G2_7_Symbolic(double[] a, double[] b, int n, int m, int k)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            b[l] = a[i] + l;
            l += k;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 8, -2)]
    public static int G2_7(double[] a, double[] b, int n, int m)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            b[l] = a[i];
            l += 2;
        }

        return l;
    }

    // Counted on by the next run of the inner loop, and read nowhere else.
    [Parallelize, Vectorize]
    public static void G2_7_GoesOn(double[,] A, double[] b, int n, int m)
    {
        int l = 0;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                b[l] = A[i, j];
                l++;
            }
        }
    }

    // The first and the last run of the inner loop find different values.
    [Parallelize, Vectorize]
    public static void G2_7_GoesOnDown(double[,] A, double[] b, int n, int m)
    {
        int l = m * n;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                l -= 1;
                b[l] = A[i, j];
            }
        }
    }

    // The place is the one from before the inner loop where nothing is found.
    [Parallelize, Vectorize]
    public static void G2_7_KeptPlace(double[,] A, int[] r, double t, int n, int m)
    {
        for (int i = 0; i < m; i++)
        {
            double best = t;
            int place = -1;
            for (int j = 0; j < n; j++)
            {
                if (A[i, j] < best)
                {
                    best = A[i, j];
                    place = j;
                }
            }

            r[i] = place;
        }
    }

    // The same where the outer loop stays as written.
    [Parallelize, Vectorize]
    public static int G2_7_KeptPlaceRead(double[,] A, int[] r, double t, int n, int m)
    {
        int total = 0;
        for (int i = 0; i < m; i++)
        {
            double best = t;
            int place = -1;
            for (int j = 0; j < n; j++)
            {
                if (A[i, j] < best)
                {
                    best = A[i, j];
                    place = j;
                }
            }

            total = total * 31 ^ place;
            total = r[total & 1] - total;
        }

        return total;
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 8, -2)]
    public static int G2_7_First(float[] f, float[] g, int n, int m)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            l++;
            g[l] = f[i] + l;
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G2_7_PostIncrement(int[] p, int[] q, int n)
    {
        int next = 0;
        foreach (int value in p)
        {
            if (next >= n)
                continue;
            q[next] = value;
            next += 0;
        }

        int at = 0;
        for (int i = 0; i < n; i++)
            q[at++] = p[i];
        return at + next;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    [Rows("b")]
    public static void G2_8(double[] a, double[] b, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            l += i;
            b[l] = a[i];
        }
    }

    /// <summary>The step is another one in each iteration; the decimal statement that computes it stays as written.</summary>
    [Parallelize, Vectorize]
    public static void G2_8_Opaque(int[] q, int[] p, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = (int)((decimal)p[i] % 7);
            l += k;
            q[i] = l;
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    [Rows("b")]
    [Values("l", 0, 1, 7, -2)]
    public static int G2_8_After(double[] a, double[] b, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            l += i;
            b[l] = a[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    [Rows("b")]
    [Values("m", 0, 1, 5, -2)]
    public static long G2_8_Long(double[] a, double[] b, int m, int n)
    {
        long l = -m;
        for (int i = m; i < n; i++)
        {
            b[l + m] = a[i] - 1;
            l += 2L * i + 1;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    [Rows("b")]
    public static int G2_8_Down(double[] a, double[] b, int n)
    {
        int l = 0;
        for (int i = n; i > 0; i--)
        {
            b[l] = a[i - 1];
            l += i;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [MaxTrips(40)]
    [Rows("b")]
    [Values("k", 0, 1, -1, 3)]
    public static void G2_8_Turns(double[] a, double[] b, int k, int n)
    {
        int l = 6;
        for (int i = 0; i < n; i++)
        {
            l -= 3 - k * i;
            b[l] = a[i];
        }
    }

    [Parallelize, Vectorize]
    [Values("l", 0, 1, int.MaxValue, int.MinValue)]
    public static int G2_8_Value(int[] p, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = l;
            l += i;
            p[i] ^= 2 * l;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, -1, 1_000_000_007, int.MinValue)]
    [Values("m", 0, 1, 2, -3)]
    public static long G2_8_Wraps(int[] p, int k, int m, int n)
    {
        int l = int.MaxValue;
        long e = long.MinValue;
        for (int i = n - 1; i >= 0; i--)
        {
            l = k * (i - m) + l;
            e -= (long)k * k * i;
            p[i] = l ^ (int)(e >> 7);
        }

        return e + l;
    }

    [Parallelize, Vectorize]
    public static double G2_8_Float(double[] a, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            l += i;
            a[i] += t * l;
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static void G2_8_Narrow(int[] p, long[] r, int k, int n)
    {
        long l = 0;
        for (int i = 0; i < n; i++)
        {
            l += k * i;
            r[i] = l;
        }

        int h = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                h += i;
            p[i] = h;
        }
    }

    [Parallelize, Vectorize]
    public static void G2_8_Checked(int[] p, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            checked
            {
                l += i;
            }

            p[i] = l;
        }
    }

    [Parallelize, Vectorize]
    public static double G2_8_Inner(double[] a, double[] b, double t, int l, int n)
    {
        double x = t;
        for (int i = 0; i < n; i++)
        {
            x = Math.Sqrt(x + a[i]);
            for (int j = 0; j < n; j++)
                b[j] += l;
            l += i;
            for (int j = 0; j < n; j++)
                b[j] *= l;
        }

        return x;
    }

    [Parallelize, Vectorize]
    [MaxTrips(20)]
    [Rows("b")]
    public static double G2_8_Rows(double[] a, double[] b, double t, int m, int n)
    {
        double x = t;
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            x = Math.Sqrt(x + a[i]);
            for (int j = 0; j < m; j++)
                b[l + j] += t;
            l += i;
        }

        return x;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G2_9(double[] a, double s, int n)
    {
        double e = 1;
        for (int i = 0; i < n; i++)
        {
            s += e * a[i];
            e = -e;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Values("e", 0, 1, -7, int.MinValue)]
    public static void G2_9_Int(int[] p, int e, int m, int n)
    {
        for (int i = m; i < n; i++)
        {
            e = -e;
            p[i] += e;
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G2_9_Down(double[] a, double[] b, double t, int n)
    {
        double e = t, s = 0;
        for (int i = n; i > 0; i--)
        {
            a[i] *= e;
            e = -e;
            s += e * b[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static double G2_9_After(double[] a, double t, int n)
    {
        double e = t;
        for (int i = 0; i < n; i++)
        {
            a[i] *= e;
            e = -e;
        }

        return e;
    }

    [Parallelize, Vectorize]
    public static double G2_9_Inner(double[] a, double[] b, double t, double e, int n)
    {
        double x = t;
        for (int i = 0; i < n; i++)
        {
            x = Math.Sqrt(x + a[i]);
            for (int j = 0; j < n; j++)
                b[j] += e;
            e = -e;
        }

        return x;
    }

    [Parallelize, Vectorize]
    public static void G2_9_If(int[] p, int e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                e = -e;
            p[i] = e;
        }
    }

    [Parallelize, Vectorize]
    public static void G2_10(double[] b, double t, int n)
    {
        double e = 0;
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sqrt(e) * t;
            e += 0.1;
        }
    }

    [Parallelize, Vectorize]
    public static void G2_11(double[] a, double[] c, int n)
    {
        var e = new double[4];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                e[j] = a[4 * i + j];
            c[i] = e[0] * e[3] - e[1] * e[2];
        }
    }

    [Parallelize, Vectorize]
    public static double[] G2_11_Escapes(double[] a, double[] c, int n)
    {
        var e = new double[4];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                e[j] = a[4 * i + j];
            c[i] = e[0] * e[3] - e[1] * e[2];
        }

        return e;
    }

    /// <summary>What no iteration writes stays; so does everything when there is none.</summary>
    [Parallelize, Vectorize]
    public static float[] G2_11_EscapesPartly(float[] a, float[] c, int n)
    {
        var e = new float[6];
        e[1] = 5;
        e[5] = 7;
        for (int i = 0; i < n; i++)
        {
            e[1] = a[i] + 1;
            e[3] = a[i] - 2;
            c[i] = e[1] * e[3];
        }

        e[0] = e[1];
        return e;
    }

    /// <summary>Only some iterations fill it, the last of them counts.</summary>
    [Parallelize, Vectorize]
    public static double[] G2_11_EscapesFromBranch(double[] a, double[] c, int n)
    {
        var e = new double[2];
        e[0] = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 2)
            {
                e[0] = a[i];
                e[1] = a[i] * 2;
                c[i] = e[0] + e[1];
            }
        }

        return e;
    }

    /// <summary>A second name for the array reads what each iteration wrote.</summary>
    [Parallelize, Vectorize]
    public static double[] G2_11_EscapesBefore(double[] a, double[] c, int n)
    {
        var e = new double[2];
        double[] f = e;
        for (int i = 0; i < n; i++)
        {
            e[0] = a[i];
            e[1] = f[0] + 1;
            c[i] = f[1] * e[0];
        }

        return f;
    }

    /// <summary>Each iteration changes an element through a reference, too.</summary>
    [Parallelize, Vectorize]
    public static double G2_11_EscapesByReference(double[] a, double[] c, int n)
    {
        var e = new double[2];
        ref double r = ref e[0];
        for (int i = 0; i < n; i++)
        {
            e[0] = a[i];
            e[1] = a[i] + 1;
            r = 3;
            c[i] = e[0] * e[1];
        }

        return e[0];
    }

    [Parallelize, Vectorize]
    public static void G2_11_Ints(int[] a, int[] c, int n)
    {
        int[] e = new int[3];
        for (int i = 0; i < n; i++)
        {
            for (int j = 2; j >= 0; j--)
                e[j] = a[i + j] ^ (j << 2);
            c[i] = e[0] * e[1] - e[2];
        }
    }

    [Parallelize, Vectorize]
    public static void G2_11_TwoArrays(float[] a, float[] c, int n)
    {
        var e = new float[2];
        var f = new float[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < e.Length; j++)
            {
                float x = a[2 * i + j];
                e[j] = x * x;
                f[1 - j] = x + j;
            }

            c[i] = e[0] * f[0] + e[1] * f[1];
        }
    }

    /// <summary>An update of each element: the sums start anew in each iteration.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_Sums(double[] a, double[] c, int n)
    {
        var e = new double[3];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 3; j++)
                e[j] = 0;
            for (int j = 0; j < 3; j++)
            {
                for (int k = 0; k < 3; k++)
                    e[(j + k) % 3] += a[3 * i + k] * j;
            }

            c[i] = e[0] + e[1] * e[2];
        }
    }

    [Parallelize, Vectorize]
    public static void G2_11_BothBranches(double[] a, double[] c, int n)
    {
        var e = new double[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                if (a[i] > j)
                    e[j] = a[i];
                else
                    e[j] = -1;
            }

            c[i] = e[0] - e[1];
        }
    }

    /// <summary>An element that isn't written keeps the value of an earlier iteration.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_OneBranch(double[] a, double[] c, int n)
    {
        var e = new double[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                if (a[i] > j)
                    e[j] = a[i];
            }

            c[i] = e[0] - e[1];
        }
    }

    [Parallelize, Vectorize]
    public static void G2_11_ReadFirst(double[] a, double[] c, int n)
    {
        var e = new double[2];
        for (int i = 0; i < n; i++)
        {
            c[i] = Math.Sqrt(e[1]);
            for (int j = 0; j < 2; j++)
                e[j] = a[i] * c[i] - j;
        }
    }

    /// <summary>The last iteration of j throws after the others have read a.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_OutOfRange(double[] a, double[] c, int n)
    {
        var e = new double[3];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                e[j] = a[i];
            c[i] = e[0] * e[2];
        }
    }

    /// <summary>After the loop one element is still read.</summary>
    [Parallelize, Vectorize]
    public static double G2_11_ReadAfter(double[] a, double[] c, int n)
    {
        var e = new double[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
                e[j] = a[i] + j;
            c[i] = e[0] * e[1];
        }

        return e[1];
    }

    /// <summary>A subscript that isn't known.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_Variable(double[] a, double[] c, int n, int m)
    {
        var e = new double[2];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
                e[j] = Math.Sqrt(a[i] + j);
            c[i] = e[m];
        }
    }

    /// <summary>The array is one iteration's of the outer loop, or of the inner one.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_Nest(double[,] A, double[,] B, int n, int m)
    {
        var e = new double[2];
        var f = new double[2];
        for (int i = 0; i < n; i++)
        {
            f[0] = A[i, 0];
            f[1] = 3;
            for (int k = 0; k < m; k++)
            {
                for (int j = 0; j < 2; j++)
                    e[j] = A[i, k] * f[0] + j;
                B[i, k] = e[0] - e[1];
            }
        }
    }

    /// <summary>What C# wouldn't compile as a constant: 3 * 1000000000, (byte)300, 1 / 0 in an arm that isn't taken.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_Constants(int[] a, int[] c, int n)
    {
        var e = new int[4];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                e[j] = a[i] + j * 1000000000 + (byte)(j * 100) + (j == 0 ? 7 : 9 / j);
            c[i] = e[0] * e[3] - e[1] * e[2];
        }
    }

    /// <summary>An element that nothing reads, and constant conditions once j is known.</summary>
    [Parallelize, Vectorize]
    public static void G2_11_Unread(double[] a, double[] c, int n)
    {
        var e = new double[3];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                if (j == 1 || j > 5)
                    e[j] = 2;
                else
                    e[j] = a[i] * j;
            }

            c[i] = e[0] - e[1];
        }
    }

    [Parallelize, Vectorize]
    public static void G2_12(double[] a, double[] b, int n)
    {
        double e = 1;
        for (int i = 0; i < n; i++)
        {
            e = Math.Sqrt(e + a[i]);
            b[i] = e;
        }
    }
}
