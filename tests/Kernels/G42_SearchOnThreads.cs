using System;
using AutoPar;

namespace Kernels;

/// <summary>G42: loops that are left early, on threads.</summary>
public static partial class G42
{
    // Hits are rare, so that some are far from the start and some calls find none.
    [Parallelize, Vectorize]
    [Between("p", 0, 100000)]
    [ExtraTrips(20000, 40000, 70000, 110000, 150000, 200000)]
    public static int G42_First(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] == 7)
                return i;
        return -1;
    }

    [Parallelize]
    [Between("p", 0, 20000)]
    [ExtraTrips(2000, 4000, 7000, 11000, 15000)]
    public static int G42_Scalar(int[] p, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                return i * 2;
            if (p[i] + m == 19000)
                return -i;
        }

        return int.MinValue;
    }

    [Parallelize, Vectorize]
    [Between("u", 0, 255)]
    public static bool G42_Any(ReadOnlySpan<byte> u, byte t)
    {
        foreach (byte e in u)
        {
            if (e == t)
                return true;
        }

        return false;
    }

    // NaN is different from everything.
    [Parallelize, Vectorize]
    public static bool G42_All(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (!(a[i] * a[i] >= 0))
                return false;
        }

        return true;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 60000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static int G42_Last(int[] p, int n)
    {
        int found = -1;
        for (int i = n - 1; i >= 0; i -= 2)
        {
            if (p[i] == 7)
            {
                found = i;
                break;
            }
        }

        return found;
    }

    [Parallelize, Vectorize]
    [Between("u", 0, 20000)]
    public static int G42_Sentinel(ushort[] u)
    {
        int i = 0;
        while (u[i] != 7)
            i++;
        return i;
    }

    [Parallelize, Vectorize]
    public static int G42_Mismatch(float[] f, float[] g)
    {
        int i = 0;
        while (i < f.Length && f[i] == g[i])
            i++;
        return i;
    }

    // Two ways out, and a count of what is before.
    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    [Between("q", 0, 30000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static long G42_Count(int[] p, int[] q, int n)
    {
        long count = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                return count;
            if (q[i] == 7)
                return -count;
            if (p[i] > q[i])
                count += p[i];
        }

        return count * 3;
    }

    // Where the sum ends depends on the data, its order doesn't on threads.
    [Parallelize, Vectorize]
    [Reassociated]
    [Between("p", 0, 50000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static double G42_Sum(double[] a, int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s += a[i];
        }

        return s;
    }

    [Parallelize]
    [Reassociated]
    [Between("p", 0, 20000)]
    [ExtraTrips(2000, 4000, 7000, 11000, 15000)]
    public static double G42_SumScalar(double[] a, int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s += Math.Sqrt(Math.Abs(a[i]));
        }

        return s;
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static double G42_StrictSum(double[] a, int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s += a[i];
        }

        return s;
    }

    // The last that was seen before the exit, and the least.
    [Parallelize, Vectorize]
    [Between("p", 0, 50000)]
    [Between("q", 0, 3000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static int G42_LastBefore(int[] p, int[] q, int n)
    {
        int last = -1;
        int least = int.MaxValue;
        int at = -1;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            if (q[i] == 5)
                last = i;
            if (q[i] < least)
            {
                least = q[i];
                at = i;
            }
        }

        return last * 31 + at;
    }

    [Parallelize]
    [Between("p", 0, 20000)]
    [Between("q", 0, 300)]
    [ExtraTrips(2000, 4000, 7000, 11000, 15000)]
    public static double G42_LastBeforeScalar(int[] p, int[] q, double[] a, int n)
    {
        int last = -1;
        double most = double.NegativeInfinity;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            if (q[i] == 5)
                last = i;
            if (a[i] > most)
                most = a[i];
        }

        return last * 31 + most;
    }

    // The value of the iteration before.
    [Parallelize, Vectorize]
    [Between("p", 0, 3000)]
    public static int G42_Before(int[] p, int n)
    {
        int last = -1;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            last = p[i] * 2;
        }

        return last;
    }

    // Assigned before the loop is left.
    [Parallelize]
    [Between("p", 0, 3000)]
    public static int G42_Seen(int[] p, int n)
    {
        int seen = -1;
        for (int i = 0; i < n; i++)
        {
            seen = p[i] * 2;
            if (seen == 14)
                break;
        }

        return seen;
    }

    // What is looked up behind the exit may be out of range.
    [Parallelize, Vectorize]
    [Between("p", 0, 4000)]
    public static int G42_Lookup(int[] p, float[] f, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7 || f[p[i]] == t)
                return i;
        }

        return -1;
    }

    [Parallelize]
    [Between("p", 0, 4000)]
    public static int G42_LookupScalar(int[] p, float[] f, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7 || f[p[i]] == t)
                return i;
        }

        return -1;
    }

    // Divisors behind the exit may be 0.
    [Parallelize]
    [Between("p", -1, 3000)]
    [Between("q", 0, 2000)]
    public static int G42_Divides(int[] p, int[] q, int n)
    {
        int i = 0;
        for (; i < n; i++)
        {
            if (p[i] < 0)
                break;
            if (p[i] % q[i] == 1999)
                break;
        }

        return i;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    public static void G42_Throws(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                throw new ArgumentException($"p[{i}]");
        }
    }

    // An induction variable is where it was.
    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    public static long G42_Induction(int[] p, long[] w, int n)
    {
        int l = 3;
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s ^= w[l];
            l += 1;
        }

        return s * 31 + l;
    }

    // The sign is turned in each iteration.
    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    public static int G42_Sign(int[] p, int n)
    {
        int e = 1;
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s += e * p[i];
            e = -e;
        }

        return s * 2 + e;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    public static int G42_Checked(int[] p, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            s = checked(s + p[i]);
        }

        return s;
    }

    // Rows: an inner loop that is left, alone.
    [Parallelize, Vectorize]
    public static int G42_Rows(double[,] A, double t, int n, int m)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (A[i, j] > t)
                    break;
                count++;
            }
        }

        return count;
    }

    // The outer loop is left from the inner one.
    [Parallelize, Vectorize]
    public static int G42_Matrix(double[,] A, double t, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (A[i, j] == t)
                    return i * 1000 + j;
            }
        }

        return -1;
    }

    // What decides is stored by iterations before.
    [Parallelize, Vectorize]
    public static int G42_Fed(double[] a, double t, int n)
    {
        for (int i = 0; i + 1 < n; i++)
        {
            if (a[i] > t)
                return i;
            a[i + 1] += a[i];
        }

        return n;
    }

    // The float sum decides.
    [Parallelize, Vectorize]
    public static int G42_Decides(double[] a, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (s > t)
                return i;
        }

        return -1;
    }
}
