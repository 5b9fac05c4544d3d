using AutoPar;

namespace Kernels;

/// <summary>Methods of which a statement can't be inlined.</summary>
public static partial class G73
{
    /// <summary>Inside of an if the callee has something that isn't lowered.</summary>
    [Parallelize, Vectorize]
    public static void G73_LostInIf(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Scaled(b[i]);
        }
    }

    private static int Scaled(int v)
    {
        int r = v;
        if (v > 3)
        {
            r = (int)((decimal)v % 97 * 2);
        }

        return r;
    }

    /// <summary>In a loop.</summary>
    [Parallelize, Vectorize]
    public static void G73_LostInLoop(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Digits(b[i]);
        }
    }

    private static int Digits(int v)
    {
        int sum = 0;
        for (int k = 1; k < 4; k++)
        {
            sum += (int)((decimal)(v & 1023) / k);
        }

        return sum;
    }

    /// <summary>What isn't lowered has an effect.</summary>
    [Parallelize]
    [MaxTrips(300)]
    public static void G73_LostAppend(List<int> list, int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Collect(list, a, i);
        }
    }

    private static void Collect(List<int> list, int[] a, int i)
    {
        for (int k = 0; k < 2; k++)
        {
            list.Add(a[i] + k);
        }
    }

    /// <summary>It is what a return yields.</summary>
    [Parallelize, Vectorize]
    public static void G73_LostReturn(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Rounded(b[i]);
        }
    }

    private static int Rounded(int v)
    {
        if ((v & 1) == 0)
        {
            return (int)decimal.Round((decimal)(v & 255) / 3);
        }

        return 7;
    }
}
