using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Ranges of a partitioner, and parts of an array that a worker computes from its index: right, and off by one.</summary>
internal static class Chunks
{
    private const int Workers = 8;

    [Safe]
    public static void PartitionerRanges(double[] a)
    {
        Parallel.ForEach(Partitioner.Create(0, a.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                a[i] *= 2;
            }
        });
    }

    [Racy("a")]
    public static void PartitionerRangesOneTooFar(double[] a)
    {
        Parallel.ForEach(Partitioner.Create(0, a.Length - 1), range =>
        {
            for (int i = range.Item1; i <= range.Item2; i++)
            {
                a[i] *= 2;
            }
        });
    }

    // The first of a range reads the last of the range before.
    [Racy("a")]
    public static void PartitionerRangesCarried(double[] a)
    {
        Parallel.ForEach(Partitioner.Create(1, a.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                a[i] += a[i - 1];
            }
        });
    }

    [Safe]
    public static void PartitionerRangesCarriedInside(double[] a)
    {
        Parallel.ForEach(Partitioner.Create(0, a.Length), range =>
        {
            for (int i = range.Item1 + 1; i < range.Item2; i++)
            {
                a[i] += a[i - 1];
            }
        });
    }

    [Safe]
    public static double PartitionerSum(double[] a)
    {
        double sum = 0;
        object gate = new();
        Parallel.ForEach(Partitioner.Create(0, a.Length, 1000), range =>
        {
            (int from, int to) = range;
            double mine = 0;
            for (int i = from; i < to; i++)
            {
                mine += a[i];
            }

            lock (gate)
            {
                sum += mine;
            }
        });
        return sum;
    }

    [Racy("sum")]
    public static double PartitionerSumUnlocked(double[] a)
    {
        double sum = 0;
        Parallel.ForEach(Partitioner.Create(0, a.Length, 1000), range =>
        {
            (int from, int to) = range;
            double mine = 0;
            for (int i = from; i < to; i++)
            {
                mine += a[i];
            }

            sum += mine;
        });
        return sum;
    }

    [Safe]
    public static void ByWorker(int[] a)
    {
        int chunk = (a.Length + Workers - 1) / Workers;
        Parallel.For(0, Workers, w =>
        {
            int from = w * chunk, to = Math.Min(from + chunk, a.Length);
            for (int i = from; i < to; i++)
            {
                a[i] = w;
            }
        });
    }

    // The first of the next chunk is written too.
    [Racy("a")]
    public static void ByWorkerOneTooFar(int[] a)
    {
        int chunk = (a.Length + Workers - 1) / Workers;
        Parallel.For(0, Workers, w =>
        {
            int from = w * chunk, to = Math.Min(from + chunk + 1, a.Length);
            for (int i = from; i < to; i++)
            {
                a[i] = w;
            }
        });
    }

    // Reads one element of the next chunk.
    [Racy("a")]
    public static void ByWorkerReadsNext(int[] a)
    {
        int chunk = a.Length / Workers;
        Parallel.For(0, Workers - 1, w =>
        {
            for (int i = w * chunk; i < (w + 1) * chunk; i++)
            {
                a[i] = a[i + 1];
            }
        });
    }

    // Stops in front of the element that it would need of the next chunk.
    [Safe]
    public static void ByWorkerReadsNextInside(int[] a)
    {
        int chunk = a.Length / Workers;
        Parallel.For(0, Workers - 1, w =>
        {
            for (int i = w * chunk; i < (w + 1) * chunk - 1; i++)
            {
                a[i] = a[i + 1];
            }
        });
    }

    // Where one chunk ends, by this formula, the next one begins.
    [Safe]
    public static void ByProportion(int[] a)
    {
        Parallel.For(0, Workers, w =>
        {
            int from = (int)((long)a.Length * w / Workers), to = (int)((long)a.Length * (w + 1) / Workers);
            for (int i = from; i < to; i++)
            {
                a[i] = w;
            }
        });
    }

    [Racy("a")]
    public static void ByProportionInclusive(int[] a)
    {
        Parallel.For(0, Workers - 1, w =>
        {
            int from = (int)((long)a.Length * w / Workers), to = (int)((long)a.Length * (w + 1) / Workers);
            for (int i = from; i <= to; i++)
            {
                a[i] = w;
            }
        });
    }

    // Dealt out like cards.
    [Safe]
    public static void Cyclic(int[] a)
    {
        Parallel.For(0, Workers, w =>
        {
            for (int i = w; i < a.Length; i += Workers)
            {
                a[i] = w;
            }
        });
    }

    // Nine players, eight piles.
    [Racy("a")]
    public static void CyclicOneTooMany(int[] a)
    {
        Parallel.For(0, Workers + 1, w =>
        {
            for (int i = w; i < a.Length; i += Workers)
            {
                a[i] = w;
            }
        });
    }

    [Racy("a")]
    public static void CyclicReadsNeighbour(int[] a)
    {
        Parallel.For(0, Workers, w =>
        {
            for (int i = w; i < a.Length - 1; i += Workers)
            {
                a[i] = a[i + 1];
            }
        });
    }

    // A result of each worker, added up afterwards.
    [Safe]
    public static long PartialSums(int[] a)
    {
        long[] partial = new long[Workers];
        Parallel.For(0, Workers, w =>
        {
            for (int i = w; i < a.Length; i += Workers)
            {
                partial[w] += a[i];
            }
        });

        long sum = 0;
        foreach (long one in partial)
        {
            sum += one;
        }

        return sum;
    }

    // A result of each remainder, though the iterations are no workers.
    [Racy("partial")]
    public static void PartialSumsByRemainder(int[] a)
    {
        long[] partial = new long[Workers];
        Parallel.For(0, a.Length, i => partial[i % Workers] += a[i]);
    }

    // Threads 1 and 9 have one place.
    [Racy("partial")]
    public static void PartialSumsByThreadId(int[] a)
    {
        long[] partial = new long[Workers];
        Parallel.For(0, a.Length, i => partial[Environment.CurrentManagedThreadId % Workers] += a[i]);
    }

    // Threads of our own, each with its chunk, and joined.
    [Safe]
    public static void ThreadsByChunk(int[] a)
    {
        int chunk = a.Length / Workers;
        var threads = new Thread[Workers];
        for (int t = 0; t < Workers; t++)
        {
            int w = t;
            threads[t] = new Thread(() => Array.Fill(a, w, w * chunk, chunk));
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    [Racy("a")]
    public static void ThreadsByChunkOneTooFar(int[] a)
    {
        int chunk = (a.Length - 1) / Workers;
        var threads = new Thread[Workers];
        for (int t = 0; t < Workers; t++)
        {
            int w = t;
            threads[t] = new Thread(() => Array.Fill(a, w, w * chunk, chunk + 1));
            threads[t].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }
}
