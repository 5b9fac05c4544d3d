using AutoPar;

namespace Kernels;

/// <summary>G34: subscripts, divisors and their kind that lanes test while they run.</summary>
public static partial class G34
{
    [Vectorize]
    [Between("p", 0, 40)]
    public static void G34_Gather(float[] f, float[] g, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i] * 0.5f + g[p[i]];
    }

    /// <summary>The place is read from an element that was stored just before.</summary>
    [Vectorize]
    [Between("p", 0, 40)]
    [Between("q", 0, 40)]
    public static void G34_AfterStore(int[] p, int[] q, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = q[i] / 2;
            int k = p[i];
            f[i] = f[i] * 0.5f + g[k] * g[k] + f[i] * f[i];
        }
    }

    /// <summary>r may be p.</summary>
    [Vectorize]
    [Between("p", 0, 40)]
    [Between("q", 0, 40)]
    [Between("r", 0, 40)]
    public static void G34_AfterOther(int[] p, int[] q, int[] r, float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = q[i] / 2;
            int k = p[i];
            f[i] = f[i] * 0.5f + g[k] * g[k] + f[i] * f[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G34_Any(float[] f, float[] g, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i] * 0.5f + g[p[i]] * g[p[i]];
    }

    // What lies in the places may be one array with them.
    [Vectorize]
    [Between("p", 0, 40)]
    [Between("q", 0, 40)]
    [Between("r", 0, 40)]
    public static void G34_Same(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = (q[p[i]] ^ i) * 3 + p[i] * q[i];
    }

    [Vectorize]
    [Between("p", 0, 40)]
    public static void G34_Scatter(float[] f, float[] g, int[] p, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[p[i]] = g[i] > t ? g[i] * t + 1 : MathF.Sqrt(MathF.Abs(g[i]));
        }
    }

    [Vectorize]
    [MostlyUnique("p")]
    public static void G34_Update(float[] f, float[] g, [Unique] int[] p, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[p[i]] += MathF.Sqrt(MathF.Abs(g[i])) / (MathF.Abs(t) + MathF.Abs(g[i]) + 1);
        }
    }

    // A subscript counts only where its branch is taken.
    [Vectorize]
    [Between("p", -3, 60)]
    public static void G34_If(float[] f, float[] g, float[] h, int[] p, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (g[i] > t)
            {
                f[i] = h[p[i]] * t + g[i];
            }
        }
    }

    [Vectorize]
    public static void G34_Bytes(float[] f, float[] table, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i] * 0.5f + table[u[i]] * f[i];
    }

    [Vectorize]
    public static void G34_Shorts(float[] f, float[] table, short[] w, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i] * 0.5f + table[w[i]] * f[i];
    }

    [Vectorize]
    public static void G34_Unsigned(float[] f, float[] g, uint[] p, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = f[i] * 0.5f + g[p[i] % 67] * f[i];
    }

    [Vectorize]
    [Between("p", -2, 45)]
    public static void G34_Long(double[] a, double[] b, long[] p, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = Math.Sqrt(Math.Abs(a[p[i]])) + b[i] * b[i] / (1 + b[i] * b[i]);
    }

    // The place is computed once, before anything is stored, and used twice.
    [Vectorize]
    [Between("p", 0, 30)]
    public static void G34_Temporary(float[] f, float[] g, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = p[i] + 2;
            float e = g[k] * 0.5f;
            f[i] = e + g[k - 1] * f[i];
        }
    }

    // The second place is another one than the first.
    [Vectorize]
    [Between("p", -1, 40)]
    public static void G34_Twice(float[] f, float[] g, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = p[i];
            float e = g[k] * 0.5f + f[i];
            k = q[i];
            f[i] = e + g[k] * f[i];
        }
    }

    // Two arrays, two lengths.
    [Vectorize]
    [Between("p", 0, 40)]
    public static void G34_Lengths(float[] f, float[] g, float[] h, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = g[p[i]] * h[p[i]] + f[i] * 0.25f;
    }

    // Stores to what decides.
    [Vectorize]
    [Between("p", 0, 40)]
    public static void G34_Decides(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            p[i] = (q[p[i]] & 31) * 3 % 40;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static int G34_Find(int[] p, float[] f, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (f[p[i]] > t)
                return i;
        }

        return -1;
    }

    // The iteration that leaves doesn't divide, and those before may not divide by 0.
    [Vectorize]
    [Between("p", -9, 200)]
    [Between("q", 0, 60)]
    public static int G34_Divides(int[] p, int[] q, int[] r, int m, int n)
    {
        int i = 0;
        for (; i < n; i++)
        {
            if (p[i] == m)
                break;
            r[i] = p[i] / q[i];
        }

        return i;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static int G34_Count(float[] f, float[] g, int[] p, float t, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            float e = g[p[i]] * t + f[i];
            if (e > 0)
                count++;
            f[i] = e;
        }

        return count;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static int G34_Span(Span<float> f, ReadOnlySpan<float> g, ReadOnlySpan<int> p)
    {
        int i = f.Length - 1;
        for (; i >= 0; i--)
        {
            f[i] = g[p[i]] * f[i] + 1;
        }

        return i;
    }

    [Vectorize]
    [Between("p", 0, 60)]
    public static void G34_Foreach(float[] f, float[] g, int[] p)
    {
        int at = 0;
        foreach (int k in p)
        {
            f[at] = g[k] * f[at] + 0.5f;
            at++;
        }
    }

    // Two hops: the second place is looked up only where the first is in range.
    [Vectorize]
    [Between("p", 0, 40)]
    [Between("q", 0, 40)]
    public static void G34_Hops(float[] f, float[] g, int[] p, int[] q, float t, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = MathF.Sqrt(MathF.Abs(g[p[q[i]]])) / (MathF.Abs(f[i]) + 1) + f[i] * t + MathF.Sqrt(MathF.Abs(f[i]));
    }
}
