using AutoPar;

namespace Kernels;

/// <summary>G73: more of arguments.</summary>
public static partial class G73
{
    /// <summary>An in parameter that is an element, stored to by another name.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(100)]
    public static void G73_InAndFromEnd(int[][] J, int n)
    {
        for (int i = 0; i < n; i++)
        {
            StoreLast(in J[i][^1], J[i]);
        }
    }

    private static void StoreLast(in int by, int[] row)
    {
        row[^1] = 5;
        row[^1] += by;
    }

    [Parallelize, Vectorize]
    public static unsafe void G73_InAndPointer(int* p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            StoreAt(in p[i], p, i);
        }
    }

    private static unsafe void StoreAt(in int by, int* p, int i)
    {
        p[i] = 5;
        p[i] += by;
    }

    /// <summary>The later argument changes what the earlier one refers to, and the callee sees it.</summary>
    [Parallelize, Vectorize]
    public static void G73_InBeforeChange(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            int by = Seen(in m, m = a[i] + 3, m++);
            a[i] = by + m;
        }
    }

    private static int Seen(in int m, int two, int three)
    {
        int r = m * 3;
        return r + two - three;
    }

    /// <summary>By ref readonly, and an index.</summary>
    [Parallelize, Vectorize]
    public static void G73_InIndex(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = b[i];
            Shift(in i, ref s);
            Shift(in s, ref s);
            a[i] = s;
        }
    }

    private static void Shift(ref readonly int by, ref int value)
    {
        value += 2;
        value = value * 3 + by;
        for (int k = 0; k < 2; k++)
        {
            value -= by;
        }
    }

    /// <summary>Constants that a callee assigns, and out parameters that share a variable.</summary>
    [Parallelize, Vectorize]
    public static void G73_ConstantsAssigned(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int x;
            int y = Counting(out x, 4, x = 9);
            a[i] = y + x;
            Both(out x, out x);
            a[i] += x;
        }
    }

    private static int Counting(out int left, int from, int start)
    {
        left = start;
        while (from > 0)
        {
            from--;
            left += start;
        }

        return from + start;
    }

    private static void Both(out int one, out int two)
    {
        one = 3;
        two = 4;
        two += one;
    }

    /// <summary>A constant chosen by an assignment in a condition.</summary>
    [Parallelize, Vectorize]
    public static void G73_AssignsInNested(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int c = 1;
            a[i] = Apart(Apart(c = 2, c), c = 7) + c + Passing(c = 4, c);
        }
    }

    /// <summary>A variable of the header that nothing assigns again stands for its value.</summary>
    [Parallelize, Vectorize]
    public static void G73_InOfHeader(int[] a)
    {
        for (int i = 0, size = a.Length; i < size; i++)
        {
            int s = a[i];
            Shift(in size, ref s);
            a[i] = s;
        }
    }

    /// <summary>What is passed on by value is what it is then.</summary>
    [Parallelize, Vectorize]
    public static void G73_InThenByValue(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            Doubled(in m, ref m);
            a[i] = m;
        }
    }

    private static void Doubled(in int by, ref int value) => Twice(by, ref value);

    private static void Twice(int by, ref int value)
    {
        value = value + 7;
        value = value + by;
    }
}
