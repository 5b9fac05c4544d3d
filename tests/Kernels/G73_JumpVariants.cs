using AutoPar;

namespace Kernels;

/// <summary>G73: more nestings of jumps, loops, ifs and switches.</summary>
public static partial class G73
{
    /// <summary>Without a result, and with effects after each loop.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(100)]
    public static void G73_LeavesEarly(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            LeaveEarly(a, b, i);
        }
    }

    private static void LeaveEarly(int[] a, int[] b, int i)
    {
        int v = b[i];
        if (v > 2)
        {
            for (int k = 0; k < 4; k++)
            {
                if (((v >> k) & 3) == 3)
                {
                    return;
                }

                a[i] += k;
            }

            a[i] += 50;
        }
        else
        {
            int k = 0;
            do
            {
                if ((v + k) % 5 == 0)
                {
                    return;
                }

                k++;
            }
            while (k < 3);
        }

        a[i] = -a[i];
    }

    /// <summary>continue and break of a loop, from a switch in an if, around a loop that returns.</summary>
    [Parallelize, Vectorize]
    public static void G73_MixedJumps(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Mixed(b[i]);
        }
    }

    private static int Mixed(int v)
    {
        int s = 0;
        for (int k = 0; k < 6; k++)
        {
            if (((v >> k) & 1) == 0)
            {
                switch (k & 3)
                {
                    case 0:
                        for (int l = 0; l < 3; l++)
                        {
                            if (l * k == (v & 7))
                            {
                                return s + l;
                            }

                            if (l + k > 4)
                            {
                                break;
                            }

                            s += l;
                        }

                        s += 7;
                        continue;
                    case 1:
                        if (v > 100)
                        {
                            break;
                        }

                        s += 10;
                        continue;
                    default:
                        s++;
                        break;
                }

                s += 100;
            }

            s += 1000;
            if (s > 3000)
            {
                break;
            }
        }

        return -s;
    }

    /// <summary>Out of two loops at once, to different places.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G73_TwoLabels(int[,] A, int[] b, int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = 0;
            if (b[i] > t)
            {
                for (int j = 0; j < n; j++)
                {
                    int k = 0;
                    while (k < 3)
                    {
                        if (A[i, j] > t + k)
                        {
                            goto inner;
                        }

                        if (A[i, j] + k < -t)
                        {
                            goto outer;
                        }

                        k++;
                        s += k;
                    }

                    s += 20;
                inner:
                    s++;
                }

                s += 500;
            }
            else if (b[i] == t)
            {
                goto outer;
            }

            s *= 3;
        outer:
            b[i] = s;
        }
    }

    /// <summary>Sections that jump from loops to each other.</summary>
    [Parallelize, Vectorize]
    public static void G73_SectionsByLoops(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = b[i] & 31;
            for (int m = 0; m < 2; m++)
            {
                switch ((s + m) & 3)
                {
                    case 0:
                        s += 3;
                        if (s > 40)
                        {
                            break;
                        }

                        for (int k = 0; k < 4; k++)
                        {
                            s += k;
                            if (s > 20)
                            {
                                goto case 1;
                            }
                        }

                        s += 100;
                        continue;
                    case 1:
                        int c = s;
                        while (c > 10)
                        {
                            c -= 7;
                            if (c == 11)
                            {
                                goto case 2;
                            }

                            if (c == 12)
                            {
                                continue;
                            }
                        }

                        s += c;
                        break;
                    case 2:
                        s += 2000;
                        break;
                    default:
                        s += 1;
                        continue;
                }

                s += 10000;
            }

            a[i] = s;
        }
    }
}
