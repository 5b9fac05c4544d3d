#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases.DataLed1Types;

/// <summary>Updates of places that data leads to, kept apart in the usual ways.</summary>
internal class DataLed1
{
    [ThreadStatic]
    private static int[]? t_bins;

    [Safe]
    public void Tl(byte[] d)
    {
        using var tl = new ThreadLocal<int[]>(() => new int[256], true);
        Parallel.For(0, d.Length, i =>
        {
            tl.Value![d[i]]++;
        });
        var sum = new int[256];
        foreach (var h in tl.Values)
            for (int k = 0; k < 256; k++)
                sum[k] += h[k];
    }

    [Safe]
    public void Ts(byte[] d)
    {
        Parallel.For(0, d.Length, i =>
        {
            t_bins ??= new int[256];
            t_bins[d[i]]++;
        });
    }

    [Safe]
    public void Inside(byte[][] d)
    {
        Parallel.For(0, d.Length, i =>
        {
            var h = new int[256];
            foreach (var b in d[i])
                h[b]++;
            Console.WriteLine(h[0]);
        });
    }

    [Safe]
    public void Rent(byte[][] d)
    {
        Parallel.For(0, d.Length, i =>
        {
            var h = ArrayPool<int>.Shared.Rent(256);
            foreach (var b in d[i])
                h[b]++;
            ArrayPool<int>.Shared.Return(h);
        });
    }

    [Safe]
    public unsafe void Stack(byte[][] d)
    {
        Parallel.For(0, d.Length, i =>
        {
            Span<int> h = stackalloc int[256];
            foreach (var b in d[i])
                h[b]++;
            Console.WriteLine(h[0]);
        });
    }

    [Safe]
    public void Own(List<Bag> bags, int[] d)
    {
        var mine = bags.Select(_ => new Bag()).ToArray();
        Parallel.For(0, mine.Length, i =>
        {
            foreach (var x in d)
                mine[i].Bins[x]++;
        });
    }

    [CannotKnow]
    public void OwnGiven(Bag[] bags, int[] d)
    {
        Parallel.For(0, bags.Length, i =>
        {
            foreach (var x in d)
                bags[i].Bins[x]++;
        });
    }

    [CannotKnow]
    public void OwnEach(List<Bag> bags, int[] d)
    {
        Parallel.ForEach(bags, b =>
        {
            foreach (var x in d)
                b.Bins[x]++;
        });
    }

    [Safe]
    public void Jagged(byte[] d, int w)
    {
        var h = new int[w][];
        for (int k = 0; k < w; k++)
            h[k] = new int[256];
        int per = d.Length / w;
        Parallel.For(0, w, t =>
        {
            for (int i = t * per; i < (t + 1) * per; i++)
                h[t][d[i]]++;
        });
    }

    [Safe]
    public void TwoD(byte[] d, int w)
    {
        var h = new int[w, 256];
        int per = d.Length / w;
        Parallel.For(0, w, t =>
        {
            for (int i = t * per; i < (t + 1) * per; i++)
                h[t, d[i]]++;
        });
    }

    [Safe]
    public void Flat(byte[] d, int w)
    {
        var h = new int[w * 256];
        int per = d.Length / w;
        Parallel.For(0, w, t =>
        {
            for (int i = t * per; i < (t + 1) * per; i++)
                h[t * 256 + d[i]]++;
        });
    }

    [Safe]
    public void FlatTasks(byte[] d, int w)
    {
        var h = new int[w * 256];
        int per = d.Length / w;
        var ts = new Task[w];
        for (int t = 0; t < w; t++)
        {
            int id = t;
            ts[t] = Task.Run(() =>
            {
                for (int i = id * per; i < (id + 1) * per; i++)
                    h[id * 256 + d[i]]++;
            });
        }

        Task.WaitAll(ts);
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
