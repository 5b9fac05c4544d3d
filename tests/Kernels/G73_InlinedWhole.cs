using AutoPar;

namespace Kernels;

/// <summary>G73: a method is inlined whole or not at all; what isn't lowered stands in an if, a loop or a switch of it.</summary>
public static partial class G73
{
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

    /// <summary>An effect.</summary>
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

    [Parallelize, Vectorize]
    public static void G73_LostInSection(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Section(b[i]) + 1;
        }
    }

    private static int Section(int v)
    {
        int r = 0;
        switch (v & 3)
        {
            case 0:
                r = 4;
                break;
            case 1:
                r = (int)Math.Round((decimal)(v & 255) / 7);
                break;
            default:
                r = v;
                break;
        }

        return r;
    }

    /// <summary>In a method that an inlined one calls in a condition, in a loop of its own.</summary>
    [Parallelize, Vectorize]
    public static void G73_LostBelow(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Outer(b[i]);
        }
    }

    private static int Outer(int v)
    {
        int r = 0;
        while (r < 5)
        {
            r++;
            if (Scaled(v + r) > 50)
            {
                r += 2;
            }
        }

        return r;
    }

    /// <summary>A loop that counts as far as its header goes, and whose bound changes.</summary>
    [Parallelize, Vectorize]
    public static void G73_Retried(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Shrinking(b[i] & 15) + Shrinking(b[i] & 7);
        }
    }

    private static int Shrinking(int v)
    {
        int sum = 0;
        for (int k = 0; k < v; k++)
        {
            int t = k * 2;
            for (int l = 0; l < 3; l++)
            {
                int u = t + l;
                sum += u;
            }

            v--;
        }

        return sum;
    }

    /// <summary>An expression that was tried another way first isn't a failure.</summary>
    [Parallelize, Vectorize]
    public static void G73_TriedTwice(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = b[i] & 7;
            for (int k = 0; k < t; k++)
            {
                int u = k * 2;
                a[i] += u;
                t--;
            }
        }
    }
}
