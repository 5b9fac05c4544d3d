using AutoPar;

namespace Kernels;

/// <summary>G49: elements that a condition picks, side by side, on threads.</summary>
public static partial class G49
{
    [Parallelize, Vectorize]
    public static int G49_Filter(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                q[l++] = p[i];
        }

        return l;
    }

    /// <summary>Without lanes.</summary>
    [Parallelize]
    public static int G49_Alone(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i] * t;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Values("l", 0, 1, 5, 100)]
    public static int G49_From(double[] a, double[] b, double t, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    /// <summary>The first element is none.</summary>
    [Parallelize, Vectorize]
    [Values("l", -1, -20_000, -70_000)]
    public static int G49_Before(double[] a, double[] b, double t, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    /// <summary>There is room for the first blocks only.</summary>
    [Parallelize, Vectorize]
    [Values("l", 180_000)]
    public static int G49_WithoutRoom(double[] a, double[] b, double t, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    [Parallelize]
    [Values("l", 185_000)]
    public static int G49_WithoutRoomAlone(double[] a, double[] b, double[] c, double t, int l, int n)
    {
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
            else
                c[k++] = a[i];
        }

        return l - k;
    }

    [Parallelize]
    [Values("l", 0, 1, 5, -1, 100, 130_000, 200_000, 262_180, -70_000)]
    public static int G49_FromAlone(int[] p, int[] q, int m, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if ((p[i] & 3) != m)
                q[l++] = i;
        }

        return l;
    }

    /// <summary>A value that isn't a number isn't at most t.</summary>
    [Parallelize, Vectorize]
    public static int G49_NotANumber(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (!(a[i] <= t))
                b[l++] = -a[i];
        }

        return l;
    }

    /// <summary>A block stores where another may still load.</summary>
    [Parallelize, Vectorize]
    public static int G49_InPlace(double[] a, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                a[l++] = a[i];
        }

        return l;
    }

    [Parallelize]
    public static int G49_InPlaceAlone(int[] p, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                p[l++] = p[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Spans(Span<long> w, Span<long> x, long m)
    {
        int l = 0;
        for (int i = 0; i < w.Length; i++)
        {
            if ((w[i] & 1) != 0 && w[i] != m)
                x[l++] = w[i];
        }

        return l;
    }

    [Parallelize]
    public static int G49_SpansAlone(ReadOnlySpan<float> f, Span<float> g, float v)
    {
        int l = 0;
        for (int i = 0; i < f.Length; i++)
        {
            if (f[i] < v)
                g[l++] = f[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Between("u", 0, 99)]
    public static int G49_Bytes(byte[] u, byte[] v, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (u[i] != 32 && u[i] < 80)
                v[l++] = u[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Shorts(short[] u, short[] v, short m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (u[i] > m)
                v[l++] = u[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Narrowed(int[] p, byte[] v, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                v[l++] = (byte)p[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Places(double[] a, int[] r, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                r[l++] = i;
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static long G49_Partition(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] < m)
                q[l++] = p[i];
            else
                r[k++] = p[i];
        }

        return (l * 100000L) + k;
    }

    /// <summary>Two counters, of which each has a condition of its own.</summary>
    [Parallelize, Vectorize]
    public static long G49_TwoConditions(double[] a, double[] b, int[] r, double t, int n)
    {
        int l = 0;
        int k = 3;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
            if (a[i] < 0)
                r[k++] = i;
        }

        return (l * 100000L) + k;
    }

    /// <summary>Two counters in one array: where one begins, the other may end.</summary>
    [Parallelize, Vectorize]
    public static long G49_BothEnds(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        int k = n / 2;
        for (int i = 0; i < n; i++)
        {
            if (p[i] < m)
                q[l++] = p[i];
            else
                q[k++] = p[i];
        }

        return (l * 100000L) + k;
    }

    [Parallelize, Vectorize]
    public static long G49_TwoStores(double[] a, double[] b, int[] r, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                b[l] = a[i] * t;
                r[l] = i;
                l++;
            }
        }

        return l;
    }

    /// <summary>The condition looks at what earlier iterations have stored.</summary>
    [Parallelize, Vectorize]
    public static int G49_ReadsOutput(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    /// <summary>The count decides.</summary>
    [Parallelize, Vectorize]
    public static int G49_Limited(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 2 && l < m)
                q[l++] = p[i];
        }

        return l;
    }

    /// <summary>Each differs from the last one stored.</summary>
    [Parallelize, Vectorize]
    public static int G49_Distinct(int[] p, int[] q, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (l == 0 || q[l - 1] != p[i])
                q[l++] = p[i];
        }

        return l;
    }

    /// <summary>What is picked depends on what was greatest before.</summary>
    [Parallelize, Vectorize]
    public static int G49_Records(double[] a, double[] b, double s, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > s)
            {
                s = a[i];
                b[l++] = s;
            }
        }

        return l;
    }

    /// <summary>The counter goes on after the loop.</summary>
    [Parallelize, Vectorize]
    public static int G49_GoesOn(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                q[l++] = p[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            if (p[i] <= m)
                q[l++] = p[i];
        }

        return l;
    }

    /// <summary>A subscript of the condition may be out of range.</summary>
    [Parallelize, Vectorize]
    public static int G49_Lookup(int[] p, int[] q, double[] a, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[p[i]] > t)
                q[l++] = p[i];
        }

        return l;
    }

    [Parallelize]
    public static int G49_LookupAlone(int[] p, int[] q, double[] a, double t, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[p[i]] > t)
                q[l++] = i;
        }

        return l;
    }

    [Parallelize, Vectorize]
    [Between("r", 1, 9)]
    public static int G49_Divides(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] / r[i] > m)
                q[l++] = p[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Down(float[] f, float[] g, float v, int n)
    {
        int l = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            if (f[i] > v)
                g[l++] = f[i];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Steps(float[] f, float[] g, float v, int n)
    {
        int l = 0;
        for (int i = 1; i < n; i += 2)
        {
            if (f[i] > v)
                g[l++] = f[i];
        }

        return l;
    }

    /// <summary>The sum's bits are those of the blocks, in every form.</summary>
    [Parallelize, Vectorize]
    [Reassociated]
    public static double G49_Sum(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                s += a[i];
                b[l++] = a[i];
            }
        }

        return s + l;
    }

    [Parallelize]
    [Reassociated]
    public static double G49_SumAlone(double[] a, double[] b, double t, int n)
    {
        int l = 0;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (a[i] > t)
                b[l++] = a[i];
        }

        return s + l;
    }

    [Parallelize, Vectorize]
    public static long G49_Least(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        int least = int.MaxValue;
        int last = -1;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l++] = p[i];
                least = Math.Min(least, p[i]);
                last = i;
            }
        }

        return (l * 31L) + (least * 7L) + last;
    }

    /// <summary>A running sum, of which some values are picked.</summary>
    [Parallelize, Vectorize]
    public static int G49_Running(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            if (p[i] > m)
                q[l++] = s;
        }

        return l + s;
    }

    /// <summary>Picked by a running sum: what a block picks isn't known before the sum is.</summary>
    [Parallelize, Vectorize]
    public static int G49_ByRunning(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            if ((s & 7) > m)
                q[l++] = p[i];
        }

        return l + s;
    }

    /// <summary>The first element is behind where it begins.</summary>
    [Parallelize, Vectorize]
    public static int G49_CountsFirst(float[] f, float[] g, float v, int n)
    {
        int l = -1;
        for (int i = 0; i < n; i++)
        {
            if (f[i] > v)
            {
                l++;
                g[l] = f[i];
            }
        }

        return l;
    }

    /// <summary>Before and after it counts.</summary>
    [Parallelize, Vectorize]
    public static int G49_Around(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = i;
                l++;
                r[l] = p[i];
            }
        }

        return l;
    }

    /// <summary>The same in one array: the next one picked overwrites it.</summary>
    [Parallelize, Vectorize]
    public static int G49_Overwritten(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = i;
                l++;
                q[l] = p[i];
            }
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_Expand(int[] p, int[] q, bool[] on, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                q[i] = p[l++];
        }

        return l;
    }

    [Parallelize]
    [Values("l", 0, 1, 5, -1, 100, 130_000, 200_000, 262_180)]
    public static int G49_ExpandAlone(double[] a, double[] b, bool[] on, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                b[i] = a[l++];
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_ExpandOr(double[] a, double[] b, double[] c, double t, int n)
    {
        int l = 2;
        for (int i = 0; i < n; i++)
        {
            if (b[i] > t)
                c[i] = a[l++] + b[i];
            else
                c[i] = t;
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static int G49_ExpandInPlace(int[] p, bool[] on, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                p[i] = p[l++];
        }

        return l;
    }

    /// <summary>Loaded with one counter, stored with another.</summary>
    [Parallelize, Vectorize]
    public static int G49_FromOneToOther(double[] a, double[] b, bool[] on, double t, int n)
    {
        int l = 0;
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                b[k++] = a[l++] * t;
        }

        return l + k;
    }

    /// <summary>Each row goes on where the one before has ended.</summary>
    [Parallelize, Vectorize]
    public static int G49_Rows(int[,] R, int[] q, int m, int n, int k)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (R[i, j] > m)
                    q[l++] = R[i, j];
            }
        }

        return l;
    }

    /// <summary>Left early: it ends before what it would pick.</summary>
    [Parallelize, Vectorize]
    public static int G49_Until(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == m)
                break;
            if (p[i] > 3)
                q[l++] = p[i];
        }

        return l;
    }

    [Parallelize, Vectorize, MayBeCancelled]
    public static int G49_Cancelled(int[] p, int[] q, int m, int n, CancellationToken token)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            if (p[i] > m)
                q[l++] = p[i];
        }

        return l;
    }

    /// <summary>Two at once.</summary>
    [Parallelize]
    public static int G49_Pairs(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = p[i];
                q[l + 1] = i;
                l += 2;
            }
        }

        return l;
    }

    [Parallelize]
    public static long G49_Long(double[] a, double[] b, double t, int n)
    {
        long l = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                b[l++] = a[i];
        }

        return l;
    }

    /// <summary>By data: where two iterations store may be one place.</summary>
    [Parallelize, Vectorize]
    [Between("r", 0, 2)]
    public static int G49_ByData(int[] p, int[] q, int[] r, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = p[i];
                l += r[i];
            }
        }

        return l;
    }

    /// <summary>A list has its length from before.</summary>
    [Parallelize, Vectorize]
    public static int G49_List(int[] p, List<int> w, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
                w[l++] = p[i];
        }

        return l;
    }

    /// <summary>The counter begins anew for some iterations.</summary>
    [Parallelize, Vectorize]
    public static int G49_Ring(int[] p, int[] q, int m, int n)
    {
        int l = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > m)
            {
                q[l] = p[i];
                l = l + 1 < 8 ? l + 1 : 0;
            }
        }

        return l;
    }
}
