using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>Small numerical loops, each with one thing right or wrong.</summary>
internal static class NumericalLoops
{
    private const int N = 1000;
    private static readonly int[] s_bases = [521, 523, 525, 533, 527, 529, 531, 547, 545];
    private static double s_pivot;

    // 521 + 12 = 533.
    [Racy("grid")]
    public static void SpacedBases()
    {
        double[] grid = new double[N];
        Parallel.For(0, s_bases.Length, k =>
        {
            grid[s_bases[k]] += 1.0;
            grid[s_bases[k] + 12] += 3.0;
        });
    }

    // No two bases are 40 apart.
    [Safe]
    public static void WidelySpacedBases()
    {
        double[] grid = new double[N];
        Parallel.For(0, s_bases.Length, k =>
        {
            grid[s_bases[k]] += 1.0;
            grid[s_bases[k] + 40] += 3.0;
        });
    }

    [Racy("b")]
    public static void FirstDimension()
    {
        double[,] b = new double[N, N];
        Parallel.For(1, N, i =>
        {
            for (int j = 0; j < N; j++)
            {
                b[i, j] = b[i - 1, j] * 0.5;
            }
        });
    }

    [Safe]
    public static void SecondDimension()
    {
        double[,] b = new double[N, N];
        Parallel.For(0, N, i =>
        {
            for (int j = 1; j < N; j++)
            {
                b[i, j] = b[i, j - 1] * 0.5;
            }
        });
    }

    [Racy("a")]
    public static void EvenReadsHalf()
    {
        int[] a = Enumerable.Range(0, 2000).ToArray();
        Parallel.For(0, N, i => a[2 * i] = a[i] + 1);
    }

    [Safe]
    public static void OddReadsEven()
    {
        int[] a = Enumerable.Range(0, 2000).ToArray();
        Parallel.For(0, N, i => a[2 * i + 1] = a[2 * i] + 1);
    }

    // The middle element is read by everybody and written by one.
    [Racy("a")]
    public static void MiddleElement()
    {
        int[] a = new int[N];
        Parallel.For(0, N, i => a[i] += a[N / 2]);
    }

    [Safe]
    public static void MiddleElementOfTheLowerHalf()
    {
        int[] a = new int[N];
        Parallel.For(0, N / 2, i => a[i] += a[N / 2]);
    }

    [Racy("x")]
    public static int LastAssignment()
    {
        int x = 0;
        Parallel.For(0, N, i => x = i);
        return x;
    }

    [Safe]
    public static int LastAssignmentAfterTheLoop()
    {
        int[] seen = new int[N];
        Parallel.For(0, N, i => seen[i] = i);
        return seen[N - 1];
    }

    [Racy("temp")]
    public static void Rotation(double[] x, float[] y)
    {
        double temp = 0;
        Parallel.For(0, x.Length, i =>
        {
            temp = x[i];
            x[i] = y[i];
            y[i] = (float)temp;
        });
    }

    [Safe]
    public static void RotationInside(double[] x, float[] y)
    {
        Parallel.For(0, x.Length, i =>
        {
            double temp = x[i];
            x[i] = y[i];
            y[i] = (float)temp;
        });
    }

