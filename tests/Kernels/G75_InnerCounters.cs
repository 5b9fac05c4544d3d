using AutoPar;

namespace Kernels;

/// <summary>Counters that inner loops move along rows.</summary>
public static partial class G75
{
    /// <summary>Each row says where it begins.</summary>
    [Parallelize, Vectorize]
    public static void G75_Row(float[] a, float[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y * m;
            for (int x = 0; x < m; x++)
            {
                b[p] = a[p] * 2;
                p++;
            }
        }
    }

    /// <summary>One counter runs through all rows; with m &lt; 0 it would run back.</summary>
    [Parallelize, Vectorize]
    public static void G75_Through(float[] a, float[] b, int n, int m)
    {
        int p = 0;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < m; x++)
            {
                b[p] = a[p] + y;
                p++;
            }
        }
    }

    /// <summary>Where it ends is yielded.</summary>
    [Parallelize, Vectorize]
    public static int G75_Yielded(double[] a, double[] b, int n, int m)
    {
        int p = 0;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < m; x++)
            {
                b[p] = a[p] - x;
                p++;
            }
        }

        return p;
    }

    /// <summary>Two counters at different paces, and one is moved on behind the row, too.</summary>
    [Parallelize, Vectorize]
    [Between("pad", 0, 9)]
    public static void G75_Padded(byte[] a, byte[] b, int n, int m, int pad)
    {
        int p = 0, q = 0;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < m; x++)
            {
                b[q] = (byte)((a[p] + a[p + 1] + a[p + 2]) / 3);
                p += 3;
                q++;
            }

            p += pad;
        }
    }

    /// <summary>In the loop's header.</summary>
    [Parallelize, Vectorize]
    public static void G75_InHeader(float[] a, float[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y * m;
            for (int x = 0; x < m; x++, p++)
                b[p] = a[p] * 3;
        }
    }

    /// <summary>There too, and some iterations end early.</summary>
    [Parallelize, Vectorize]
    public static void G75_InHeaderContinued(float[] a, float[] b, int n)
    {
        int p = 2;
        for (int x = 0; x < n; x++, p++)
        {
            if (a[x] > 0)
                continue;
            b[p] = a[x];
        }
    }

    /// <summary>The counter of a header is yielded, as a break leaves it.</summary>
    [Parallelize, Vectorize]
    public static int G75_InHeaderLeft(float[] a, int n)
    {
        int p = 7;
        for (int x = 0; x < n; x++, p += 2)
        {
            if (a[x] > 100)
                break;
            a[x] = p;
        }

        return p;
    }

    /// <summary>The row's length isn't the distance of rows.</summary>
    [Parallelize, Vectorize]
    public static void G75_Pitch(float[] a, float[] b, int n, int m, int pitch)
    {
        int row = 0;
        for (int y = 0; y < n; y++)
        {
            int p = row;
            for (int x = 0; x < m; x++)
            {
                b[p] = a[p] * 2;
                p++;
            }

            row += pitch;
        }
    }

    /// <summary>Down, by two, from a start of its own, in 64 bits.</summary>
    [Parallelize, Vectorize]
    public static void G75_Down(float[] a, float[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            long p = (long)(y + 1) * m * 2 - 1;
            for (int x = m - 1; x >= 0; x--)
            {
                b[p] = a[p];
                b[p - 1] = a[p] + x;
                p -= 2;
            }
        }
    }

    /// <summary>Only some elements are stored.</summary>
    [Parallelize, Vectorize]
    public static void G75_Some(float[] a, float[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y * m;
            for (int x = 0; x < m; x++)
            {
                if (a[p] > 0)
                    b[p] = a[p];
                p++;
            }
        }
    }

    /// <summary>Channels of pixels: three loops deep.</summary>
    [Parallelize, Vectorize]
    public static void G75_Channels(float[] a, float[] b, int n, int m)
    {
        int p = 0;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < m; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    b[p] = a[p] * c;
                    p++;
                }
            }
        }
    }

    /// <summary>A triangle, row by row: how far the counter comes isn't a product.</summary>
    [Parallelize, Vectorize]
    public static void G75_Triangle(double[,] A, double[] b, int n)
    {
        int p = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                b[p] = A[i, j];
                p++;
            }
        }
    }

    /// <summary>The step is one of the row's.</summary>
    [Parallelize, Vectorize]
    [Between("step", 0, 4)]
    public static void G75_Steps(float[] a, float[] b, int n, int m, int step)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y;
            for (int x = 0; x < m; x++)
            {
                b[y * m + x] = a[p];
                p += step;
            }
        }
    }

    /// <summary>Read behind the inner loop, before it gets its next value.</summary>
    [Parallelize, Vectorize]
    public static void G75_ReadBehind(int[] a, int[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y * m;
            for (int x = 0; x < m; x++)
            {
                a[p] = a[p] + 1;
                p++;
            }

            b[y] = p;
        }
    }

    /// <summary>The next row starts from what the counter was.</summary>
    [Parallelize, Vectorize]
    public static void G75_FromBefore(int[] a, int n, int m)
    {
        int p = 0;
        int q = 0;
        for (int y = 0; y < n; y++)
        {
            q = p + 1;
            p = y * m;
            for (int x = 0; x < m; x++)
            {
                a[p] = a[p] + q;
                p++;
            }
        }
    }

    /// <summary>A loop that tests behind its body runs at least once.</summary>
    [Parallelize, Vectorize]
    public static void G75_Do(int[] a, int n, int m)
    {
        int p = 0;
        for (int y = 0; y < n; y++)
        {
            int x = 0;
            do
            {
                a[p] = a[p] + x;
                p++;
                x++;
            }
            while (x < m);
        }
    }

    /// <summary>The counter wraps as it's stepped; the elements don't depend on it.</summary>
    [Parallelize, Vectorize]
    public static void G75_Wraps(int[] a, int n, int m)
    {
        int p = int.MaxValue - 3;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < m; x++)
            {
                a[y * m + x] = p;
                p += 5;
            }
        }
    }

    /// <summary>Moved in the inner loop under a condition: no counter.</summary>
    [Parallelize, Vectorize]
    public static void G75_Conditional(int[] a, int[] b, int n, int m)
    {
        for (int y = 0; y < n; y++)
        {
            int p = y * m;
            for (int x = 0; x < m; x++)
            {
                b[y * m + x] = p;
                if (a[x] > 0)
                    p++;
            }
        }
    }

    /// <summary>The inner loop's bound is read from memory that the nest doesn't store to.</summary>
    [Parallelize, Vectorize]
    public static void G75_Ragged(int[] ends, double[] a, double[] b, int n)
    {
        int p = 0;
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < (ends[y] & 7); x++)
            {
                b[p] = a[p] * 2;
                p++;
            }
        }
    }
}
