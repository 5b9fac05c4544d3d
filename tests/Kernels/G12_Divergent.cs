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
}
