using AutoPar;

namespace Kernels;

/// <summary>G73: jumps out of loops that stand in an if or in a section of a switch, with statements after it.</summary>
public static partial class G73
{
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

    /// <summary>Two loops, in an if in an if, and jumps at every depth.</summary>
    [Parallelize, Vectorize]
    public static void G73_ReturnsAtDepths(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = AtDepths(b[i]);
        }
    }

    private static int AtDepths(int v)
    {
        int s = 0;
        if ((v & 1) != 0)
        {
            if ((v & 2) != 0)
            {
                for (int k = 0; k < 5; k++)
                {
                    int l = 0;
                    while (l < 6)
                    {
                        if (((v >> 2) & 31) == k * l)
                        {
                            return k + l;
                        }

                        l++;
                        s += l;
                    }

                    if (s > 60 + (v & 64))
                    {
                        break;
                    }

                    if ((v >> k & 5) == 5)
                    {
                        return -k;
                    }
                }

                s += 3;
            }
            else if (v > 9)
            {
                return 99;
            }

            s *= 2;
        }

        for (int m = 0; m < 3; m++)
        {
            s += m;
            if (s == 7)
            {
                return s + 1000;
            }
        }

        return s + 5000;
    }

    /// <summary>continue of the loop around, from a loop in an if.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G73_ContinueByLabel(int[,] A, int[] b, int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] += 1;
            for (int k = 0; k < 2; k++)
            {
                if (b[i] > k)
                {
                    for (int j = 0; j < n; j++)
                    {
                        if (A[i, j] > t)
                        {
                            goto next;
                        }
                    }
                }

                b[i] -= 3;
            }

            b[i] *= 2;
        next:;
        }
    }

    /// <summary>Another section's statements in a loop: its break leaves the switch, not the loop.</summary>
    [Parallelize, Vectorize]
    public static void G73_GotoCaseInLoop(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = 0;
            switch (b[i] & 3)
            {
                case 0:
                    for (int k = 0; k < 6; k++)
                    {
                        s += k;
                        if (((b[i] >> k) & 4) != 0)
                        {
                            goto case 2;
                        }
                    }

                    s += 100;
                    break;
                case 1:
                    while (s < 9)
                    {
                        s += 2;
                        if (s + b[i] == 12)
                        {
                            goto default;
                        }
                    }

                    s += 200;
                    break;
                case 2:
                    s += 1000;
                    break;
                default:
                    if (b[i] > 20)
                    {
                        a[i] = -7;
                        continue;
                    }

                    s += 2000;
                    break;
            }

            a[i] = s;
        }
    }
}
