using AutoPar;

namespace Kernels;

/// <summary>G20: what nearly looks like something else: tables with repeats, tiles that meet, rows by another name, names that hide names.</summary>
public static partial class G20
{
    // No permutation: eight letters, over and over.
    private static ReadOnlySpan<byte> Repeats =>
        "abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh"u8;

    private static ReadOnlySpan<int> Permutation => [3, 1, 0, 2];

    [Parallelize, Vectorize]
    public static void G20_TextTable(int[] p, int[] q, int n)
    {
        for (int i = 0; i < Repeats.Length; i++)
            for (int j = 0; j < n; j++)
                p[Repeats[i]] = p[Repeats[i]] * 3 + q[j] + i;
    }

    [Parallelize, Vectorize]
    public static void G20_PermutedRows(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < 4; j++)
                p[Permutation[j] + i] = q[i] + i + j;
    }

    [Parallelize, Vectorize]
    public static int G20_Hides(int[] p, int n)
    {
        int G20_Hides = 3;
        for (int i = 0; i < n; i++)
            G20_Hides ^= p[i] * 5;
        return G20_Hides;
    }

    [Parallelize, Vectorize]
    public static void G20_HidesToo(int[] G20_HidesToo, int n)
    {
        for (int i = 0; i < n; i++)
            G20_HidesToo[i] += 5;
    }

    [Parallelize, Vectorize]
    public static void G20_Meets(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] += q[i] * 2;
    }

    [Parallelize, Vectorize]
    public static void G20_MeetsLoop1(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] += q[i] * 3;
    }

    [Parallelize, Vectorize]
    [Values("m", 1, 2, 3, 7, 64)]
    public static void G20_TilesMeet(double[] a, double t, int n, int m)
    {
        for (int o = 0; o < n; o += m)
            for (int i = o; i <= Math.Min(o + m, n - 1); i++)
                a[i] = a[i] * t + o;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 4, 8, 16)]
    public static void G20_Butterflies(double[] a, double t, int n, int k)
    {
        for (int o = 0; o < n; o += 2 * k - 1)
            for (int i = o; i < o + k; i++)
            {
                double u = a[i], v = a[i + k] * t;
                a[i] = u + v;
                a[i + k] = u - v;
            }
    }

    [Parallelize, Vectorize]
    public static void G20_RowsUnused(double[][] J, double[] a, bool[] on, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = i;
            double[] row = J[i];
            if (on[i])
                a[i] = row[0];
        }
    }

    [Parallelize, Vectorize]
    public static void G20_RowsByAnotherName(double[][] J, double[][] K, double t, int n)
    {
        object[] rows = J;
        for (int i = 0; i < n; i++)
        {
            double[] row = J[i];
            rows[i] = K[i];
            row[0] = t + i;
        }
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G20_CapturedArray(int[] p, int[] q, int n, int k)
    {
        void Swap() => (p, q) = (q, p);
        int steps = 0;
        while (steps++ < k && q.Length > steps)
        {
            for (int i = 0; i < n; i++)
                q[i] = p[i] + 1;
            Swap();
        }

        return steps;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 3)]
    public static int G20_SeenByCatch(int[] p, int[] q, int n, int k)
    {
        int steps = 0, e = 0;
        while (steps++ < k && e >= 0)
        {
            try
            {
                for (int i = 0; i < n; i++)
                {
                    e = i;
                    q[i] = 100 / p[i] + e;
                }
            }
            catch (DivideByZeroException)
            {
                e += 100;
            }
            catch (IndexOutOfRangeException) when (e > 2)
            {
                return e;
            }
        }

        return steps + e;
    }

    [Parallelize, Vectorize]
    public static void G20_FarOffsets(int[] p, long n)
    {
        for (long i = 0; i < n; i++)
            p[i + long.MaxValue] = p[i - long.MaxValue] + p[i + long.MinValue];
    }

    [Parallelize, Vectorize]
    public static void G20_FarSteps(int[] p)
    {
        for (long i = long.MinValue; i < long.MaxValue; i += 4611686018427387904)
            p[i * 4611686018427387904] = p[i * 3 + long.MaxValue];
    }

    [Parallelize, Vectorize]
    public static void G20_HugeSteps(int[] p, long n)
    {
        for (long i = 0; i < n; i += 1L << 60)
            p[i + 1] = p[i] * 3;
    }
}
