using System.Globalization;
using AutoPar;

namespace Kernels;

/// <summary>G44: methods that can be cancelled. A token that is never cancelled changes nothing.</summary>
public static partial class G44
{
    [Parallelize, Vectorize]
    public static void G44_NeverLooks(double[] y, double[] x, double k, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            y[i] += k * x[i];
    }

    [Parallelize, Vectorize, MayBeCancelled]
    public static void G44_LooksFirst(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            b[i] = a[i] * 3 + i;
        }
    }

    [Parallelize, Vectorize]
    public static void G44_LooksBetween(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            int t = a[i] ^ i;
            token.ThrowIfCancellationRequested();
            b[i] = t;
        }
    }

    /// <summary>The condition is gone with the statement, but not what it may throw.</summary>
    [Parallelize, Vectorize, MayBeCancelled]
    public static void G44_LooksNowAndThen(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            if (i % 256 == 0)
                token.ThrowIfCancellationRequested();
            b[i] = a[i] + i;
        }
    }

    [Parallelize, Vectorize]
    public static void G44_LooksUnderACondition(int[] a, int[] p, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[p[i]] > 0)
                token.ThrowIfCancellationRequested();
            b[i] = i;
        }
    }

    [Parallelize, Vectorize, Reassociated, MayBeCancelled]
    public static double G44_Sum(double[] x, int n, CancellationToken token)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            sum += x[i] * x[i];
        }

        return sum;
    }

    [Vectorize, Reassociated]
    public static float G44_SumInLanes(float[] x, int n, CancellationToken token)
    {
        float sum = 1;
        for (int i = 0; i < n; i++)
            sum += x[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static int G44_CheckedSum(int[] x, int n, CancellationToken token)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
            checked { sum += x[i]; }
        return sum;
    }

    [Parallelize, Vectorize, MayBeCancelled]
    public static long G44_GatheredSum(int[] a, int[] p, int n, CancellationToken token)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            sum += a[p[i]];
        }

        return sum;
    }

    [Vectorize]
    public static void G44_LanesOnly(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[i + 1] + b[i];
    }

    /// <summary>Lanes keep the vector that the one before stored.</summary>
    [Parallelize, Vectorize]
    public static void G44_LanesAtADistance(int[] a, int n, CancellationToken token)
    {
        for (int i = 16; i < n; i++)
            a[i] = a[i - 16] * 3 + 1;
    }

    [Parallelize, Vectorize, MayBeCancelled]
    public static void G44_RunningSum(int[] a, int[] b, int n, CancellationToken token)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            sum += a[i];
            b[i] = sum;
        }
    }

    [Vectorize, MayBeCancelled]
    public static void G44_Carried(int[] a, int n, CancellationToken token)
    {
        for (int i = 1; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            a[i] += a[i - 1];
        }
    }

    [Parallelize, Vectorize, MayBeCancelled]
    public static int G44_Search(int[] a, int t, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            if (a[i] == t)
                return i;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    public static void G44_Histogram(int[] bins, byte[] p, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            bins[p[i]]++;
    }

    [Parallelize, Vectorize, MostlyUnique("p")]
    public static void G44_Scatter(int[] a, int[] p, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] = b[i];
    }

    [Parallelize, Vectorize]
    public static void G44_Reversal(int[] a, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            a[i] = a[n - 1 - i] + 1;
    }

    /// <summary>Chunks end in iterations of another kind: they aren't cut.</summary>
    [Parallelize, Vectorize]
    public static void G44_Seams(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n - 3; i++)
            a[i] = a[i + 3] + b[i];
    }

    [Parallelize, Vectorize]
    public static long G44_SeamsAndSum(int[] a, int[] b, int n, CancellationToken token)
    {
        long sum = 0;
        for (int i = 0; i < n - 1; i++)
        {
            token.ThrowIfCancellationRequested();
            sum += a[i + 1];
            a[i] = a[i + 1] + b[i];
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static void G44_Divided(int[] a, int[] b, int[] c, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            c[i] = a[i] / b[i];
    }

    [Parallelize, Vectorize, Reassociated, MayBeCancelled]
    public static void G44_Nest(double[,] a, double[] x, double[] y, CancellationToken token)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            token.ThrowIfCancellationRequested();
            double sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
                sum += a[i, j] * x[j];
            y[i] = sum;
        }
    }

    /// <summary>Time steps in order, each on threads.</summary>
    [Parallelize, Vectorize, MaxTrips(300)]
    public static void G44_Steps(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int t = 0; t < 3; t++)
        {
            token.ThrowIfCancellationRequested();
            for (int i = 1; i < n - 1; i++)
                b[i] = a[i - 1] + a[i + 1];
            for (int i = 1; i < n - 1; i++)
                a[i] = b[i] * 3;
        }
    }

    [Parallelize, Vectorize]
    public static void G44_Spans(Span<int> a, ReadOnlySpan<int> b, CancellationToken token)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] += b[i];
    }

    /// <summary>The token's name is one that generated code would use.</summary>
    [Parallelize, Vectorize, Reassociated]
    public static double G44_Names(double[] slices, double[] first, int n, CancellationToken trips)
    {
        double length = 0;
        for (int i = 0; i < n; i++)
        {
            trips.ThrowIfCancellationRequested();
            length += slices[i] * first[i];
        }

        return length;
    }

    [Parallelize, MaxTrips(1100)]
    public static void G44_Texts(double[] a, string[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            b[i] = a[i].ToString("R", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The look is part of a statement that runs as written.</summary>
    [Parallelize, MaxTrips(1100), LaterWritesVisible]
    public static void G44_TextsUnderACondition(double[] a, string[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i].ToString("R", CultureInfo.InvariantCulture).Length > 3)
                token.ThrowIfCancellationRequested();
            b[i] = "text";
        }
    }

    [Parallelize, Vectorize]
    public static void G44_Generic<T>(T[] a, T[] b, T k, int n, CancellationToken token)
        where T : System.Numerics.INumber<T>
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            b[i] = a[i] * k + b[i];
        }
    }

    [Parallelize, Vectorize]
    public static int G44_Caught(int[] a, int[] b, int n, CancellationToken token)
    {
        int caught = 0;
        try
        {
            for (int i = 0; i < n; i++)
            {
                token.ThrowIfCancellationRequested();
                b[i] = a[i] + 1;
            }
        }
        catch (OperationCanceledException)
        {
            caught = 1;
        }

        return caught;
    }

    /// <summary>What is left then is what a prefix of the iterations left, which threads don't tell.</summary>
    [Parallelize, Vectorize]
    public static int G44_Breaks(int[] a, int[] b, int n, CancellationToken token)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            if (token.IsCancellationRequested)
                break;
            b[i] = a[i] + 1;
        }

        return i;
    }

    [Parallelize, Vectorize]
    public static void G44_AnotherToken(int[] a, int[] b, int n, CancellationToken token, CancellationToken other)
    {
        for (int i = 0; i < n; i++)
        {
            other.ThrowIfCancellationRequested();
            b[i] = a[i] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G44_Reassigned(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            b[i] = a[i] + 1;
            token = CancellationToken.None;
        }
    }

    [Parallelize, Vectorize]
    public static void G44_AssignedBefore(int[] a, int[] b, int n, CancellationToken token)
    {
        token = default;
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            b[i] = a[i] + 1;
        }
    }
}

/// <summary>G44: instance methods.</summary>
public partial class G44Owner
{
    private int[] _bins = [];

    [Parallelize, Vectorize]
    public void G44_Field(int[] a, int n, CancellationToken token = default)
    {
        for (int i = 0; i < n; i++)
        {
            token.ThrowIfCancellationRequested();
            _bins[i] = a[i] * 2;
        }
    }
}
