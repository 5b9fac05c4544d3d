using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What goes wrong in shared-memory programs of any language: one for all, missing barriers, missing orders, half of a protection.</summary>
internal static class SharedMemoryShapes
{
    private static int s_width;
    private static int s_last;
    private static readonly object s_gate = new();

    // One iteration sets it, and the others may be faster.
    [Racy("width")]
    public static void OneSetsAllRead(int[] a)
    {
        int width = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (i == 0)
            {
                width = 10;
            }

            a[i] = width;
        });
    }

    [Safe]
    public static void SetBeforeAllRead(int[] a)
    {
        int width = 0;
        width = 10;
        Parallel.For(0, a.Length, i => a[i] = width);
    }

    // The one that sets it is the one that reads it.
    [Safe]
    public static void OneSetsOneReads(int[] a)
    {
        int width = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (i == 0)
            {
                width = 10;
                a[i] = width;
            }
        });
    }

    [Racy("s_width")]
    public static void OneSectionSetsTheOtherReads(int[] a)
    {
        Parallel.Invoke(
            () => s_width = a.Length,
            () => Array.Clear(a, 0, s_width));
    }

    // Passed by value: the callee has a copy.
    [Safe]
    public static int ArgumentByValue(int[] a)
    {
        int q = 0;
        Parallel.For(0, a.Length, i => a[i] = Next(q));
        return q;
    }

    [Racy("q", "Next")]
    public static int ArgumentByReference(int[] a)
    {
        int q = 0;
        Parallel.For(0, a.Length, i => a[i] = Next(ref q));
        return q;
    }

    private static int Next(int q)
    {
        q++;
        return q;
    }

    private static int Next(ref int q)
    {
        q++;
        return q;
    }

    // Only one of two variables is protected.
    [Racy("count")]
    public static double OneOfTwoProtected(double[] a)
    {
        double sum = 0;
        int count = 0;
        Parallel.For(0, a.Length, i =>
        {
            lock (s_gate)
            {
                sum += a[i];
            }

            count++;
        });
        return sum / count;
    }

    [Safe]
    public static double BothProtected(double[] a)
    {
        double sum = 0;
        int count = 0;
        Parallel.For(0, a.Length, i =>
        {
            lock (s_gate)
            {
                sum += a[i];
                count++;
            }
        });
        return sum / count;
    }

    // Two loops over one array that nothing keeps apart.
    [Racy("a")]
    public static void LoopsWithoutBarrier(int[] a)
    {
        Task first = Task.Run(() => Parallel.For(0, a.Length, i => a[i] = i));
        Parallel.For(0, a.Length, i => a[i] *= 2);
        first.Wait();
    }

    [Safe]
    public static void LoopsWithBarrier(int[] a)
    {
        Task first = Task.Run(() => Parallel.For(0, a.Length, i => a[i] = i));
        first.Wait();
        Parallel.For(0, a.Length, i => a[i] *= 2);
    }

    // A place from a shared counter, taken before the element is written: an order is missing, and so is an atomic.
    [Racy("at")]
    public static int[] AppendedInAnyOrder(int[] a)
    {
        int[] r = new int[a.Length];
        int at = 0;
        Parallel.For(0, a.Length, i =>
        {
            r[at] = a[i];
            at++;
        });
        return r;
    }

    // The private copy is written back by all.
    [Racy("s_last")]
    public static void WrittenBackByAll(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int mine = a[i] * 2;
            a[i] = mine;
            s_last = mine;
        });
    }

    // By the last one.
    [Safe]
    public static void WrittenBackByTheLast(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int mine = a[i] * 2;
            a[i] = mine;
            if (i == a.Length - 1)
            {
                s_last = mine;
            }
        });
    }

    // By the last two.
    [Racy("s_last")]
    public static void WrittenBackByTheLastTwo(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int mine = a[i] * 2;
            a[i] = mine;
            if (i >= a.Length - 2)
            {
                s_last = mine;
            }
        });
    }

    // In an array of arrays, the inner parallel loop's temporary belongs to the outer one.
    [Racy("t")]
    public static void TemporaryOfTheOuterLoop(int[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            int t;
            Parallel.For(0, m.GetLength(1), j =>
            {
                t = m[i, j];
                m[i, j] = t * t;
            });
        });
    }

    [Safe]
    public static void TemporaryOfTheInnerLoop(int[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            Parallel.For(0, m.GetLength(1), j =>
            {
                int t = m[i, j];
                m[i, j] = t * t;
            });
        });
    }

    // A loop that runs in parallel or not: what runs in turn cannot race.
    [Safe]
    public static int SumInTurn(int[] a)
    {
        int sum = 0;
        Array.ForEach(a, v => sum += v);
        return sum;
    }

    // The same delegate, given to another method.
    [Racy("sum")]
    public static int SumAtOnce(int[] a)
    {
        int sum = 0;
        Parallel.ForEach(a, v => sum += v);
        return sum;
    }

    // A flag that only ever goes up, tested and set: the second test is inside the lock, the first one is not.
    [Racy("isSet")]
    public static bool SetOnce(int[] a)
    {
        bool isSet = false;
        Parallel.For(0, a.Length, i =>
        {
            if (!isSet)
            {
                lock (s_gate)
                {
                    if (!isSet)
                    {
                        isSet = a[i] > 0;
                    }
                }
            }
        });
        return isSet;
    }

    [Safe]
    public static bool SetOnceTestedInside(int[] a)
    {
        bool isSet = false;
        Parallel.For(0, a.Length, i =>
        {
            lock (s_gate)
            {
                if (!isSet)
                {
                    isSet = a[i] > 0;
                }
            }
        });
        return isSet;
    }
}
