using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Largest values, found flags, pairs of totals.</summary>
internal static class ExtremesAndFlags
{
    [Racy("max")]
    public static int MaximumUnlocked(int[] values)
    {
        int max = int.MinValue;
        Parallel.ForEach(values, v =>
        {
            if (v > max)
            {
                max = v;
            }
        });
        return max;
    }

    [Racy("max")]
    public static int MaximumCheckedOutside(int[] values)
    {
        int max = int.MinValue;
        object gate = new();
        Parallel.ForEach(values, v =>
        {
            if (v > max)
            {
                lock (gate)
                {
                    max = v;
                }
            }
        });
        return max;
    }

    [Safe]
    public static int MaximumByExchange(int[] values)
    {
        int max = int.MinValue;
        Parallel.ForEach(values, v =>
        {
            int seen = Volatile.Read(ref max);
            while (v > seen)
            {
                int before = Interlocked.CompareExchange(ref max, v, seen);
                if (before == seen)
                {
                    break;
                }

                seen = before;
            }
        });
        return max;
    }

    [Racy("found")]
    public static bool AnyMatchFlag(string[] lines, string needle)
    {
        bool found = false;
        Parallel.ForEach(lines, line =>
        {
            if (line.Contains(needle))
            {
                found = true;
            }
        });
        return found;
    }

    [Safe]
    public static bool AnyMatchVolatileFlag(string[] lines, string needle)
    {
        int found = 0;
        Parallel.ForEach(lines, (line, state) =>
        {
            if (line.Contains(needle))
            {
                Volatile.Write(ref found, 1);
                state.Stop();
            }
        });
        return found == 1;
    }

    [Racy("min", "argmin")]
    public static int ArgMin(double[] cost)
    {
        double min = double.MaxValue;
        int argmin = -1;
        object gate = new();
        Parallel.For(0, cost.Length, i =>
        {
            lock (gate)
            {
                if (cost[i] < min)
                {
                    min = cost[i];
                }
            }

            if (cost[i] == min)
            {
                argmin = i;
            }
        });
        return argmin;
    }

    [Safe]
    public static (double Min, double Max) TwoTotalsLocal(double[] cost)
    {
        double min = double.MaxValue, max = double.MinValue;
        object gate = new();
        Parallel.ForEach(
            cost,
            () => (Min: double.MaxValue, Max: double.MinValue),
            (c, _, seen) => (Math.Min(seen.Min, c), Math.Max(seen.Max, c)),
            seen =>
            {
                lock (gate)
                {
                    min = Math.Min(min, seen.Min);
                    max = Math.Max(max, seen.Max);
                }
            });
        return (min, max);
    }

    [Safe]
    public static double DefaultsInEveryIteration(double[] x)
    {
        double[] y = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            double lower, upper;
            if (x[i] < 0)
            {
                (lower, upper) = (x[i], 0);
            }
            else
            {
                (lower, upper) = (0, x[i]);
            }

            y[i] = upper - lower;
        });
        return y[^1];
    }

    [Racy("lower", "upper")]
    public static double DefaultsOutside(double[] x)
    {
        double[] y = new double[x.Length];
        double lower, upper;
        Parallel.For(0, x.Length, i =>
        {
            if (x[i] < 0)
            {
                (lower, upper) = (x[i], 0);
            }
            else
            {
                (lower, upper) = (0, x[i]);
            }

            y[i] = upper - lower;
        });
        return y[^1];
    }
}
