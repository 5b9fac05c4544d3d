using AutoPar;

namespace Kernels;

/// <summary>G22: scans and values carried from one iteration to the next.</summary>
public static partial class G22
{
    [Vectorize]
    public static int G22_Sum_Int(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static uint G22_Sum_UInt(uint[] p, uint[] r, uint cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt -= p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static long G22_Sum_Long(long[] p, long[] r, long cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i] * 3;
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static long G22_Sum_Widened(int[] p, long[] r, int n)
    {
        long cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Sum_InnerNarrow(int[] p, short[] z, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += z[i];
            p[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static short G22_Sum_Short(short[] p, short[] r, short cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static byte G22_Sum_Byte(byte[] u, byte[] v, byte cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += u[i];
            v[i] = cnt;
        }

        return cnt;
    }

    /// <summary>Cut to 16 bits at each trip: not a sum of ints.</summary>
    [Vectorize]
    public static int G22_Sum_Cut(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt = (short)(cnt + p[i]);
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Sum_Checked(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt = checked(cnt + p[i]);
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    [Reassociated]
    public static double G22_Sum_Double(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    [Reassociated]
    public static float G22_Sum_Float(float[] f, float[] g, float s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += f[i] * f[i];
            g[i] = s;
        }

        return s;
    }

    [Vectorize(FloatMode = FloatMode.Strict)]
    public static double G22_Sum_Strict(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    [Reassociated]
    [Between("a", 0.5, 1.5)]
    public static double G22_Product(double[] a, double[] b, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            s *= a[i];
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static int G22_Product_Int(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt *= p[i] | 1;
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Bits(int[] p, int[] q, int[] r, int all, int any, int odd, int n)
    {
        for (int i = 0; i < n; i++)
        {
            all &= p[i] | 7;
            any |= q[i];
            odd ^= p[i];
            r[i] = all + any * odd;
        }

        return all ^ any ^ odd;
    }

    [Vectorize]
    public static int G22_Exclusive(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int before = cnt;
            cnt += p[i];
            r[i] = before;
        }

        return cnt;
    }

    [Vectorize]
    public static double G22_Max(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = Math.Max(s, a[i]);
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static float G22_Min_Float(float[] f, float[] g, float s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = Math.Min(f[i], s);
            g[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static int G22_Max_Int(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] >= cnt)
                cnt = p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static double G22_Max_If(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > s)
                s = a[i];
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static double G22_Min_If(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = a[i] < s ? a[i] : s;
            b[i] = s;
        }

        return s;
    }

    /// <summary>The last of equal values: a zero of the other sign replaces one.</summary>
    [Vectorize]
    public static double G22_Max_Last(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] >= s)
                s = a[i];
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static int G22_Conditional(int[] p, int[] r, bool[] on, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
            {
                cnt += p[i];
                r[i] = cnt;
            }
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Counts(double[] a, int[] r, double t, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                cnt++;
            else
                cnt -= 2;
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Uniform(int[] p, int[] r, int cnt, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (m > 2)
                cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Segmented(int[] p, int[] r, bool[] on, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                cnt = 0;
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    [Reassociated]
    public static double G22_Segmented_After(double[] a, double[] b, double t, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (a[i] > t)
                s = t;
            b[i] = s;
        }

        return s;
    }

    [Vectorize]
    public static int G22_Runs(int[] p, int[] r, int n)
    {
        int run = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                run++;
            else
                run = 0;
            r[i] = run;
        }

        return run;
    }

    [Vectorize]
    public static double G22_Forward(double[] a, double[] b, bool[] on, int n)
    {
        double e = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                e = a[i];
            b[i] = e;
        }

        return e;
    }

    [Vectorize]
    public static byte G22_Forward_Byte(byte[] u, byte[] v, bool[] on, byte e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                e = u[i];
            v[i] = e;
        }

        return e;
    }

    [Vectorize]
    [Between("u", 30, 36)]
    public static bool G22_Parity(byte[] u, bool[] on, bool e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (u[i] == '"')
                e = !e;
            on[i] = e;
        }

        return e;
    }

    [Vectorize]
    public static bool G22_Flags(int[] p, bool[] on, int n)
    {
        bool all = true;
        bool any = false;
        for (int i = 0; i < n; i++)
        {
            all &= p[i] != 7;
            any |= p[i] < 0;
            on[i] = all == any;
        }

        return all || any;
    }

    [Vectorize]
    [Reassociated]
    public static double G22_Two(double[] a, double[] b, double[] c, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            t = Math.Max(t, b[i]);
            c[i] = s - t;
        }

        return s + t;
    }

    [Vectorize]
    [Reassociated]
    public static double G22_Nested(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            t += s;
            b[i] = t;
        }

        return s + t;
    }

    [Vectorize]
    public static long G22_WithReduction(int[] p, int[] r, int n)
    {
        int cnt = 0;
        long total = 0;
        int most = int.MinValue;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            total += cnt;
            most = Math.Max(most, cnt);
            r[i] = cnt;
        }

        return total + most + cnt;
    }

    [Vectorize]
    public static int G22_Down(int[] p, int[] r, int cnt, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Strided(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i += 2)
        {
            cnt += p[i];
            r[i] = cnt;
        }

        return cnt;
    }

    [Vectorize]
    [Reassociated]
    public static void G22_Rows(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double s = 0;
            for (int j = 0; j < m; j++)
            {
                s += A[i, j];
                B[i, j] = s;
            }
        }
    }

    [Vectorize]
    public static int G22_Through(int[,] R, int n, int m)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                cnt += R[i, j];
                R[i, j] = cnt;
            }
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Discarded(int[] p, int[] r, int n)
    {
        int cnt = 1;
        for (int i = 0; i < n; i++)
        {
            r[i] = cnt;
            for (int j = 0; j < n; j++)
            {
                cnt ^= p[j];
                r[j] += cnt;
            }
        }

        return r.Length;
    }

    private static int s_total;

    [Vectorize]
    public static int G22_Field(int[] p, int[] r, int n)
    {
        s_total = 5;
        for (int i = 0; i < n; i++)
        {
            s_total += p[i];
            r[i] = s_total;
        }

        return s_total;
    }

    [Vectorize]
    public static void G22_Reference(int[] p, int[] r, ref int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            r[i] = cnt;
        }
    }

    [Vectorize]
    public static DayOfWeek G22_Enum(DayOfWeek[] days, DayOfWeek[] last, bool[] on, int n)
    {
        DayOfWeek day = DayOfWeek.Friday;
        for (int i = 0; i < n; i++)
        {
            if (on[i])
                day = days[i];
            last[i] = day;
        }

        return day;
    }

    [Vectorize]
    public static char G22_Char(char[] text, char[] most, char c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (text[i] > c)
                c = text[i];
            most[i] = c;
        }

        return c;
    }

    [Vectorize]
    public static int G22_Exclusive_As(int[] p, int[] r, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = cnt;
            cnt += p[i];
        }

        return cnt;
    }

