using AutoPar;

namespace Kernels;

/// <summary>G43: a lock that each iteration takes is taken once, by the calling thread.</summary>
public static partial class G43
{
    private static readonly object s_gate = new();
    private static readonly Lock s_lock = new();
    private static object s_changing = new();
    private static double[] s_shared = [1, 2, 3, 4];

    [Parallelize, Vectorize]
    public static long G43_Lock(int[] p, object gate, long s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            lock (gate)
            {
                s += p[i];
            }
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G43_LockField(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            lock (s_gate)
                s_total += p[i];
        }
    }

    [Parallelize, Vectorize]
    public static long G43_LockOfItsOwnType(int[] p, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (s_lock)
                s += p[i];
        }

        return s;
    }

    // The caller holds it already.
    [Parallelize, Vectorize]
    public static long G43_LockHeld(int[] p, object gate, int n)
    {
        long s = 0;
        if (gate is null)
            return -1;

        lock (gate)
        {
            for (int i = 0; i < n; i++)
            {
                lock (gate)
                    s ^= p[i];
            }
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockAmid(int[] p, int[] q, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            int e = p[i] * 2;
            lock (gate)
            {
                if (e > 0)
                    s += e;
            }

            q[i] = e;
            lock (gate)
                s -= i;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G43_LockMap(double[] a, double[] b, object gate, int n)
    {
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                b[i] = a[i] * 2;
        }
    }

    [Parallelize, Vectorize, Reassociated]
    public static double G43_LockFloats(double[] a, object gate, int n)
    {
        double s = 0;
        foreach (double e in a)
        {
            lock (gate)
                s += e;
        }

        return s + n;
    }

    [Parallelize, Vectorize]
    public static void G43_LockElement(int[] p, int[] q, object gate, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                q[m] += p[i];
        }
    }

    // Traps: taken by some iterations only, by an inner loop, two of them, one that changes.
    [Parallelize, Vectorize]
    public static long G43_LockIf(int[] p, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 5)
            {
                lock (gate)
                    s += p[i];
            }
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockContinue(int[] p, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] < 5)
                continue;

            lock (gate)
                s += p[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockInside(int[,] R, object gate, int n, int m)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                lock (gate)
                    s += R[i, j];
            }
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockOfTwo(int[] p, object gate, object other, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                s += p[i];

            lock (other)
                s -= i;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockChanging(int[] p, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (s_changing)
                s += p[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockNew(int[] p, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            object own = new();
            lock (own)
                s += p[i];
        }

        return s;
    }

    // What others may change until the lock is taken.
    [Parallelize, Vectorize]
    public static void G43_LockShared(double[] a, object gate, int n)
    {
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                a[i] = s_shared[i & 3];
        }
    }

    [Parallelize, Vectorize]
    public static long G43_LockContents(int[] p, int[] q, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                s += q[p[i]];
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static long G43_LockRecurrence(int[] p, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                s = p[i] - s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G43_LockText(string[] names, int[] p, object gate, int n)
    {
        for (int i = 0; i < n; i++)
        {
            lock (gate)
                names[i] = p[i].ToString();
        }
    }

    [Parallelize, Vectorize]
    public static long G43_LockWait(int[] p, object gate, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            lock (gate)
            {
                s += p[i];
                Monitor.PulseAll(gate);
            }
        }

        return s;
    }
}
