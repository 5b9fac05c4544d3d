using AutoPar;

namespace Kernels;

/// <summary>G12: divergent control flow.</summary>
public static partial class G12
{
    [Parallelize, Vectorize]
    [Values("m", 0, 1, 7, 50)]
    public static void G12_1(double[] a, double[] b, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double zr = 0, zi = 0;
            int o = 0;
            while (o < m && zr * zr + zi * zi <= 4)
            {
                double e = zr * zr - zi * zi + a[i];
                zi = 2 * zr * zi + b[i];
                zr = e;
                o++;
            }

            r[i] = o;
        }
    }

    [Parallelize, Vectorize]
    [Between("a", 0.25, 4)]
    public static void G12_2(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            while (Math.Abs(e * e - a[i]) > 1e-9)
                e = 0.5 * (e + a[i] / e);
            b[i] = e;
        }
    }

    [Parallelize, Vectorize]
    public static void G12_3(double[] a, double[] b, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int lo = 0, hi = m;
            while (lo < hi)
            {
                int mid = (lo + hi) >>> 1;
                if (a[mid] < b[i])
                    lo = mid + 1;
                else
                    hi = mid;
            }

            r[i] = lo;
        }
    }

    [Parallelize, Vectorize]
    public static void G12_4(double[] a, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = 0; j < m; j++)
            {
                if (b[j] > a[i])
                    break;
                if (b[j] < 0)
                    continue;
                e += b[j];
            }

            c[i] = e;
        }
    }

    [Vectorize]
    public static double G12_5(double v)
    {
        if (v <= 0)
            return 0;
        if (v >= 1)
            return 1;
        return v * v * (3 - 2 * v);
    }

    [Parallelize, Vectorize]
    public static void G12_5_Loop(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = G12_5(a[i]);
    }

    // The trip count differs from lane to lane, the place in the array doesn't.
    [Parallelize, Vectorize]
    public static void G12_6(int[] p, double[] a, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = 0; j < (p[i] & 15); j++)
                e = e * 0.5 + (j ^ 3);
            c[i] = e - a[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G12_6_Triangle(double[] a, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            for (int j = 0; j < i; j++)
                e = e * 0.5 + a[j];
            c[i] = e;
        }
    }

    // The index starts, and steps, elsewhere in each lane; it wraps as C#'s does.
    [Parallelize, Vectorize]
    public static void G12_6_Start(int[] p, int[] q, long[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            long e = 0;
            for (int j = p[i] & 7; j < 20; j += 1 + (q[i] & 3))
                e = e * 3 + j;
            for (byte b = (byte)p[i]; b >= 250; b++)
                e ^= b;
            for (uint u = (uint)q[i]; u > 4294967290u; u++)
                e += u;
            r[i] = e;
        }
    }

    // Breaks in both loops, a continue before the break; nothing of a trip is done after either.
    [Parallelize, Vectorize]
    public static void G12_7(double[] a, double[] b, double[] c, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            int o = 0, l = 0;
            while (o < 9)
            {
                o++;
                if (e > 100)
                    break;
                for (int j = 0; j < m; j++)
                {
                    l += 3;
                    if (b[j] == e)
                        continue;
                    if (b[j] > e)
                    {
                        e += 2;
                        if (l > 40)
                            break;
                        l++;
                    }
                    else if (m > 6)
                        break;
                    e -= 0.25;
                }

                e = e * 1.5 + 1;
            }

            c[i] = e;
            r[i] = o * 1000 + l;
        }
    }

    [Parallelize, Vectorize]
    public static void G12_8(float[] a, float[] b, byte[] u, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            float e = a[i];
            byte o = u[i];
            do
            {
                e *= 0.5f;
                o += 7;
                if (e != e)
                    break;
            }
            while (e > 1 && o < 200 || o < m);
            b[i] = e;
            u[i] = o;
        }
    }

    // The index is read after its loop.
    [Parallelize, Vectorize]
    public static void G12_9(double[] a, double[] b, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int j;
            for (j = 0; j < m; j++)
                if (b[j] > a[i])
                    break;
            r[i] = j;
        }
    }

    // One after the other, the second from where the first stopped.
    [Parallelize, Vectorize]
    public static void G12_9_Twice(double[] a, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            int k = 0, t = 0;
            while (k < m && k < a[i])
                k++;
            while (k < 2 * m)
            {
                k += 2;
                t++;
            }

            r[i] = k * 100 + t;
        }
    }

    [Parallelize, Vectorize]
    public static (long Sum, int Count, int Last) G12_10(int[] p, int n)
    {
        long sum = 0;
        int count = 0, last = -1;
        for (int i = 0; i < n; i++)
        {
            int v = p[i] & 1023;
            while (v > 1)
            {
                sum += v;
                if ((v & 1) != 0)
                {
                    count++;
                    last = i;
                }

                v >>= 1;
            }
        }

        return (sum, count, last);
    }

    [Parallelize, Vectorize]
    public static double G12_10_Least(double[] a, int n)
    {
        double least = 1000;
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            for (int j = 0; j < 5; j++)
            {
                if (e > 7)
                    break;
                least = Math.Min(least, e);
                e = e * 2 - 1;
            }
        }

        return least;
    }

    // The second operand divides by what the first one has tested.
    [Parallelize, Vectorize]
    public static void G12_11(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int d = q[i] & 7, o = 0;
            while (d != 0 && p[i] / d != 3)
            {
                d--;
                o++;
            }

            r[i] = o * 8 + d;
        }
    }

    [Parallelize, Vectorize]
    public static void G12_11_Euclid(uint[] p, uint[] q, uint[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            uint u = p[i], v = q[i];
            while (v != 0)
            {
                uint t = u % v;
                u = v;
                v = t;
            }

            r[i] = u;
        }
    }

    // Lanes of every width; what is in the loop alone doesn't differ.
    [Parallelize, Vectorize]
    public static void G12_12(byte[] u, short[] v, float[] f, long[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            long e = u[i];
            short s = v[i];
            float g = f[i];
            int k = 0;
            while (k < m)
            {
                int twice = k * 2 + 1;
                s = (short)(s * 3 + twice);
                g += twice;
                if (s < 0 && g > twice)
                    break;
                e += s ^ k;
                k++;
            }

            r[i] = e + (long)g + k;
            v[i] = s;
        }
    }

    // If no lane takes the branch, its loop, which doesn't end, isn't entered.
    [Parallelize, Vectorize]
    public static void G12_13(double[] a, double[] b, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double e = a[i];
            if (e == 1234567.875)
            {
                int t = 1;
                while (m >= 0)
                    t ^= 1;
                e = t;
            }

            b[i] = e + 1;
        }
    }

    // Iteration i reads what all trips of iteration i - 1 have left.
    [Parallelize, Vectorize]
    public static void G12_14(double[] x, double[] y, double[] z, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = p[i] & 3;
            while (t > 0)
            {
                x[i + 1] = y[i] + t;
                z[i] += x[i];
                t--;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G12_14_Start(double[] x, double[] z, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = p[i] & 3; j < 4; j++)
            {
                x[i + 1] = j;
                z[i] += x[i];
            }
    }

    // Stores by the lanes that are still there alone.
    [Parallelize, Vectorize]
    public static void G12_15(double[] a, double[] c, int[] p, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (a[i] * j > 3)
                    break;
                c[i] += a[i];
                if (j == (p[i] & 3))
                    c[i] *= 0.5;
            }
        }
    }

    // Uniform loops leave at once, whatever the mask around them.
    [Parallelize, Vectorize]
    public static void G12_16(double[] a, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            double e = 0;
            if (a[i] > 0)
            {
                for (int j = 0; j < m; j++)
                {
                    if (b[j] > 3)
                        break;
                    e += b[j] * a[i];
                }
            }

            int t = 0;
            while (true)
            {
                t++;
                if (t > m)
                    break;
                e += t;
                if (e > 50)
                    break;
            }

            c[i] = e;
        }
    }

    // Scalar methods with loops: each lane runs through them on its own.
    [Parallelize, Vectorize]
    public static double G12_17(double v)
    {
        int k = 0;
        while (v > 1 && k < 2000)
        {
            v *= 0.5;
            k++;
        }

        return v + k;
    }

    // What returns inside the loops does nothing of what follows them.
    [Vectorize]
    public static float G12_17_Return(float v, int m)
    {
        float e = v;
        for (int j = 0; j < (m & 15); j++)
        {
            e = e * e - 1.5f;
            if (e > 1000)
                return -j;
            for (int l = 0; l < 3; l++)
            {
                e += 0.25f;
                if (e == 7)
                    continue;
                if (e < -1000)
                    return l;
            }

            e *= 0.75f;
        }

        if (e < 0)
            return e - 1;
        return e + v;
    }
}
