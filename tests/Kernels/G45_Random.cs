using AutoPar;

namespace Kernels;

/// <summary>G45: random numbers by index, in lanes and on threads.</summary>
public static partial class G45
{
    [Parallelize, Vectorize]
    public static void G45_Double(double[] a, ulong h, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = ParallelRandom.Double(h, i);
    }

    [Parallelize, Vectorize]
    public static void G45_DoubleDown(double[] a, long k, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            a[i] += ParallelRandom.Double(42, i * k, stream: 3);
    }

    [Parallelize, Vectorize]
    public static void G45_Single(float[] f, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = ParallelRandom.Single(7, i) * 2 - 1;
    }

    [Parallelize, Vectorize]
    public static void G45_Words(uint[] z, ulong[] w, ulong h, int n)
    {
        for (int i = 0; i < n; i++)
        {
            z[i] ^= ParallelRandom.UInt32(h, i, 1);
            w[i] ^= ParallelRandom.UInt64(h, -i, 2);
        }
    }

    [Parallelize, Vectorize]
    public static void G45_Normal(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
            a[i] = ParallelRandom.Normal(1, i, m);
    }

    [Vectorize(FloatMode = FloatMode.Strict)]
    public static void G45_NormalStrict(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = ParallelRandom.Normal(1, i) + ParallelRandom.Exponential(2, i);
    }

    [Parallelize, Vectorize]
    public static int G45_Pi(int n)
    {
        int inside = 0;
        for (int i = 0; i < n; i++)
        {
            double x = ParallelRandom.Double(99, i);
            double y = ParallelRandom.Double(99, i, stream: 1);
            if (x * x + y * y < 1)
                inside++;
        }

        return inside;
    }

    [Parallelize, Vectorize]
    public static void G45_Dice(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] = ParallelRandom.Int32(5, i, 1, 7);
    }

    [Parallelize, Vectorize]
    public static void G45_DrawnAgain(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] = ParallelRandom.Int32(5, i, -1_500_000_000, 1_600_000_000, stream: i);
    }

    /// <summary>Where the range is empty it throws, after the elements before.</summary>
    [Parallelize, Vectorize]
    [Between("q", -2, 40)]
    public static void G45_EmptyRange(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            p[i] = ParallelRandom.Int32(5, i, m, q[i]);
    }

    [Parallelize, Vectorize]
    public static void G45_Masked(double[] a, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] > 0)
                p[i] = ParallelRandom.Int32(5, i, 0, q[i]);
            if (a[i] > 0)
                a[i] = ParallelRandom.Double((ulong)p[i], i, p[i]);
        }
    }

    /// <summary>Four lanes at most.</summary>
    [Vectorize]
    public static void G45_Distance(double[] a, int n)
    {
        for (int i = 4; i < n; i++)
            a[i] = a[i - 4] * ParallelRandom.Double(1, i);
    }

    [Vectorize]
    public static void G45_DistanceOfMixed(double[] a, float[] f, int n)
    {
        for (int i = 4; i < n; i++)
        {
            a[i] = a[i - 4] * ParallelRandom.Normal(1, i);
            f[i] = ParallelRandom.Single(1, i) + ParallelRandom.Int32(3, i, 0, 10);
        }
    }

    /// <summary>Not the loop in lanes, but the one inside moves the index.</summary>
    [Parallelize, Vectorize]
    public static void G45_Walks(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double place = 0;
            for (int j = 0; j < m; j++)
                place += ParallelRandom.Double(17, (long)i * m + j) < 0.5 ? -1 : 1;
            a[i] = place;
        }
    }

    /// <summary>Until the first six.</summary>
    [Parallelize, Vectorize]
    public static void G45_Throws(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int count = 1;
            while (ParallelRandom.Int32(23, i, 0, 6, count) != 5)
                count++;
            p[i] = count;
        }
    }

    /// <summary>A seed from memory, which a store may change.</summary>
    [Parallelize, Vectorize]
    public static void G45_Chained(ulong[] w, int n)
    {
        for (int i = 1; i < n; i++)
            w[i] = ParallelRandom.UInt64(w[i - 1], i);
    }

    /// <summary>Two iterations at a time, no more: what the third reads the first has stored.</summary>
    [Parallelize, Vectorize]
    public static void G45_TwoAtATime(double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double x = ParallelRandom.Double(7, i, m) + ParallelRandom.Single(8, i) + ParallelRandom.UInt32(9, i, m) + ParallelRandom.UInt64(m >= 0 ? 10UL : 11UL, i);
            a[i + 2] = a[i] * 0.5 + x + ParallelRandom.Int32(12, i, 3, 17) + ParallelRandom.Exponential(13, i);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G45_TwoNormal(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i + 2] = a[i] * 0.5 + ParallelRandom.Normal(7, i);
    }
}
