using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Small programs with their state in static fields.</summary>
internal static class WholePrograms
{
    private const int N = 200;

    private static readonly double[,] s_u = new double[N, N];
    private static readonly double[,] s_uOld = new double[N, N];
    private static readonly double[,] s_f = new double[N, N];
    private static readonly int[] s_a = new int[N];
    private static readonly int[] s_b = new int[N];
    private static readonly int[,] s_scores = new int[N, N];
    private static double s_error;
    private static double s_dx = 2.0 / (N - 1);
    private static int s_maxPosition;
    private static int s_tid;
    private static int s_numThreads;
    private static int s_counter;
    private static int s_sum;
    private static int s_sumFromThreads;
    private static int s_index;
    private static double[] s_first = new double[N];
    private static double[] s_second = new double[N];
    private static double[] s_work = new double[N];
    private static readonly Block[] s_blocks = Enumerable.Range(0, 8).Select(_ => new Block()).ToArray();

    [ThreadStatic]
    private static int t_counter;

    private sealed class Block
    {
        public readonly double[] Cells = new double[N];
    }

    [Safe]
    public static void InitializeGrid()
    {
        Parallel.For(0, N, i =>
        {
            for (int j = 0; j < N; j++)
            {
                int xx = (int)(-1.0 + s_dx * (i - 1));
                int yy = (int)(-1.0 + s_dx * (j - 1));
                s_u[i, j] = 0.0;
                s_f[i, j] = -1.0 * (1.0 - xx * xx) * (1.0 - yy * yy);
            }
        });
    }

    [Safe]
    public static double RelaxGrid(int steps, double omega)
    {
        object gate = new();
        double error = 10;
        for (int k = 0; k < steps && error > 1e-6; k++)
        {
            error = 0;
            Parallel.For(0, N, i =>
            {
                for (int j = 0; j < N; j++)
                {
                    s_uOld[i, j] = s_u[i, j];
                }
            });
            Parallel.For(1, N - 1, () => 0.0, (i, _, sum) =>
            {
                for (int j = 1; j < N - 1; j++)
                {
                    double resid = s_uOld[i - 1, j] + s_uOld[i + 1, j] + s_uOld[i, j - 1] + s_uOld[i, j + 1] - 4 * s_uOld[i, j] - s_f[i, j];
                    s_u[i, j] = s_uOld[i, j] - omega * resid;
                    sum += resid * resid;
                }

                return sum;
            },
            sum =>
            {
                lock (gate)
                {
                    error += sum;
                }
            });
        }

        return error;
    }

    [Racy("s_error")]
    public static double RelaxGridStaticError(double omega)
    {
        s_error = 0;
        Parallel.For(1, N - 1, i =>
        {
            for (int j = 1; j < N - 1; j++)
            {
                double resid = s_uOld[i - 1, j] + s_uOld[i + 1, j] - 2 * s_uOld[i, j];
                s_u[i, j] = s_uOld[i, j] - omega * resid;
                s_error += resid * resid;
            }
        });
        return s_error;
    }

    [Racy("s_u")]
    public static void RelaxGridWithoutOld(double omega)
    {
        Parallel.For(1, N - 1, i =>
        {
            for (int j = 1; j < N - 1; j++)
            {
                double resid = s_u[i - 1, j] + s_u[i + 1, j] - 2 * s_u[i, j];
                s_u[i, j] = s_u[i, j] - omega * resid;
            }
        });
    }

    [Racy("s_maxPosition", "s_scores")]
    public static int AlignSequences(string a, string b)
    {
        s_maxPosition = 0;
        for (int d = 2; d < a.Length + b.Length; d++)
        {
            int from = Math.Max(1, d - b.Length), to = Math.Min(a.Length, d - 1);
            Parallel.For(from, to + 1, i => ScoreAt(a, b, i, d - i));
        }

        return s_maxPosition;
    }

    private static void ScoreAt(string a, string b, int i, int j)
    {
        int diagonal = s_scores[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 5 : -3);
        int score = Math.Max(0, Math.Max(diagonal, Math.Max(s_scores[i - 1, j], s_scores[i, j - 1]) - 4));
        s_scores[i, j] = score;
        if (score > s_scores[s_maxPosition / N, s_maxPosition % N])
        {
            s_maxPosition = i * N + j;
        }
    }

