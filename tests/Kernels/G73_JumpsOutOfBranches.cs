using AutoPar;

namespace Kernels;

/// <summary>Jumps out of loops that stand in branches, with statements behind.</summary>
public static partial class G73
{
    /// <summary>A return out of a loop that stands in an if.</summary>
    [Parallelize, Vectorize]
    public static void G73_ReturnInLoopInIf(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = FirstBeyond(b[i]);
        }
    }

    private static int FirstBeyond(int v)
    {
        if (v > 3)
        {
            for (int k = 0; k < 10; k++)
            {
                if (v * k > 20)
                {
                    return k;
                }
            }
        }

        return -1;
    }

    /// <summary>Out of a while loop in a switch's section.</summary>
    [Parallelize, Vectorize]
    public static void G73_ReturnInLoopInSwitch(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = BySection(b[i]);
        }
    }

    private static int BySection(int v)
    {
        int left = v & 1023;
        switch (v & 1)
        {
            case 0:
                while (left > 0)
                {
                    if ((left & 5) == 5)
                    {
                        return left;
                    }

                    left >>= 1;
                }

                break;
            default:
                left = 3;
                break;
        }

        return left + 100;
    }

    /// <summary>A goto out of a loop in an if.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G73_GotoOutOfLoopInIf(int[,] A, int[] b, int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = b[i];
            if (s > t)
            {
                for (int j = 0; j < n; j++)
                {
                    if (A[i, j] > t)
                    {
                        goto done;
                    }

                    s += A[i, j];
                }
            }

            s = -s;
        done:
            b[i] = s;
        }
    }
}
