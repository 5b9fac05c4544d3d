using AutoPar;

namespace Kernels;

/// <summary>G52: loops that threads take once they are distributed, several loops one after the other, and those that can't be.</summary>
public static partial class G52
{
    [Parallelize, Vectorize]
    public static void G52_Ahead(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * t;
            a[i + 1] = Math.Sqrt(c[i]) + 1;
        }
    }

    [Parallelize]
    public static void G52_ThreadsOnly(float[] f, float[] g, float[] h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[i] = g[i] + h[i + 2];
            g[i + 2] = h[i] / 3;
        }
    }

    // Each statement feeds the one before it: the last one runs first.
    [Parallelize, Vectorize]
    public static void G52_Chain(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 2; i < n; i++)
        {
            a[i] = b[i - 1] + d[i];
            b[i] = c[i - 2] * 2;
            c[i] = d[i] - 1;
        }
    }

    // A cycle of two statements: nothing can be done.
    [Parallelize, Vectorize]
    public static void G52_Cycle(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i - 1] * 0.5;
        }
    }

    // A cycle that lasts, and two statements around it that don't belong to it.
    [Parallelize]
    public static void G52_CycleInside(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            d[i] = Math.Exp(Math.Sin(c[i])) + Math.Log(c[i] + 2) + Math.Cos(c[i - 1]) + Math.Tanh(c[i]);
            a[i] = a[i - 1] * 0.5 + d[i];
            b[i] = Math.Atan(a[i]) + Math.Exp(a[i - 1]) + Math.Sin(d[i]) + Math.Cbrt(a[i]);
        }
    }

    // Stores to one array in two statements: the second one's element is overwritten by the first one of the next iteration.
    [Parallelize, Vectorize]
    public static void G52_Overwritten(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Sqrt(b[i]);
            a[i + 1] = c[i] / 3;
        }
    }

    [Parallelize]
    public static void G52_OverwrittenTwice(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Sin(b[i]);
            a[i + 1] = Math.Cos(b[i]);
            a[i + 3] = Math.Exp(c[i]);
        }
    }

    // What both parts need is computed by both.
    [Parallelize, Vectorize]
    public static void G52_SharedScalar(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = c[i] * 2 + 1;
            b[i] = a[i] * e;
            a[i + 1] = d[i] - e;
        }
    }

    // The scalar is loaded from what the other part stores: they can't both compute it.
    [Parallelize]
    public static void G52_ScalarOfStored(double[] a, double[] b, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i] * 2;
            b[i] = Math.Sqrt(e);
            a[i + 1] = d[i] - e;
        }
    }

    [Parallelize]
    public static void G52_Else(bool[] on, double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                c[i] = Math.Exp(b[i]) + Math.Sin(b[i]);
            else
                b[i + 1] = Math.Cos(a[i]) / 3;
        }
    }

    // Both parts would wait for the branch.
    [Parallelize]
    public static void G52_Branches(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                q[i] = r[i];
            else
                r[i + 1] = p[i];
        }
    }

    // The condition reads what a branch changes.
    [Parallelize]
    public static void G52_ConditionChanged(double[] p, double[] q, double[] r, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (p[i] > 0)
            {
                r[i] = Math.Exp(q[i]) + Math.Sin(q[i]);
                q[i + 1] = Math.Exp(p[i]) - Math.Cos(p[i]);
                p[i] = -Math.Tanh(p[i + 1]) - Math.Cos(r[i + 1]);
            }
        }
    }

    [Parallelize, Vectorize]
    public static double G52_Least(double[] a, double[] b, double[] c, int n)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < n; i++)
        {
            least = Math.Min(least, a[i]);
            b[i] = a[i] * 2;
            a[i + 1] = c[i] - 1;
        }

        return least;
    }

    [Parallelize, Vectorize]
    public static long G52_Sum(int[] p, int[] q, int[] r, int n)
    {
        long sum = 5;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] * 3;
            sum += p[i];
            p[i + 1] = r[i] ^ 5;
        }

        return sum;
    }

    // The order of a float sum would depend on the strips.
    [Parallelize, Vectorize, Reassociated]
    public static double G52_FloatSum(double[] a, double[] b, double[] c, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i];
            b[i] = a[i] * 2;
            a[i + 1] = c[i] - 1;
        }

        return sum;
    }

    [Parallelize]
    public static double G52_Last(double[] a, double[] b, double[] c, int n)
    {
        double last = -1;
        int at = -1;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                last = Math.Exp(a[i]) / 3;
                at = i;
            }

            b[i] = Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 7;
        }

        return last + at;
    }

    [Parallelize, Vectorize]
    public static int G52_Down(double[] a, double[] b, double[] c, int n)
    {
        int i;
        for (i = n - 1; i >= 1; i -= 2)
        {
            b[i] = a[i] * 2;
            a[i - 2 + 1] = c[i];
            a[i + 1] = c[i - 1] / 3;
        }

        return i;
    }

    [Parallelize, Vectorize]
    public static int G52_Counters(double[] a, double[] b, double[] c, int n)
    {
        int k = 3;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            a[i + 1] = c[i] + k;
            k += 2;
        }

        return k;
    }

    // Rows: the loop in each of them is distributed, too.
    [Parallelize]
    public static void G52_Rows(double[,] A, double[,] B, double[,] C, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < m; j++)
            {
                B[i, j] = Math.Sqrt(A[i, j]);
                A[i + 1, j] = C[i, j] / 3;
            }
        }
    }

    // A wavefront: both loops carry.
    [Parallelize]
    public static void G52_Wavefront(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < m; j++)
            {
                A[i, j] = B[i - 1, j] / 3;
                B[i, j] = A[i, j - 1] + 1;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G52_InnerOnly(double[] a, double[] b, double[] c, int n)
    {
        for (int t = 0; t < 3; t++)
        {
            for (int i = 0; i < n - 1; i++)
            {
                b[i] = a[i] * 2;
                a[i + 1] = c[i] + t;
            }

            c[0] = b[0] - c[0];
        }
    }

    [Parallelize, Vectorize]
    public static void G52_Checked(int[] p, int[] q, int[] r, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
            {
                q[i] = p[i];
                p[i + 1] = r[i] + 1;
            }
        }
    }

    // Whether it overflows depends on what the loop has stored.
    [Parallelize, Vectorize]
    public static void G52_CheckedStored(int[] p, int[] q, int[] r, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
            {
                q[i] = p[i] * 3;
                p[i + 1] = r[i];
            }
        }
    }

    [Parallelize]
    public static void G52_Divided(int[] p, int[] q, int[] r, int[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 3;
            p[i + 1] = r[i] / u[i];
        }
    }

    // Out of range in one iteration, with stores of both statements before.
    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3, 100)]
    public static void G52_Shifted(double[] a, double[] b, double[] c, int n, int k)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] / 2;
            a[i + 1] = c[i + k];
        }
    }

    // Places that data tell, of an array that no part stores to; and of one that a part does.
    [Parallelize]
    public static void G52_Gather(double[] a, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sqrt(a[i]);
            a[i + 1] = c[p[i]] / 3;
        }
    }

    [Parallelize]
    public static void G52_GatherOfStored(double[] a, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[p[i]] = a[i] / 3;
            a[i + 1] = Math.Sqrt(c[i]);
            p[i + 1] = i;
        }
    }

    // The distance is known at run time: either way round.
    [Parallelize]
    [Values("k", -3, -1, 0, 1, 2, 500)]
    public static void G52_Distance(double[] a, double[] b, double[] c, int n, int k)
    {
        for (int i = 3; i < n; i++)
        {
            b[i] = Math.Sqrt(a[i]);
            a[i + k] = c[i] / 3;
        }
    }

    [Parallelize, Vectorize]
    public static void G52_Spans(Span<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        int n = Math.Min(x.Length - 1, Math.Min(y.Length, z.Length));
        for (int i = 0; i < n; i++)
        {
            z[i] = x[i] * 2;
            x[i + 1] = y[i] + 1;
        }
    }

    // The spans are parts of one array, which overlap.
    [Parallelize, Vectorize]
    public static void G52_SelfOverlap(double[] a, double[] c, int n)
    {
        Span<double> x = a.AsSpan();
        Span<double> z = a.AsSpan(Math.Min(1, a.Length));
        for (int i = 0; i < n - 1; i++)
        {
            z[i] = x[i] * 2;
            x[i + 1] = c[i] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G52_NoAlias([NoAlias] double[] a, [NoAlias] double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            a[i + 1] = c[i] + 1;
        }
    }

    // A ref parameter that may lie in what is stored.
    [Parallelize]
    public static void G52_Reference(double[] a, double[] b, double[] c, ref double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] / t;
            a[i + 1] = Math.Sqrt(c[i]);
        }
    }

    [Parallelize(Async = true), Vectorize]
    public static void G52_Cancelled(double[] a, double[] b, double[] c, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            a[i + 1] = c[i] + 1;
        }
    }

    [Parallelize(Schedule = Schedule.Static, ChunkSize = 100), Vectorize]
    public static void G52_ChunkSize(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            a[i + 1] = c[i] + 1;
        }
    }

    // Names that the generated code would like, too.
    [Parallelize]
    public static void G52_Names(double[] trips, double[] first, double[] strip, double next, int schedule)
    {
        for (int body = 0; body < schedule; body++)
        {
            first[body] = trips[body] / next;
            trips[body + 1] = Math.Sqrt(strip[body]);
        }
    }

    // An element of the row is updated by an inner loop.
    [Parallelize]
    public static void G52_RowSums(double[,] A, double[] s, double[] b, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            double sum = 0;
            for (int j = 0; j < m; j++)
                sum += A[i, j];
            b[i] = s[i] / 3;
            s[i + 1] = sum;
        }
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G52_Functions(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]);
            a[i + 1] = Math.Sin(c[i]);
        }
    }

    // With lanes, and nothing that a scan could hand on.
    [Parallelize, Vectorize]
    public static long G52_Yields(int[] p, int[] q, int[] r, int n)
    {
        long sum = 7;
        int most = int.MinValue;
        int last = -1;
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            p[i] = q[i] * 3 + k;
            p[i + 1] = r[i] ^ q[i];
            sum += q[i] - r[i];
            most = Math.Max(most, r[i]);
            last = q[i];
            k += 3;
        }

        return sum + most + last + k;
    }

    [Parallelize, Vectorize]
    public static int G52_Position(float[] f, float[] g, float[] h, int n)
    {
        float best = 2;
        int at = -1;
        for (int i = 0; i < n; i++)
        {
            f[i] = g[i] * 2;
            f[i + 2] = h[i] / 3;
            if (g[i] < best)
            {
                best = g[i];
                at = i;
            }
        }

        return at;
    }

    [Parallelize, Vectorize]
    public static void G52_TwoSpans(Span<int> x, ReadOnlySpan<int> y, Span<int> z)
    {
        int n = Math.Min(x.Length, Math.Min(y.Length, z.Length)) - 2;
        for (int i = 0; i < n; i++)
        {
            z[i] = x[i] + x[i + 1];
            x[i + 2] = y[i] * 3;
            x[i + 1] = y[i] - 1;
        }
    }

    [Parallelize(Async = true), Vectorize]
    public static void G52_TwoCancelled(double[] a, double[] b, double[] c, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] * 2;
            a[i + 1] = c[i] / 3;
        }
    }

    [Parallelize, Vectorize]
    public static int G52_TwoChecked(int[] p, int[] q, int[] r, int n)
    {
        int i = 0;
        checked
        {
            for (; i < n; i += 3)
            {
                p[i] = q[i] * r[i];
                p[i + 3] = r[i] + 1;
            }
        }

        return i;
    }

    [Parallelize, Vectorize]
    public static void G52_TwoIfs(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[i] = b[i] / 3;
            if (c[i] > 0)
                a[i + 1] = Math.Sqrt(c[i]);
        }
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize, Transcendental]
    public static void G52_StrictFunctions(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Exp(b[i]);
            a[i + 1] = Math.Sin(c[i]);
        }
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G52_TwoFunctions(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Exp(b[i]);
            a[i + 1] = Math.Sin(c[i]);
        }
    }

    private static double[] s_a = new double[600];

    // Fields are read once, for all parts.
    [Parallelize]
    public static void G52_Field(double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = s_a[i] / 3;
            s_a[i + 1] = Math.Sqrt(c[i]);
        }
    }

    [Parallelize]
    public static void G52_Jagged(double[][] J, double[] b, double[] c, int n, int m)
    {
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                b[i] = J[j][i] / 3;
                J[j][i + 1] = Math.Sqrt(c[i]);
            }
        }
    }
}
