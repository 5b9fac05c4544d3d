using AutoPar;

namespace Kernels;

/// <summary>G55: updates of elements that may collide, in the order of the iterations, behind what threads compute for them.</summary>
public static partial class G55
{
    [Parallelize]
    public static void G55_Weights(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]) + t;
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G55_WeightsInLanes(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]) + t;
    }

    [Parallelize]
    public static void G55_Four(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[i % 4] += Math.Log(Math.Abs(b[i]) + 1) / Math.Sqrt(i + 1.0);
    }

    /// <summary>All at one place, told by data: each update waits for the one before.</summary>
    [Parallelize]
    [Between("p", 0, 0)]
    public static void G55_OnePlace(float[] f, int[] p, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[p[i]] += MathF.Exp(g[i]) - MathF.Cos(g[i]);
    }

    /// <summary>Neither associative nor commutative: the order counts.</summary>
    [Parallelize]
    public static void G55_AnyOperator(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = (Math.Sin(b[i]) + Math.Cos(b[i] * t)) / (a[p[i]] + t);
    }

    [Parallelize]
    public static void G55_TwoOperators(double[] a, int[] p, int[] q, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(-Math.Abs(b[i]));
            a[p[i]] += e;
            a[q[i]] *= Math.Tanh(e);
        }
    }

    /// <summary>An integer table beside floats: in one pass.</summary>
    [Parallelize]
    public static void G55_SumsAndCounts(double[] a, int[] r, int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[p[i]] += Math.Sqrt(Math.Abs(Math.Sin(b[i]))) + Math.Exp(-b[i] * b[i]);
            r[p[i] & 15]++;
        }
    }

    /// <summary>What is under a condition is computed only where it holds.</summary>
    [Parallelize]
    public static void G55_Condition(double[] a, int[] p, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > t)
                a[p[i]] += Math.Sin(c[i]) + Math.Exp(-c[i] * c[i]) + Math.Log(Math.Abs(c[i]) + 1);
            else
                a[p[i] & 3] -= Math.Cos(c[i]) * Math.Exp(-Math.Abs(c[i])) - Math.Tanh(c[i]);
        }
    }

    /// <summary>An element that the condition looks at is updated, too: it stays in order.</summary>
    [Parallelize]
    public static void G55_ConditionOnTheElement(double[] a, int[] p, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Sin(c[i]) + Math.Exp(-c[i] * c[i]) + Math.Log(Math.Abs(c[i]) + 1);
            if (a[p[i]] < t)
                a[p[i]] += e;
        }
    }

    /// <summary>The value reads what is updated: only part of it can be computed before.</summary>
    [Parallelize]
    public static void G55_ReadsAnother(double[] a, int[] p, int[] q, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += a[q[i]] * (Math.Sin(b[i]) + Math.Exp(-b[i] * b[i])) * Math.Cos(b[i]);
    }

    /// <summary>Another array is stored, before and after the update.</summary>
    [Parallelize]
    public static void G55_OtherStores(double[] a, int[] p, double[] b, double[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Exp(-b[i] * b[i]);
            c[i] = e;
            a[p[i]] += Math.Sin(e) * Math.Cos(b[i]);
            d[i] = e + 1;
        }
    }

    /// <summary>What the update has read is overwritten after it: it may not come before.</summary>
    [Parallelize]
    public static void G55_OverwrittenAfter(double[] a, int[] p, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[p[i]] += b[i] + Math.Sin(c[i]) * Math.Exp(-c[i] * c[i]);
            b[i] = i;
        }
    }

    /// <summary>A scalar that both stages assign.</summary>
    [Parallelize]
    public static void G55_AssignedTwice(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = Math.Sin(b[i]) + Math.Exp(-b[i] * b[i]);
            if (a[p[i]] > t)
                e = -e;
            a[p[i]] += e;
        }
    }

    /// <summary>The place is computed, too.</summary>
    [Parallelize]
    public static void G55_ComputedPlace(double[] a, double[] b, int n)
    {
        int m = a.Length;
        for (int i = 0; i < n; i++)
        {
            double e = Math.Abs(Math.Sin(b[i] * 10));
            int k = (int)(e * (m - 1));
            if (k >= 0 && k < m)
                a[k] += e + Math.Exp(-e);
        }
    }

    [Parallelize]
    public static void G55_Spans(Span<float> f, ReadOnlySpan<int> p, ReadOnlySpan<float> g)
    {
        for (int i = 0; i < p.Length; i++)
            f[p[i]] += MathF.Sin(g[i]) + MathF.Exp(-g[i] * g[i]);
    }

    [Parallelize]
    public static void G55_List(List<double> a, int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) + Math.Exp(-b[i] * b[i]);
    }

    [Parallelize]
    public static void G55_Downwards(double[] a, int[] p, double[] b, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            a[p[i]] += Math.Sin(b[i]) + Math.Exp(-b[i] * b[i]);
    }

    [Parallelize]
    public static void G55_Stride(double[] a, int[] p, double[] b, int n)
    {
        for (int i = 1; i < n; i += 3)
            a[p[i]] = a[p[i]] * 0.5 - Math.Sin(b[i]) - Math.Exp(-b[i] * b[i]);
    }

    [Parallelize]
    public static int G55_IndexAfter(double[] a, int[] p, double[] b, int n)
    {
        int i;
        for (i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) + Math.Exp(-b[i] * b[i]);
        return i;
    }

    /// <summary>Names that generated code would like.</summary>
    [Parallelize]
    public static void G55_Names(double[] part, int[] shape, double[] partAhead, double first, int n)
    {
        for (int from = 0; from < n; from++)
            part[shape[from]] += Math.Sin(partAhead[from]) + Math.Exp(-partAhead[from] * first);
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G55_Small(float[] f, byte[] u, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
            f[u[i]] += MathF.Sin(g[i]) * MathF.Exp(-g[i] * g[i]) + MathF.Cos(g[i]);
    }

    /// <summary>Checked, and in order: it throws in the iteration in which it does as written.</summary>
    [Parallelize]
    public static void G55_Checked(double[] a, int[] p, double[] b, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) + Math.Exp(-b[i] * b[i]) + checked(q[i] + 2_000_000_000);
    }

    [Parallelize(FloatMode = FloatMode.Strict)]
    public static void G55_Strict(double[] a, int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
    }

    [Parallelize(Schedule = Schedule.Dynamic, ChunkSize = 7)]
    public static void G55_ChunkSize(double[] a, int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
    }

    [Parallelize]
    public static void G55_Token(double[] a, int[] p, double[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
    }

    /// <summary>Cancelled in between, an iteration would have done the first half of it.</summary>
    [Parallelize]
    public static void G55_TokenAndStore(double[] a, int[] p, double[] b, double[] c, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            c[i] = Math.Sin(b[i]);
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
        }
    }

    /// <summary>A sum beside them: the pipeline yields nothing.</summary>
    [Parallelize, Reassociated]
    public static double G55_SumBeside(double[] a, int[] p, double[] b, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double e = Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
            a[p[i]] += e;
            s += e;
        }

        return s;
    }

    /// <summary>On one thread in lanes.</summary>
    [Parallelize, Vectorize]
    public static void G55_InLanes(float[] f, byte[] u, float[] g, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = MathF.Sqrt(MathF.Abs(g[i]) + 1) / (MathF.Abs(t) + 2);
            float y = MathF.Sqrt(x + 3) / (x + MathF.Abs(g[i]) + 0.5f);
            f[u[i] & 15] += MathF.Sqrt(y + x) / (y * y + 1) + MathF.Sqrt(y) / (x + 5);
        }
    }

    /// <summary>So much that threads share what is in lanes.</summary>
    [Parallelize, Vectorize]
    public static void G55_MuchInLanes(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = Math.Abs(b[i]) + 1, y = Math.Abs(t) + 2;
            double u = Math.Sqrt(x) / (x + y) + Math.Sqrt(x + y) / (x + 2) + Math.Sqrt(y) / (x + 3) + Math.Sqrt(x + 4) / y;
            double v = Math.Sqrt(u) / (u + y) + Math.Sqrt(u + y) / (u + 2) + Math.Sqrt(y + u) / (u + 3) + Math.Sqrt(u + 4) / y;
            double w = Math.Sqrt(v) / (v + y) + Math.Sqrt(v + y) / (v + 2) + Math.Sqrt(y + v) / (v + 3) + Math.Sqrt(v + 4) / y;
            double z = Math.Sqrt(w) / (w + y) + Math.Sqrt(w + y) / (w + 2) + Math.Sqrt(y + w) / (w + 3) + Math.Sqrt(w + 4) / y;
            a[p[i]] += Math.Sqrt(u + v) / (w + z) + Math.Sqrt(v + w) / (z + u) + Math.Sqrt(w + z) / (u + v) + Math.Sqrt(z + u) / (v + w);
            a[p[i] & 1] *= 0.5;
        }
    }

    [Parallelize, Vectorize, Transcendental]
    public static void G55_FunctionsInLanes(float[] f, byte[] u, float[] g, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float x = MathF.Exp(-g[i] * g[i]) + MathF.Sin(g[i] * t) * MathF.Cos(g[i]);
            f[u[i] & 15] += MathF.Exp(-x * x) * MathF.Sin(x) + MathF.Log(MathF.Abs(x) + 1);
        }
    }

    /// <summary>A loop inside, of what the update needs: its sum keeps its order.</summary>
    [Parallelize]
    public static void G55_LoopInside(double[] a, int[] p, double[,] B, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double s = 0;
            for (int j = 0; j < B.GetLength(1); j++)
                s += B[i, j] * c[j];
            a[p[i]] += s;
        }
    }

    /// <summary>The updates are in the loop inside: nothing comes before them.</summary>
    [Parallelize]
    public static void G55_UpdatesInside(double[] a, int[] p, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                a[p[j]] += Math.Sin(b[i]) * Math.Exp(-b[j] * b[j]);
        }
    }

    /// <summary>Another place, at a known distance: a recurrence, which threads don't take.</summary>
    [Parallelize]
    public static void G55_Recurrence(double[] a, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
            a[i % 4] = a[(i + 3) % 4] + Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
    }

    /// <summary>Threads would compute next to nothing.</summary>
    [Parallelize]
    public static void G55_Cheap(double[] a, int[] p, double[] b, double t, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += b[i] * t;
    }
}
