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

    [Racy("inside")]
    public static double MonteCarloPi(int samples)
    {
        int inside = 0;
        Parallel.For(0, samples, i =>
        {
            double x = Random.Shared.NextDouble(), y = Random.Shared.NextDouble();
            if (x * x + y * y <= 1)
            {
                inside++;
            }
        });
        return 4.0 * inside / samples;
    }

    [Safe]
    public static double MonteCarloPiByThread(int samples)
    {
        long inside = 0;
        Parallel.For(0, samples, () => (Random: new Random(), Count: 0L), (_, _, own) =>
        {
            double x = own.Random.NextDouble(), y = own.Random.NextDouble();
            return (own.Random, own.Count + (x * x + y * y <= 1 ? 1 : 0));
        },
        own => Interlocked.Add(ref inside, own.Count));
        return 4.0 * inside / samples;
    }

    [Racy("generator")]
    public static double MonteCarloPiOneGenerator(int samples)
    {
        long inside = 0;
        var generator = new Random(4);
        Parallel.For(0, samples, () => (Random: generator, Count: 0L), (_, _, own) =>
        {
            double x = own.Random.NextDouble(), y = own.Random.NextDouble();
            return (own.Random, own.Count + (x * x + y * y <= 1 ? 1 : 0));
        },
        own => Interlocked.Add(ref inside, own.Count));
        return 4.0 * inside / samples;
    }

    [Safe]
    public static int[] MandelbrotRows(int w, int h)
    {
        int[] iterations = new int[w * h];
        ParallelEnumerable.Range(0, h).ForAll(y =>
        {
            for (int x = 0; x < w; x++)
            {
                double cr = 3.0 * x / w - 2, ci = 2.0 * y / h - 1, zr = 0, zi = 0;
                int k = 0;
                while (k < 255 && zr * zr + zi * zi < 4)
                {
                    (zr, zi) = (zr * zr - zi * zi + cr, 2 * zr * zi + ci);
                    k++;
                }

                iterations[y * w + x] = k;
            }
        });
        return iterations;
    }

    [Racy("zr", "zi")]
    public static int[] MandelbrotRowsSharedZ(int w, int h)
    {
        int[] iterations = new int[w * h];
        double zr = 0, zi = 0;
        ParallelEnumerable.Range(0, h).ForAll(y =>
        {
            for (int x = 0; x < w; x++)
            {
                double cr = 3.0 * x / w - 2, ci = 2.0 * y / h - 1;
                zr = zi = 0;
                int k = 0;
                while (k < 255 && zr * zr + zi * zi < 4)
                {
                    (zr, zi) = (zr * zr - zi * zi + cr, 2 * zr * zi + ci);
                    k++;
                }

                iterations[y * w + x] = k;
            }
        });
        return iterations;
    }

    [Racy("density")]
    public static int[] DepositOnGrid(double[] positions, int cells)
    {
        int[] density = new int[cells];
        Parallel.For(0, positions.Length, i =>
        {
            int cell = (int)(positions[i] * cells);
            density[cell]++;
        });
        return density;
    }

    [Safe]
    public static int[] DepositOnGridByPartition(double[] positions, int cells)
    {
        int[] density = new int[cells];
        Parallel.ForEach(Partitioner.Create(0, positions.Length), range =>
        {
            int[] own = new int[cells];
            for (int i = range.Item1; i < range.Item2; i++)
            {
                own[(int)(positions[i] * cells)]++;
            }

            for (int c = 0; c < cells; c++)
            {
                Interlocked.Add(ref density[c], own[c]);
            }
        });
        return density;
    }

    [Racy("v")]
    public static void PartitionReadsOverItsEdge(double[] v)
    {
        Parallel.ForEach(Partitioner.Create(1, v.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                v[i] = v[i] - v[i - 1];
            }
        });
    }

    [Safe]
    public static void PartitionInPlace(double[] v)
    {
        Parallel.ForEach(Partitioner.Create(0, v.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                v[i] = v[i] * v[i];
            }
        });
    }

    [Safe]
    public static double[] ChunksByWorker(double[] v, int workers)
    {
        double[] result = new double[v.Length];
        int chunk = (v.Length + workers - 1) / workers;
        var threads = new Thread[workers];
        for (int t = 0; t < workers; t++)
        {
            int begin = t * chunk;
            int end = Math.Min(begin + chunk, v.Length);
            threads[t] = new Thread(() =>
            {
                for (int i = begin; i < end; i++)
                {
                    result[i] = v[i] + 1;
                }
            });
            threads[t].Start();
        }

        foreach (Thread t in threads)
        {
            t.Join();
        }

        return result;
    }

    [Racy("v")]
    public static void ChunksByWorkerInclusive(double[] v, int workers)
    {
        int chunk = v.Length / workers;
        var threads = new Thread[workers];
        for (int t = 0; t < workers; t++)
        {
            int begin = t * chunk;
            int end = Math.Min(begin + chunk, v.Length - 1);
            threads[t] = new Thread(() =>
            {
                for (int i = begin; i <= end; i++)
                {
                    v[i] = v[i] + 1;
                }
            });
            threads[t].Start();
        }

        foreach (Thread t in threads)
        {
            t.Join();
        }
    }

    [Safe]
    public static long CyclicByWorker(int[] v)
    {
        int workers = Environment.ProcessorCount;
        long[] partial = new long[workers];
        Parallel.For(0, workers, w =>
        {
            for (int i = w; i < v.Length; i += workers)
            {
                partial[w] += v[i];
            }
        });
        return partial.Sum();
    }

    [Racy("partial")]
    public static long PartialByThreadId(int[] v)
    {
        int workers = Environment.ProcessorCount;
        long[] partial = new long[workers];
        Parallel.For(0, v.Length, i =>
        {
            partial[Environment.CurrentManagedThreadId % workers] += v[i];
        });
        return partial.Sum();
    }
}
