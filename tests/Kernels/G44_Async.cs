using AutoPar;

namespace Kernels;

/// <summary>G44: methods that give tasks. A task does what the method as written does.</summary>
public static partial class G44Async
{
    [Parallelize(Async = true), Vectorize, Reassociated]
    public static double G44_AsyncSum(double[] x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += x[i];
        return sum;
    }

    /// <summary>The first of the lowest iterations that throw is the task's exception.</summary>
    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncDivided(int[] a, int[] b, int[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i] = a[i] / b[i];
    }

    [Parallelize(Async = true), LaterWritesVisible, MaxTrips(1100)]
    public static void G44_AsyncTexts(double[] a, string[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i].ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Two loops, and one that stays as written.</summary>
    [Parallelize(Async = true), Vectorize, Reassociated]
    public static double G44_AsyncSeveral(double[] a, double[] b, int n, double k = 2)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * k;
        double last = 0;
        for (int i = 0; i < n; i++)
            last = last * 0.5 + b[i];
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += b[i] * a[i];
        return sum + last;
    }

    /// <summary>No form of its own: it runs as written.</summary>
    [Parallelize(Async = true)]
    public static double G44_AsyncRefused(double[] a, int n)
    {
        double y = 1;
        for (int i = 0; i < n; i++)
            y = y * 0.25 + a[i];
        return y;
    }

    /// <summary>In lanes alone, in slices.</summary>
    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncLanes(int[] a, int n)
    {
        for (int i = 16; i < n; i++)
            a[i] = a[i - 16] * 3 + 1;
    }

    [Parallelize(Async = true), Vectorize, MaxTrips(300)]
    public static void G44_AsyncSteps(int[] a, int[] b, int n)
    {
        for (int t = 0; t < 3; t++)
        {
            for (int i = 1; i < n - 1; i++)
                b[i] = a[i - 1] + a[i + 1];
            for (int i = 1; i < n - 1; i++)
                a[i] = b[i] * 3;
        }
    }

    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncToken(int[] a, int[] b, int n, CancellationToken token)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] + 1;
    }

    /// <summary>Its parameters have the names of those that are added, and the last one takes any number.</summary>
    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncNames(int[] progress, int cancellationToken, params int[] b)
    {
        for (int i = 0; i < cancellationToken; i++)
            b[i] = progress[i] * 2;
    }

    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncGeneric<T>(T[] a, T[] b, T k, int n)
        where T : System.Numerics.INumber<T>
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * k + b[i];
    }

    [Parallelize(Async = true), Vectorize]
    public static void G44_AsyncExtension(this int[] a, int[] b)
    {
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] ^ 5;
    }
}

/// <summary>G44: instance methods that give tasks.</summary>
public partial class G44AsyncOwner
{
    private int[] _bins = [];

    [Parallelize(Async = true), Vectorize]
    public void G44_AsyncField(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
            _bins[i] = a[i] * 2;
    }
}

/// <summary>G44: a struct whose copy is as good.</summary>
public readonly partial struct G44AsyncValue
{
    [Parallelize(Async = true), Vectorize]
    public int G44_AsyncOfAStruct(int[] a, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += a[i];
        return sum;
    }
}
