using System;
using AutoPar;

namespace Kernels;

/// <summary>G42: loops that store until they are left, on threads.</summary>
public static partial class G42
{
    [Parallelize, Vectorize]
    [Between("p", 0, 50000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static void G42_Stores(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            r[i] = p[i] * 3 + 1;
        }
    }

    [Parallelize]
    [Between("p", 0, 20000)]
    [ExtraTrips(2000, 4000, 7000, 11000, 15000)]
    public static void G42_StoresScalar(int[] p, long[] w, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                throw new InvalidOperationException($"p[{i}] is 7");
            w[i] = p[i] * 3L + i;
        }
    }

    // In place: what decides in an iteration is what it stores to.
    [Parallelize, Vectorize]
    [Between("p", 0, 50000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static int G42_InPlace(Span<int> p, int n)
    {
        int i = 0;
        while (i < n && p[i] != 7)
        {
            p[i] = p[i] / 2 + 9;
            i++;
        }

        return i;
    }

    // Stored before the loop is left, and after.
    [Parallelize, Vectorize]
    [Between("p", 0, 30000)]
    [Between("q", 0, 30000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G42_Between(int[] p, int[] q, int[] r, long[] w, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int e = p[i] + q[i];
            if (p[i] == 7)
                return i;
            r[i] = e * 2;
            if (e == 29990)
                return -i;
            w[i] = e;
        }

        return n;
    }

    // Spans that may overlap.
    [Parallelize, Vectorize]
    [Between("p", 0, 9000)]
    public static void G42_Overlap(ReadOnlySpan<int> p, Span<int> r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            r[i] = i;
        }
    }

    // What decides may be the array that is stored to, one element on.
    [Parallelize, Vectorize]
    [Between("p", 0, 9000)]
    [Between("q", 0, 9000)]
    public static int G42_Ahead(int[] p, int[] q, int n)
    {
        for (int i = 0; i + 1 < n; i++)
        {
            if (p[i] == 7)
                return i;
            q[i + 1] = 7;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 60000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static long G42_Down(int[] p, long[] w, int n)
    {
        long s = 0;
        int i;
        for (i = n - 1; i >= 0; i--)
        {
            if (p[i] == 7)
                break;
            w[i] = p[i];
            s += p[i];
        }

        return s * 3 + i;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [Between("p", 0, 50000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static double G42_SumAndStore(double[] a, double[] b, int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            b[i] = a[i] * 2;
            s += a[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 50000)]
    [Between("q", 0, 500)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G42_LastAndStore(int[] p, int[] q, int[] r, int n)
    {
        int last = -1;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            if (q[i] == 5)
            {
                last = i;
                r[i] = q[i] + p[i];
            }
        }

        return last;
    }

    // Looked up: out of range somewhere, behind the exit or before it.
    [Parallelize, Vectorize]
    [Between("p", 0, 4000)]
    public static void G42_LookupAndStore(int[] p, float[] f, float[] g, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (f[p[i]] == t)
                break;
            g[i] = MathF.Sqrt(MathF.Abs(g[i])) + t;
        }
    }

    [Parallelize]
    [Between("p", -3, 20000)]
    [Between("q", 0, 3000)]
    public static int G42_DividesAndStores(int[] p, int[] q, int[] r, int n)
    {
        int i = 0;
        for (; i < n; i++)
        {
            if (p[i] < 0)
                break;
            r[i] = p[i] / q[i];
        }

        return i;
    }

    // Names of what is found before the end: bodies that aren't lowered.
    [Parallelize]
    [LaterWritesVisible]
    [Between("p", 0, 3000)]
    public static void G42_Names(int[] p, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            names[i] = p[i].ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    // Elements of a table that several iterations update.
    [Parallelize, Vectorize]
    [Between("p", 0, 60)]
    [Between("q", 0, 9000)]
    public static void G42_Histogram(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] == 7)
                break;
            r[p[i]]++;
        }
    }

    // The test reads what the same iteration has stored.
    [Parallelize, Vectorize]
    public static void G42_Lower(double[] a, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] -= t;
            if (a[i] < 0)
                break;
        }
    }

    // What is stored decides later, in an element that data lead to.
    [Parallelize, Vectorize]
    [Between("p", 0, 30)]
    public static int G42_Marks(int[] p, bool[] on, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[p[i]])
                return i;
            on[p[i]] = true;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 9000)]
    public static int G42_Enum(int[] p, DayOfWeek[] days, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                return i;
            days[i] = (DayOfWeek)(p[i] % 7);
        }

        return -1;
    }
}
