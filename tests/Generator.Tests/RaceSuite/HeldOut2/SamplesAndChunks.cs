using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Monte Carlo, partitions, chunks of a worker.</summary>
internal sealed class SamplesAndChunks
{
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
