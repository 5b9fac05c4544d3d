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

/// <summary>Sums, last values and temporaries of loops.</summary>
internal sealed class Scalars
{
    [Racy("norm")]
    public static double NormOfVector(double[] v)
    {
        double norm = 0;
        Parallel.For(0, v.Length, k => norm += v[k] * v[k]);
        return Math.Sqrt(norm);
    }

    [Safe]
    public static double NormOfVectorByPartials(double[] v)
    {
        double norm = 0;
        object gate = new();
        Parallel.For(0, v.Length, () => 0.0, (k, _, part) => part + v[k] * v[k], part => { lock (gate) { norm += part; } });
        return Math.Sqrt(norm);
    }

    [Racy("norm")]
    public static double NormOfVectorByUnguardedPartials(double[] v)
    {
        double norm = 0;
        Parallel.For(0, v.Length, () => 0.0, (k, _, part) => part + v[k] * v[k], part => norm += part);
        return Math.Sqrt(norm);
    }

    [Racy("t")]
    public static void SwapHalvesThroughOuterTemporary(int[] a)
    {
        int half = a.Length / 2;
        int t;
        Parallel.For(0, half, i =>
        {
            t = a[i];
            a[i] = a[i + half];
            a[i + half] = t;
        });
    }

    [Safe]
    public static void SwapHalves(int[] a)
    {
        int half = a.Length / 2;
        Parallel.For(0, half, i =>
        {
            int t = a[i];
            a[i] = a[i + half];
            a[i + half] = t;
        });
    }

    [Racy("last")]
    public static int LastIndexOfBlank(string line)
    {
        int last = -1;
        Parallel.For(0, line.Length, i =>
        {
            if (line[i] == ' ')
            {
                last = i;
            }
        });
        return last;
    }

    [Safe]
    public static int LastIndexOfBlankUnderLock(string line)
    {
        int last = -1;
        object gate = new();
        Parallel.For(0, line.Length, i =>
        {
            if (line[i] == ' ')
            {
                lock (gate)
                {
                    last = Math.Max(last, i);
                }
            }
        });
        return last;
    }

    [Racy("x")]
    public static double ValueOfLastIteration(double[] a)
    {
        double x = 0;
        Parallel.For(0, a.Length, i => x = Math.Cos(a[i]));
        return x;
    }

    [Safe]
    public static double ValueOfLastIterationAlone(double[] a)
    {
        double x = 0;
        Parallel.For(0, a.Length, i =>
        {
            double y = Math.Cos(a[i]);
            if (i == a.Length - 1)
            {
                x = y;
            }
        });
        return x;
    }

    [Racy("x")]
    public static double ValueOfLastIterations(double[] a)
    {
        double x = 0;
        Parallel.For(0, a.Length, i =>
        {
            double y = Math.Cos(a[i]);
            if (i >= a.Length - 2)
            {
                x = y;
            }
        });
        return x;
    }

    [Racy("next")]
    public static int[] CompactPositives(int[] values)
    {
        int[] packed = new int[values.Length];
        int next = 0;
        Parallel.For(0, values.Length, i =>
        {
            if (values[i] > 0)
            {
                packed[next++] = values[i];
            }
        });
        return packed;
    }

    [Safe]
    public static int[] CompactPositivesByTicket(int[] values)
    {
        int[] packed = new int[values.Length];
        int next = -1;
        Parallel.For(0, values.Length, i =>
        {
            if (values[i] > 0)
            {
                packed[Interlocked.Increment(ref next)] = values[i];
            }
        });
        return packed;
    }

    [Racy("inner")]
    public static double[] RowSumsWithOuterCounter(double[,] m)
    {
        double[] sums = new double[m.GetLength(0)];
        int inner;
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (inner = 0; inner < m.GetLength(1); inner++)
            {
                sums[i] += m[i, inner];
            }
        });
        return sums;
    }

    [Safe]
    public static double[] RowSums(double[,] m)
    {
        double[] sums = new double[m.GetLength(0)];
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int inner = 0; inner < m.GetLength(1); inner++)
            {
                sums[i] += m[i, inner];
            }
        });
        return sums;
    }

    [Racy("min", "max")]
    public static (int Min, int Max) Extent(int[] values)
    {
        int min = int.MaxValue, max = int.MinValue;
        Parallel.ForEach(values, v =>
        {
            if (v < min) min = v;
            if (v > max) max = v;
        });
        return (min, max);
    }

    [Safe]
    public static (int Min, int Max) ExtentFromSections(int[] values)
    {
        int min = int.MaxValue, max = int.MinValue;
        Parallel.Invoke(
            () => { foreach (int v in values) { if (v < min) min = v; } },
            () => { foreach (int v in values) { if (v > max) max = v; } });
        return (min, max);
    }

    [Racy("pi")]
    public static double PiByMidpoints(int steps)
    {
        double pi = 0, width = 1.0 / steps;
        Parallel.For(0, steps, i =>
        {
            double x = (i + 0.5) * width;
            pi += 4.0 / (1.0 + x * x);
        });
        return pi * width;
    }

    [Safe]
    public static double PiByRows(int steps)
    {
        double width = 1.0 / steps;
        double[] parts = new double[steps];
        Parallel.For(0, steps, i =>
        {
            double x = (i + 0.5) * width;
            parts[i] = 4.0 / (1.0 + x * x);
        });
        double pi = 0;
        foreach (double part in parts)
        {
            pi += part;
        }
        return pi * width;
    }

    [Racy("x")]
    public static double PiWithOuterAbscissa(int steps)
    {
        double width = 1.0 / steps;
        double x = 0;
        double[] parts = new double[steps];
        Parallel.For(0, steps, i =>
        {
            x = (i + 0.5) * width;
            parts[i] = 4.0 / (1.0 + x * x);
        });
        return parts.Sum() * width;
    }

    [Racy("product")]
    public static long ProductOfTwoTerms(long[] factors)
    {
        long product = 1;
        Parallel.Invoke(
            () => { for (int i = 0; i < factors.Length / 2; i++) product *= factors[i]; },
            () => { for (int i = factors.Length / 2; i < factors.Length; i++) product *= factors[i]; });
        return product;
    }

    [Safe]
    public static long ProductOfTwoHalves(long[] factors)
    {
        long low = 1, high = 1;
        Parallel.Invoke(
            () => { for (int i = 0; i < factors.Length / 2; i++) low *= factors[i]; },
            () => { for (int i = factors.Length / 2; i < factors.Length; i++) high *= factors[i]; });
        return low * high;
    }
}
