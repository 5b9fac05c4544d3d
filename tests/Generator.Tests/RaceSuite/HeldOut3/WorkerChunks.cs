using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Work split by the index of a worker.</summary>
internal sealed class WorkerChunks
{
    [Safe]
    public static void ChunksWithRemainder(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int size = a.Length / workers;
        int from = w * size;
        int to = w == workers - 1 ? a.Length : from + size;
        for (int i = from; i < to; i++)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    [Racy("a")]
    public static void ChunksThatOverlap(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int size = a.Length / workers;
        int from = w * size;
        int to = w == workers - 1 ? a.Length : from + size + 1;
        for (int i = from; i < to; i++)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    [Safe]
    public static void ChunksRoundedUp(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int size = (a.Length + workers - 1) / workers;
        int from = w * size;
        int to = Math.Min(from + size, a.Length);
        for (int i = from; i < to; i++)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    [Racy("a")]
    public static void ChunksClosedAtBothEnds(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int size = (a.Length + workers - 1) / workers;
        int from = w * size;
        int to = Math.Min(from + size, a.Length - 1);
        for (int i = from; i <= to; i++)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    [Safe]
    public static void ProportionalChunks(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int from = w * a.Length / workers;
        int to = (w + 1) * a.Length / workers;
        for (int i = from; i < to; i++)
        {
            a[i] += 1;
        }
    });

    [Racy("a")]
    public static void ProportionalChunksInclusive(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        int from = w * a.Length / workers;
        int to = (w + 1) * a.Length / workers;
        for (int i = from; i <= to && i < a.Length; i++)
        {
            a[i] += 1;
        }
    });

    [Safe]
    public static void Strided(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = w; i < a.Length; i += workers)
        {
            a[i] *= 2;
        }
    });

    [Racy("a")]
    public static void StridedTooShort(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = w; i < a.Length; i += workers - 1)
        {
            a[i] *= 2;
        }
    });

    [Safe]
    public static void OwnedByRemainder(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (i % workers == w)
            {
                a[i] *= 2;
            }
        }
    });

    [Racy("a")]
    public static void OwnedByRemainderOfOther(double[] a, int workers) => Parallel.For(0, workers, w =>
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (i % workers != w)
            {
                a[i] *= 2;
            }
        }
    });

    [Safe]
    public static int[] CountsPerWorker(int[] values, int workers)
    {
        int[] counts = new int[workers];
        Parallel.For(0, workers, w =>
        {
            for (int i = w; i < values.Length; i += workers)
            {
                if (values[i] > 0)
                {
                    counts[w]++;
                }
            }
        });
        return counts;
    }

    [Racy("counts")]
    public static int[] CountsPerPairOfWorkers(int[] values, int workers)
    {
        int[] counts = new int[workers];
        Parallel.For(0, workers, w =>
        {
            for (int i = w; i < values.Length; i += workers)
            {
                if (values[i] > 0)
                {
                    counts[w / 2]++;
                }
            }
        });
        return counts;
    }

    [Safe]
    public static void Ranges(float[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length, 1024), range =>
    {
        for (int i = range.Item1; i < range.Item2; i++)
        {
            a[i] = -a[i];
        }
    });

    [Racy("a")]
    public static void RangesReadNeighbour(float[] a) => Parallel.ForEach(Partitioner.Create(1, a.Length, 1024), range =>
    {
        for (int i = range.Item1; i < range.Item2; i++)
        {
            a[i] = a[i - 1] - a[i];
        }
    });

    [Racy("a")]
    public static void RangesInclusive(float[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length - 1, 1024), range =>
    {
        for (int i = range.Item1; i <= range.Item2; i++)
        {
            a[i] = -a[i];
        }
    });

    [Safe]
    public static void RangesDeconstructed(float[] a) => Parallel.ForEach(Partitioner.Create(0, a.Length), range =>
    {
        (int from, int to) = range;
        for (int i = from; i < to; i++)
        {
            a[i] = -a[i];
        }
    });

    [Safe]
    public static void ThreadsOverBlocks(int[] a)
    {
        const int threads = 4;
        var all = new Thread[threads];
        int block = a.Length / threads;
        for (int t = 0; t < threads; t++)
        {
            int first = t * block;
            int end = t == threads - 1 ? a.Length : first + block;
            all[t] = new Thread(() =>
            {
                for (int i = first; i < end; i++)
                {
                    a[i]++;
                }
            });
            all[t].Start();
        }
        foreach (Thread thread in all)
        {
            thread.Join();
        }
    }

    [Racy("t", "a")]
    public static void ThreadsOverBlocksOfLoopVariable(int[] a)
    {
        const int threads = 4;
        var all = new Thread[threads];
        int block = a.Length / threads;
        for (int t = 0; t < threads; t++)
        {
            all[t] = new Thread(() =>
            {
                for (int i = t * block; i < (t + 1) * block; i++)
                {
                    a[i]++;
                }
            });
            all[t].Start();
        }
        foreach (Thread thread in all)
        {
            thread.Join();
        }
    }

    [Racy("next")]
    public static void DynamicChunksPlain(int[] a)
    {
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (next < a.Length)
            {
                int i = next++;
                if (i < a.Length)
                {
                    a[i] = i;
                }
            }
        });
    }

    [Safe]
    public static void DynamicChunksAtomic(int[] a)
    {
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (true)
            {
                int i = Interlocked.Increment(ref next) - 1;
                if (i >= a.Length)
                {
                    return;
                }
                a[i] = i;
            }
        });
    }

    [Safe]
    public static void DynamicBlocksAtomic(int[] a)
    {
        const int block = 64;
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            int from;
            while ((from = Interlocked.Add(ref next, block) - block) < a.Length)
            {
                int to = Math.Min(from + block, a.Length);
                for (int i = from; i < to; i++)
                {
                    a[i] = i;
                }
            }
        });
    }

    [Racy("a")]
    public static void DynamicBlocksTooWide(int[] a)
    {
        const int block = 64;
        int next = 0;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            int from;
            while ((from = Interlocked.Add(ref next, block) - block) < a.Length)
            {
                int to = Math.Min(from + 2 * block, a.Length);
                for (int i = from; i < to; i++)
                {
                    a[i] = i;
                }
            }
        });
    }

    [Safe]
    public static void Tiles(float[,] image, int tile)
    {
        int across = (image.GetLength(1) + tile - 1) / tile;
        int down = (image.GetLength(0) + tile - 1) / tile;
        Parallel.For(0, across * down, t =>
        {
            int top = t / across * tile, left = t % across * tile;
            for (int y = top; y < Math.Min(top + tile, image.GetLength(0)); y++)
            {
                for (int x = left; x < Math.Min(left + tile, image.GetLength(1)); x++)
                {
                    image[y, x] = y - x;
                }
            }
        });
    }

    [Racy("image")]
    public static void TilesWithHalo(float[,] image, int tile)
    {
        int across = (image.GetLength(1) + tile - 1) / tile;
        int down = (image.GetLength(0) + tile - 1) / tile;
        Parallel.For(0, across * down, t =>
        {
            int top = t / across * tile, left = t % across * tile;
            for (int y = top; y < Math.Min(top + tile + 1, image.GetLength(0)); y++)
            {
                for (int x = left; x < Math.Min(left + tile, image.GetLength(1)); x++)
                {
                    image[y, x] = y - x;
                }
            }
        });
    }
}