    /// <summary>What is stored doesn't come before what is added: they are one element.</summary>
    [Vectorize]
    public static int G22_Exclusive_Same(int[] p, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] -= cnt;
            cnt += p[i];
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Exclusive_InPlace(int[] p, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int own = p[i];
            p[i] = cnt;
            cnt += own;
        }

        return cnt;
    }

    [Vectorize]
    public static int G22_Exclusive_If(int[] p, int[] r, bool[] on, int cnt, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (on[i])
            {
                r[i] = cnt;
                cnt += p[i];
            }
        }

        return cnt;
    }

    [Vectorize]
    [Reassociated]
    public static double G22_Exclusive_Segmented(double[] a, double[] b, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            b[i] = s;
            if (a[i] > t)
                s = 0;
            else
                s += a[i];
        }

        return s;
    }

    [Vectorize]
    public static double G22_Drawdown(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = s - a[i];
            s = Math.Max(s, a[i]);
        }

        return s;
    }

    [Vectorize]
    public static double G22_Previous(double[] a, double[] b, double e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - e;
            e = a[i];
        }

        return e;
    }

    [Vectorize]
    public static byte G22_Previous_Byte(byte[] u, byte[] v, byte e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            v[i] = (byte)(u[i] ^ e);
            e = u[i];
        }

        return e;
    }

    [Vectorize]
    public static short G22_Previous_Short(short[] p, float[] f, short e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[i] = p[i] * 0.5f + e;
            e = p[i];
        }

        return e;
    }

    [Vectorize]
    public static double G22_Previous_InPlace(double[] a, double e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double own = a[i];
            a[i] = own - e;
            e = own;
        }

        return e;
    }

    [Vectorize]
    public static double G22_Previous_Stored(double[] a, double e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i] - e;
            e = a[i];
        }

        return e;
    }

    [Vectorize]
    public static double G22_Previous_Chain(double[] a, double[] b, int n)
    {
        double e = 1, e2 = 2, e3 = 3;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] + 2 * e + 3 * e2 + e3;
            e3 = e2;
            e2 = e;
            e = a[i];
        }

        return e + e2 + e3;
    }

    [Vectorize]
    public static bool G22_Previous_Flag(int[] p, int[] r, int n)
    {
        bool rising = true;
        for (int i = 0; i < n; i++)
        {
            bool up = p[i] > 0;
            r[i] = up != rising ? p[i] : -1;
            rising = up;
        }

        return rising;
    }

    [Vectorize]
    public static int G22_Previous_Computed(int[] p, int[] r, int e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int twice = p[i] * 2 + i;
            if (e > 3)
                r[i] = e - twice;
            e = twice;
        }

        return e;
    }

    /// <summary>What is assigned depends on the value before: no copy comes early enough.</summary>
    [Vectorize]
    public static int G22_Previous_Fed(int[] p, int[] r, int e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int mixed = p[i] / 3 + (e >> 1);
            r[i] = e;
            e = mixed;
        }

        return e;
    }

    [Vectorize]
    public static double G22_Previous_Down(double[] a, double[] b, double e, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            b[i] = a[i] * e;
            e = a[i] + 1;
        }

        return e;
    }

    [Vectorize]
    public static double G22_Previous_Sometimes(double[] a, double[] b, bool[] on, double e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] - e;
            if (on[i])
                e = a[i];
        }

        return e;
    }

    [Vectorize]
    public static void G22_Previous_Rows(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = 0; j < m; j++)
            {
                B[i, j] = A[i, j] - e;
                e = A[i, j];
            }
        }
    }

    [Vectorize]
    public static int G22_Previous_Count(int[] p, int[] r, int n)
    {
        int changes = 0;
        int e = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] != e)
                changes++;
            e = p[i];
            r[i] = changes;
        }

        return changes;
    }

    [Vectorize]
    public static int G22_Previous_Reduced(int[] p, int n)
    {
        int changes = 0;
        int e = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] != e)
                changes++;
            e = p[i];
        }

        return changes;
    }

    private static int s_last;

    [Vectorize]
    public static int G22_Previous_Field(int[] p, int[] r, int n)
    {
        s_last = 5;
        for (int i = 0; i < n; i++)
        {
            r[i] = p[i] - s_last;
            s_last = p[i];
        }

        return s_last;
    }

    /// <summary>The last bits of a float sum that is added up in another order would decide.</summary>
    [Vectorize]
    public static double G22_Sum_Decides(double[] a, double[] b, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s > t ? 1 : 0;
        }

        return s;
    }

    [Vectorize]
    public static void G22_Memory_Sum(int[] p, int n)
    {
        for (int i = 1; i < n; i++)
            p[i] += p[i - 1];
    }

    [Vectorize]
    [Reassociated]
    public static void G22_Memory_Ahead(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n - 1; i++)
            a[i + 1] = a[i] + b[i];
    }

    [Vectorize]
    public static void G22_Memory_Max(double[] a, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
            a[i] = Math.Max(a[i - 1], b[i]);
    }

    [Vectorize]
    public static void G22_Memory_From(int[] p, int[] q, int m, int n)
    {
        for (int i = m; i < n; i++)
            p[i] = p[i - 1] ^ q[i];
    }

    [Vectorize]
    public static void G22_Memory_Down(int[] p, int[] q, int n)
    {
        for (int i = n - 2; i >= 0; i--)
            p[i] = p[i + 1] + q[i];
    }

    [Vectorize]
    public static void G22_Memory_Strided(long[] a, long[] b, int n)
    {
        for (int i = 2; i < n; i += 2)
            a[i] = a[i - 2] + b[i];
    }

    [Vectorize]
    public static void G22_Memory_Fed(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * t;
            a[i + 1] = c[i] + 1;
        }
    }

    [Vectorize]
    public static void G22_Memory_ReadAfter(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i + 1] = q[i] * 2;
            r[i] = p[i] - p[i + 1];
        }
    }

    [Vectorize]
    public static void G22_Memory_Further(int[] p, int[] q, int n)
    {
        for (int i = 2; i < n; i++)
            p[i] = p[i - 1] + p[i - 2] + q[i];
    }

    [Vectorize]
    public static void G22_Memory_Sometimes(int[] p, bool[] on, int n)
    {
        for (int i = 1; i < n; i++)
            if (on[i])
                p[i] += p[i - 1];
    }

    [Vectorize]
    public static void G22_Memory_Spans(Span<int> x, Span<int> y, int n)
    {
        for (int i = 1; i < n; i++)
            x[i] = x[i - 1] + y[i];
    }

    [Vectorize]
    public static void G22_Memory_Narrow(byte[] u, byte[] v)
    {
        for (int i = 1; i < u.Length; i++)
            u[i] = (byte)(u[i - 1] + v[i]);
    }

    [Vectorize]
    public static void G22_Memory_TwoStores(int[] p, int[] q, int n)
    {
        for (int i = 1; i < n; i++)
        {
            p[i] = p[i - 1] + q[i];
            p[0] = i;
        }
    }

    [Vectorize]
    public static void G22_Memory_Long(long[] a, long[] b, uint m, int n)
    {
        for (uint i = m; i < n; i++)
            a[i + 1] = a[i] * b[i];
    }
}
