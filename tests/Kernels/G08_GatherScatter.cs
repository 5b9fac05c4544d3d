using AutoPar;

namespace Kernels;

/// <summary>G8: gathers, scatters, [Unique].</summary>
public static partial class G08
{
    private static readonly int[] Perm = [3, 1, 0, 2];

    private static ReadOnlySpan<int> Fixed => [3, 1, 0, 2];

    private static ReadOnlySpan<int> Repeated => new int[] { 3, 1, 3, 2 };

    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    private static ReadOnlySpan<sbyte> Negative => new sbyte[] { -1, 5 };

    // Its elements can change: it is no table.
    private static ReadOnlySpan<int> Computed => Perm;

    [Parallelize, Vectorize]
    public static void G8_1(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[p[i]];
    }

    [Parallelize, Vectorize]
    public static void G8_1_Table(byte[] u, byte[] v, byte[] table, int n)
    {
        for (int i = 0; i < n; i++)
            v[i] = table[u[i]];
    }

    // No element goes anywhere: the subscripts must be in range all the same.
    [Parallelize, Vectorize]
    public static void G8_1_NoEffect(double[] a, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[p[i]] * 2;
        }
    }

    // A sum that may overflow, of elements that may not be there.
    [Parallelize, Vectorize]
    public static long G8_1_Checked(int[] p, int[] q, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += checked(p[q[i]] * 3);
        }

        return sum;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G8_1_Sum(double[] a, double[] b, int[] p, int n)
    {
        double sum = 1;
        for (int i = 0; i < n; i++)
        {
            sum += a[p[i]] * b[i];
        }

        return sum;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = b[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Unique(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = b[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Affine(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n / 4; i++)
            a[2 * p[i] + 1] = b[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Same(int[] a, int[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = b[i] + i;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p"), MostlyUnique("q")]
    public static void G8_2_Through(int[] a, int[] p, int[] q, int n)
    {
        for (int i = n - 1; i >= 0; i -= 2)
            a[p[q[i]]] = i;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_If(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (b[i] > 0)
                a[p[i]] = b[i];
            else
                a[p[i]] -= 1;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Scalar(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int at = p[i];
            if (at % 3 == 0)
                continue;
            a[at] = b[i];
        }
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Span(Span<float> x, ReadOnlySpan<float> y, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            x[p[i]] = y[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_List(List<int> list, long[] p, int n)
    {
        for (int i = 0; i < n; i++)
            list[(int)p[i]] = i;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Wide(double[] a, ulong[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = i;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [MostlyUnique("p")]
    public static double G8_2_Sum(double[] a, double[] b, int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            a[p[i]] = b[i];
            s += b[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Rows(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n / 4; i++)
            for (int j = 0; j < 4; j++)
                a[4 * p[i] + j] = b[j];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_2_Itself(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[p[i] / 2 + n / 2] = i;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p"), MostlyUnique("q")]
    public static void G8_2_Both(double[] a, double[] b, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[p[i]] = i;
            b[q[i]] = -i;
        }
    }

    [Parallelize, Vectorize]
    public static void G8_3(double[] a, double[] b, [Unique] int[] p)
    {
        for (int i = 0; i < p.Length; i++)
            a[p[i]] += b[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p"), MostlyUnique("q")]
    public static void G8_4(double[] a, int[] p, int[] q, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = a[q[i]] + t;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_4_Same(double[] a, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = a[p[i]] * t - 1;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_4_Two(double[] a, int[] p, double t, int n)
    {
        for (int i = 0; i < n / 2; i++)
            a[p[i]] = a[p[n / 2 + i]] + t;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_4_Swap(double[] a, int[] p, int n)
    {
        for (int i = 0; i < n / 2; i++)
            (a[p[2 * i]], a[p[2 * i + 1]]) = (a[p[2 * i + 1]], a[p[2 * i]]);
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G8_4_Decides(double[] a, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                a[p[i]] = t;
    }

    [Parallelize, Vectorize]
    public static void G8_5(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            p[p[i]] = i;
    }

    [Parallelize, Vectorize]
    public static void G8_6(bool[] on, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            on[p[i]] = true;
    }

    [Parallelize, Vectorize]
    [Reassociated, MaxTrips(300)]
    public static void G8_7(double[] a, double[] b, double[] c, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = p[i]; j < p[i + 1]; j++)
                e += a[j] * b[q[j]];
            c[i] = e;
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G8_8(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = p[i]; j < p[i + 1]; j++)
                a[j] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Perm[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Constant(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Fixed[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Local(double[] a, double[] b)
    {
        int[] order = [2, 0, 3, 1];
        for (int i = 0; i < order.Length; i++)
            a[order[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Repeated(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[Repeated[i % 4]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Gather(byte[] u, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Digits[u[i] & 15] + Fixed[i & 3] - Negative[i & 1];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Short(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[Fixed[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Computed(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Computed[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_LocalChanged(double[] a, double[] b, int m)
    {
        int[] order = [2, 0, 3, 1];
        order[m & 3] = 0;
        for (int i = 0; i < order.Length; i++)
            a[order[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_LocalForeach(double[] a, double[] b, int m)
    {
        int[] order = { 2, 0, 3, 1 };
        foreach (ref int place in order.AsSpan())
            place = m & 1;
        for (int i = 0; i < 4; i++)
            a[order[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_LocalRepeated(double[] a, double[] b)
    {
        int[] order = [2, 0, 2, 1];
        for (int i = 0; i < order.Length; i++)
            a[order[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Twice(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[Fixed[i & 3]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G8_9_Update(double[] a, double[] b)
    {
        for (int i = 0; i < 4; i++)
            a[Fixed[i]] += b[i] * a[Fixed[i]];
    }
}
