using AutoPar;

namespace Kernels;

/// <summary>G6: reductions.</summary>
public static partial class G06
{
    public static double Total;
    public static int Count;
    public static volatile int Shared;

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_1(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s += a[i] * b[i];
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_1_Subtract(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s -= a[i];
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static float G6_1_Float(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float dot = 0;
        for (int i = 0; i < x.Length; i++)
            dot += x[i] * y[i];
        return dot;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_1_Spelled(double[] a, double s, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            s = a[i] + s;
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [Between("a", 0.99, 1.01), Between("s", 0.5, 2)]
    public static double G6_1_Product(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s *= a[i];
        return s;
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static double G6_1_Strict(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s += a[i] * b[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static long G6_2(int[] p, int[] q, int n)
    {
        long e = 0;
        for (int i = 0; i < n; i++)
            e += p[i] * q[i];
        return e;
    }

    [Parallelize, Vectorize]
    public static long G6_2_Widening(int[] p, int[] q, int n)
    {
        long e = 0;
        for (int i = 0; i < n; i++)
            e += (long)p[i] * q[i];
        return e;
    }

    [Parallelize, Vectorize]
    public static uint G6_2_Bytes(byte[] u, int n)
    {
        uint sum = 0;
        for (int i = 0; i < n; i++)
            sum += u[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static byte G6_2_Narrow(byte[] u, byte sum, int n)
    {
        for (int i = 0; i < n; i++)
            sum += u[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static int G6_2_Product(int[] p, int n)
    {
        int product = 1;
        for (int i = 0; i < n; i++)
            product *= p[i] | 1;
        return product;
    }

    [Parallelize, Vectorize]
    public static uint G6_2_Bits(uint[] p, uint or, uint and, uint xor, int n)
    {
        for (int i = 0; i < n; i++)
        {
            or |= p[i];
            and &= p[i];
            xor ^= p[i];
        }

        return or * 31 + and * 7 + xor;
    }

    [Parallelize, Vectorize]
    public static bool G6_2_All(int[] p, int t, int n)
    {
        bool all = true;
        for (int i = 0; i < n; i++)
            all &= p[i] != t;
        return all;
    }

    [Parallelize, Vectorize]
    public static bool G6_2_Any(double[] a, double t, int n)
    {
        bool any = false;
        for (int i = 0; i < n; i++)
            any = any || a[i] > t;
        return any;
    }

    [Parallelize, Vectorize]
    public static int G6_2_Counting(double[] a, double t, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
            if (a[i] < t)
                count++;
        return count;
    }

    [Parallelize, Vectorize]
    public static int G6_2_CountingBytes(byte[] u, byte t)
    {
        int count = 0;
        foreach (byte value in u)
            count += value == t ? 1 : 0;
        return count;
    }

    [Parallelize, Vectorize]
    public static double G6_3(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s = a[i] - s;
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_4(double[] a, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (s < t)
                s += a[i];
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_5(double[] a, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                s += a[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static int G6_5_Int(int[] p, int s, int t, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] > t)
                s += p[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_6(double[] a, int n)
    {
        double s = a[0];
        for (int i = 1; i < n; i++)
            if (a[i] < s)
                s = a[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static float G6_6_Greater(float[] f, float s, int n)
    {
        for (int i = 0; i < n; i++)
            if (f[i] >= s)
                s = f[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static int G6_6_Int(int[] p, int s, int n)
    {
        for (int i = 0; i < n; i++)
            if (s > p[i])
                s = p[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_6_Ternary(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s = a[i] < s ? a[i] : s;
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_7(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s = Math.Min(s, a[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static float G6_7_Max(float[] f, float s, int n)
    {
        for (int i = 0; i < n; i++)
            s = MathF.Max(f[i], s);
        return s;
    }

    [Parallelize, Vectorize]
    public static long G6_7_Long(long[] p, long s, int n)
    {
        for (int i = 0; i < n; i++)
            s = Math.Max(s, p[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static byte G6_7_Byte(byte[] u, byte s, int n)
    {
        for (int i = 0; i < n; i++)
            s = Math.Min(s, u[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_8(double[] a, double s, int n)
    {
        for (int i = 0; i < n; i++)
            s = s < a[i] ? s : a[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static int G6_9(double[] a, double s, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < s)
            {
                s = a[i];
                l = i;
            }
        }

        return l;
    }

    [Parallelize, Vectorize]
    public static double G6_9_Last(float[] f, float s, int l, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (f[i] >= s)
            {
                s = f[i];
                l = i;
            }
        }

        return l + (double)s;
    }

    [Parallelize, Vectorize]
    public static int G6_9_Int(int[] p, int n)
    {
        int best = int.MaxValue, at = -1;
        for (int i = 0; i < n; i++)
        {
            if (p[i] < best)
            {
                best = p[i];
                at = i;
            }
        }

        return at;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_10(double[] a, double t, ref double s, int n)
    {
        double lo = t, hi = t;
        double sum = s;
        for (int i = 0; i < n; i++)
        {
            lo = Math.Min(lo, a[i]);
            hi = Math.Max(hi, a[i]);
            sum += a[i];
        }

        s = sum;
        return hi - lo;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
            b[m] += a[i];
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_Int(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            q[m] += p[i];
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_If(int[] p, int[] q, int t, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] > t)
                q[m]++;
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G6_11_Two(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[0] += a[i];
            c[1] -= a[i] * a[i];
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_Span(ReadOnlySpan<int> u, Span<int> w, int m)
    {
        for (int i = 0; i < u.Length; i++)
            w[m] ^= u[i];
    }

    [Parallelize, Vectorize]
    [Values("m", -1, 0, 1, 3, 7, 20)]
    public static void G6_11_Counter(double[] a, double[] b, int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i];
            p[m]++;
        }
    }

    [Parallelize, Vectorize]
    [Values("m", -1, 0, 1, 3, 7, 20)]
    public static void G6_11_CounterIf(long[] a, long[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 3)
            {
                b[m] -= 2;
                b[0]++;
            }
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_Rows(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                q[m] += p[j];
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_Read(int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
            q[m] += p[i] & q[0];
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 3, 7, 20)]
    public static void G6_11_Self(int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
            p[m] += p[i];
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G6_12(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i % 4] += b[i];
    }

    [Parallelize, Vectorize]
    public static int G6_13(int[] p, int cnt, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
                cnt += p[i];
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Values("cnt", 0, -1, int.MaxValue, int.MinValue, 2000000000, -2000000000)]
    public static int G6_13_Bytes(byte[] u, sbyte[] v, int cnt, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
            {
                cnt += u[i];
                cnt -= v[i];
            }
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Values("cnt", 0, int.MaxValue, int.MaxValue - 5, int.MinValue)]
    public static int G6_13_Count(int[] p, int cnt, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
            {
                if (p[i] > 5)
                    cnt++;
                else
                    cnt--;
            }
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Values("e", 0L, long.MaxValue, long.MinValue)]
    public static long G6_13_Long(int[] p, long e, int n)
    {
        for (int i = 0; i < n; i++)
            e = checked(e + p[i]);
        return e;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G6_13_Two(int[] p, short[] q, double s, int cnt, int n)
    {
        int o = 0;
        for (int i = 0; i < n; i++)
        {
            cnt = checked(cnt + p[i]);
            s += p[i];
            o = checked(q[i] + o);
        }

        return s + cnt + o;
    }

    [Parallelize, Vectorize]
    public static int G6_13_Stores(int[] p, int[] q, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = 1;
            cnt = checked(cnt + p[i]);
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    public static int G6_13_Product(byte[] u, byte[] v, int cnt, int n)
    {
        checked
        {
            for (int i = 0; i < n; i++)
                cnt += u[i] * v[i];
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G6_14(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            Total += a[i];
    }

    [Parallelize, Vectorize]
    public static void G6_14_Count(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (p[i] > 5)
                Count++;
    }

    [Parallelize, Vectorize]
    public static void G6_14_Volatile(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Shared += p[i];
    }

    [Parallelize, Vectorize]
    public static double G6_15(double[] a, double s, int n)
    {
        double e = 0;
        for (int i = 0; i < n; i++)
        {
            double y0 = a[i] - e, z0 = s + y0;
            e = (z0 - s) - y0;
            s = z0;
        }

        return s;
    }

    [Parallelize, Vectorize]
    public static void G6_16(int[] r, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            r[u[i]]++;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G6_17(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += b[i];
    }
}

/// <summary>G6.14 on an instance.</summary>
public partial class G06Instance
{
    public long Sum;
    public float Largest;
    public int[] Data = [];

    [Parallelize, Vectorize]
    public void G6_14_Field(int n)
    {
        for (int i = 0; i < n; i++)
            Sum += Data[i];
    }

    [Parallelize, Vectorize]
    public float G6_14_FieldMax(float[] f, int n)
    {
        for (int i = 0; i < n; i++)
            Largest = Math.Max(Largest, f[i]);
        return Largest;
    }

    // Every update is cut to 16 bits.
    [Parallelize, Vectorize]
    public static int G6_2_Cut(int[] p, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
            s = (short)(s + p[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static long G6_2_CutLong(long[] w, int n)
    {
        long s = 7;
        for (int i = 0; i < n; i++)
            s = (int)(s + w[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static int G6_2_CutProduct(int[] p, int s, int n)
    {
        for (int i = 0; i < n; i++)
            s = (byte)(s * p[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static double G6_2_CutFloat(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s = (float)(s + a[i]);
        return s;
    }
}
