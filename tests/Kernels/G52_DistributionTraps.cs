using AutoPar;

namespace Kernels;

/// <summary>G52: what must not be torn apart, and what parts of a loop must not lose when they run one after the other.</summary>
public static partial class G52
{
    private static readonly object s_gate = new();
    private static int s_hits;
    private static long s_total;

    // The index of the inner loop is read behind it: a part without the loop would see where it starts.
    [Parallelize]
    public static void G52_IndexAfter(double[] a, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = p[i] & 7;
            for (; t < 5; t++)
                b[i] = Math.Exp(a[i]) + Math.Sin(a[i]) * t;
            a[i + 1] = Math.Cos(c[i]) + t;
        }
    }

    // Two loops go on from one place.
    [Parallelize]
    public static void G52_IndexGoesOn(double[] a, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = p[i] & 7;
            for (; t < 5; t++)
                b[i] = Math.Exp(a[i]) + Math.Sin(a[i]) * t;
            for (; t < 8; t++)
                a[i + 1] = Math.Cos(c[i]) / (t + 1);
        }
    }

    // The trips of an inner loop are what an iteration before has stored.
    [Parallelize]
    public static void G52_TripsStored(double[] b, double[] c, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = 0;
            for (int j = 0; j < p[i]; j++)
                b[i] += Math.Exp(c[j]);
            p[i + 1] = q[i] & 3;
        }
    }

    [Parallelize, Vectorize]
    public static int G52_CheckedSum(int[] p, int[] q, int[] r, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] * 3;
            sum = checked(sum + r[i]);
            p[i + 1] = r[i];
        }

        return sum;
    }

    // Whether the sum overflows is decided by what the loop stores.
    [Parallelize]
    public static int G52_CheckedSumOfStored(int[] p, int[] q, int[] r, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 3 + p[i] % 7;
            sum = checked(sum + p[i]);
            p[i + 1] = r[i] / 5 + r[i] % 9;
        }

        return sum;
    }

    [Parallelize]
    public static int G52_Interlocked(int[] p, int[] q, int[] r, int n)
    {
        s_hits = 3;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 3 + p[i] % 7;
            Interlocked.Add(ref s_hits, p[i]);
            p[i + 1] = r[i] / 5 + r[i] % 9;
        }

        return s_hits;
    }

    [Parallelize]
    public static long G52_Lock(int[] p, int[] q, int[] r, int n)
    {
        s_total = 1;
        for (int i = 0; i < n; i++)
        {
            lock (s_gate)
            {
                q[i] = p[i] / 3 + p[i] % 7;
                s_total += p[i];
                p[i + 1] = r[i] / 5 + r[i] % 9;
            }
        }

        return s_total;
    }

    [Parallelize]
    public static long G52_FieldSum(int[] p, int[] q, int[] r, int n)
    {
        s_total = -1;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 3 + p[i] % 7;
            s_total += p[i];
            p[i + 1] = r[i] / 5 + r[i] % 9;
        }

        return s_total;
    }

    // The sum may be an element.
    [Parallelize]
    public static void G52_ReferenceSum(int[] p, int[] q, int[] r, ref int sum, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 3 + p[i] % 7;
            sum += p[i];
            p[i + 1] = r[i] / 5 + r[i] % 9;
        }
    }

    [Parallelize]
    public static int G52_Leaves(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (c[i] > 1.5)
                return i;
            b[i] = Math.Exp(a[i]);
            a[i + 1] = Math.Sin(c[i]);
        }

        return -1;
    }

    [Parallelize]
    public static void G52_Breaks(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]);
            if (b[i] > 4)
                break;
            a[i + 1] = Math.Sin(c[i]);
        }
    }

    // What leaves an inner loop belongs to all that is in it.
    [Parallelize]
    public static void G52_InnerBreak(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 8; j++)
            {
                b[i] = Math.Exp(a[i]) + j;
                if (c[j] > 1.5)
                    break;
                a[i + 1] = Math.Sin(c[i]) + j;
            }
        }
    }

    // Copies of an array, and chunks of a loop that has to be distributed: not both.
    [Parallelize]
    public static void G52_Histogram(int[] h, double[] a, double[] b, double[] c, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            h[u[i] & 15]++;
            b[i] = Math.Exp(a[i]) + Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 3;
        }
    }

    // A part whose iterations load what others overwrite later.
    [Parallelize]
    public static void G52_Seam(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[i] = Math.Sqrt(d[i + 1]) / 3;
            b[i] = Math.Exp(a[i]) + Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 3;
        }
    }

    // The last value of every strip is assigned; that of the last one goes out.
    [Parallelize]
    public static double G52_LastOfAll(double[] a, double[] b, double[] c, int n)
    {
        double last = -1;
        for (int i = 0; i < n; i++)
        {
            last = Math.Exp(a[i]) / 3;
            b[i] = last + Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 7;
        }

        return last;
    }

    // In order, since its elements feed each other; and it yields where the least of them is.
    [Parallelize]
    public static int G52_LeastOfOrdered(double[] a, double[] b, double[] c, double[] d, int n)
    {
        double least = 1;
        int at = -1;
        for (int i = 0; i < n; i++)
        {
            a[i + 1] = a[i] * 0.5 + b[i];
            if (a[i + 1] < least)
            {
                least = a[i + 1];
                at = i;
            }

            d[i] = Math.Exp(c[i]) + Math.Sin(c[i]) + Math.Cos(c[i]) + Math.Tanh(c[i]) + Math.Log(c[i] + 2);
        }

        return at;
    }

    [Parallelize]
    public static long G52_CountOfOrdered(int[] p, double[] c, double[] d, int n)
    {
        long count = 2;
        for (int i = 0; i < n; i++)
        {
            p[i + 1] = p[i] * 3 + i;
            count += p[i + 1] & 1;
            d[i] = Math.Exp(c[i]) + Math.Sin(c[i]) + Math.Cos(c[i]) + Math.Tanh(c[i]) + Math.Log(c[i] + 2);
        }

        return count;
    }

    [Parallelize]
    public static decimal G52_Decimal(double[] a, double[] b, double[] c, int[] p, int n)
    {
        decimal sum = 0.10m;
        for (int i = 0; i < n; i++)
        {
            sum += p[i];
            b[i] = Math.Exp(a[i]) + Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 3;
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static void G52_Generic<T>(T[] x, T[] y, T[] z, T k, int n)
        where T : System.Numerics.INumber<T>
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = x[i] * k;
            x[i + 1] = z[i] + k;
        }
    }

    [Parallelize]
    public static void G52_GenericAlone<T>(T[] x, T[] y, T[] z, T k, int n)
        where T : System.Numerics.INumber<T>
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = x[i] * k * k * k;
            x[i + 1] = z[i] + k * k * k;
        }
    }

    [Parallelize(FloatMode = FloatMode.Fast), Vectorize, Transcendental]
    public static void G52_Fast(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * t + c[i];
            a[i + 1] = Math.Sqrt(c[i]) / 3;
        }
    }

    // Sums in an inner loop, which lanes would add up in another order than the loop as a whole does.
    [Parallelize, Vectorize, Reassociated]
    public static void G52_InnerSums(double[,] A, double[] s, double[] b, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            double sum = 0;
            for (int j = 0; j < m; j++)
                sum += A[i, j] * A[i, j];
            b[i] = s[i] / 3;
            s[i + 1] = sum;
        }
    }

    // Lanes take another function than the method as written, under a guard that the parts don't need.
    [Parallelize, Vectorize, Transcendental]
    public static void G52_FunctionsApart(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Math.Exp(b[i]) * d[i + 1];
            a[i + 1] = Math.Sin(c[i]);
            c[i] = Math.Cos(d[i]);
        }
    }

    // One row may be another.
    [Parallelize]
    public static void G52_Rows2(double[][] J, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            J[0][i] = Math.Exp(J[1][i]) + Math.Sin(J[1][i]);
            J[1][i + 1] = Math.Cos(c[i]) / 3;
        }
    }

    // Statements in a loop that is unrolled: four of one kind.
    [Parallelize]
    public static void G52_Unrolled(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
                b[2 * i + j] = Math.Exp(a[i]) + Math.Sin(a[i]);
            a[i + 1] = Math.Cos(c[i]) / 3;
        }
    }

    // A scalar that one branch assigns, and an access in the condition of another.
    [Parallelize]
    public static void G52_Chosen(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = c[i];
            if (a[i] > 0 && d[i] < 1)
                e = Math.Exp(d[i]);
            b[i] = e + Math.Sin(a[i]) + Math.Tanh(e);
            if (e > 1)
                a[i + 1] = Math.Cos(c[i]) - Math.Cbrt(c[i]);
        }
    }

    // The second statement overwrites what the first one loads before, though that waits for the third.
    [Parallelize]
    public static void G52_ReadBefore(double[] a, double[] b, double[] c, double[] d, double[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]) + q[i];
            q[i] = Math.Sin(c[i]);
            a[i + 1] = Math.Cos(d[i]) / 3;
        }
    }

    // The same of the next iteration.
    [Parallelize]
    public static void G52_ReadAhead(double[] a, double[] b, double[] c, double[] d, double[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]) + q[i + 1];
            q[i] = Math.Sin(c[i]);
            a[i + 1] = Math.Cos(d[i]) / 3;
        }
    }
}
