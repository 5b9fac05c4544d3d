using System;
using AutoPar;

namespace Kernels;

/// <summary>G60: traps for running values that end a loop, for distributed loops, and for masks.</summary>
public static partial class G60
{
    // With NaN, and with nothing below 0: masks that hold nothing, beside others.
    [Vectorize]
    public static void G60_NaN(double[] a, double[] b, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] == double.NaN && b[i] > 0)
                r[i] = 1;
            if (b[i] > 1 && !(a[i] != double.NaN))
                r[i] = 2;
            if (b[i] > 1.5 & double.NaN <= a[i])
                r[i] = 3;
        }
    }

    [Vectorize]
    public static int G60_NaNLeaves(int[] p, float best, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            best = Math.Max(best, p[i] * 3f);
            if (!(!(best != float.NaN) && m != p[i]))
                return i;
        }

        return -1;
    }

    [Vectorize]
    public static void G60_NaNWhile(double[] a, double[] b, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            int o = 0;
            while (o < 5 && e != double.NaN && !(e == double.NaN))
            {
                e -= b[i];
                o++;
            }

            r[i] = o;
        }
    }

    [Vectorize]
    public static void G60_BelowZero(uint[] x, uint[] y, uint[] z, uint m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (x[i] < 0u && y[i] > m)
                z[i] = 1;
            if (y[i] > m && !(0u <= x[i]))
                z[i] = 2;
        }
    }

    // Names that the test of a block would like.
    [Parallelize, Vectorize]
    [Between("cntMost", -50, 100)]
    [Values("total", -1, 10_000, 300_000, 1_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static long G60_Names(int[] cntMost, int[] cntWide, int carry, int total, int n)
    {
        int cnt = 0;
        int done = 0;
        int i;
        for (i = 0; i < n; i++)
        {
            int cntBefore = cntMost[i];
            cnt += cntBefore * (carry | 1);
            done -= cntWide[i];
            if (cnt > total || done == total)
                break;
        }

        return (cnt * 1_000_003L) + done * 7L + i;
    }

    // The sum is at the end of its type: it wraps, and comes back.
    [Parallelize, Vectorize]
    [Between("p", -100, 101)]
    [Values("m", 2147483000, 2147483647, -2147483648, 0)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G60_AtTheEnd(int[] p, int m, int n)
    {
        int s = int.MaxValue - 100;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            if (s > int.MinValue + 20000 && s < 0)
                return i;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Between("p", -100, 101)]
    [Values("m", 0, 300, 1000, 5000, 20000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static uint G60_UIntBothWays(int[] p, uint m, int n)
    {
        uint s = 15_000;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 0)
                s += (uint)p[i];
            else
                s -= (uint)(-p[i]);
            if (s <= m)
                return s;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000, 70000)]
    public static (double, int) G60_FloatMinMax(double[] a, double t, double lo, double hi, int n)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            lo = Math.Min(lo, a[i]);
            hi = Math.Max(hi, a[i]);
            if (lo < -t && !(hi <= t) || lo == t)
                break;
        }

        return (lo + hi, i);
    }

    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000, 70000)]
    public static (long, int) G60_LongMinMax(long[] w, long lo, long hi, long t, int n)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            lo = Math.Min(lo, w[i]);
            if (w[i] >= hi)
                hi = w[i];
            if (hi - lo < 0)
                break;
            if (hi == t || lo <= t - 5)
                return (hi, -i);
        }

        return (lo ^ hi, i);
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 1_000_000, 2_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G60_ULongConst(int[] p, ulong m, int n)
    {
        uint s = 7;
        for (int i = 0; i < n; i++)
        {
            s += (uint)p[i];
            if (s > m)
                return i;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 1_000_000, 2_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G60_ConstOverflow(int[] p, int m, int n)
    {
        int s = int.MinValue;
        for (int i = 0; i < n; i++)
        {
            s += p[i] * 997;
            if (s > m + int.MaxValue && s > m * 65536)
                return i;
        }

        return -1;
    }

    // Conditional terms.
    [Parallelize, Vectorize]
    [Between("p", -100, 101)]
    [Values("m", 0, 10, 10_000, 100_000)]
    [ExtraTrips(20000, 40000, 70000, 110000)]
    public static int G60_Ternary(int[] p, int[] q, int m, int n)
    {
        int s = 0;
        int i;
        for (i = 0; i < n; i++)
        {
            s += p[i] > 0 ? q[i] & 7 : p[i] < -50 ? -1 : p[i] * 65536;
            if (s > m || s < -m * 3)
                break;
        }

        return s + i;
    }

    // No element of one is an element of the other, unless the spans overlap by an odd number of them.
    [Parallelize]
    public static void G60_Parity(Span<double> x, Span<double> z, double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]) + Math.Sin(x[2 * i + 1]);
            z[2 * i] = Math.Cos(c[i]) + Math.Sin(c[i]);
            a[i + 2] = Math.Cos(c[i]) / 3 + Math.Exp(c[i]);
        }
    }

    [Parallelize]
    public static void G60_Bytes(Span<byte> x, Span<long> z, double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]) + Math.Sin(x[i]);
            z[i] = (long)Math.Cos(c[i]) + i;
            a[i + 2] = Math.Cos(c[i]) / 3 + Math.Exp(c[i]);
        }
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 50, 200)]
    [ExtraTrips(31, 32, 33, 63, 64, 65, 127, 128, 129)]
    public static void G60_MandelbrotFloat(float[] f, float[] g, byte[] u, int m, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            float zr = 0, zi = 0;
            int o;
            for (o = 0; o < m; o++)
            {
                if (zr * zr + zi * zi > 4)
                    break;
                float e = zr * zr - zi * zi + f[i];
                zi = 2 * zr * zi + g[i];
                zr = e;
            }

            u[i] = (byte)o;
        }
    }

    // The element is stored only where the loop ends by itself; two loops.
    [Parallelize, Vectorize]
    [Values("m", 0, 1, 5, 20)]
    [ExtraTrips(31, 32, 33, 63, 64, 65, 127, 128, 129)]
    public static void G60_TwoLoops(double[] a, double[] b, double t, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            int o = 0;
            do
            {
                e = e * 0.5 + 1;
                o++;
            }
            while (e < 1.9 && o < m);

            while (e > 0.5 || e != e)
            {
                e -= 0.25;
                if (!(o++ < 40))
                    break;
            }

            if (o < 30)
                b[i] = e + o;
        }
    }

    // Two lanes, four, and functions that there are of eight.
    [Parallelize, Vectorize, Transcendental]
    public static void G60_FunctionOfTwo(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 2; i < n; i++)
        {
            c[i] = (Math.Sqrt(c[i]) + b[i]) + b[i + 2];
            a[i] = (Math.Exp(c[i + 2] - a[i]) - t) / (a[i] * a[i] + 1);
        }
    }

    [Vectorize, Transcendental]
    public static void G60_FunctionOfFour(float[] f, float[] g, int n)
    {
        for (int i = 4; i < n; i++)
            f[i] = (MathF.Exp(g[i]) + f[i - 4]) / 2;
    }

    [Vectorize]
    public static void G60_RandomOfFour(float[] f, int n)
    {
        for (int i = 4; i < n; i++)
            f[i] = (ParallelRandom.Single(7, i) + f[i - 4]) / 2;
    }

    [Vectorize(FloatMode = FloatMode.Strict)]
    public static void G60_StrictOfFour(double[] a, double[] b, int n)
    {
        for (int i = 4; i < n; i++)
            a[i] = (Math.Exp(b[i]) + Math.Sqrt(b[i]) + a[i - 4]) / 2;
    }
}
