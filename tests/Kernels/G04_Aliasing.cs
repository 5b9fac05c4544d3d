using AutoPar;

namespace Kernels;

/// <summary>G4: aliasing and guards.</summary>
public static partial class G04
{
    public enum Color : uint
    {
        Red,
        Green,
    }

    [Parallelize, Vectorize]
    public static void G4_1(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i + 1] = a[i];
    }

    [Parallelize, Vectorize]
    public static void G4_1_NoAlias([NoAlias] double[] a, [NoAlias] double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i + 1] = a[i];
    }

    [Parallelize, Vectorize]
    public static void G4_2(Span<double> x, Span<double> y, double t)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * t;
    }

    [Parallelize, Vectorize]
    public static void G4_2_Bytes(ReadOnlySpan<byte> x, Span<byte> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = (byte)(x[i] + 1);
    }

    [Parallelize, Vectorize]
    public static void G4_2_Mixed(ReadOnlySpan<short> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] = x[i] + 1;
    }

    [Parallelize, Vectorize]
    public static void G4_2_Three(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = x[i] - y[i];
    }

    [Parallelize, Vectorize]
    public static void G4_2_SpanAndArray(ReadOnlySpan<double> x, double[] a)
    {
        for (int i = 0; i < x.Length; i++)
            a[i] = x[i] + 1;
    }

    [Parallelize, Vectorize]
    public static void G4_3(uint[] z, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            z[i + 1] = (uint)p[i];
    }

    [Parallelize, Vectorize]
    public static void G4_3_Long(long[] z, ulong[] p, int n)
    {
        for (int i = 0; i < n; i++)
            z[i + 1] = (long)p[i];
    }

    [Parallelize, Vectorize]
    public static void G4_3_Enum(Color[] colors, uint[] p, int n)
    {
        for (int i = 0; i < n; i++)
            colors[i + 1] = (Color)p[i];
    }

    [Parallelize, Vectorize]
    public static void G4_4(double[] a, in double t)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= t;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G4_4_Ref(double[] a, ref double total)
    {
        for (int i = 0; i < a.Length; i++)
            total += a[i];
    }

    [Parallelize, Vectorize]
    public static void G4_4_RefInt(int[] p, ref int total, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] += 1;
            total ^= p[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G4_4_Out(int[] p, out int count, int n)
    {
        count = 0;
        for (int i = 0; i < n; i++)
            if (p[i] > 3)
                count++;
    }

    [Parallelize, Vectorize]
    public static void G4_5(double[][] J, double t)
    {
        for (int i = 0; i < J.Length; i++)
            for (int j = 0; j < J[i].Length; j++)
                J[i][j] += t;
    }

    [Parallelize, Vectorize]
    [Values("k", 0, 1, 1, -1, 2, 3, -2), Values("m", 0, 1, 5, 200)]
    public static void G4_6(double[] a, double[] b, int n, int k, int m)
    {
        for (int i = 0; i < n; i++)
            a[i * k + m] = b[i];
    }

    [Parallelize, Vectorize]
    [Values("k", 1 << 30, 1 << 29, int.MinValue), Values("m", 0, 1, 5, 200), MaxTrips(40)]
    public static void G4_6_Wraps(double[] a, double[] b, int n, int k, int m)
    {
        for (int i = 0; i < n; i++)
            a[i * k + m] = b[i];
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 1, -1, 2, 3, 0), Values("m", 0, 1, 5, 300)]
    public static void G4_6_Loads(double[] a, float[] f, int n, int k, int m)
    {
        for (int i = 0; i < n; i++)
            f[i] = (float)a[i * k + m];
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 1 << 30, int.MaxValue, int.MinValue), MaxTrips(400)]
    public static void G4_6_Cancels(double[] a, double[] b, int n, int k)
    {
        for (int i = 0; i < n; i++)
        {
            int l = i * k;
            b[l - i * k + i] = a[i];
        }
    }

    [Parallelize, Vectorize]
    [ExtraTrips(5000)]
    public static void G4_6_CancelsConstant(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int l = i * 1000003;
            b[l - i * 1000003 + i] = a[i];
        }
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 1 << 30, 1 << 29), MaxTrips(100)]
    public static void G4_6_Rows(int[] p, bool[] on, double[] a, double[,] A, int n, int k)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < p[i]; j++)
                if (on[j])
                    A[i, j] = a[j * k];
    }

    [Parallelize, Vectorize]
    public static void G4_5_Local(double[][] J, double t)
    {
        for (int i = 0; i < J.Length; i++)
        {
            double[] row = J[i];
            for (int j = 0; j < row.Length; j++)
                row[j] += t;
        }
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalTo(double[][] J, double t, int m)
    {
        for (int i = 1; i < J.Length; i++)
        {
            var row = J[i - 1];
            var next = J[i];
            for (int j = 0; j < m; j++)
                next[j] += row[j] * t;
        }
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalUnused(double[][] J, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double[] row = J[i];
            a[i] = i;
            if (i > 3)
                a[i] += row.Length;
        }
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalSwapped(double[][] J, double t)
    {
        for (int i = 1; i < J.Length; i++)
        {
            double[] row = J[i];
            J[i] = J[i - 1];
            J[i - 1] = row;
            for (int j = 0; j < row.Length; j++)
                row[j] += t;
        }
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalMoved(double[][] J, double t, int n)
    {
        int place = 0;
        for (int i = 0; i < n; i++)
        {
            double[] row = J[place];
            place = i;
            row[0] += t;
        }
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalInner(int[][] J, int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int k = 0; k < m; k++)
            {
                int[] row = J[k];
                p[i] += row[i] * (k + 1);
            }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G4_5_LocalSum(double[][] J)
    {
        double s = 0;
        for (int i = 0; i < J.Length; i++)
        {
            double[] row = J[i];
            for (int j = 0; j < row.Length; j++)
                s += row[j];
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G4_5_LocalText(double[][] J, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double[] row = J[i];
            names[i] = row[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
