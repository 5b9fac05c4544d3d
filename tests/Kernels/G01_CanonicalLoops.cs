using AutoPar;

namespace Kernels;

/// <summary>G1: canonical loops, bounds and types.</summary>
public static partial class G01
{
    [Parallelize, Vectorize]
    public static void G1_1(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = a[i] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Float(float[] f, float[] g, float[] result, int n)
    {
        for (int i = 0; i < n; i++)
            result[i] = f[i] + g[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Int(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = p[i] - q[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Long(long[] p, long[] q, long[] r, int n)
    {
        for (int i = 0; i < n; ++i)
            r[i] = p[i] * q[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_ULong(ulong[] p, ulong[] q, ulong[] r, int n)
    {
        for (int i = 0; i < n; ++i)
            r[i] = (p[i] ^ q[i]) + 3;
    }

    [Parallelize, Vectorize]
    public static void G1_1_UInt(uint[] p, uint[] q, uint[] r, int n)
    {
        for (int i = 0; i < n; ++i)
            r[i] = p[i] * q[i] + 1u;
    }

    [Parallelize, Vectorize]
    public static void G1_1_Byte(byte[] u, byte[] v, byte[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (byte)(u[i] + v[i]);
    }

    [Parallelize, Vectorize]
    public static void G1_1_SByte(sbyte[] u, sbyte[] v, sbyte[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (sbyte)(u[i] * v[i]);
    }

    [Parallelize, Vectorize]
    public static void G1_1_Short(short[] u, short[] v, short[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (short)(u[i] * v[i]);
    }

    [Parallelize, Vectorize]
    public static void G1_1_UShort(ushort[] u, ushort[] v, ushort[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (ushort)(u[i] - v[i]);
    }

    [Parallelize, Vectorize]
    public static void G1_1_Char(char[] u, char[] w, int n)
    {
        for (int i = 0; i < n; i++)
            w[i] = (char)(u[i] + 1);
    }

    [Parallelize, Vectorize]
    public static void G1_1_Bool(bool[] on, bool[] other, bool[] both, int n)
    {
        for (int i = 0; i < n; i++)
            both[i] = on[i] & !other[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_NInt(nint[] p, nint[] q, int n)
    {
        for (int i = 0; i < n; i++)
            q[i] = p[i] + q[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Length(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] - b[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Spans(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] = x[i] + y[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Lists(List<double> x, List<double> y)
    {
        for (int i = 0; i < x.Count; i++)
            y[i] += x[i];
    }

    [Parallelize, Vectorize]
    public static void G1_1_TwoDimensions(double[,] A, double[,] B, double[,] C, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                C[i, j] = A[i, j] + B[i, j];
    }

    [Parallelize, Vectorize]
    [MaxTrips(17)]
    public static void G1_1_ThreeDimensions(float[,,] A, float[,,] B, int n, int m)
    {
        for (int i = 0; i < A.GetLength(0); i++)
            for (int j = 0; j < A.GetLength(1); j++)
                for (int k = 0; k < A.GetLength(2); k++)
                    B[i, j, k] = A[i, j, k] * 2 - n + m;
    }

    [Parallelize, Vectorize]
    public static void G1_1_LongIndex(double[] a, double[] b, long n)
    {
        for (long i = 0; i < n; i++)
            b[i] = a[i] * 2;
    }

    [Parallelize, Vectorize]
    public static void G1_1_UIntIndex(double[] a, double[] b, uint h)
    {
        for (uint i = 0; i < h; i++)
            b[i] = a[i] * 2;
    }

    [Parallelize, Vectorize]
    [Values("h", 0, 1, 5, 17, 40, 100)]
    public static void G1_1_ULongIndex(double[] a, double[] b, ulong h)
    {
        for (ulong i = 0; i < h; i++)
            b[i] = a[i] * 2;
    }

    [Parallelize, Vectorize]
    public static void G1_1_NIntIndex(double[] a, double[] b, nint n)
    {
        for (nint i = 0; i < n; i++)
            b[i] = a[i] * 2;
    }

    [Parallelize, Vectorize]
    [Values("first", -3, 0, 1, 2, 5)]
    public static void G1_1_Offsets(double[] a, double[] b, double[] c, int n, int first)
    {
        for (int i = first; i < n; i++)
            c[i + 1] = a[i] + b[i + 2];
    }

    [Parallelize, Vectorize]
    public static void G1_1_Greater(double[] a, double[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            b[i] = a[i] + 1;
    }

    [Parallelize, Vectorize]
    public static void G1_1_Step(double[] a, double[] b, int n)
    {
        for (int i = 1; i <= n; i += 3)
            b[i] = a[i] + 1;
    }

    [Parallelize, Vectorize]
    public static void G1_1_StepDown(double[] a, double[] b, int n)
    {
        for (int i = n; i > 2; i -= 4)
            b[i] = a[i - 1] + 1;
    }

    [Parallelize, Vectorize]
    public static int G1_1_While(double[] a, int n)
    {
        int i = 0;
        while (i < n)
        {
            a[i] = a[i] * a[i];
            i++;
        }

        return i;
    }

    [Parallelize, Vectorize]
    public static int G1_1_Do(double[] a, int n)
    {
        int i = 0;
        do
        {
            a[i] = a[i] * a[i];
            i++;
        }
        while (i < n);
        return i;
    }

    [Parallelize, Vectorize]
    public static double G1_1_Foreach(double[] a)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in a)
            largest = Math.Max(largest, value);
        return largest;
    }

    [Parallelize, Vectorize]
    public static int G1_1_ForeachSpan(ReadOnlySpan<int> p)
    {
        int total = 0;
        foreach (int value in p)
            total += value;
        return total;
    }

    [Parallelize, Vectorize]
    public static long G1_1_ForeachList(List<long> items)
    {
        long total = 1;
        foreach (long value in items)
            total ^= value;
        return total;
    }

    [Parallelize, Vectorize]
    [ExtraTrips(int.MaxValue, -1, int.MinValue)]
    public static void G1_2(double[] a, double t, int n)
    {
        for (int i = 0; i <= n; i++)
            a[i] = t;
    }

    [Parallelize, Vectorize]
    [ExtraTrips(int.MaxValue, -1)]
    public static void G1_2_Float(float[] f, float t, int n)
    {
        for (int i = 0; i <= n; i++)
            f[i] += t;
    }

    [Parallelize, Vectorize]
    [ExtraTrips(-1, -7)]
    public static int G1_3(double[] a, double t, int n)
    {
        int i = n;
        while (i-- > 0)
            a[i] *= t;
        return i;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 5, -1, -2), Values("m", 0, 1, 3, 9)]
    public static void G1_4(double[] a, double t, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            a[i] = t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 5, -1), Values("m", 0, 1, 3)]
    public static void G1_4_NotEqual(int[] r, int n, int m, int k)
    {
        for (int i = m; i != n; i += k)
            r[i] = i;
    }

    [Parallelize, Vectorize]
    [Values("k", int.MaxValue, int.MaxValue - 7, 1 << 30), Values("m", 0, 1, 3)]
    public static void G1_4_Wraps(double[] a, double t, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            a[i] = t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7, -1), Values("m", 0, 1, 3)]
    public static void G1_4_Two(double[] a, double[] b, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            b[i] = a[i] * 2 + a[i + 1];
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7, -1), Values("m", 0, 1, 3)]
    public static void G1_4_Down(int[] p, int[] r, int n, int m, int k)
    {
        for (int i = n - 1; i >= m; i -= k)
            r[i] = p[i] * i;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7, -1), Values("m", 0, 1, 3)]
    public static void G1_4_Long(long[] p, float[] f, long n, long m, int k)
    {
        for (long i = m; i <= n; i += k)
            p[i] = (long)f[i] + i;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7)]
    public static void G1_4_UInt(uint[] z, byte[] u, uint h, uint k)
    {
        for (uint i = 2; i < h; i += k)
            z[i] = u[i] * i;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3)]
    public static void G1_4_Masked(byte[] u, short[] v, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            if (u[i] > 40)
                v[i] = (short)(u[i] + i);
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3)]
    public static long G1_4_Sum(int[] p, int n, int m, int k)
    {
        long s = 0;
        for (int i = m; i < n; i += k)
            s += p[i] ^ i;
        return s;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3)]
    public static int G1_4_ArgMin(double[] a, int n, int m, int k)
    {
        double least = double.MaxValue;
        int at = -1;
        for (int i = m; i < n; i += k)
            if (a[i] < least)
            {
                least = a[i];
                at = i;
            }

        return at;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7, -1, 0), Values("m", 5, 11, 40)]
    public static int G1_4_Live(double[] a, double t, int n, int m, int k)
    {
        int i = m;
        for (; i > n; i -= 2 * k + 1)
            a[i] += t;
        return i;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3, 20)]
    public static void G1_4_Inner(double[,] A, double t, int n, int m, int k)
    {
        for (int i = 0; i < m; i++)
            for (int j = i; j < n; j += k)
                A[i, j] += t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3, 20)]
    public static void G1_4_InnerDown(double[,] A, double t, int n, int m, int k)
    {
        for (int i = 0; i < m; i++)
            for (int j = n - 1; j >= 0; j -= k)
                A[i, j] += t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3), Values("m", 0, 1, 3)]
    public static void G1_4_Rows(double[][] J, double t, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            for (int j = 0; j < J[i].Length; j++)
                J[i][j] += t;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3)]
    public static void G1_4_Behind(double[] a, int n, int m, int k)
    {
        for (int i = m + k; i < n; i += k)
            a[i] = a[i - k] * 0.5;
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, 2, 3, 7), Values("m", 0, 1, 3)]
    public static void G1_4_Crossing(double[] a, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            a[i] = a[i + 6] + 1;
    }

    [Parallelize, Vectorize]
    [MaxTrips(255), ExtraTrips(254, 255)]
    public static void G1_5(byte[] u, int n)
    {
        for (byte i = 0; i < n; i++)
            u[i] = 0;
    }

    [Parallelize, Vectorize]
    [MaxTrips(127), ExtraTrips(126, 127)]
    public static void G1_5_SByte(short[] u, int n)
    {
        for (sbyte i = 0; i < n; i++)
            u[i] = i;
    }

    [Parallelize, Vectorize]
    [MaxTrips(100)]
    [Values("off", 0, 1, 2, 5, uint.MaxValue, uint.MaxValue - 3)]
    public static void G1_6(double[] a, double[] b, uint h, uint off)
    {
        for (uint i = 0; i < h; i++)
            b[i] = a[i + off];
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 12)]
    public static void G1_7(int[] p, int[] q)
    {
        for (int i = 0; i < p[0]; i++)
            q[i] = i;
    }

