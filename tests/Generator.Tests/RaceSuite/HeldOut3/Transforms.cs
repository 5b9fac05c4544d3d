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

/// <summary>Scans, polynomials, transposes, transforms and forces.</summary>
internal sealed class Transforms
{
    [Racy("prefix")]
    public static int[] PrefixSums(int[] values)
    {
        int[] prefix = (int[])values.Clone();
        Parallel.For(1, prefix.Length, i => prefix[i] += prefix[i - 1]);
        return prefix;
    }

    [Safe]
    public static int[] PrefixSumsByDoubling(int[] values)
    {
        int[] from = (int[])values.Clone();
        for (int d = 1; d < values.Length; d *= 2)
        {
            int[] source = from, target = new int[values.Length];
            int step = d;
            Parallel.For(0, source.Length, i => target[i] = i >= step ? source[i] + source[i - step] : source[i]);
            from = target;
        }
        return from;
    }

    [Racy("from")]
    public static int[] PrefixSumsByDoublingInPlace(int[] values)
    {
        int[] from = (int[])values.Clone();
        for (int d = 1; d < values.Length; d *= 2)
        {
            int step = d;
            Parallel.For(step, from.Length, i => from[i] += from[i - step]);
        }
        return from;
    }

    [Safe]
    public static double[] Polynomials(double[] xs, double[] coefficients)
    {
        double[] ys = new double[xs.Length];
        Parallel.For(0, xs.Length, i =>
        {
            double power = 1;
            foreach (double c in coefficients)
            {
                ys[i] += c * power;
                power *= xs[i];
            }
        });
        return ys;
    }

    [Racy("power")]
    public static double[] PolynomialsWithSharedPower(double[] xs, double[] coefficients)
    {
        double[] ys = new double[xs.Length];
        double power = 1;
        Parallel.For(0, xs.Length, i =>
        {
            power = 1;
            foreach (double c in coefficients)
            {
                ys[i] += c * power;
                power *= xs[i];
            }
        });
        return ys;
    }

    [Safe]
    public static void TransposeInPlace(float[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = i + 1; j < n; j++)
        {
            (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
        }
    });

    [Racy("m")]
    public static void TransposeEveryPairTwice(float[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
        }
    });

    [Safe]
    public static void Butterflies(double[] x, int half)
    {
        for (int size = 1; size < x.Length; size *= 2)
        {
            int s = size;
            Parallel.For(0, x.Length / (2 * s), block =>
            {
                for (int k = 0; k < s; k++)
                {
                    double a = x[block * 2 * s + k], b = x[block * 2 * s + k + s];
                    x[block * 2 * s + k] = a + b;
                    x[block * 2 * s + k + s] = a - b;
                }
            });
        }
    }

    [Racy("x")]
    public static void ButterfliesTooClose(double[] x, int half)
    {
        for (int size = 1; size < x.Length; size *= 2)
        {
            int s = size;
            Parallel.For(0, x.Length / (2 * s), block =>
            {
                for (int k = 0; k < s; k++)
                {
                    double a = x[block * s + k], b = x[block * s + k + s];
                    x[block * s + k] = a + b;
                    x[block * s + k + s] = a - b;
                }
            });
        }
    }

    [Racy("forces")]
    public static double[] PairForces(double[] positions)
    {
        double[] forces = new double[positions.Length];
        Parallel.For(0, positions.Length, i =>
        {
            for (int j = i + 1; j < positions.Length; j++)
            {
                double f = 1 / (positions[j] - positions[i]);
                forces[i] += f;
                forces[j] -= f;
            }
        });
        return forces;
    }

    [Safe]
    public static double[] PairForcesOneSided(double[] positions)
    {
        double[] forces = new double[positions.Length];
        Parallel.For(0, positions.Length, i =>
        {
            for (int j = 0; j < positions.Length; j++)
            {
                if (j != i)
                {
                    forces[i] += 1 / (positions[j] - positions[i]);
                }
            }
        });
        return forces;
    }

    [Racy("composite")]
    public static bool[] Sieve(int n)
    {
        bool[] composite = new bool[n + 1];
        Parallel.For(2, (int)Math.Sqrt(n) + 1, p =>
        {
            for (int m = p * p; m <= n; m += p)
            {
                composite[m] = true;
            }
        });
        return composite;
    }

    [Safe]
    public static bool[] SieveByPrime(int n)
    {
        bool[] composite = new bool[n + 1];
        for (int p = 2; p * p <= n; p++)
        {
            int prime = p;
            if (composite[prime])
            {
                continue;
            }
            Parallel.For(prime, n / prime + 1, k => composite[k * prime] = true);
        }
        return composite;
    }
}
