using AutoPar;

namespace Kernels;

/// <summary>G73: more places where what isn't lowered may stand in a method that is inlined.</summary>
public static partial class G73
{
    private static class Limit
    {
        public static int Value = 5;

        public static int Scaled
        {
            get
            {
                int r = 1;
                if (Value > 2)
                {
                    r = (int)((decimal)Value / 2);
                }

                return r;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G73_LostInGetter(int[] a, int n)
    {
        Limit.Value = n + 3;
        for (int i = 0; i < n; i++)
        {
            a[i] += Limit.Scaled;
        }
    }

    [Parallelize, Vectorize]
    public static void G73_LostInLambda(int[] a, int[] b, int n)
    {
        Func<int, int> scaled = v =>
        {
            int r = v;
            for (int k = 0; k < 3; k++)
            {
                {
                    decimal d = v;
                    r += (int)(d / 3);
                }
            }

            return r;
        };
        for (int i = 0; i < n; i++)
        {
            a[i] = scaled(b[i] & 1023);
        }
    }

    [Parallelize, Vectorize]
    public static void G73_LostInHeader(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = ByHeader(b[i] & 63);
        }
    }

    private static int ByHeader(int v)
    {
        int r = 0;
        for (int k = 0; k < v; k += (int)((decimal)v / 9) + 1)
        {
            r += k;
        }

        return r;
    }

    [Parallelize, Vectorize]
    public static void G73_LostInTest(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = ByCondition(b[i] & 63);
        }
    }

    private static int ByCondition(int v)
    {
        int r = 0;
        if (v > 2)
        {
            do
            {
                r += 3;
            }
            while ((decimal)r / 2 < v);
        }

        return r;
    }

    [Parallelize, Vectorize]
    [MaxTrips(200)]
    public static void G73_LostInForeach(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = ByForeach(b, i);
        }
    }

    private static int ByForeach(int[] b, int i)
    {
        int r = 0;
        foreach (int v in b)
        {
            if (v == i)
            {
                r += (int)((decimal)v * 2);
            }
        }

        return r;
    }

    [Parallelize, Vectorize]
    public static void G73_LostDeep(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Steps(b[i] & 15, b[i] & 31);
        }
    }

    private static int Steps(int v, int j)
    {
        int r = 0;
        for (int k = 0; k < v; k++)
        {
            switch (k & 1)
            {
                case 0:
                    while (r < j)
                    {
                        r += (int)Math.Truncate((decimal)k) + 1;
                    }

                    break;
                default:
                    r -= 2;
                    break;
            }
        }

        return r;
    }

    /// <summary>A search by a condition that isn't lowered.</summary>
    [Parallelize, Vectorize]
    public static int G73_LostCondition(int[] a, int n)
    {
        int i = 0;
        while (i < n && (decimal)a[i] / 2 != 7)
        {
            i++;
        }

        return i;
    }
}
