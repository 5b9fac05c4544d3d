using AutoPar;

namespace Kernels;

/// <summary>G19: loops inside loops that run as written: their values come back to them in the next run.</summary>
public static partial class G19
{
    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5)]
    public static int G19_Converge(double[] a, double[] b, int n, int k, double t)
    {
        int steps = 0;
        double error;
        do
        {
            error = 0;
            for (int i = 1; i < n - 1; i++)
                b[i] = (a[i - 1] + a[i + 1]) * 0.5;
            for (int i = 1; i < n - 1; i++)
                error = Math.Max(error, Math.Abs(b[i] - a[i]));
            (a, b) = (b, a);
            steps++;
        }
        while (error > t && steps < k);
        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G19_IndexGoesOn(int[] p, int[] q, int n, int k)
    {
        int l = 0;
        int steps = 0;
        while (steps++ < k && q.Length > steps)
        {
            for (int i = 0; i < n; i++)
            {
                q[l] = p[i];
                l += 2;
            }

            if (n > 40)
                break;
        }

        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static void G19_LoopGoesOn(int[] p, int[] q, int n, int m, int k)
    {
        int i = 0;
        int steps = 0;
        while (steps++ < k && q[0] != m)
        {
            for (; i < n / 2 * steps; i++)
                p[i] = q[i] + steps;
            (p, q) = (q, p);
        }
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static double G19_Last(double[] a, double[] b, int n, int k, double t)
    {
        double e = t;
        int steps = 0;
        while (steps++ < k && !(e > 1e9))
        {
            b[0] = e;
            for (int i = 0; i < n; i++)
            {
                e = a[i] + steps;
                b[i] = e * 2;
            }
        }

        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static double G19_Seen(double[] a, double[] b, int n, int k)
    {
        double e = 0.5;
        int steps = 0;
        while (steps++ < k && b.Length > steps)
        {
            for (int i = 0; i < n; i++)
                if (a[i] > e)
                    b[i] = a[i] - e;
            for (int i = 0; i < n; i++)
                e = a[i] * 0.25;
        }

        return b.Length;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5)]
    public static long G19_Sum(long[] c, int n, int k, long h)
    {
        long s = h;
        int steps = 0;
        while (steps++ < k && (s & 64) == 0)
            for (int i = 0; i < n; i++)
                s += c[i] * steps;
        return s;
    }

    [Parallelize, Vectorize]
    public static void G19_Rows(double[][] J, double t)
    {
        foreach (double[] row in (IEnumerable<double[]>)J)
            for (int j = 0; j < row.Length; j++)
                row[j] *= t;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static void G19_Twice(int[] p, int[] q, int n, int k)
    {
        int left = k;
        while (left-- > 0 && p[0] != int.MaxValue)
        {
            int again = left;
            while (again-- > 0 && q.Length > again)
                for (int i = 0; i < n; i++)
                    q[i] += p[i] ^ again;
            int[] held = p;
            p = q;
            q = held;
        }
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G19_Scratch(int[] p, int[] q, int n, int k)
    {
        int steps = 0;
        while (steps++ < k && p.Length > steps)
        {
            int[] part = new int[n < 0 ? 0 : n];
            for (int i = 0; i < part.Length; i++)
                part[i] = p[i] + steps;
            for (int i = 0; i < n; i++)
                q[i] = part[n - 1 - i];
            (p, q) = (q, p);
        }

        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G19_Refused(double[] a, int n, int k)
    {
        int steps = 0;
        while (steps++ < k && a[0] < 1e9)
            for (int i = 1; i < n; i++)
                a[i] = Math.Sqrt(a[i - 1]) + a[i];
        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G19_LeftEarly(double[] a, double[] b, int n, int k)
    {
        int steps = 0;
        foreach (int part in Enumerable.Range(0, Math.Max(0, k)))
        {
            double s = 0;
            for (int i = 0; i < n; i++)
                s = Math.Min(s, a[i]);
            if (s < -1e8)
                return steps;
            for (int i = 0; i < n; i++)
                b[i] = a[i] - s + part;
            steps++;
        }

        return steps;
    }
}
