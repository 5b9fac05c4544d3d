using System.Numerics;
using AutoPar;

namespace Kernels;

/// <summary>Count, sum and sum of squares, exactly.</summary>
public readonly record struct G46Moments(int Count, long Sum, BigInteger Squares)
{
    public static G46Moments Empty => default;

    public static G46Moments Of(int value) => new(1, value, (BigInteger)value * value);

    [Reduction(Identity = nameof(Empty))]
    public static G46Moments operator +(G46Moments left, G46Moments right) =>
        new(left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares);
}

/// <summary>Mean and variance by Chan's formula.</summary>
public readonly record struct G46Variance(long Count, double Mean, double Squares)
{
    [Reduction]
    public static G46Variance Merge(G46Variance left, G46Variance right)
    {
        if (left.Count == 0 || right.Count == 0)
            return left.Count == 0 ? right : left;

        long count = left.Count + right.Count;
        double distance = right.Mean - left.Mean;
        return new(count, left.Mean + distance * right.Count / count, left.Squares + right.Squares + distance * distance * left.Count * right.Count / count);
    }
}

/// <summary>G46: reductions by methods and operators that are declared associative.</summary>
public static partial class G46
{
    [Reduction]
    internal static string Join(string left, string right) => left + right;

    [Reduction(Identity = nameof(Nowhere))]
    internal static (double Value, int Place) Lower((double Value, int Place) left, (double Value, int Place) right) => right.Value < left.Value ? right : left;

    internal static (double Value, int Place) Nowhere => (double.PositiveInfinity, -1);

    [Reduction]
    internal static int Gcd(int left, int right) => right == 0 ? Math.Abs(left) : Gcd(right, left % right);

    [Reduction(Identity = nameof(Most))]
    private static long Less(long left, long right) => right < left ? right : left;

    private const long Most = long.MaxValue;

    /// <summary>Not associative, and not declared so.</summary>
    internal static int Odd(int left, int right) => 2 * left - right;

    /// <summary>Matrices of two rows, multiplied from left to right.</summary>
    [Reduction(Identity = nameof(One))]
    internal static (uint A, uint B, uint C, uint D) Times((uint A, uint B, uint C, uint D) l, (uint A, uint B, uint C, uint D) r) =>
        (l.A * r.A + l.B * r.C, l.A * r.B + l.B * r.D, l.C * r.A + l.D * r.C, l.C * r.B + l.D * r.D);

    internal static (uint A, uint B, uint C, uint D) One => (1, 0, 0, 1);

    [Parallelize]
    public static (int, long, string) G46_Moments(int[] p, int n)
    {
        G46Moments all = G46Moments.Of(7);
        for (int i = 0; i < n; i++)
            all += G46Moments.Of(p[i]);
        return (all.Count, all.Sum, all.Squares.ToString());
    }

