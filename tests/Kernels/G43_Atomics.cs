using AutoPar;

namespace Kernels;

/// <summary>G43: updates by Interlocked whose result nobody uses are reductions.</summary>
public static partial class G43
{
    public static int Hits;
    private static long s_total;
    private static uint s_bits = 0x5555;
    private static volatile int s_watched;

    [Parallelize, Vectorize]
    public static void G43_AtomicSum(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref Hits, p[i]);
    }

    [Parallelize, Vectorize]
    public static long G43_AtomicLong(int[] p, int n)
    {
        s_total = 5;
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref s_total, p[i] * (long)i);

        return s_total;
    }

    // The same amount each time: no induction variable, since others may count, too.
    [Parallelize, Vectorize]
    public static void G43_AtomicCount(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            Interlocked.Increment(ref Hits);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicIf(double[] a, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                Interlocked.Increment(ref Hits);
            else if (a[i] < -t)
                Interlocked.Decrement(ref Hits);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicBits(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Or(ref s_bits, 1u << p[i]);

        for (int i = 0; i < n; i++)
            Interlocked.And(ref s_bits, ~(1u << (p[i] + 1)));
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicRef(int[] p, ref int hits, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref hits, p[i]);
    }

    [Parallelize, Vectorize]
    public static int G43_AtomicLocal(int[] p, int n)
    {
        int hits = 3;
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref hits, p[i]);

        return hits;
    }

    // Wraps, also here.
    [Parallelize, Vectorize]
    public static void G43_AtomicChecked(int[] p, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
                Interlocked.Add(ref Hits, p[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicPolynomial(int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref Hits, i);
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicMixed(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Interlocked.Add(ref Hits, p[i]);
            Hits += 2;
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicRows(int[,] R, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                Interlocked.Add(ref Hits, R[i, j]);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicTable(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref Hits, q[p[i]]);
    }

    private static void Count(int amount) => Interlocked.Add(ref Hits, amount);

    [Parallelize, Vectorize]
    public static void G43_AtomicCallee(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Count(p[i]);
    }

    // Traps: the result, or the value in between, is seen.
    [Parallelize, Vectorize]
    public static void G43_AtomicResult(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] = Interlocked.Increment(ref Hits);
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicSeen(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Interlocked.Add(ref Hits, p[i]);
            q[i] = Hits;
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicUntil(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (Hits > 1000)
                break;

            Interlocked.Add(ref Hits, p[i] & 7);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicOverwritten(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Interlocked.Add(ref Hits, p[i]);
            if (p[i] == 3)
                Hits = 0;
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicTwoOperators(uint[] z, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Interlocked.Or(ref s_bits, z[i]);
            Interlocked.Add(ref s_bits, 1);
        }
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicExchange(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Exchange(ref Hits, p[i]);
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicElement(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref q[p[i] & 3], 1);
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicBound(int[] p, int n)
    {
        for (int i = 0; i < n && i < 500 + (Hits & 15); i++)
            Interlocked.Add(ref Hits, p[i]);
    }

    [Parallelize, Vectorize]
    public static void G43_AtomicVolatile(int[] p, int n)
    {
#pragma warning disable CS0420
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref s_watched, p[i]);
#pragma warning restore CS0420
    }
}
