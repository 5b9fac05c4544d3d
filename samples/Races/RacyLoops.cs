namespace AutoPar.Samples.Races;

/// <summary>
/// Loops that must not run in parallel as they stand. Building this file shows a warning at each race; every form of
/// these methods gives what the method as written gives.
/// </summary>
public static partial class RacyLoops
{
    private static readonly int[] s_memo = new int[1024];

    private static double s_scratch;

    /// <summary>Iteration i reads what iteration i − 1 stored.</summary>
    [Parallelize]
    public static void Smooth(double[] a)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] = 0.5 * (a[i] + a[i - 1]);
        }
    }

    /// <summary>The sign of s alternates: the order of the iterations is part of the result.</summary>
    [Parallelize]
    public static double Alternate(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            s = a[i] - s;
        }

        return s;
    }

    /// <summary>Two values may fall into one bin.</summary>
    [Parallelize]
    public static void Histogram(int[] counts, byte[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            counts[values[i]]++;
        }
    }

    /// <summary>Of two equal indices the last one wins.</summary>
    [Parallelize]
    public static void Scatter(double[] a, double[] b, int[] index)
    {
        for (int i = 0; i < index.Length; i++)
        {
            a[index[i]] = b[i];
        }
    }

    /// <summary>A field is one location for all iterations.</summary>
    [Parallelize]
    public static void Damp(double[] a, double[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            s_scratch = Math.Sqrt(s_scratch + a[i]);
            b[i] = s_scratch;
        }
    }

    /// <summary>The callee keeps a cache that all iterations write.</summary>
    [Parallelize]
    public static void Cache(int[] p, int[] r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = Cached(p[i]);
        }
    }

    /// <summary>All iterations draw from one generator.</summary>
    [Parallelize]
    public static void Draw(double[] a, Random random)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = random.NextDouble();
        }
    }

    /// <summary>Starts the methods that keep state from the same state again.</summary>
    public static void Reset()
    {
        s_scratch = 1;
        Array.Clear(s_memo);
    }

    private static int Cached(int v) => s_memo[v] != 0 ? s_memo[v] : s_memo[v] = v * v;
}
