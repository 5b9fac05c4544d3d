using AutoPar;

namespace Kernels;

/// <summary>Shapes of methods and types around the loops.</summary>
public partial class G17
{
    private int[] _counts = [];
    public double[] Weights = [];
    public float Scale;

    [Parallelize, Vectorize]
    public void InstanceFields(int n)
    {
        for (int i = 0; i < n; i++)
            Weights[i] = Weights[i] * Scale + _counts[i];
    }

    [Parallelize, Vectorize]
    public double InstanceAndParameter(double[] a)
    {
        double largest = Scale;
        for (int i = 0; i < a.Length; i++)
            largest = Math.Max(largest, a[i] * Weights[i]);
        return largest;
    }

    [Parallelize]
    public void OnlyParallel(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = Math.Sqrt(a[i]) * Scale;
    }

    [Vectorize]
    public static void OnlyVectorize(float[] f, int n)
    {
        for (int i = 0; i < n; i++)
            f[i] = -f[i];
    }

    [Parallelize, Vectorize]
    private static int PrivateMethod(int[] p, int n)
    {
        int x = 0;
        for (int i = 0; i < n; i++)
            x |= p[i];
        return x;
    }

    [Parallelize, Vectorize]
    public static int CallsPrivate(int[] p, int n)
    {
        int bits = PrivateMethod(p, n);
        for (int i = 0; i < n; i++)
            p[i] &= bits;
        return bits;
    }

    [Parallelize, Vectorize]
    public static int Several(int[] p, int[] q, int n)
    {
        if (n < 0)
            return -1;
        int total = 0;
        for (int i = 0; i < n; i++)
            total += p[i];
        if (total == 0)
            return 0;
        for (int i = 0; i < n; i++)
            q[i] = p[i] + total;
        try
        {
            for (int i = 0; i < n; i++)
                total ^= q[i];
        }
        finally
        {
            total++;
        }

        return total;
    }

    [Parallelize, Vectorize]
    public static void Keywords(double[] @class, double @double, int @event)
    {
        for (int @int = 0; @int < @event; @int++)
            @class[@int] += @double;
    }

    [Parallelize, Vectorize]
    public static int[] Allocates(int[] p, int n)
    {
        var result = new int[Math.Max(n, 0)];
        for (int i = 0; i < result.Length; i++)
            result[i] = p[i] * 2;
        return result;
    }

    [Parallelize, Vectorize]
    public static void Defaults(double[] a, int n, double t = 2, bool negate = false)
    {
        for (int i = 0; i < n; i++)
            a[i] *= negate ? -t : t;
    }

    [Parallelize(Schedule = Schedule.Static), Vectorize]
    public static long StaticSchedule(long[] p, int n)
    {
        long x = 0;
        for (int i = 0; i < n; i++)
            x += p[i] * i;
        return x;
    }

    [Parallelize(Schedule = Schedule.Dynamic, ChunkSize = 16), Vectorize]
    [Reassociated]
    public static double DynamicSchedule(double[] a, int n)
    {
        double x = 0;
        for (int i = 0; i < n; i++)
            x += a[i] * i;
        return x;
    }

    [Parallelize(Schedule = Schedule.Guided, MaxDegreeOfParallelism = 3), Vectorize]
    public static void GuidedSchedule(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] / (i + 1);
    }

    [Parallelize, Vectorize]
    public static void Locals(int[] p, int n)
    {
        const int Factor = 3;
        int offset = n / 2;
        int[] alias = p;
        for (int i = 0; i < n; i++)
        {
            int x = alias[i] * Factor;
            {
                int y = x + offset;
                alias[i] = y;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void IndexValues(int[] p, double[] a, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = i * i - 7;
            a[i] = i * 0.5;
            u[i] = (byte)i;
        }
    }

    [Parallelize, Vectorize]
    public static unsafe void Pointers(double* x, double* y, int n)
    {
        for (int i = 0; i < n; i++)
            y[i] = x[i] + 1;
    }
}

/// <summary>A generic type with an annotated method.</summary>
public partial struct G17Struct
{
    public double Factor;

    [Parallelize, Vectorize]
    public readonly void Apply(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= Factor;
    }

    [Parallelize, Vectorize]
    public void Accumulate(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Factor = Math.Max(Factor, p[i]);
    }
}
