using System;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Particles, boards, waves, integrals and random numbers.</summary>
internal static class Simulations
{
    // Each pair once: the force on the other body is added there.
    [Racy("force")]
    public static double[] ForcesSymmetric(double[] x)
    {
        double[] force = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                double f = 1 / (x[j] - x[i]);
                force[i] += f;
                force[j] -= f;
            }
        });
        return force;
    }

    // Each pair twice: a body's own force only.
    [Safe]
    public static double[] Forces(double[] x)
    {
        double[] force = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                if (j != i)
                {
                    force[i] += 1 / (x[j] - x[i]);
                }
            }
        });
        return force;
    }

    // Moved while others still look.
    [Racy("x")]
    public static void ForcesAndMove(double[] x)
    {
        Parallel.For(0, x.Length, i =>
        {
            double f = 0;
            for (int j = 0; j < x.Length; j++)
            {
                f += x[j] - x[i];
            }

            x[i] += f;
        });
    }

    [Safe]
    public static void ForcesThenMove(double[] x)
    {
        double[] f = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                f[i] += x[j] - x[i];
            }
        });
        Parallel.For(0, x.Length, i => x[i] += f[i]);
    }

    // Charge goes to one of 16 cells.
    [Racy("cells")]
    public static double[] Deposit(int[] position)
    {
        double[] cells = new double[16];
        Parallel.For(0, position.Length, p => cells[position[p] & 15] += 1);
        return cells;
    }

    // The field is looked up there.
    [Safe]
    public static double[] Interpolate(int[] position, double[] cells)
    {
        double[] field = new double[position.Length];
        Parallel.For(0, position.Length, p => field[p] = cells[position[p] & 15]);
        return field;
    }

    [Safe]
    public static bool[,] LifeOnTwoBoards(bool[,] now)
    {
        int h = now.GetLength(0), w = now.GetLength(1);
        var next = new bool[h, w];
        Parallel.For(1, h - 1, y =>
        {
            for (int x = 1; x < w - 1; x++)
            {
                int n = 0;
                for (int d = 0; d < 9; d++)
                {
                    n += d != 4 && now[y + d / 3 - 1, x + d % 3 - 1] ? 1 : 0;
                }

                next[y, x] = n == 3 || (n == 2 && now[y, x]);
            }
        });
        return next;
    }

    [Racy("now")]
    public static void LifeOnOneBoard(bool[,] now)
    {
        int h = now.GetLength(0), w = now.GetLength(1);
        Parallel.For(1, h - 1, y =>
        {
            for (int x = 1; x < w - 1; x++)
            {
                int n = 0;
                for (int d = 0; d < 9; d++)
                {
                    n += d != 4 && now[y + d / 3 - 1, x + d % 3 - 1] ? 1 : 0;
                }

                now[y, x] = n == 3 || (n == 2 && now[y, x]);
            }
        });
    }

    [Racy("sum")]
    public static double Pi(int n)
    {
        double sum = 0;
        Parallel.For(0, n, i =>
        {
            double x = (i + 0.5) / n;
            sum += 4 / (1 + x * x);
        });
        return sum / n;
    }

    // The midpoint is shared too.
    [Racy("x", "sum")]
    public static double PiWithSharedMidpoint(int n)
    {
        double sum = 0, x;
        object gate = new();
        Parallel.For(0, n, i =>
        {
            x = (i + 0.5) / n;
            lock (gate)
            {
                sum += 4 / (1 + x * x);
            }
        });
        return sum / n;
    }

    [Safe]
    public static double PiByWorkers(int n)
    {
        double sum = 0;
        object gate = new();
        Parallel.For(0, n, () => 0.0, (i, _, mine) =>
        {
            double x = (i + 0.5) / n;
            return mine + 4 / (1 + x * x);
        }, mine =>
        {
            lock (gate)
            {
                sum += mine;
            }
        });
        return sum / n;
    }

    // A generator for all, hits counted properly.
    [Racy("random")]
    public static double MonteCarlo(int n)
    {
        var random = new Random(7);
        int hits = 0;
        Parallel.For(0, n, i =>
        {
            double x = random.NextDouble(), y = random.NextDouble();
            if (x * x + y * y < 1)
            {
                Interlocked.Increment(ref hits);
            }
        });
        return 4.0 * hits / n;
    }

    // A generator for each worker.
    [Safe]
    public static double MonteCarloByWorkers(int n)
    {
        int hits = 0;
        Parallel.For(0, n, () => new Random(), (i, _, random) =>
        {
            double x = random.NextDouble(), y = random.NextDouble();
            if (x * x + y * y < 1)
            {
                Interlocked.Increment(ref hits);
            }

            return random;
        }, _ => { });
        return 4.0 * hits / n;
    }

    // A generator for each worker, hits not counted properly.
    [Racy("hits")]
    public static double MonteCarloLosesHits(int n)
    {
        int hits = 0;
        Parallel.For(0, n, () => new Random(), (i, _, random) =>
        {
            double x = random.NextDouble(), y = random.NextDouble();
            if (x * x + y * y < 1)
            {
                hits++;
            }

            return random;
        }, _ => { });
        return 4.0 * hits / n;
    }

    // The largest change of a sweep.
    [Racy("change")]
    public static double HeatWithSharedChange(double[,] u, double[,] v)
    {
        double change = 0;
        Parallel.For(1, u.GetLength(0) - 1, i =>
        {
            for (int j = 1; j < u.GetLength(1) - 1; j++)
            {
                change = Math.Max(change, Math.Abs(u[i, j] - v[i, j]));
            }
        });
        return change;
    }

    // A change of each row.
    [Safe]
    public static double[] HeatWithChangeOfRows(double[,] u, double[,] v)
    {
        double[] change = new double[u.GetLength(0)];
        Parallel.For(1, u.GetLength(0) - 1, i =>
        {
            for (int j = 1; j < u.GetLength(1) - 1; j++)
            {
                change[i] = Math.Max(change[i], Math.Abs(u[i, j] - v[i, j]));
            }
        });
        return change;
    }

    // The wave's third buffer is the first one: only the iteration's own element of it is read.
    [Safe]
    public static void WaveInTwoBuffers(double[] before, int n)
    {
        double[] now = new double[n];
        double[] next = before;
        Parallel.For(1, n - 1, i => next[i] = 2 * now[i] - before[i] + 0.1 * (now[i - 1] + now[i + 1]));
    }

    // And here its neighbours.
    [Racy("before", "next")]
    public static void WaveInTwoBuffersDamped(double[] before, int n)
    {
        double[] now = new double[n];
        double[] next = before;
        Parallel.For(1, n - 1, i => next[i] = 2 * now[i] - (before[i - 1] + before[i + 1]) / 2);
    }

    // Two clusters for all points.
    [Racy("sums")]
    public static double[] TwoClusters(double[] points, double middle)
    {
        double[] sums = new double[2];
        Parallel.For(0, points.Length, i => sums[points[i] < middle ? 0 : 1] += points[i]);
        return sums;
    }

    // Each point is told its cluster.
    [Safe]
    public static int[] Assigned(double[] points, double middle)
    {
        int[] cluster = new int[points.Length];
        Parallel.For(0, points.Length, i => cluster[i] = points[i] < middle ? 0 : 1);
        return cluster;
    }
}
