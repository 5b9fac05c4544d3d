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

    [Parallelize, Vectorize]
    public static unsafe int PointersSum(int* x, byte* u, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
            s += x[i] * u[i];
        return s;
    }

    [Parallelize, Vectorize, Reassociated]
    public static unsafe double PointersDot(float* x, double* y, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += x[i] * y[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static unsafe void PointersOffset(short* x, short* y, int n)
    {
        for (int i = 0; i < n; i++)
            y[i] = (short)(x[i + 1] - x[i]);
    }

    [Parallelize, Vectorize]
    public static unsafe void PointersMasked(double* x, double* y, bool* on, int n)
    {
        for (int i = 0; i < n; i++)
            if (on[i])
                y[i] = x[i] * 2;
    }

    [Parallelize, Vectorize]
    public static unsafe void PointersAndArray(double* x, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] += x[i];
    }

    [Parallelize, Vectorize]
    public static unsafe void PointersTypes(int* x, float* y, int n)
    {
        for (int i = n - 1; i >= 0; i--)
            y[i] = x[i];
    }

    [Parallelize, Vectorize]
    [Values("k", 1 << 30, 1 << 29), Values("m", 0)]
    public static unsafe void PointersFar(int* x, int n, int k, int m)
    {
        for (int i = 0; i < n; i += 8)
            x[i * k + m] = i;
    }

    [Parallelize, Vectorize]
    public static unsafe void PointersInterleaved(int* x, int* y, int n)
    {
        for (int i = 0; i < n / 2; i++)
            y[2 * i] = x[2 * i + 1] + x[2 * i + 3];
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1, 2, 3, 5)]
    public static unsafe void PointersShifted(int* x, int n, int m)
    {
        int* y = x + m;
        for (int i = 0; i < n / 2; i++)
            y[2 * i] = x[2 * i + 1] + x[2 * i + 3];
    }

    [Parallelize, Vectorize]
    [Values("k", 1, 2, 3), Values("m", 0, 1, 2)]
    public static unsafe void PointersStep(long* x, int* y, int n, int m, int k)
    {
        for (int i = m; i < n; i += k)
            x[i] = y[i] ^ i;
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

    /// <summary>Names that generated code would like to have.</summary>
    [Parallelize, Vectorize]
    public static int Names(int[] holds, int[] trips, int[] result, int from, int to, int n)
    {
        int sum = 0, sumAbove = 0;
        for (int i = 0; i < n; i++)
        {
            result[i] = holds[i] / (trips[i] | 1) + from - to;
            sumAbove += holds[i];
        }

        for (int i = 0; i < n; i++)
            sum = checked(sum + trips[i]);
        return sum + sumAbove;
    }

    // Jumps forwards in the iteration.
    [Parallelize, Vectorize]
    public static void G17_ThreeWay(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = a[i] - t;
            if (x < 0)
                goto below;
            if (x == 0)
                goto equal;
            c[i] = a[i] * 2;
            goto next;
        below:
            c[i] = b[i];
            goto next;
        equal:
            c[i] = t;
        next:
            b[i] = c[i] + x;
        }
    }

    [Parallelize, Vectorize]
    public static void G17_Joined(double[] a, double[] b, double[] c, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] < t)
                goto small;
            b[i] -= a[i];
            if (b[i] > t)
                goto store;
        small:
            b[i] += 3;
        store:
            c[i] = b[i] * b[i];
        }
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 7)]
    public static void G17_GotoCase(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (p[i] & 3)
            {
                case 0:
                    r[i] = q[i];
                    goto case 2;
                case 1:
                    r[i] = 1;
                    break;
                case 2:
                    r[i] += p[i];
                    goto default;
                default:
                    r[i] -= 5;
                    break;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G17_OutOfInner(double[,] A, double[] b, double t, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double s = 0;
            for (int j = 0; j < m; j++)
            {
                if (A[i, j] > t)
                    goto done;
                s += A[i, j];
            }

            s = -s;
        done:
            b[i] = s;
        }
    }

    // Backwards: how often isn't counted.
    [Parallelize, Vectorize]
    public static void G17_Backwards(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double x = a[i];
        again:
            if (x > 1 && x < 1e30)
            {
                x *= 0.25;
                goto again;
            }

            a[i] = x;
        }
    }
}
