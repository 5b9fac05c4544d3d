using AutoPar;

namespace Kernels;

/// <summary>Arguments with effects, and parameters that are one variable.</summary>
public static partial class G73
{
    /// <summary>Arguments that assign constants are evaluated once.</summary>
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

    /// <summary>The callee changes the variable that an argument has assigned.</summary>
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

    /// <summary>An in parameter sees what the callee stores by a ref parameter.</summary>
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

    /// <summary>There it is a loop's bound.</summary>
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
}