    [Parallelize, Vectorize]
    public static void G1_8(double[] a, int n)
    {
        for (int lo = 0, hi = n - 1; lo < hi; lo++, hi--)
            (a[lo], a[hi]) = (a[hi], a[lo]);
    }

    [Parallelize, Vectorize]
    public static void G1_9(double[] a, bool[] on, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = t;
            if (on[i])
                i++;
        }
    }

    /// <summary>The bound moves to the other side: what the guard computes of it is as wide as it has to be.</summary>
    [Parallelize, Vectorize]
    public static void G1_2_Ahead(double[] a, double[] b)
    {
        for (int i = 1; i + 1 < a.Length; i++)
            b[i] = a[i - 1] + a[i + 1];
    }

    [Vectorize]
    public static void G1_2_AheadOf(Span<int> p, int n)
    {
        for (int i = 3; n > i + 2; i++)
            p[i] += i;
    }

    [Vectorize]
    public static void G1_2_AheadInside(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 1; i + 1 < n; i++)
            for (int j = 1; j + 1 < m; j++)
                B[i, j] = A[i - 1, j] + A[i + 1, j] + A[i, j - 1] + A[i, j + 1];
    }

    [Vectorize]
    public static void G1_2_AheadFurther(float[] f, float[] g)
    {
        for (int i = 16; i + 16 <= f.Length; i += 2)
            f[i] = g[i - 16] + g[i + 16];
    }
}
