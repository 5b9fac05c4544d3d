using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Temporaries, last values, totals, statics: scalars that iterations share or do not.</summary>
internal static class ScratchAndTotals
{
    private static int s_total;
    private static int s_scratch;
    private static int s_reported;

    [ThreadStatic]
    private static int t_scratch;

    [Racy("tmp")]
    public static void TemporaryOutside(int[] a)
    {
        int tmp;
        Parallel.For(0, a.Length, i =>
        {
            tmp = a[i] + i;
            a[i] = tmp;
        });
    }

    [Safe]
    public static void TemporaryInside(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int tmp = a[i] + i;
            a[i] = tmp;
        });
    }

    [Racy("x")]
    public static int LastValueWanted(int n)
    {
        int x = 0;
        Parallel.For(0, n, i => x = i);
        Console.WriteLine("x = " + x);
        return x;
    }

    [Safe]
    public static int LastValueByItsIteration(int n)
    {
        int x = 0;
        Parallel.For(0, n, i =>
        {
            if (i == n - 1)
            {
                x = i;
            }
        });
        return x;
    }

    [Racy("x")]
    public static int OutputDependence(int len)
    {
        var a = new int[len];
        int x = 10;
        Parallel.For(0, len, i =>
        {
            a[i] = x;
            x = i;
        });
        return x;
    }

    [Racy("sum")]
    public static double SumOfSquares(double[,] u)
    {
        double sum = 0;
        int n = u.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                double temp = u[i, j];
                sum += temp * temp;
            }
        });
        return sum;
    }

    [Safe]
    public static double SumOfSquaresByRow(double[,] u)
    {
        int n = u.GetLength(0);
        double[] rowSums = new double[n];
        Parallel.For(0, n, i =>
        {
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                double temp = u[i, j];
                sum += temp * temp;
            }

            rowSums[i] = sum;
        });
        return rowSums.Sum();
    }

    [Safe]
    public static double Pi(int intervals)
    {
        double pi = 0.0;
        double width = 1.0 / intervals;
        object gate = new();
        Parallel.For(0, intervals, () => 0.0, (i, _, local) =>
        {
            double x = (i + 0.5) * width;
            return local + 4.0 / (1.0 + x * x);
        },
        local =>
        {
            lock (gate)
            {
                pi += local;
            }
        });
        return pi * width;
    }

    [Racy("pi")]
    public static double PiFinallyWithoutLock(int intervals)
    {
        double pi = 0.0;
        double width = 1.0 / intervals;
        Parallel.For(0, intervals, () => 0.0, (i, _, local) =>
        {
            double x = (i + 0.5) * width;
            return local + 4.0 / (1.0 + x * x);
        },
        local => pi += local);
        return pi * width;
    }

    [Racy("x")]
    public static double PiSharedAbscissa(int intervals)
    {
        double pi = 0.0, x = 0.0;
        object gate = new();
        Parallel.For(0, intervals, i =>
        {
            x = (i + 0.5) / intervals;
            double f = 4.0 / (1.0 + x * x);
            lock (gate)
            {
                pi += f;
            }
        });
        return pi / intervals;
    }

    [Racy("numNodes2")]
    public static int CountDownInBranch(int numNodes)
    {
        int[] x = new int[numNodes];
        int numNodes2 = numNodes;
        for (int i = 0; i < numNodes; i++)
        {
            x[i] = i % 2 == 0 ? 5 : -5;
        }

        Parallel.For(0, numNodes, i =>
        {
            if (x[i] <= 0)
            {
                numNodes2--;
            }
        });
        return numNodes2;
    }

    [Safe]
    public static int CountDownInBranchAtomically(int numNodes)
    {
        int[] x = Enumerable.Range(0, numNodes).Select(i => i % 2 == 0 ? 5 : -5).ToArray();
        int left = numNodes;
        Parallel.For(0, numNodes, i =>
        {
            if (x[i] <= 0)
            {
                Interlocked.Decrement(ref left);
            }
        });
        return left;
    }

    [Racy("outLen", "output")]
    public static int CompactWithCounter(int[] input, int[] output)
    {
        int outLen = 0;
        Parallel.For(0, input.Length, i =>
        {
            if (input[i] > 0)
            {
                output[outLen++] = input[i];
            }
        });
        return outLen;
    }

    [Safe]
    public static int CompactWithTicket(int[] input)
    {
        int[] output = new int[input.Length];
        int outLen = 0;
        Parallel.For(0, input.Length, i =>
        {
            if (input[i] > 0)
            {
                output[Interlocked.Increment(ref outLen) - 1] = input[i];
            }
        });
        Array.Sort(output, 0, outLen);
        return outLen;
    }

    [Racy("j")]
    public static double[] InductionVariableOutside(int len)
    {
        double[] c = new double[len];
        int j = 0;
        Parallel.For(0, len, i =>
        {
            c[j] = i * 2.0;
            j++;
        });
        return c;
    }

    [Safe]
    public static double[] InductionVariableComputed(int len)
    {
        double[] c = new double[2 * len];
        Parallel.For(0, len, i =>
        {
            int j = 2 * i;
            c[j] = i * 2.0;
            j++;
            c[j] = -i;
        });
        return c;
    }

    [Racy("s_total")]
    public static int StaticTotal(int[] values)
    {
        s_total = 0;
        Parallel.ForEach(values, AddToTotal);
        return s_total;
    }

    private static void AddToTotal(int value) => s_total += value;

    [Racy("s_scratch")]
    public static int[] StaticScratch(int[] values)
    {
        int[] results = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            s_scratch = values[i] * 3;
            results[i] = s_scratch + 1;
        });
        return results;
    }

    [Safe]
    public static int[] ThreadStaticScratch(int[] values)
    {
        int[] results = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            t_scratch = values[i] * 3;
            results[i] = t_scratch + 1;
        });
        return results;
    }

    [Racy("counter")]
    public static void CounterByReference()
    {
        int counter = 0;
        Parallel.For(0, 100, _ => Bump(ref counter));
        Console.WriteLine(counter);
    }

    [Safe]
    public static void CounterByValue()
    {
        int counter = 0;
        Parallel.For(0, 100, _ => BumpCopy(counter));
        Console.WriteLine(counter);
    }

    [Safe]
    public static void CounterByReferenceAtomically()
    {
        int counter = 0;
        Parallel.For(0, 100, _ => BumpAtomically(ref counter));
        Console.WriteLine(counter);
    }

    private static void Bump(ref int value) => value++;

    private static void BumpCopy(int value) => value++;

    private static void BumpAtomically(ref int value) => Interlocked.Increment(ref value);

    [Racy("q")]
    public static void StaticLocalInFunction()
    {
        int q = 0;
        void Next()
        {
            q += 1;
        }

        Parallel.Invoke(Next, Next);
    }

    [Safe]
    public static void LocalInFunction()
    {
        static int Next()
        {
            int q = 0;
            q += 1;
            return q;
        }

        Parallel.Invoke(() => Next(), () => Next());
    }

    [Safe]
    public static int[] FirstPrivateCopy(int n)
    {
        int[] a = new int[n];
        int g = 10;
        Parallel.For(0, n, i =>
        {
            int mine = g;
            mine += i;
            a[i] = mine;
        });
        g++;
        return a;
    }

    [Racy("g")]
    public static int[] FirstPrivateForgotten(int n)
    {
        int[] a = new int[n];
        int g = 10;
        Parallel.For(0, n, i =>
        {
            g += i;
            a[i] = g;
        });
        return a;
    }

    [Racy("s_reported")]
    public static void ReportEveryHundredth(Action<int> report, int n)
    {
        Parallel.For(0, n, i =>
        {
            if (i % 100 == 0)
            {
                s_reported = i;
                report(i);
            }
        });
    }
}
