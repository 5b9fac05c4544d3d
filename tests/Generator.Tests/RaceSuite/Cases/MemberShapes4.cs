#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Objects, structs, properties, indexers and data that leads to elements.</summary>
internal class MemberShapes4
{
    [Racy("hist")]
    public int[] RaceOnHist(byte[] px)
    {
        var hist = new int[256];
        Parallel.For(0, px.Length, i =>
        {
            hist[px[i]]++;
        });
        return hist;
    }

    [Safe]
    public int[] NoRaceOnHist(byte[] px)
    {
        var hist = new int[256];
        Parallel.For(0, px.Length, i =>
        {
            Interlocked.Increment(ref hist[px[i]]);
        });
        return hist;
    }

    [Safe]
    public int[] NoRaceOnHist2(byte[] px)
    {
        var hist = new int[256];
        Parallel.For(0, px.Length, () => new int[256], (i, s, h) =>
        {
            h[px[i]]++;
            return h;
        }, h =>
        {
            lock (hist)
                for (int k = 0; k < 256; k++)
                    hist[k] += h[k];
        });
        return hist;
    }

    [Racy("hist")]
    public void RaceOnHist2(int[] data, int[] hist) => Parallel.For(0, data.Length, i =>
    {
        hist[data[i]]++;
    });

    [Racy("hist")]
    public void RaceOnHist3(int[] data, int[] hist) => Parallel.ForEach(data, d => hist[d]++);

    [Racy("hist")]
    public void RaceOnHist4(double[] data, int[] hist, double w) => Parallel.For(0, data.Length, i =>
    {
        int b = (int)(data[i] / w);
        hist[b] += 1;
    });

    [Racy("y")]
    public void RaceOnY(int[] row, int[] col, double[] val, double[] x, double[] y) => Parallel.For(0, val.Length, k =>
    {
        y[row[k]] += val[k] * x[col[k]];
    });

    [Safe]
    public void NoRaceOnY(int[] ptr, int[] col, double[] val, double[] x, double[] y) => Parallel.For(0, ptr.Length - 1, r =>
    {
        double s = 0;
        for (int k = ptr[r]; k < ptr[r + 1]; k++)
            s += val[k] * x[col[k]];
        y[r] = s;
    });

    [Racy("y")]
    public void RaceOnY2(int[] ptr, int[] row, double[] val, double[] x, double[] y) => Parallel.For(0, ptr.Length - 1, c =>
    {
        for (int k = ptr[c]; k < ptr[c + 1]; k++)
            y[row[k]] += val[k] * x[c];
    });

    [Racy("deg")]
    public void RaceOnDeg(List<(int A, int B)> edges, int[] deg) => Parallel.ForEach(edges, e =>
    {
        deg[e.A]++;
        deg[e.B]++;
    });

    [Safe]
    public void NoRaceOnDeg(List<(int A, int B)> edges, int[] deg) => Parallel.ForEach(edges, e =>
    {
        Interlocked.Increment(ref deg[e.A]);
        Interlocked.Increment(ref deg[e.B]);
    });

    [Racy("visited")]
    public void RaceOnVisited(List<int>[] adj, bool[] visited, List<int> frontier)
    {
        var next = new ConcurrentBag<int>();
        Parallel.ForEach(frontier, u =>
        {
            foreach (var v in adj[u])
                if (!visited[v])
                {
                    visited[v] = true;
                    next.Add(v);
                }
        });
    }

    [Safe]
    public void NoRaceOnVisited(List<int>[] adj, int[] visited, List<int> frontier)
    {
        var next = new ConcurrentBag<int>();
        Parallel.ForEach(frontier, u =>
        {
            foreach (var v in adj[u])
                if (Interlocked.CompareExchange(ref visited[v], 1, 0) == 0)
                {
                    next.Add(v);
                }
        });
    }
}
