#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases.MemberShapes1Types;

/// <summary>Objects, structs, properties, indexers and data that leads to elements.</summary>
internal class MemberShapes1
{
    [Racy("stats", "Count", "Sum")]
    public double RaceOnStats(double[] d)
    {
        var stats = new Stats();
        Parallel.ForEach(d, x => stats.Add(x));
        return stats.Mean;
    }

    [Safe]
    public double NoRaceOnStats(double[][] d)
    {
        var all = new Stats[d.Length];
        Parallel.For(0, d.Length, i =>
        {
            var st = new Stats();
            foreach (var x in d[i])
                st.Add(x);
            all[i] = st;
        });
        return all.Sum(s => s.Mean);
    }

    [Safe]
    public void NoRaceOnPs(Particle[] ps, double dt) => Parallel.For(0, ps.Length, i => ps[i].Move(dt));

    [Racy("ps")]
    public void RaceOnPs(Particle[] ps, double dt) => Parallel.For(1, ps.Length, i =>
    {
        ps[i].X += ps[i - 1].X * dt;
    });

    [Safe]
    public void NoRaceOnPs2(Particle[] ps, double dt) => Parallel.For(1, ps.Length, i =>
    {
        ps[i].X += ps[i - 1].VX * dt;
    });

    [Safe]
    public void NoRaceOnG(Grid g) => Parallel.For(0, g.H, y =>
    {
        for (int x = 0; x < g.W; x++)
            g[x, y] = x + y;
    });

    [Racy("g", "_d")]
    public void RaceOnG(Grid g) => Parallel.For(1, g.H, y =>
    {
        for (int x = 0; x < g.W; x++)
            g[x, y] = g[x, y - 1];
    });

    [Safe]
    public void NoRaceOnG2(Grid g) => Parallel.For(0, g.H, y =>
    {
        for (int x = 0; x < g.W; x++)
            g.At(x, y)++;
    });

    [Racy("g", "_d")]
    public void RaceOnG2(Grid g) => Parallel.For(0, g.H, y =>
    {
        for (int x = 0; x < g.W; x++)
            g.At(x, 0)++;
    });

    [Safe]
    public void NoRaceOnG3(Grid g) => Parallel.For(0, g.H, y =>
    {
        var r = g.Row(y);
        for (int x = 0; x < r.Length; x++)
            r[x] = y;
    });

    [Racy("g", "_d")]
    public void RaceOnG3(Grid g) => Parallel.For(0, g.H - 1, y =>
    {
        var r = g.Row(y);
        var below = g.Row(y + 1);
        for (int x = 0; x < r.Length; x++)
            r[x] = below[x];
    });

    [Safe]
    public Matrix NoRaceOnWork(Matrix a, Matrix b) => a * b;

    [Safe]
    public void NoRaceOnX(List<Body> bodies, double dt) => Parallel.ForEach(bodies, b =>
    {
        b.X += dt;
        b.Push(2);
    });

    [Racy("X", "bodies")]
    public void RaceOnX(List<Body> bodies) => Parallel.For(0, bodies.Count, i =>
    {
        for (int j = 0; j < bodies.Count; j++)
            if (i != j)
            {
                bodies[j].X += 1;
            }
    });

    [Racy("F", "bodies")]
    public void RaceOnF(Body[] bodies) => Parallel.For(0, bodies.Length, i =>
    {
        for (int j = i + 1; j < bodies.Length; j++)
        {
            double f = 1 / (bodies[i].X - bodies[j].X);
            bodies[i].F[0] += f;
            bodies[j].F[0] -= f;
        }
    });

    [Safe]
    public void NoRaceOnF(Body[] bodies) => Parallel.For(0, bodies.Length, i =>
    {
        double f = 0;
        for (int j = 0; j < bodies.Length; j++)
        {
            if (j != i)
                f += 1 / (bodies[i].X - bodies[j].X);
        }

        bodies[i].F[0] = f;
    });
}

internal struct Particle
{
    public double X, Y, VX;
    public void Move(double dt)
    {
        X += VX * dt;
    }

    public readonly double R => Math.Sqrt(X * X + Y * Y);
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

internal class Grid
{
    private readonly double[] _d;
    public int W { get; }
    public int H { get; }

    public Grid(int w, int h)
    {
        W = w;
        H = h;
        _d = new double[w * h];
    }

    public double this[int x, int y] { get => _d[y * W + x]; set => _d[y * W + x] = value; }

    public ref double At(int x, int y) => ref _d[y * W + x];
    public Span<double> Row(int y) => _d.AsSpan(y * W, W);
}

internal class Matrix
{
    public readonly int Rows, Cols;
    readonly double[, ] a;
    public Matrix(int r, int c)
    {
        Rows = r;
        Cols = c;
        a = new double[r, c];
    }

    public double this[int r, int c]
    {
        get
        {
            return a[r, c];
        }

        set
        {
            a[r, c] = value;
        }
    }

    public static Matrix operator *(Matrix x, Matrix y)
    {
        var z = new Matrix(x.Rows, y.Cols);
        Parallel.For(0, x.Rows, i =>
        {
            for (int j = 0; j < y.Cols; j++)
            {
                double s = 0;
                for (int k = 0; k < x.Cols; k++)
                    s += x[i, k] * y[k, j];
                z[i, j] = s;
            }
        });
        return z;
    }
}

internal class Stats
{
    public int Count;
    public double Sum;
    public void Add(double d)
    {
        Count++;
        Sum += d;
    }

    public double Mean => Sum / Count;
}
