using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Simulations and pictures: life, particles, filters, Monte Carlo.</summary>
internal sealed class Worlds
{
    private struct Particle
    {
        public double X, Y, Vx, Vy, Fx;
    }

    private sealed class Body
    {
        public double X, V, Mass, Force;
    }

    private readonly int _width;
    private readonly int _height;
    private bool[,] _cells;
    private bool[,] _next;
    private int _generation;

    public Worlds(int width, int height)
    {
        _width = width;
        _height = height;
        _cells = new bool[width, height];
        _next = new bool[width, height];
    }

    private int Neighbours(int x, int y)
    {
        int n = 0;
        for (int dx = -1; dx <= 1; dx++)
        {
            for (int dy = -1; dy <= 1; dy++)
            {
                if ((dx != 0 || dy != 0) && _cells[(x + dx + _width) % _width, (y + dy + _height) % _height])
                {
                    n++;
                }
            }
        }

        return n;
    }

    [Safe]
    public void Step()
    {
        Parallel.For(0, _width, x =>
        {
            for (int y = 0; y < _height; y++)
            {
                int n = Neighbours(x, y);
                _next[x, y] = n == 3 || (n == 2 && _cells[x, y]);
            }
        });
        (_cells, _next) = (_next, _cells);
        _generation++;
    }

    [Racy("_cells")]
    public void StepInPlace()
    {
        Parallel.For(0, _width, x =>
        {
            for (int y = 0; y < _height; y++)
            {
                int n = Neighbours(x, y);
                _cells[x, y] = n == 3 || (n == 2 && _cells[x, y]);
            }
        });
        _generation++;
    }

    [Racy("_generation")]
    public void StepCountingInside()
    {
        Parallel.For(0, _width, x =>
        {
            for (int y = 0; y < _height; y++)
            {
                int n = Neighbours(x, y);
                _next[x, y] = n == 3 || (n == 2 && _cells[x, y]);
            }

            _generation++;
        });
        (_cells, _next) = (_next, _cells);
    }

    [Racy("_next")]
    public void SwapWhileStepping()
    {
        Parallel.For(0, _width, x =>
        {
            for (int y = 0; y < _height; y++)
            {
                _next[x, y] = Neighbours(x, y) == 3;
            }

            if (x == _width - 1)
            {
                (_cells, _next) = (_next, _cells);
            }
        });
    }

    [Safe]
    public static void MoveParticles(int n, double dt)
    {
        var p = new Particle[n];
        for (int i = 0; i < n; i++)
        {
            p[i].Vx = i;
            p[i].Vy = -i;
        }

        Parallel.For(0, n, i =>
        {
            p[i].X += p[i].Vx * dt;
            p[i].Y += p[i].Vy * dt;
        });
    }

    [Safe]
    public static void MoveParticlesByReference(Particle2[] p, double dt)
    {
        Parallel.For(0, p.Length, i =>
        {
            ref Particle2 one = ref p[i];
            one.X += one.V * dt;
        });
    }

    internal record struct Particle2(double X, double V);

    [Racy("p", "Fx")]
    public static void ForcesWithReaction(int n)
    {
        var p = new Particle[n];
        Parallel.For(0, n, i =>
        {
            for (int j = i + 1; j < n; j++)
            {
                double f = p[j].X - p[i].X;
                p[i].Fx += f;
                p[j].Fx -= f;
            }
        });
    }

    [Safe]
    public static void ForcesWithoutReaction(int n)
    {
        var p = new Particle[n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                if (j != i)
                {
                    p[i].Fx += p[j].X - p[i].X;
                }
            }
        });
    }

    [Racy("X", "p")]
    public static void ForcesAndMoveFused(int n, double dt)
    {
        var p = new Particle[n];
        Parallel.For(0, n, i =>
        {
            double f = 0;
            for (int j = 0; j < n; j++)
            {
                f += p[j].X - p[i].X;
            }

            p[i].Vx += f * dt;
            p[i].X += p[i].Vx * dt;
        });
    }

    [Safe]
    public static void BodiesTwoPasses(int n, double dt)
    {
        Body[] bodies = Enumerable.Range(0, n).Select(i => new Body { X = i, Mass = 1 + i % 3 }).ToArray();
        Parallel.ForEach(bodies, b =>
        {
            b.Force = 0;
            foreach (Body other in bodies)
            {
                b.Force += other.Mass * (other.X - b.X);
            }
        });
        Parallel.ForEach(bodies, b =>
        {
            b.V += b.Force / b.Mass * dt;
            b.X += b.V * dt;
        });
    }

    [Racy("X", "bodies")]
    public static void BodiesOnePass(int n, double dt)
    {
        Body[] bodies = Enumerable.Range(0, n).Select(i => new Body { X = i, Mass = 1 + i % 3 }).ToArray();
        Parallel.ForEach(bodies, b =>
        {
            b.Force = 0;
            foreach (Body other in bodies)
            {
                b.Force += other.Mass * (other.X - b.X);
            }

            b.V += b.Force / b.Mass * dt;
            b.X += b.V * dt;
        });
    }

    [Safe]
    public static byte[] Blur(byte[] image, int w, int h)
    {
        byte[] result = new byte[w * h];
        Parallel.For(1, h - 1, y =>
        {
            for (int x = 1; x < w - 1; x++)
            {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        sum += image[(y + dy) * w + x + dx];
                    }
                }

                result[y * w + x] = (byte)(sum / 9);
            }
        });
        return result;
    }

    [Racy("image")]
    public static void BlurInPlace(byte[] image, int w, int h)
    {
        Parallel.For(1, h - 1, y =>
        {
            for (int x = 1; x < w - 1; x++)
            {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    sum += image[(y + dy) * w + x];
                }

                image[y * w + x] = (byte)(sum / 3);
            }
        });
    }

    [Safe]
    public static void BlurRowsInPlace(byte[] image, int w, int h)
    {
        Parallel.For(0, h, y =>
        {
            for (int x = 1; x < w - 1; x++)
            {
                int sum = 0;
                for (int dx = -1; dx <= 1; dx++)
                {
                    sum += image[y * w + x + dx];
                }

                image[y * w + x] = (byte)(sum / 3);
            }
        });
    }

    [Safe]
    public static void InvertRowSpans(byte[] image, int stride)
    {
        Parallel.For(0, image.Length / stride, y =>
        {
            Span<byte> row = image.AsSpan(y * stride, stride);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)~row[x];
            }
        });
    }

    [Racy("image")]
    public static void InvertRowSpansToTheEnd(byte[] image, int stride)
    {
        Parallel.For(0, image.Length / stride, y =>
        {
            Span<byte> row = image.AsSpan(y * stride);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)~row[x];
            }
        });
    }

    [Racy("image")]
    public static void ScrollUp(byte[] image, int stride)
    {
        int rows = image.Length / stride;
        Parallel.For(0, rows - 1, y => Array.Copy(image, (y + 1) * stride, image, y * stride, stride));
    }

    [Safe]
    public static byte[] ScrollUpToCopy(byte[] image, int stride)
    {
        int rows = image.Length / stride;
        byte[] scrolled = new byte[image.Length];
        Parallel.For(0, rows - 1, y => Array.Copy(image, (y + 1) * stride, scrolled, y * stride, stride));
        return scrolled;
    }
}
