using AutoPar;

namespace Kernels;

/// <summary>G73: when arguments are evaluated, and which variables parameters share.</summary>
public static partial class G73
{
    [Parallelize, Vectorize]
    public static void G73_AssignsInArguments(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int c;
            int d = Apart(c = 5, c = 7);
            a[i] = d + c;
        }
    }

    private static int Apart(int p, int q)
    {
        int r = q;
        return r - p;
    }

    [Parallelize, Vectorize]
    public static void G73_ArgumentAgain(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int c = a[i] & 1;
            int d = Stepped(ref c, c = 5);
            a[i] = d + c;
        }
    }

    private static int Stepped(ref int c, int k)
    {
        c = c + 1;
        return c * k;
    }

    /// <summary>A constant through two methods, and as a loop's bound.</summary>
    [Parallelize, Vectorize]
    public static void G73_ConstantPassedOn(int[] a, int n)
    {
        const int Times = 3;
        for (int i = 0; i < n; i++)
        {
            a[i] = Passing(a[i], Times) + Passing(a[i], 2);
        }
    }

    private static int Passing(int v, int times) => Repeated(v, times, (byte)1);

    private static int Repeated(int v, int times, long by)
    {
        int r = v;
        for (int k = 0; k < times; k++)
        {
            r += (int)by * k;
        }

        return r;
    }

    [Parallelize, Vectorize]
    public static void G73_InAndRef(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            Grow(in m, ref m);
            a[i] = m;
        }
    }

    private static void Grow(in int by, ref int value)
    {
        value = value + 1;
        value = value + by;
    }

    [Parallelize, Vectorize]
    public static void G73_InAndRefLoop(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i] & 3;
            Chase(in m, ref m);
            a[i] = m;
        }
    }

    private static void Chase(in int end, ref int value)
    {
        for (int k = 0; k < end && k < 20; k++)
        {
            value += 1;
        }
    }

    /// <summary>Different variables, values that have none, and conversions.</summary>
    [Parallelize, Vectorize]
    public static void G73_InApart(int[] a, long[] b, int by, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            int k = m & 3;
            Grow(in k, ref m);
            Grow(by, ref m);
            Grow(m * 2, ref m);
            Grow(a[i], ref m);
            long wide = b[i];
            GrowWide(m, ref wide);
            GrowWide(in wide, ref wide);
            a[i] = m;
            b[i] = wide;
        }
    }

    private static void GrowWide(in long by, ref long value)
    {
        value = value + 1;
        value = value + by;
    }

    /// <summary>A variable that two ref parameters share, passed on by value.</summary>
    [Parallelize, Vectorize]
    public static void G73_RefTwice(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            Share(ref m, ref m);
            a[i] = m;
        }
    }

    private static void Share(ref int one, ref int two) => AddLater(one, ref two);

    private static void AddLater(int by, ref int value)
    {
        value = value + 1;
        value = value + by;
    }

    /// <summary>The same by an in parameter.</summary>
    [Parallelize, Vectorize]
    public static void G73_InPassedOn(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            PassOn(in m, ref m);
            a[i] = m;
        }
    }

    private static void PassOn(in int one, ref int two)
    {
        AddLater(one, ref two);
        Grow(in one, ref two);
    }

    /// <summary>A local function assigns the variable that its in parameter refers to.</summary>
    [Parallelize, Vectorize]
    public static void G73_InAndCaptured(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i];
            Add(in m);
            a[i] = m;

            void Add(in int by)
            {
                m = m + 1;
                m = m + by;
            }
        }
    }
}
