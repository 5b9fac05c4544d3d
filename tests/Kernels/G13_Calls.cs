using System.Numerics;
using AutoPar;

namespace Kernels;

/// <summary>G13: calls, inlining, universal functions, math.</summary>
public static partial class G13
{
    private static readonly int[] Memo = new int[1000];

    private static double Sq(double v) => v * v;

    private static int Gcd(int x, int y) => y == 0 ? x : Gcd(y, x % y);

    private static int Cached(int v) => Memo[v] != 0 ? Memo[v] : Memo[v] = v * v;

    private static int Twice(int v, int by)
    {
        int doubled = v * 2;
        if (doubled > 100)
            doubled -= by;
        return doubled;
    }

    [Parallelize, Vectorize]
    public static void G13_1(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Sq(a[i]) - Sq(a[i] - 1);
    }

    [Parallelize, Vectorize]
    public static void G13_1_Statements(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            q[i] = Twice(p[i], i) + Twice(q[i], 1);
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 1000), Between("q", 1, 1000)]
    public static void G13_1_Recursive(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Gcd(p[i], q[i]);
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Math.Exp(-a[i] * a[i]);
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Float(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            g[i] = MathF.Exp(f[i]) * MathF.Log(f[i] * f[i]);
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Log(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Math.Log(a[i]);
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_SinCos(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sin(a[i]);
            c[i] = Math.Cos(a[i]);
        }
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static void G13_2_Strict(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Math.Exp(-a[i] * a[i]);
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Powers(double[] a, double[] b, double[] c, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Pow(Math.Abs(a[i]), 1.5) * double.Exp2(a[i] * 0.25);
            c[i] = Math.Log2(a[i] * a[i] + 1) * Math.Log10(b[i] + 3);
            g[i] = MathF.Pow(f[i], 3) * float.Exp10(f[i] * 0.125f);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Hyperbolic(double[] a, double[] b, double[] c, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Tanh(a[i]);
            c[i] = a[i] > 0 ? Math.Sinh(a[i]) : Math.Cosh(a[i]);
            g[i] = MathF.Tanh(f[i]);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Angles(double[] a, double[] b, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Tan(a[i]);
            g[i] = MathF.Atan(f[i]);
        }
    }

    /// <summary>A unit in the last place would be another integer.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_Rounded(double[] a, double[] b, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(a[i]);
            r[i] = (int)Math.Min(e * 4, 1e9);
            b[i] = Math.Floor(Math.Log(e) * 8);
        }
    }

    /// <summary>c may be b: then it is what was computed that is compared.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_OtherName(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Exp(a[i]);
            c[i] = c[i] > d[i] ? 5 : 6;
        }
    }

    /// <summary>What is compared is read before.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_InPlace(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] > 1 ? Math.Exp(a[i]) : Math.Cos(a[i]);
    }

    /// <summary>A unit in the last place would be another branch.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_Compared(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = Math.Cos(a[i]) >= Math.Sin(b[i]) ? a[i] : b[i];
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_SignTest(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Log(a[i] * a[i] + 2);
            double s = Math.Exp(-e) * 0.5;
            b[i] = e < 0 ? 1 - s : s;
        }
    }

    /// <summary>Differences of 0 as written: their sign must not come from a unit in the last place.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_Signs(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = AsWritten(a[i], 1);
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(a[i]) - b[i];
            c[i] = double.IsNegative(e) || double.IsNaN(Math.Sqrt(e)) ? 1 : 2;
            d[i] = Math.CopySign(1, e);
        }
    }

    /// <summary>Bounds that are equal as written must not cross, nor those that cross be equal.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_Clamped(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = AsWritten(a[i], 1);
        for (int i = 0; i < n; i++)
            c[i] = Math.Clamp(1, b[i] * (i == 100 ? 1 + 2.3e-16 : 1), Math.Exp(a[i]));
    }

    /// <summary>A call that lanes don't look into.</summary>
    private static double AsWritten(double x, int depth) => depth > 0 ? AsWritten(x, depth - 1) : Math.Exp(x);

    /// <summary>The number of iterations is that of the loop as written.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G13_2_Bound(double[] a, double[] b, double t)
    {
        for (int i = 0; i < Math.Exp(t); i++)
            b[i] = Math.Sin(a[i]);
    }

    /// <summary>What one inner loop computes decides how often the next one runs.</summary>
    [Parallelize, Vectorize]
    public static void G13_2_Trips(double[] a, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int c = 0;
            for (int j = 0; j < Math.Exp(a[i] * 0.1) && j < 9; j++)
                c += j;
            r[i] = c;
        }
    }

    [Parallelize, Vectorize]
    [Transcendental, Reassociated]
    public static double G13_2_Sum(double[] a, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Cos(a[i]);
        return s;
    }

    [Parallelize, Vectorize]
    public static void G13_3(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Math.Abs(p[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_3_Sign(double[] a, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Math.Sign(a[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_3_SignFloat(float[] f, long[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = MathF.Sign(f[i]) * 3 + Math.Sign(q[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_3_Clamp(double[] a, double low, double high, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = Math.Clamp(a[i], low, high);
    }

    [Parallelize, Vectorize]
    public static void G13_3_Rounding(double[] a, double[] b, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Floor(a[i]) + Math.Ceiling(a[i] * 3);
            f[i] = MathF.Round(f[i]) - MathF.Truncate(f[i] * 0.5f);
        }
    }

    [Parallelize, Vectorize]
    public static void G13_3_MinMax(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = Math.Min(Math.Abs(a[i]), b[i]) + Math.Max(a[i], Math.CopySign(b[i], a[i]));
    }

    [Parallelize, Vectorize]
    public static void G13_3_Bits(uint[] p, int[] r, ulong[] wide, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = BitOperations.PopCount(p[i]) + BitOperations.LeadingZeroCount(wide[i]);
            p[i] = BitOperations.RotateLeft(p[i], 7);
        }
    }

    [Parallelize, Vectorize]
    public static void G13_4(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = a[i] % b[i];
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 999)]
    public static void G13_5(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Cached(p[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_6(double[] a, Func<double, double> fn)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = fn(a[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_7(double[] a, Random rnd, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = rnd.NextDouble();
    }

    [Parallelize, Vectorize]
    public static void G13_8<T>(T[] x, T[] y, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] += x[i] * k;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Shifted<T>(T[] x, T[] y, T k, int n)
        where T : INumber<T>
    {
        for (int i = 0; i < n; i++)
            y[i + 1] = x[i] - k * x[i];
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G13_8_Carried<T>(T[] x, int n)
        where T : INumber<T>
    {
        for (int i = 1; i < n; i++)
            x[i] = x[i - 1] + x[i];
    }

    [Parallelize, Vectorize]
    public static void G13_8_Ints<T>(T[] x, int[] p, T k, int n)
        where T : INumber<T>
    {
        for (int i = 0; i < n; i++)
        {
            x[i] = -x[i] * k;
            p[i] = p[i] + i;
        }
    }

    [Parallelize, Vectorize]
    [LaterWritesVisible]
    public static void G13_8_Gather<T>(T[] x, T[] y, int[] p, T k, int n)
        where T : INumber<T>
    {
        for (int i = 0; i < n; i++)
            if (x[i] > k)
                y[i] = x[p[i]] + k;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static T G13_8_Sum<T>(T[] x)
        where T : INumber<T>
    {
        T s = T.Zero;
        for (int i = 0; i < x.Length; i++)
            s += x[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Divide<T>(T[] x, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] /= k;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Checked<T>(T[] x, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            checked { x[i] *= k; }
    }

    [Parallelize, Vectorize]
    public static void G13_8_Span<T>(Span<T> x, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] *= k;
    }

    /// <summary>A float sum stays in order, a sum of integers doesn't care.</summary>
    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static T G13_8_StrictSum<T>(T[] x)
        where T : INumber<T>
    {
        T s = T.Zero;
        for (int i = 0; i < x.Length; i++)
            s += x[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Constants<T>(T[] x, T[] y, in T k)
        where T : struct, INumber<T>
    {
        T half = T.One / T.CreateChecked(2);
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * T.CreateChecked(3) + (k - T.One) * half;
    }

    /// <summary>The constant doesn't fit into a byte: System.OverflowException at the first element.</summary>
    [Parallelize, Vectorize]
    public static void G13_8_ConstantTooLarge<T>(T[] x)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] + T.CreateChecked(300);
    }

    [Parallelize, Vectorize]
    public static void G13_8_Index<T>(T[] x, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = T.CreateChecked(i) * k;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Branches<T>(T[] x, T[] y, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > k)
                y[i] = x[i] - k;
            else if (x[i] == T.Zero || x[i] != x[i])
                y[i] = default;
            else
                y[i] = -x[i];
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static T G13_8_Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : INumberBase<T>
    {
        T s = T.AdditiveIdentity;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * y[i];
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G13_8_References<T>(List<T> x, ref T s, out T last)
        where T : INumber<T>
    {
        last = T.One;
        foreach (T v in x)
            s += v;
        for (int i = 0; i < x.Count; i++)
            last = x[i] + T.One;
    }

    [Parallelize, Vectorize]
    public static T G13_8_Max<T>(T[] x)
        where T : INumber<T>
    {
        T m = x[0];
        for (int i = 1; i < x.Length; i++)
            m = T.Max(m, x[i]);
        return m;
    }

    [Parallelize, Vectorize]
    public static int G13_8_Count<T>(T[] x, T k)
        where T : IComparisonOperators<T, T, bool>
    {
        int c = 0;
        for (int i = 0; i < x.Length; i++)
            if (x[i] >= k)
                c++;
        return c;
    }

    [Parallelize, Vectorize]
    public static void G13_8_Remainder<T>(T[] x, T[] y)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] % y[i] - x[i] / y[i];
    }

    [Parallelize, Vectorize]
    public static void G13_8_Root<T>(T[] x, T[,] Y, int n)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < Y.GetLength(0); i++)
            for (int j = 0; j < Y.GetLength(1); j++)
                Y[i, j] = T.Sqrt(T.Abs(x[i])) * T.Pi - T.Max(x[i], Y[i, j]);
    }

    [Parallelize, Vectorize]
    public static void G13_8_Bits<T>(T[] x, T[] y, int k)
        where T : IBinaryInteger<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (x[i] << k) ^ (x[i] >>> 3) & ~y[i];
            y[i]++;
        }
    }

    private static double Weight(double v) => v * 3;

    private static T Weight<T>(T v)
        where T : INumber<T>
        => v + v;

    /// <summary>With T = double, the text alone would call the other overload.</summary>
    [Parallelize, Vectorize]
    [LaterWritesVisible]
    public static void G13_8_Overload<T>(T[] x)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = x[i] + Weight(x[i]);
    }

    [Parallelize, Vectorize]
    public static void G13_8_Rows<T>(T[][] J, T k, int n)
        where T : INumber<T>
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < J[i].Length; j++)
                J[i][j] += k;
    }

    [Vectorize]
    public static void G13_8_Lanes<T>(T[] x, T[] y, T k)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] += x[i] * k;
    }

    [Parallelize]
    [Reassociated]
    public static T G13_8_Threads<T>(T[] x)
        where T : INumber<T>
    {
        T s = T.Zero;
        for (int i = 0; i < x.Length; i++)
            s += x[i];
        return s;
    }

    /// <summary>Generic math's conversions throw where a checked cast does: for NaN, and for what is too large.</summary>
    [Parallelize, Vectorize]
    public static void G13_Created(double[] a, long[] l, int[] p, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = int.CreateChecked(a[i]) + int.CreateChecked(l[i]);
            f[i] = float.CreateChecked(l[i]) + float.CreateTruncating(p[i]) + float.CreateSaturating(3);
        }
    }

    [Vectorize, Parallelize]
    public static float G13_Hypotenuse(float x, float y) => MathF.Sqrt(x * x + y * y);

    [Vectorize]
    public static int G13_Collatz(int v) => (v & 1) == 0 ? v >> 1 : 3 * v + 1;

    [Vectorize]
    public static byte G13_Blend(byte x, byte y, byte t) => (byte)((x * t + y * (255 - t)) / 255);
}
