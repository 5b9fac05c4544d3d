#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases.DataLed2Types;

/// <summary>Updates of places that data leads to, kept apart in the usual ways.</summary>
internal class DataLed2
{
    [Safe]
    public void Range(int[] d, int[] bins, int w)
    {
        int per = bins.Length / w;
        Parallel.For(0, w, t =>
        {
            int lo = t * per, hi = lo + per;
            foreach (int x in d)
                if (x >= lo && x < hi)
                    bins[x]++;
        });
    }

    [Safe]
    public void Locked(int[] d, int[] bins)
    {
        Parallel.ForEach(d, x =>
        {
            lock (bins)
                bins[x]++;
        });
    }

    [Safe]
    public void LocalDict(string[][] d)
    {
        var r = new int[d.Length];
        Parallel.For(0, d.Length, i =>
        {
            var m = new Dictionary<string, int>();
            foreach (var s in d[i])
            {
                m.TryGetValue(s, out int c);
                m[s] = c + 1;
            }

            r[i] = m.Count;
        });
    }

    [Safe]
    public void OwnId(List<Bag> bags, double[] acc)
    {
        var mine = Enumerable.Range(0, 10).Select(k => new Bag { Id = k }).ToList();
        Parallel.ForEach(mine, b =>
        {
            acc[b.Id] += 1;
        });
    }

    [CannotKnow]
    public void GivenId(List<Bag> bags, double[] acc)
    {
        Parallel.ForEach(bags, b =>
        {
            acc[b.Id] += b.Sum;
        });
    }

    [Racy("acc")]
    public void Cluster(List<Bag> bags, double[] acc)
    {
        Parallel.ForEach(bags, b =>
        {
            acc[b.Cluster] += b.Sum;
        });
    }

    [Safe]
    public void RowOf(int[][] rows, int[] d)
    {
        var m = new int[10][];
        for (int k = 0; k < 10; k++)
            m[k] = new int[100];
        Parallel.For(0, 10, i =>
        {
            foreach (var x in d)
                m[i][x] += 1;
        });
    }

    [Safe]
    public void Keys(Dictionary<string, List<int>> g)
    {
        Parallel.ForEach(g.Keys, k =>
        {
            Console.WriteLine(g[k].Count);
        });
    }

    [CannotKnow]
    public void Entries(Dictionary<string, List<int>> g)
    {
        Parallel.ForEach(g, kv =>
        {
            kv.Value.Sort();
        });
    }

    [CannotKnow]
    public void EntriesByKey(Dictionary<string, List<int>> g)
    {
        Parallel.ForEach(g.Keys, k =>
        {
            g[k].Add(1);
        });
    }

    [Safe]
    public void GroupBy(Bag[] bags, double[] acc)
    {
        Parallel.ForEach(bags.GroupBy(b => b.Cluster), g =>
        {
            foreach (var b in g)
                acc[g.Key] += b.Sum;
        });
    }

    [Safe]
    public void Rand(int n)
    {
        var a = new int[n];
        Parallel.For(0, n, i =>
        {
            var r = new Random(i);
            a[i] = r.Next(10);
        });
    }

    [Safe]
    public void RandWithin(int[][] a)
    {
        var m = new int[8][];
        for (int i = 0; i < 8; i++)
            m[i] = new int[100];
        Parallel.For(0, 8, i =>
        {
            var r = new Random(i);
            for (int k = 0; k < 50; k++)
                m[i][r.Next(100)]++;
        });
    }

    [Safe]
    public void Interl(int[] d, int[] bins)
    {
        Parallel.ForEach(d, x =>
        {
            int o, n;
            do
            {
                o = bins[x];
                n = o + 2;
            }
            while (Interlocked.CompareExchange(ref bins[x], n, o) != o);
        });
    }
}

internal class Bag
{
    public int[] Bins = new int[10];
    public int Id;
    public int Cluster;
    public double Sum;
    public List<int> Items = new();
}
