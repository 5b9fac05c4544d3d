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
internal class MemberShapes5
{
    public event EventHandler<int>? Progress;

    [Racy("words")]
    public void RaceOnWords(string text)
    {
        var words = new Dictionary<string, int>();
        Parallel.ForEach(text.Split(' '), w =>
        {
            ref int c = ref CollectionsMarshal.GetValueRefOrAddDefault(words, w, out _);
            c++;
        });
    }

    [Racy("buffer")]
    public void RaceOnBuffer(Stream[] ins)
    {
        var buffer = new byte[4096];
        Parallel.ForEach(ins, s =>
        {
            int n = s.Read(buffer, 0, buffer.Length);
            Console.WriteLine(n);
        });
    }

    [Safe]
    public void NoRaceOnBuffer(Stream[] ins)
    {
        Parallel.ForEach(ins, s =>
        {
            var buffer = new byte[4096];
            int n = s.Read(buffer, 0, buffer.Length);
            Console.WriteLine(n);
        });
    }

    [Racy("outp")]
    public void RaceOnOutp(string[] lines, Stream dst)
    {
        var outp = new StreamWriter(dst);
        lines.AsParallel().ForAll(l => outp.WriteLine(l));
    }

    [Safe]
    public void NoRaceOnOutp(string[] lines, Stream dst)
    {
        var outp = TextWriter.Synchronized(new StreamWriter(dst));
        lines.AsParallel().ForAll(l => outp.WriteLine(l));
    }

    [Racy("sum")]
    public double RaceOnSum(double[] d)
    {
        double sum = 0;
        d.AsParallel().Select(x =>
        {
            sum += x;
            return x;
        }).ToArray();
        return sum;
    }

    [Safe]
    public double NoRaceOnSum(double[] d) => d.AsParallel().Where(x => x > 0).Select(x => x * x).Sum();

    [Racy("cur")]
    public IEnumerable<int> RaceOnCur(int[] d)
    {
        int cur = 0;
        return d.AsParallel().AsOrdered().Select(x => cur = cur + x).ToList();
    }

    [CannotKnow]
    public void PerhapsOnDone(int[] d) => Parallel.ForEach(d, x => Progress?.Invoke(this, x));

    [Racy("done")]
    public void RaceOnDone(int[] d)
    {
        int done = 0;
        Progress += (_, _) =>
        {
        };
        Parallel.ForEach(d, x =>
        {
            done++;
            Progress?.Invoke(this, done);
        });
    }

    [Racy("bits")]
    public void RaceOnBits(int n)
    {
        var bits = new System.Collections.BitArray(n);
        Parallel.For(0, n, i => bits[i] = i % 3 == 0);
    }

    [Racy("bits")]
    public void RaceOnBits2(int n)
    {
        var bits = new int[n / 32 + 1];
        Parallel.For(0, n, i => bits[i / 32] |= 1 << (i % 32));
    }

    [Racy("bits")]
    public void RaceOnBits3(int n)
    {
        var bits = new ulong[n / 64 + 1];
        Parallel.For(0, n, i =>
        {
            if (i % 3 == 0)
                bits[i >> 6] |= 1UL << (i & 63);
        });
    }

    [Safe]
    public void NoRaceOnBits(int n)
    {
        var bits = new int[n];
        Parallel.For(0, n / 32, w =>
        {
            for (int b = 0; b < 32; b++)
                bits[w * 32 + b] = 1;
        });
    }
}
