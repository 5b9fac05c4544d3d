#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases.MemberShapes2Types;

/// <summary>Objects, structs, properties, indexers and data that leads to elements.</summary>
internal class MemberShapes2
{
    private int _total;

    public static int Shared { get; set; }

    private int _backing;

    public int Prop
    {
        get => _backing;
        set
        {
            if (value != _backing)
                _backing = value;
        }
    }

    [Racy("X", "bodies")]
    public void RaceOnX2(Body[] bodies) => Parallel.For(0, bodies.Length, i =>
    {
        double f = 0;
        for (int j = 0; j < bodies.Length; j++)
        {
            if (j != i)
                f += bodies[i].X - bodies[j].X;
        }

        bodies[i].X = f;
    });

    [Racy("sink", "L")]
    public void RaceOnSink(int[] d)
    {
        ISink sink = new ListSink();
        Parallel.ForEach(d, x => sink.Put(x));
    }

    [Safe]
    public void NoRaceOnSink(int[] d)
    {
        ISink sink = new LockSink();
        Parallel.ForEach(d, x => sink.Put(x));
    }

    [Safe]
    public void NoRaceOnDrawn(Canvas c)
    {
        Shape s = new Dot();
        Parallel.For(0, 100, i => s.Draw(c, i));
    }

    [Racy("Drawn", "c")]
    public void RaceOnDrawn(Canvas c)
    {
        Shape s = new Blot();
        Parallel.For(0, 100, i => s.Draw(c, i));
    }

    [Racy("t")]
    public int RaceOnT(int[] d)
    {
        int t = 0;
        Parallel.ForEach(d, x => Acc(ref t, x));
        return t;
    }

    [Racy("t")]
    public int RaceOnT2(int[] d)
    {
        int t = 0;
        void Local(int x)
        {
            t += x;
        }

        Parallel.ForEach(d, Local);
        return t;
    }

    [Racy("t")]
    public int RaceOnT3(int[] d)
    {
        int t = 0;
        Action<int> f = x => t += x;
        Parallel.ForEach(d, f);
        return t;
    }

    [Safe]
    public int NoRaceOnT(int[] d)
    {
        int t = 0;
        void Local(int x)
        {
            Interlocked.Add(ref t, x);
        }

        Parallel.ForEach(d, Local);
        return t;
    }

    [Racy("_total")]
    public void RaceOnTotal(int[] d) => Parallel.ForEach(d, Tally);

    [Racy("Shared")]
    public static void RaceOnShared(int[] d) => Parallel.ForEach(d, x => Shared += x);

    [Safe]
    public static void NoRaceOnShared(int[] d)
    {
        var local = Shared;
        Parallel.ForEach(d, x => Console.WriteLine(x + local));
    }

    [Racy("Prop", "_backing")]
    public void RaceOnProp(int[] d) => Parallel.ForEach(d, x => Prop += x);

    [Racy("best")]
    public Pt RaceOnBest(Pt[] d)
    {
        Pt best = d[0];
        Parallel.ForEach(d, p =>
        {
            if (p.X > best.X)
                best = p;
        });
        return best;
    }

    [Racy("best")]
    public P RaceOnBest2(P[] d)
    {
        P best = d[0];
        Parallel.ForEach(d, p =>
        {
            if (p.X > best.X)
                best = p;
        });
        return best;
    }

    private static void Acc(ref int t, int x) => t += x;

    private void Tally(int x)
    {
        _total += x;
    }
}

internal record struct P(double X, double Y);

internal record Pt(double X, double Y)
{
    public double Z { get; set; }
}

internal class Body
{
    public double X, Y;
    public double[] F = new double[3];
    public List<int> Hits = new();
    public Body? Other;
    public int Id { get; set; }

    public void Push(double d)
    {
        X += d;
    }
}

internal interface ISink
{
    void Put(int x);
}

internal class ListSink : ISink
{
    public readonly List<int> L = new();
    public void Put(int x) => L.Add(x);
}

internal class LockSink : ISink
{
    readonly List<int> L = new();
    public void Put(int x)
    {
        lock (L)
            L.Add(x);
    }
}

internal abstract class Shape
{
    public abstract void Draw(Canvas c, int i);
}

internal class Canvas
{
    public int[] Px = new int[100];
    public int Drawn;
}

internal class Dot : Shape
{
    public override void Draw(Canvas c, int i)
    {
        c.Px[i] = 1;
    }
}

internal class Blot : Shape
{
    public override void Draw(Canvas c, int i)
    {
        c.Px[i] = 1;
        c.Drawn++;
    }
}