    // Rows and columns are normalized in turn: two barriers.
    [Safe]
    public static void RowsThenColumns(double[,] m)
    {
        int n = m.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 1; j < n; j++)
            {
                m[i, j] -= m[i, j - 1];
            }
        });
        Parallel.For(0, n, j =>
        {
            for (int i = 1; i < n; i++)
            {
                m[i, j] -= m[i - 1, j];
            }
        });
    }

    // At the same time.
    [Racy("m")]
    public static void RowsWithColumns(double[,] m)
    {
        int n = m.GetLength(0);
        Parallel.Invoke(
            () => Parallel.For(0, n, i =>
            {
                for (int j = 1; j < n; j++)
                {
                    m[i, j] -= m[i, j - 1];
                }
            }),
            () => Parallel.For(0, n, j =>
            {
                for (int i = 1; i < n; i++)
                {
                    m[i, j] -= m[i - 1, j];
                }
            }));
    }

    // A static that a helper uses as its scratch.
    [Racy("s_pivot", "Scale")]
    public static void ScaleRows(double[][] rows) => Parallel.ForEach(rows, Scale);

    [Safe]
    public static double[] PivotsOfRows(double[][] rows) => rows.AsParallel().AsOrdered().Select(Pivot).ToArray();

    private static double Pivot(double[] row)
    {
        double pivot = 0;
        foreach (double v in row)
        {
            pivot = Math.Max(pivot, Math.Abs(v));
        }

        return pivot;
    }

    private static void Scale(double[] row)
    {
        s_pivot = Pivot(row);
        for (int j = 0; j < row.Length; j++)
        {
            row[j] /= s_pivot;
        }
    }

    // Fibonacci with a task for the left branch.
    [Safe]
    public static int Fibonacci(int n)
    {
        if (n < 2)
        {
            return n;
        }

        int left = 0;
        Task task = Task.Run(() => left = Fibonacci(n - 1));
        int right = Fibonacci(n - 2);
        task.Wait();
        return left + right;
    }

    // Without the wait.
    [Racy("left")]
    public static int FibonacciWithoutWait(int n)
    {
        if (n < 2)
        {
            return n;
        }

        int left = 0;
        Task task = Task.Run(() => left = FibonacciWithoutWait(n - 1));
        int right = FibonacciWithoutWait(n - 2);
        return left + right;
    }

    [Racy("error")]
    public static double[,] JacobiWithError(double[,] f, int steps)
    {
        int n = f.GetLength(0);
        double[,] u = new double[n, n], old = new double[n, n];
        double error = 0;
        for (int step = 0; step < steps; step++)
        {
            Array.Copy(u, old, u.Length);
            error = 0;
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    double residual = old[i - 1, j] + old[i + 1, j] + old[i, j - 1] + old[i, j + 1] - 4 * old[i, j] - f[i, j];
                    u[i, j] = old[i, j] + 0.25 * residual;
                    error += residual * residual;
                }
            });
        }

        return error < 1 ? u : old;
    }

    [Safe]
    public static double[,] JacobiWithErrorOfRows(double[,] f, int steps)
    {
        int n = f.GetLength(0);
        double[,] u = new double[n, n], old = new double[n, n];
        double[] error = new double[n];
        for (int step = 0; step < steps; step++)
        {
            Array.Copy(u, old, u.Length);
            Array.Clear(error);
            Parallel.For(1, n - 1, i =>
            {
                for (int j = 1; j < n - 1; j++)
                {
                    double residual = old[i - 1, j] + old[i + 1, j] + old[i, j - 1] + old[i, j + 1] - 4 * old[i, j] - f[i, j];
                    u[i, j] = old[i, j] + 0.25 * residual;
                    error[i] += residual * residual;
                }
            });
        }

        return error.Sum() < 1 ? u : old;
    }

    // A triangular solve by columns: the updates of one column are independent.
    [Safe]
    public static void ColumnSolve(double[,] l, double[] x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            x[j] /= l[j, j];
            int column = j;
            Parallel.For(j + 1, x.Length, i => x[i] -= l[i, column] * x[column]);
        }
    }

    // From the diagonal on: x[j] is read by all.
    [Racy("x")]
    public static void ColumnSolveWithDiagonal(double[,] l, double[] x)
    {
        for (int j = 0; j < x.Length; j++)
        {
            int column = j;
            Parallel.For(j, x.Length, i => x[i] -= l[i, column] * x[column]);
        }
    }

    // A queue of seeds, dealt out by an atomic counter.
    [Safe]
    public static double[] AtomicSchedule(double[] work)
    {
        int next = 0;
        double[] done = new double[work.Length];
        Parallel.For(0, 4, _ =>
        {
            int i;
            while ((i = Interlocked.Increment(ref next) - 1) < work.Length)
            {
                done[i] = Math.Sqrt(work[i]);
            }
        });
        return done;
    }

    // By an ordinary one.
    [Racy("next")]
    public static double[] PlainSchedule(double[] work)
    {
        int next = 0;
        double[] done = new double[work.Length];
        Parallel.For(0, 4, _ =>
        {
            int i;
            while ((i = next++) < work.Length)
            {
                done[i] = Math.Sqrt(work[i]);
            }
        });
        return done;
    }

    // 100 elements on, in 100 iterations of two elements.
    [Racy("a")]
    public static void CopyAheadByTwo()
    {
        int[] a = new int[N];
        Parallel.For(0, 100, i =>
        {
            a[2 * i + 100] = a[2 * i];
        });
    }

    [Safe]
    public static void CopyAheadByTwoFarEnough()
    {
        int[] a = new int[N];
        Parallel.For(0, 100, i =>
        {
            a[2 * i + 200] = a[2 * i];
        });
    }

    // An odd distance: even elements are read, odd ones written.
    [Safe]
    public static void CopyAheadByOddDistance()
    {
        int[] a = new int[N];
        Parallel.For(0, 100, i =>
        {
            a[2 * i + 101] = a[2 * i];
        });
    }

    // Two parameters of one type.
    [CannotKnow]
    public static void ShiftInto(double[] from, double[] to, int by)
    {
        Parallel.For(0, from.Length - by, i => to[i] = from[i + by]);
    }
}
