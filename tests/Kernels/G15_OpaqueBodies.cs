using System.Globalization;
using AutoPar;

namespace Kernels;

/// <summary>G15: objects, collections, exceptions, locks.</summary>
public static partial class G15
{
    public static int Hits;
    public static volatile bool Stop;

    public sealed class Cell
    {
        public double Value;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G15_1(Cell[] cells, double t, int n)
    {
        for (int i = 0; i < n; i++)
            cells[i].Value *= t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G15_2(double[] a, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
            names[i] = a[i].ToString(CultureInfo.InvariantCulture);
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G15_2_Culture(double[] a, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
            names[i] = a[i].ToString();
    }

    [Parallelize, Vectorize]
    [MaxTrips(100), LaterWritesVisible, Values("m", 0, 1, 3, 8, -1)]
    public static void G15_2_Rows(double[][] J, int n, int m)
    {
        for (int i = 0; i < n; i++)
            J[i] = new double[m];
    }

    [Parallelize, Vectorize]
    public static void G15_3(double[] a, List<double> list, double t, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] > t)
                list.Add(a[i]);
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000)]
    public static void G15_4(int[] p, Dictionary<int, int> map, int n)
    {
        for (int i = 0; i < n; i++)
            map[p[i]] = i;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G15_5(double[] a, object gate, double s, int n)
    {
        for (int i = 0; i < n; i++)
            lock (gate)
                s += a[i];
        return s;
    }

    [Parallelize, Vectorize]
    public static void G15_6(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            Interlocked.Add(ref Hits, p[i]);
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G15_7(string[] names, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            try
            {
                r[i] = int.Parse(names[i], CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                r[i] = -1;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G15_8(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] < 0)
                throw new ArgumentException($"p[{i}]");
            r[i] = p[i] * 2;
        }
    }

    [Parallelize, Vectorize]
    public static void G15_9(double[] a, double[] b, double t, int n)
    {
        for (int i = 0; i < n && !Stop; i++)
            b[i] = a[i] * t;
    }

    [Parallelize, Vectorize]
    public static double G15_10(IEnumerable<double> seq, double s)
    {
        foreach (double e in seq)
            s += e;
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G15_10_List(List<double> list, double s)
    {
        foreach (double e in list)
            s += e;
        return s;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G15_10_Count(List<double> list, double s)
    {
        for (int i = 0; i < list.Count; i++)
            s += list[i];
        return s;
    }
}
