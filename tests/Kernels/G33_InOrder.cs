using AutoPar;

namespace Kernels;

/// <summary>G33: recurrences that run in order amid lanes (loop distribution), and elements handed from iteration to iteration.</summary>
public static partial class G33
{
    [Vectorize]
    public static double G33_Additions(double[] b, double[] d, double e, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sqrt(e) * t;
            e += 0.1;
            d[i] = Math.Sqrt(e) / t;
        }

        return e;
    }

    [Vectorize]
    [ExtraTrips(15, 16, 17, 31, 32, 33, 47, 48, 49)]
    public static float G33_Additions_Float(float[] f, float[] g, float e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[i] = MathF.Sqrt(MathF.Abs(e)) / (g[i] + 2) + MathF.Sqrt(MathF.Abs(g[i]));
            e += 0.1f;
        }

        return e;
    }

    // Arrays that are one make the others read what was stored.
    [Vectorize]
    public static void G33_Elements(double[] a, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            b[i] = Math.Sqrt(b[i - 1] + a[i]);
            c[i] = b[i] * d[i] + a[i];
            d[i] = a[i] * a[i] - d[i];
        }
    }

    [Vectorize]
    public static void G33_Elements_Float(float[] a, float[] b, float[] c, float[] e, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += b[i] * c[i];
            e[i] = e[i - 1] * e[i - 1] * 0.5f;
            b[i] = a[i] - b[i] * c[i];
        }
    }

    // What was handed on would be overwritten, were d the array itself.
    [Vectorize]
    public static void G33_Overwritten(double[] a, double[] c, double[] d, int n)
    {
        for (int i = 1; i < n; i++)
        {
            c[i] = Math.Sqrt(Math.Abs(c[i - 1])) + a[i];
            d[i] = a[i] * a[i] / 3 - Math.Sqrt(a[i]);
        }
    }

    [Vectorize]
    public static void G33_Overwritten_Sum(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 1; i < n; i++)
        {
            q[i] += q[i - 1];
            r[i] = p[i] * 3;
        }
    }

    [Vectorize]
    public static void G33_Overwritten_Before(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 1; i < n; i++)
        {
            r[i] = p[i] * 3;
            q[i] += q[i - 1];
        }
    }

    [Vectorize]
    public static void G33_Spans(Span<double> x, Span<double> y, ReadOnlySpan<double> w)
    {
        for (int i = 1; i < x.Length && i < y.Length && i < w.Length; i++)
        {
            x[i] = Math.Sqrt(Math.Abs(x[i - 1])) + w[i];
            y[i] = Math.Sqrt(w[i]) / (1 + w[i] * w[i]);
        }
    }

    // A subexpression that doesn't wait for the recurrence, in lanes.
    [Vectorize]
    public static double G33_Part(double[] a, double[] b, double[] c, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = s * 0.5 + Math.Sqrt(a[i]) / (b[i] * b[i] + 1);
            c[i] = s;
        }

        return s;
    }

    // Decided by the running value: nothing of it is speculated in lanes.
    [Vectorize]
    public static double G33_Branch(double[] a, double[] b, double[] c, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double root = Math.Sqrt(a[i]) / (1 + b[i] * b[i]) + Math.Sqrt(b[i]);
            if (s > t)
            {
                s = s - root * 2;
            }
            else
            {
                s = s + a[i];
            }

            c[i] = s / (root + 3) + Math.Sqrt(s);
        }

        return s;
    }

    // Two recurrences that need each other.
    [Vectorize]
    public static double G33_Coupled(double[] a, double[] b, double[] c, double s, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sqrt(s) / (2 + Math.Sqrt(t)) + Math.Sqrt(a[i]);
            double next = s * 0.5 - t;
            t = s + a[i];
            s = next;
            c[i] = Math.Sqrt(t) / (3 + a[i] * a[i]);
        }

        return s - t;
    }

    // Two that don't, and a sum.
    [Vectorize]
    public static double G33_Apart(double[] a, double[] b, double[] c, int[] p, int n)
    {
        double e = 1;
        double h = 2;
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            e = e * 0.75 + a[i];
            h = a[i] - h * 0.25;
            sum += p[i];
            b[i] = Math.Sqrt(e) / (h * h + 1) + Math.Sqrt(h);
            c[i] = Math.Sqrt(Math.Sqrt(a[i]) / (e - 1));
        }

        return e + h + sum;
    }

    [Vectorize]
    public static long G33_Hash(int[] p, long[] w, double[] b, long hash, int n)
    {
        for (int i = 0; i < n; i++)
        {
            hash = (hash ^ p[i]) * 1099511628211;
            w[i] = hash;
            b[i] = Math.Sqrt(p[i]) / (p[i] * 0.5 + 1) + Math.Sqrt(p[i] + 1.0) / Math.Sqrt(p[i] + 2.0);
        }

        return hash;
    }

    // The index is part of the recurrence; a step of its own, downwards.
    [Vectorize]
    public static double G33_Downwards(double[] a, double[] b, double e, int n)
    {
        for (int i = n - 1; i >= 0; i -= 2)
        {
            e = e * 0.5 + i;
            b[i] = Math.Sqrt(e) / (a[i] + 3) + Math.Sqrt(a[i]) / Math.Sqrt(a[i] + 1);
        }

        return e;
    }

    // Checked, and an exception amid the loop: as written.
    [Vectorize]
    public static int G33_Checked(int[] p, double[] b, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = checked(p[i] - s * 2);
            b[i] = Math.Sqrt(p[i]) / (p[i] + 0.5) + Math.Sqrt(p[i] + 1.0);
        }

        return s;
    }

    [Vectorize]
    public static int G33_Divided(int[] p, double[] b, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = p[i] / (s + 1);
            b[i] = Math.Sqrt(p[i]) / (p[i] + 0.5) + Math.Sqrt(p[i] + 1.0);
        }

        return s;
    }

    // The running value is a place.
    [Vectorize]
    public static int G33_Place(int[] p, double[] a, double[] b, int n)
    {
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            b[i] = Math.Sqrt(a[at]) / (a[i] + 0.5) + Math.Sqrt(a[i]);
            at = (at * 5 + p[i]) & 1;
        }

        return at;
    }

    // The last values go out, of a temporary too.
    [Vectorize]
    public static double G33_Last(double[] a, double[] b, double s, int n)
    {
        double e = -1;
        for (int i = 0; i < n; i++)
        {
            e = Math.Sqrt(a[i]) / (1 + a[i] * a[i]) + Math.Sqrt(1 + a[i]);
            s = e - s * s;
            b[i] = Math.Sqrt(s) / (e + 2);
        }

        return s + e;
    }

    [Vectorize, Parallelize]
    public static double G33_Both(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = a[i] - s * 0.5;
            b[i] = Math.Sqrt(s) / (a[i] + 2) + Math.Sqrt(a[i]) / Math.Sqrt(a[i] + 1);
        }

        return s;
    }

    [Vectorize, Transcendental]
    [Between("a", -3, 3)]
    public static double G33_Functions(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = a[i] - s * 0.5;
            b[i] = Math.Exp(a[i]) * Math.Sin(a[i]);
        }

        return s;
    }

    // A recurrence over vector functions could make much of a unit in the last place: Math's own, then.
    [Vectorize]
    [Between("a", -3, 3)]
    public static double G33_FunctionsInside(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = Math.Exp(a[i]) - s * s;
            b[i] = Math.Sqrt(s) / (a[i] + 2) + Math.Sqrt(a[i]) / Math.Sqrt(a[i] + 1);
        }

        return s;
    }

    [Vectorize]
    public static void G33_ThreeInWrongOrder(float[] a, float[] b, float[] c, float[] d, int n)
    {
        for (int i = 1; i < n - 1; i++)
        {
            c[i] = a[i - 1] * 0.5f;
            a[i] = b[i - 1] + d[i];
            b[i] = d[i + 1] * d[i];
        }
    }

    [Vectorize]
    public static float G33_Reused(float[] a, float[] b, float[] c, float[] d, int n)
    {
        float t = -1;
        for (int i = 1; i < n; i++)
        {
            t = a[i] + b[i];
            a[i] = t + c[i - 1];
            t = c[i] * d[i];
            c[i] = t;
        }

        return t;
    }

    // A cycle: no order breaks it.
    [Vectorize]
    public static void G33_Cycle(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = Math.Sqrt(b[i - 1]) + c[i];
            b[i] = a[i] * c[i];
        }
    }

    // Nothing but a recurrence.
    [Vectorize]
    public static void G33_Alone(double[] a, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    [Vectorize]
    public static void G33_Narrow(short[] v, byte[] u, int n)
    {
        for (int i = 1; i < n; i++)
        {
            v[i] = (short)(v[i - 1] * 7 + u[i]);
            u[i] = (byte)(u[i] * 3 + 5 ^ u[i] >> 1);
        }
    }

    // Strict: the additions stay in order, whose sum Reproducible would scan.
    [Vectorize(FloatMode = FloatMode.Strict)]
    public static double G33_Strict(double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = Math.Sqrt(s) / (a[i] * a[i] + 2) + Math.Sqrt(a[i]) / Math.Sqrt(a[i] + 1);
        }

        return s;
    }

    // What is computed in order divides, or says where to read: tested before, or as written.
    [Vectorize]
    public static int G33_DividedBy(int[] p, int[] q, double[] b, int s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = (s ^ p[i]) * 3 & 7;
            q[i] = p[i] / s;
            b[i] = Math.Sqrt(p[i]) / (p[i] + 0.5) + Math.Sqrt(p[i] + 1.0) / Math.Sqrt(p[i] + 2.0);
        }

        return s;
    }

    [Vectorize]
    public static void G33_DividedByElement(int[] p, int[] q, int[] r, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            r[i] = 100 / r[i - 1];
            q[i] = (q[i - 1] ^ p[i]) * 3;
            b[i] = Math.Sqrt(p[i]) / (p[i] + 0.5) + Math.Sqrt(p[i] / q[i]) / Math.Sqrt(p[i] + 2.0);
        }
    }

    [Vectorize]
    public static double G33_Gathered(int[] p, double[] a, double[] b, double s, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s = a[p[i]] - s * s;
            b[i] = Math.Sqrt(a[i]) / (s + 0.5) + Math.Sqrt(s) / Math.Sqrt(a[i] + 2.0);
        }

        return s;
    }
}
