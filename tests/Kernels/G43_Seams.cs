using AutoPar;

namespace Kernels;

/// <summary>G43: chunks on threads whose last iterations load what the next chunk overwrites, from copies made before.</summary>
public static partial class G43
{
    [Parallelize, Vectorize]
    public static void G43_Two(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i + 1] * 0.5f + f[i + 3] - g[i];
    }

    [Parallelize, Vectorize]
    public static void G43_Compound(long[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] += a[i + 1];
    }

    // No lanes: the kernel itself is scalar.
    [Parallelize]
    public static void G43_ThreadsOnly(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 2; i++)
            a[i] = Math.Sqrt(a[i + 2]) / b[i];
    }

    [Parallelize(Schedule = Schedule.Guided), Vectorize]
    public static void G43_Guided(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n - 1; i++)
            p[i] = p[i + 1] ^ q[i];
    }

    [Parallelize(ChunkSize = 300, Schedule = Schedule.Static), Vectorize]
    public static void G43_ChunkSize(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n - 1; i++)
            p[i] = p[i + 1] - q[i];
    }

    [Parallelize, Vectorize]
    public static void G43_Down(double[] a, double[] b, int n)
    {
        for (int i = n - 1; i >= 6; i -= 3)
            a[i] = a[i - 6] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G43_Strided(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[2 * i] = a[2 * i + 4] - a[2 * i + 1];
    }

    // Backwards in the array, forwards in the loop.
    [Parallelize, Vectorize]
    public static void G43_Mirrored(double[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[n - i] = a[n - i - 1] * 2;
    }

    [Parallelize, Vectorize]
    public static void G43_UnsignedIndex(double[] a, double[] b, uint n)
    {
        for (uint i = 0; i < n; i++)
            a[i] = a[i + 2] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G43_LongIndex(double[] a, double[] b, long n)
    {
        for (long i = 1; i < n; i++)
            a[i - 1] = a[i] + b[i];
    }

    [Parallelize, Vectorize]
    public static int G43_WhileDown(short[] a, int n)
    {
        int i = n;
        while (i-- > 1)
            a[i] = (short)(a[i - 1] + 1);

        return i;
    }

    [Parallelize, Vectorize]
    public static void G43_Induction(double[] a, double[] b, int n, int m)
    {
        int l = m;
        for (int i = 0; i < n; i++)
        {
            a[l] = a[l + 2] * b[i];
            l += 2;
        }
    }

    // The distance is a value: 0, a few iterations, more than there are, or the wrong way.
    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5, 64, 100, 1000, 100_000, -1, -3, -1000, int.MinValue, int.MaxValue)]
    public static void G43_Symbolic(double[] a, double[] b, int n, int k)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i + k] + b[i];
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 2, 5, -1, -4), Values("m", 0, 1, 2, 7, -1)]
    public static void G43_TwoSymbols(int[] p, int[] q, int n, int m, int k)
    {
        for (int i = 3; i < n; i++)
            p[i - 3] = p[i + k] + p[i + m] - q[i];
    }

    [Parallelize]
    [Values("k", 0, 2, 4, 3, -2, 50)]
    public static void G43_SymbolicStride(double[] a, int n, int k)
    {
        for (int i = 0; i < n; i += 2)
            a[i] = a[i + k] + 1;
    }

    [Parallelize]
    [Values("k", 0, 1, 2, 5, -1, 1000)]
    public static void G43_SymbolicDown(double[] a, int n, int k)
    {
        for (int i = n - 1; i >= k; i--)
            a[i] = a[i - k] + 1;
    }

    // Loads that only some iterations make: elsewhere their place may be outside.
    [Parallelize, Vectorize]
    public static void G43_Conditional(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0 && a[i + 1] < 1)
                a[i] = b[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G43_Bounded(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = i + 5 < n ? a[i + 5] : b[i];
    }

    [Parallelize, Vectorize]
    public static void G43_Bubble(int[] p, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (p[i] > p[i + 1])
                p[i] = p[i + 1];
            else
                p[i] = -p[i];
        }
    }

    // The scalar is private, the load is in its place.
    [Parallelize, Vectorize]
    public static void G43_Scalar(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            int next = i + 1;
            double e = a[next];
            a[i] = e * e + b[i];
            b[i] = e - 1;
        }
    }

    // Each object has its own distance; a store to one may be one to the other.
    [Parallelize, Vectorize]
    public static void G43_TwoArrays(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 4; i++)
        {
            a[i] = b[i + 1] + a[i + 2];
            b[i] = a[i + 4] - b[i + 3];
        }
    }

    [Parallelize, Vectorize]
    public static void G43_OtherArray(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            c[i] = a[i + 1] + b[i + 1];
            b[i] = a[i];
        }
    }

    // The first store feeds the load, and its order to the second one makes no difference: the value isn't the old one.
    [Parallelize]
    public static void G43_EqualStores(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            p[i + 1] = 0;
            q[i] = p[i + 1];
            p[i] = 0;
        }
    }

    // What the load sees was stored in the same iteration or is overwritten in the next.
    [Parallelize, Vectorize]
    public static void G43_Stored(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i + 1] = b[i];
            b[i] = a[i + 1] * 2;
            a[i] = b[i] + 1;
        }
    }

    // One load ahead, one behind.
    [Parallelize, Vectorize]
    public static void G43_BothWays(double[] a, int n)
    {
        for (int i = 1; i < n - 1; i++)
            a[i] = (a[i - 1] + a[i + 1]) * 0.5;
    }

    // A subscript that the loop overwrites later.
    [Parallelize]
    public static void G43_Subscript(double[] a, int[] p, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            a[i] = p[p[i + 1] & 1];
            p[i] = i;
        }
    }

    [Parallelize, Vectorize]
    public static int G43_Sum(int[] p, int n)
    {
        int sum = 0;
        for (int i = 0; i < n - 3; i++)
        {
            sum += p[i + 3];
            p[i] = sum < int.MaxValue ? p[i + 1] : 0;
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static long G43_IntegerSum(int[] p, int[] q, int n)
    {
        long sum = 0;
        int most = int.MinValue;
        for (int i = 0; i < n - 3; i++)
        {
            sum += p[i + 3] * (long)q[i];
            most = Math.Max(most, p[i + 1]);
            p[i] = q[i] - 1;
        }

        return sum * 31 + most;
    }

    // The order of a float sum would depend on where the chunks end.
    [Parallelize, Vectorize, Reassociated]
    public static double G43_FloatSum(double[] a, int n)
    {
        double sum = 0;
        for (int i = 0; i < n - 1; i++)
        {
            sum += a[i + 1];
            a[i] = a[i + 1] * 0.5;
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static int G43_LastAndBest(double[] a, double[] b, int n)
    {
        int at = -1;
        double best = double.NegativeInfinity, last = 0;
        for (int i = 0; i < n - 1; i++)
        {
            last = a[i + 1];
            if (last > best)
            {
                best = last;
                at = i;
            }

            a[i] = b[i];
        }

        b[0] = last;
        return at;
    }

    [Parallelize, Vectorize]
    public static void G43_Spans(Span<int> x, Span<int> y)
    {
        for (int i = 0; i < Math.Min(x.Length - 1, y.Length); i++)
            x[i] = x[i + 1] - y[i];
    }

    [Parallelize, Vectorize]
    public static void G43_List(System.Collections.Generic.List<double> list, double t)
    {
        for (int i = 0; i < list.Count - 1; i++)
            list[i] = list[i + 1] * t;
    }

    public enum Colour : byte
    {
        Red,
        Green,
        Blue,
    }

    [Parallelize]
    public static void G43_Enums(Colour[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] = a[i + 1] == Colour.Red ? Colour.Blue : a[i + 1];
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G43_Exp(double[] a, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] = Math.Exp(-a[i + 1]);
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static void G43_Strict(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i] = a[i + 1] * b[i] + Math.Sin(b[i]);
    }

    private static readonly double[] s_table = new double[5000];

    // The array may be the field's.
    [Parallelize, Vectorize]
    public static double G43_Field(double[] a, int n)
    {
        double[] own = a.Length > 3 && a[3] > 0 ? s_table : a;
        for (int i = 0; i < Math.Min(n, s_table.Length) - 1; i++)
            s_table[i] = own[i + 1] + 1;

        return s_table[0] + s_table[n < 0 || n >= s_table.Length ? 1 : n];
    }

    // The seam is whole rows.
    [Parallelize, Vectorize]
    public static void G43_Rows(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < m; j++)
                A[i, j] = A[i + 1, j] + B[i, j];
        }
    }

    [Parallelize]
    public static void G43_Diagonal(int[,] R, int n, int m)
    {
        for (int i = n - 1; i >= 2; i--)
        {
            for (int j = m - 1; j > 0; j--)
                R[i, j] = R[i - 2, j - 1] + R[i - 1, j];
        }
    }

    // Rows read in the other order, and an inner recurrence.
    [Parallelize, Vectorize]
    public static void G43_Turned(int[,] R, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 1; j < m; j++)
                R[i, j] = R[i, j - 1] + R[i + 1, m - j];
        }
    }

    // One element of the next row, for a whole row.
    [Parallelize]
    public static void G43_FirstOfRow(int[,] R, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 1; j < m; j++)
                R[i, j] -= R[i + 1, 1];
        }
    }

    [Parallelize]
    public static void G43_Triangle(int[,] R, int n)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < i; j++)
                R[i, j] = R[i + 1, j] + 1;
        }
    }

    [Parallelize]
    public static void G43_RowUntil(int[,] R, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (R[i + 1, j] > 5)
                    break;

                R[i, j] = R[i + 1, j] + 1;
            }
        }
    }

    [Parallelize]
    public static void G43_RowsIf(int[,] R, int[] p, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            if (p[i] > 0)
            {
                for (int j = 0; j < m; j++)
                    R[i, j] = R[i + 1, j] + 1;
            }
        }
    }

    [Parallelize, Vectorize]
    [Rows("a")]
    public static void G43_Flattened(double[] a, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < m; j++)
                a[i * m + j] = a[(i + 1) * m + j] * 0.5;
        }
    }

    // Loads in an inner loop of a scalar's place in the outer one.
    [Parallelize]
    public static void G43_Window(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n - 1; i++)
        {
            double e = 0;
            for (int j = 0; j < m; j++)
                e += b[j] * a[i + 1];

            a[i] = e;
        }
    }

    /// <summary>On the diagonal the load sees what the same iteration has stored.</summary>
    [Parallelize]
    public static void G43_OwnStore(short[,] A, short[,] B, int n, int m)
    {
        for (int i = n - 2; i >= 1; i--)
        {
            for (int j = 1; j < m - 1; j++)
            {
                A[i, j] = (short)(A[i, j] - B[i, j]);
                A[i - 1, j] = (short)(B[i, j] * A[j, i]);
            }
        }
    }

    /// <summary>Both subscripts have the inner index, which isn't the same in both: the store may be in a later row, or an earlier one.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("a")]
    public static void G43_FlatColumns(float[] a, float[,] B, int n, int m)
    {
        for (int j = 1; j < m - 1; j++)
            for (int i = 1; i < n - 1; i++)
                a[(i - 1) * m + j] = a[i * m + j + 1] * B[j, i] + a[i * m + j - 1];
    }
}
