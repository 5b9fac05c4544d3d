using AutoPar;

namespace Kernels;

/// <summary>G62: writes that the place they stand at doesn't show, and subscripts that only one statement knows.</summary>
public static partial class G62
{
    public static double Total;

    public sealed class Cell
    {
        public double Value;

        public ref double Place() => ref Value;
    }

    public struct Pair
    {
        public double First;
        public double Second;

        public void Set(Pair other) => this = other;
    }

    /// <summary>A subscript by a variable that the statement declares.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_InnerSubscript(string[] s, string[] names, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (names[i].Length > 1)
            {
                int k = p[i];
                s[i + k] = names[i];
            }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_OutSubscript(string[] s, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
            if (int.TryParse(names[i], out int k))
                s[i + (k & 3)] = names[i];
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_InnerLoop(string[] s, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
            if (names[i].StartsWith('1'))
                for (int j = 0; j < 3; j++)
                    s[i + j] = names[i];
    }

    /// <summary>The same, read.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_InnerRead(string[] s, string[] names, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (names[i].Length > 1)
            {
                int k = p[i];
                s[i] = names[k];
            }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_InnerOfBoth(string[] s, string[] names, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (names[i].Length > 1)
            {
                int k = p[i];
                s[i + k] = s[i];
            }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G62_Chosen(double[] b, int n)
    {
        double up = 0;
        double down = 0;
        for (int i = 0; i < n; i++)
            (b[i] > 0 ? ref up : ref down) += b[i];
        return up - down;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G62_ChosenElement(double[] a, double[] b, double[] w, int n)
    {
        for (int i = 0; i < n; i++)
            (w[i] > 0 ? ref a[0] : ref b[0]) += w[i];
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_ByReference(Cell[] all, int[] p, double[] w, int n)
    {
        for (int i = 0; i < n; i++)
            all[p[i]].Place() += w[i];
    }

    [Parallelize]
    [Reassociated]
    public static void G62_Counter(double[] w, int n)
    {
        Total = 0;
        for (int i = 0; i < n; i++)
            Counter() += w[i];
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G62_ThisAsAWhole(Pair[] a, int[] p, Pair[] w, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]].Set(w[i]);
    }

    /// <summary>Beside updates in order, an update of another array whose places meet, too.</summary>
    [Parallelize]
    [MaxTrips(300)]
    public static void G62_BesidePipeline(double[] a, int[] p, double[] b, int[] r, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                r[m + i - j] += p[j];
            a[p[i]] += Math.Sin(b[i]) * Math.Exp(-b[i] * b[i]);
        }
    }

    private static ref double Counter() => ref Total;
}
