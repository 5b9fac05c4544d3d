#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Histograms, graphs, pictures, learning: loops as they are written every day.</summary>
internal static class Practice4
{
    [Safe]
    public static void Forward(double[][] w, double[] x, double[] o)
    {
        var h = new double[w.Length];
        Parallel.For(0, w.Length, j =>
        {
            double s = 0;
            for (int i = 0; i < x.Length; i++)
                s += w[j][i] * x[i];
            h[j] = Math.Tanh(s);
        });
    }

    [Racy("grad")]
    public static void Backward(double[][] w, double[] d, double[] grad)
    {
        Parallel.For(0, w.Length, j =>
        {
            for (int i = 0; i < grad.Length; i++)
                grad[i] += w[j][i] * d[j];
        });
    }

    [Safe]
    public static void Pairwise(double[][] p)
    {
        int n = p.Length;
        var d = new double[n, n];
        Parallel.For(0, n, i =>
        {
            for (int j = i + 1; j < n; j++)
            {
                double v = p[i][0] - p[j][0];
                d[i, j] = v;
                d[j, i] = v;
            }
        });
    }

    [Racy("d")]
    public static void PairwiseBad(double[][] p)
    {
        int n = p.Length;
        var d = new double[n, n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                double v = p[i][0] - p[j][0];
                d[i, j] = v;
                d[j, i] = v;
            }
        });
    }

    [Racy("energy")]
    public static double Energy(double[] x)
    {
        double energy = 0;
        Parallel.For(0, x.Length, i =>
        {
            for (int j = i + 1; j < x.Length; j++)
                energy += 1 / Math.Abs(x[i] - x[j]);
        });
        return energy;
    }

    [Racy("lines")]
    public static async Task<int> Lines(string[] files)
    {
        int lines = 0;
        await Task.WhenAll(files.Select(f => Task.Run(async () =>
        {
            lines += (await File.ReadAllLinesAsync(f)).Length;
        })));
        return lines;
    }

    [Safe]
    public static async Task<int> LinesOk(string[] files) => (await Task.WhenAll(files.Select(async f => (await File.ReadAllLinesAsync(f)).Length))).Sum();

    [Racy("x")]
    public static void Closure()
    {
        int x = 0;
        Action inc = () => x++;
        var t1 = new Thread(new ThreadStart(inc));
        var t2 = new Thread(inc.Invoke);
        t1.Start();
        t2.Start();
        t1.Join();
        t2.Join();
    }

    [Racy("x")]
    public static void DelegateList()
    {
        int x = 0;
        var acts = new List<Action>();
        for (int i = 0; i < 3; i++)
            acts.Add(() => x++);
        Parallel.ForEach(acts, a => a());
    }

    [Racy("x")]
    public static void DelegateArr()
    {
        int x = 0;
        Action[] acts =
        {
            () => x++,
            () => x--,
        };
        Parallel.Invoke(acts);
    }

    [Safe]
    public static void DelegateArrOk()
    {
        int x = 0, y = 0;
        Action[] acts =
        {
            () => x++,
            () => y--,
        };
        Parallel.Invoke(acts);
        Console.WriteLine(x + y);
    }

    [Racy("total")]
    public static void MethodGroup(int[] d)
    {
        var c = new Counter();
        Parallel.ForEach(d, c.Add);
        Console.WriteLine(c.total);
    }

    [Racy("log")]
    public static void Query(int[] d)
    {
        var log = new List<int>();
        var q =
            from x in d.AsParallel()
            where Log(log, x)select x * 2;
        Console.WriteLine(q.Sum());
    }

    [Safe]
    public static void Query2(int[] d)
    {
        var q =
            from x in d.AsParallel()let y = x * 2
            where y > 3
            orderby y
            select y;
        Console.WriteLine(q.Sum());
    }

    [Racy("seen")]
    public static void Dedup(int[] d)
    {
        var seen = new HashSet<int>();
        var u = d.AsParallel().Where(x => seen.Add(x)).ToArray();
        Console.WriteLine(u.Length);
    }

    [Racy("prev")]
    public static void Diff(int[] d)
    {
        int prev = 0;
        var u = d.AsParallel().AsOrdered().Select(x =>
        {
            int r = x - prev;
            prev = x;
            return r;
        }).ToArray();
        Console.WriteLine(u.Length);
    }

    class Counter
    {
        public int total;
        public void Add(int x) => total += x;
    }

    static bool Log(List<int> l, int x)
    {
        l.Add(x);
        return true;
    }
}
