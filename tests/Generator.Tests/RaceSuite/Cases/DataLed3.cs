#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Updates of places that data leads to, kept apart in the usual ways.</summary>
internal class DataLed3
{
    [Safe]
    public void Striped(string[] w, int[] bins)
    {
        var locks = new object[bins.Length];
        for (int i = 0; i < locks.Length; i++)
            locks[i] = new object ();
        Parallel.ForEach(w, s =>
        {
            int h = s.Length % bins.Length;
            lock (locks[h])
                bins[h]++;
        });
    }

    [Safe]
    public void SeqAfter(int[] d, int[] bins)
    {
        var keys = new int[d.Length];
        Parallel.For(0, d.Length, i => keys[i] = d[i] % 10);
        foreach (var k in keys)
            bins[k]++;
    }

    [Safe]
    public void Sorted(int[] d, int[] bins)
    {
        Parallel.For(0, bins.Length, b =>
        {
            int c = 0;
            foreach (int x in d)
                if (x == b)
                    c++;
            bins[b] = c;
        });
    }

    [Safe]
    public void Equal(int[] d, int[] bins)
    {
        Parallel.For(0, bins.Length, b =>
        {
            foreach (int x in d)
                if (x == b)
                    bins[x]++;
        });
    }

    [Safe]
    public void Mod(int[] d, int[] bins, int w)
    {
        Parallel.For(0, 4, t =>
        {
            foreach (int x in d)
                if (x % 4 == t)
                    bins[x]++;
        });
    }

    [Safe]
    public async Task Ch(int n)
    {
        var ch = System.Threading.Channels.Channel.CreateUnbounded<int[]>();
        var p = Task.Run(async () =>
        {
            for (int i = 0; i < n; i++)
            {
                var b = new int[2];
                b[0] = i;
                await ch.Writer.WriteAsync(b);
            }

            ch.Writer.Complete();
        });
        await foreach (var b in ch.Reader.ReadAllAsync())
        {
            b[1] = b[0];
        }

        await p;
    }

    [Safe]
    public void Wait1(int n)
    {
        int done = 0;
        var r = new int[n];
        using var ev = new ManualResetEventSlim();
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                r[k] = k;
                if (Interlocked.Increment(ref done) == n)
                    ev.Set();
            });
        }

        ev.Wait();
        Console.WriteLine(r.Sum());
    }
}