    [Racy("s_numThreads")]
    public static int CountWorkers()
    {
        Parallel.For(0, Environment.ProcessorCount, tid =>
        {
            if (tid >= 0)
            {
                s_numThreads = Environment.ProcessorCount;
            }
        });
        return s_numThreads;
    }

    [Safe]
    public static int CountWorkersByTheFirst()
    {
        Parallel.For(0, Environment.ProcessorCount, tid =>
        {
            if (tid == 0)
            {
                s_numThreads = Environment.ProcessorCount;
            }
        });
        return s_numThreads;
    }

    [Racy("s_tid")]
    public static void PrintWorkers()
    {
        Parallel.For(0, 8, t =>
        {
            s_tid = t;
            Console.WriteLine($"Hello from {s_tid}");
        });
    }

    [Racy("s_counter")]
    public static int CounterNotPerThread()
    {
        Parallel.For(0, 8, _ => CountUp());
        return s_counter;
    }

    private static void CountUp() => s_counter++;

    [Safe]
    public static int CounterPerThread()
    {
        int total = 0;
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                t_counter = 0;
                for (int k = 0; k < 100; k++)
                {
                    CountUpOwn();
                }

                Interlocked.Add(ref total, t_counter);
            });
            threads[i].Start();
        }

        Array.ForEach(threads, t => t.Join());
        return total;
    }

    private static void CountUpOwn() => t_counter++;

    [Racy("s_sum")]
    public static int SumThroughSharedPartial()
    {
        s_sum = 0;
        Parallel.ForEach(s_a, value => s_sum += value);
        s_sumFromThreads = s_sum;
        return s_sumFromThreads;
    }

    [Safe]
    public static int SumThroughPartials()
    {
        int total = 0;
        Parallel.ForEach(s_a, () => 0, (value, _, part) => part + value, part => Interlocked.Add(ref total, part));
        s_sumFromThreads = total;
        return total;
    }

    [Racy("s_index")]
    public static void StaticLoopIndex()
    {
        Parallel.For(0, N, row =>
        {
            for (s_index = 0; s_index < N; s_index++)
            {
                s_u[row, s_index] = row;
            }
        });
    }

    [Safe]
    public static void StaticArraysApart()
    {
        Parallel.For(1, N, i => s_a[i] = s_b[i - 1]);
    }

    [Racy("s_a")]
    public static void StaticArrayItself()
    {
        Parallel.For(1, N, i => s_a[i] = s_a[i - 1]);
    }

    [Racy("s_first", "s_second")]
    public static void StaticBuffersMadeOne()
    {
        s_first = s_second;
        Parallel.For(1, N - 1, i => s_first[i] = (s_second[i - 1] + s_second[i + 1]) / 2);
    }

    [Racy("s_work")]
    public static void BlocksThroughOneWorkArray()
    {
        Parallel.ForEach(s_blocks, block =>
        {
            for (int i = 1; i < N - 1; i++)
            {
                s_work[i] = (block.Cells[i - 1] + block.Cells[i + 1]) / 2;
            }

            for (int i = 1; i < N - 1; i++)
            {
                block.Cells[i] = s_work[i];
            }
        });
    }

    [Safe]
    public static void BlocksThroughOwnWorkArray()
    {
        Parallel.ForEach(s_blocks, block =>
        {
            Span<double> work = stackalloc double[N];
            for (int i = 1; i < N - 1; i++)
            {
                work[i] = (block.Cells[i - 1] + block.Cells[i + 1]) / 2;
            }

            for (int i = 1; i < N - 1; i++)
            {
                block.Cells[i] = work[i];
            }
        });
    }

    [Racy("s_blocks", "Cells")]
    public static void BlocksReadTheirNeighbour()
    {
        Parallel.For(0, s_blocks.Length - 1, b =>
        {
            s_blocks[b].Cells[0] = s_blocks[b + 1].Cells[0];
        });
    }

    [Safe]
    public static void OrderedPrinting()
    {
        string[] lines = new string[N];
        Parallel.For(0, N, i => lines[i] = $"{i}: {s_b[i]}");
        Array.ForEach(lines, Console.WriteLine);
    }
}
