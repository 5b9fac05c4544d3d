using AutoPar;

namespace Kernels;

/// <summary>G73: fields of structs that inlined methods store to.</summary>
public static partial class G73
{
    public struct State
    {
        public int Last;
        public int Count;
    }

    private static class Held
    {
        public static State Now;
    }

    [Parallelize, Vectorize]
    public static int G73_StructFieldInCallee(int[] a, int n)
    {
        Held.Now = default;
        for (int i = 0; i < n; i++)
        {
            Note(a[i]);
            a[i] += 1;
        }

        return Held.Now.Last;
    }

    private static void Note(int v)
    {
        Held.Now.Last = v * 2;
    }

    [Parallelize, Vectorize]
    public static int G73_StructFieldCounted(int[] a, int n)
    {
        Held.Now = default;
        for (int i = 0; i < n; i++)
        {
            a[i] += Held.Now.Count & 3;
            CountUp(a[i]);
        }

        return Held.Now.Count;
    }

    private static void CountUp(int v)
    {
        if (v > 3)
        {
            Held.Now.Count++;
        }
    }

    [Parallelize, Vectorize]
    public static int G73_StructFieldByRef(int[] a, int n)
    {
        Held.Now = default;
        for (int i = 0; i < n; i++)
        {
            a[i] = Counted(a[i]);
        }

        return Held.Now.Count;
    }

    private static int Counted(int v)
    {
        Increase(ref Held.Now.Count);
        return v + 1;
    }

    private static void Increase(ref int count)
    {
        count = count + 1;
    }

    [Parallelize, Vectorize]
    public static int G73_StructFieldAtomic(int[] a, int n)
    {
        Held.Now = default;
        for (int i = 0; i < n; i++)
        {
            CountAtomically(a[i]);
            a[i] += 1;
        }

        return Held.Now.Count;
    }

    private static void CountAtomically(int v)
    {
        if (v > 3)
        {
            System.Threading.Interlocked.Increment(ref Held.Now.Count);
        }
    }

    /// <summary>Only read: a value from before the loop.</summary>
    [Parallelize, Vectorize]
    public static void G73_StructFieldRead(int[] a, int n)
    {
        Held.Now.Last = 3;
        for (int i = 0; i < n; i++)
        {
            a[i] = ScaledByLast(a[i]);
        }
    }

    private static int ScaledByLast(int v)
    {
        int r = v * Held.Now.Last;
        return r + 1;
    }
}