    [Parallelize, Vectorize]
    public static (int, long) G46_MomentsIf(int[] p, int n)
    {
        G46Moments all = default;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 3)
                all = all + G46Moments.Of(p[i]);
        }

        return (all.Count, all.Sum);
    }

    [Parallelize]
    [Reassociated]
    public static (double, double) G46_Variance(double[] a, int n)
    {
        G46Variance all = default;
        for (int i = 0; i < n; i++)
            all = G46Variance.Merge(all, new G46Variance(1, a[i], 0));
        return (all.Mean, all.Squares);
    }

    /// <summary>Blocks of a scan, too, are the same on any number of threads.</summary>
    [Parallelize]
    [Reassociated]
    public static (double, double) G46_VarianceBesideScan(double[] a, int[] p, int[] r, int n)
    {
        G46Variance all = default;
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            count += p[i];
            r[i] = count;
            all = G46Variance.Merge(all, new G46Variance(1, a[i], 0));
        }

        return (all.Mean, all.Squares);
    }

    /// <summary>Strict keeps the order.</summary>
    [Parallelize(FloatMode = FloatMode.Strict)]
    public static (double, double) G46_VarianceStrict(double[] a, int n)
    {
        G46Variance all = default;
        for (int i = 0; i < n; i++)
            all = G46Variance.Merge(all, new G46Variance(1, a[i], 0));
        return (all.Mean, all.Squares);
    }

    [Parallelize]
    [MaxTrips(1000)]
    public static string G46_Join(int[] p, int n)
    {
        string all = "start ";
        for (int i = 0; i < n; i++)
            all = Join(all, p[i].ToString(System.Globalization.CultureInfo.InvariantCulture));
        return all;
    }

    [Parallelize]
    public static (double, int) G46_Lowest(double[] a, int n)
    {
        (double Value, int Place) best = (0.5, -5);
        for (int i = 0; i < n; i++)
            best = Lower(best, (a[i], i));
        return best;
    }

    [Parallelize, Vectorize]
    public static int G46_Gcd(int[] p, int[] q, int n)
    {
        int all = 0;
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] * 2;
            all = Gcd(all, p[i] * 6);
        }

        return all;
    }

    [Parallelize]
    public static (uint, uint, uint, uint) G46_Product(uint[] z, int n)
    {
        var all = One;
        for (int i = 0; i < n; i++)
            all = Times(all, (z[i], 1, 1, 0));
        return all;
    }

    /// <summary>By a private method.</summary>
    [Parallelize]
    public static long G46_Private(long[] w, int n)
    {
        long all = 17;
        for (int i = 0; i < n; i++)
            all = Less(all, w[i] * 3);
        return all;
    }

    /// <summary>From inside an inner loop, and into two scalars.</summary>
    [Parallelize]
    public static (int, long, int) G46_Two(int[] p, int n, int m)
    {
        G46Moments all = default;
        int divisor = 0;
        for (int i = 0; i < n; i++)
        {
            divisor = Gcd(divisor, p[i]);
            for (int j = 0; j < m; j++)
                all += G46Moments.Of(i * j);
        }

        return (all.Count, all.Sum, divisor);
    }

    /// <summary>Its running value is used.</summary>
    [Parallelize]
    public static int G46_Used(int[] p, int[] q, int n)
    {
        int all = 0;
        for (int i = 0; i < n; i++)
        {
            all = Gcd(all, p[i]);
            q[i] = all;
        }

        return all;
    }

    /// <summary>The value depends on the scalar.</summary>
    [Parallelize]
    public static int G46_Inside(int[] p, int n)
    {
        int all = 0;
        for (int i = 0; i < n; i++)
            all = Gcd(all, p[i] + all);
        return all;
    }

    /// <summary>The scalar is the right operand.</summary>
    [Parallelize]
    [MaxTrips(1000)]
    public static string G46_Right(int[] p, int n)
    {
        string all = "";
        for (int i = 0; i < n; i++)
            all = Join(p[i].ToString(System.Globalization.CultureInfo.InvariantCulture), all);
        return all;
    }

    /// <summary>Two methods.</summary>
    [Parallelize]
    public static int G46_Mixed(int[] p, int n)
    {
        int all = 0;
        for (int i = 0; i < n; i++)
        {
            all = Gcd(all, p[i]);
            all = Odd(all, p[i]);
        }

        return all;
    }

    /// <summary>Throws in some iteration: nothing of the run is seen.</summary>
    [Parallelize]
    public static int G46_Throws(int[] p, int[] q, int n)
    {
        int all = 0;
        for (int i = 0; i < n; i++)
            all = Gcd(all, p[i] / q[i]);
        return all;
    }

    /// <summary>The value is seen after the exception.</summary>
    [Parallelize]
    public static int G46_Caught(int[] p, int[] q, int n)
    {
        int all = 0;
        try
        {
            for (int i = 0; i < n; i++)
                all = Gcd(all, p[i] / q[i]);
        }
        catch (DivideByZeroException)
        {
            return -all;
        }

        return all;
    }
}
