using System.Numerics;
using AutoPar;
using AutoPar.Runtime;

namespace Kernels;

/// <summary>G23: the math functions in lanes, their special values and the edges of their domains.</summary>
public static partial class G23
{
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_Inverses(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = a[i];
            b[i] = Math.Asin(x);
            c[i] = Math.Acos(x * 0.5);
        }
    }

    /// <summary>Half of the arguments are on the edges.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_Edges(double[] a, double[] b, double[] c, double[] d, double[] e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = (i & 7) - 4;
            b[i] = Math.Asin(x * 0.5) + a[i];
            c[i] = Math.Acos(x) + a[i];
            d[i] = Math.Atanh(x * 0.25) + Math.Acosh(x);
            e[i] = Math.Cbrt(x) + double.LogP1(x * 0.5);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_InversesFloat(float[] f, float[] g, float[] h, float[] k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = f[i];
            g[i] = MathF.Asin(x * 0.25f);
            h[i] = MathF.Acos(x);
            k[i] = MathF.Cbrt(x);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_Areas(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = a[i];
            b[i] = Math.Asinh(x);
            c[i] = Math.Acosh(x);
            d[i] = Math.Atanh(x);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_AreasFloat(float[] f, float[] g, float[] h, float[] k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = f[i];
            g[i] = MathF.Asinh(x);
            h[i] = MathF.Acosh(x);
            k[i] = MathF.Atanh(x);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_Angle(double[] x, double[] y, double[] angle, double[] length, int n)
    {
        for (int i = 0; i < n; i++)
        {
            angle[i] = Math.Atan2(y[i], x[i]);
            length[i] = double.Hypot(x[i], y[i]);
        }
    }

    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_AngleFloat(float[] x, float[] y, float[] angle, float[] length, int n)
    {
        for (int i = 0; i < n; i++)
        {
            angle[i] = MathF.Atan2(y[i], x[i]);
            length[i] = float.Hypot(x[i], y[i]);
        }
    }

    /// <summary>Zeros of both signs: each has its own side.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_AngleOfZeros(double[] x, double[] angle, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double zero = (i & 1) == 0 ? 0.0 : -0.0;
            angle[i] = (i & 2) == 0 ? Math.Atan2(zero, x[i]) : Math.Atan2((i & 4) == 0 ? x[i] : -0.0, zero);
        }
    }

    /// <summary>What was 0 as written must not be a unit beside it: half a turn.</summary>
    [Parallelize, Vectorize]
    public static void G23_AngleAtItsJump(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = AsWritten(a[i], 1);
        for (int i = 0; i < n; i++)
            c[i] = Math.Atan2(Math.Exp(a[i]) - b[i], -1);
    }

    /// <summary>Between two roots there is no jump.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_AngleOfRoots(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = Math.Atan2(Math.Sqrt(Math.Exp(a[i])), Math.Sqrt(Math.Abs(Math.Pow(b[i], 3))));
    }

    /// <summary>The framework's LogP1 is the logarithm of a rounded sum, and so it is in lanes.</summary>
    [Parallelize, Vectorize]
    [Transcendental]
    public static void G23_LogOfNext(double[] a, double[] b, double[] c, double[] d, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = a[i];
            b[i] = double.LogP1(x);
            c[i] = double.Log2P1(x);
            d[i] = double.Log10P1(x * 1e-9);
            g[i] = float.LogP1(f[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G23_ExpLessOne(double[] a, double[] b, double[] c, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = double.ExpM1(a[i]) + double.Exp2M1(a[i]);
            c[i] = double.Exp10M1(a[i]);
            g[i] = float.ExpM1(f[i]) - float.Exp2M1(f[i]) + float.Exp10M1(f[i]);
        }
    }

    /// <summary>Called by name, vector math has the same bits as written.</summary>
    [Parallelize, Vectorize]
    public static void G23_VectorMath(double[] a, double[] b, double[] c, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = VectorMath.Erf(a[i]) + VectorMath.LogP1(a[i]);
            c[i] = VectorMath.Erfc(a[i]) * VectorMath.ExpM1(a[i]);
            g[i] = VectorMath.Erf(f[i]) - VectorMath.Erfc(f[i]) * VectorMath.Pow(f[i], 1.5f);
        }
    }

    [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
    public static void G23_VectorMathStrict(double[] a, double[] b, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = VectorMath.Exp(-a[i] * a[i]) * VectorMath.Sin(a[i]);
            r[i] = VectorMath.Cos(a[i]) > 0.5 ? 1 : (int)VectorMath.Cbrt(a[i]);
        }
    }

    [Vectorize]
    public static double G23_Normal(double x, double mean, double deviation) =>
        0.5 * VectorMath.Erfc((mean - x) / (deviation * 1.4142135623730951));

    /// <summary>A call that lanes don't look into.</summary>
    private static double AsWritten(double x, int depth) => depth > 0 ? AsWritten(x, depth - 1) : Math.Exp(x);
}
