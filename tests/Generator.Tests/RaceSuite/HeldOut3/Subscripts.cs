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

/// <summary>Elements whose indices take some thought.</summary>
internal sealed class Subscripts
{
    [Racy("a")]
    public static void FlippedPairInPlace(int[] a) => Parallel.For(0, a.Length / 2 * 2, i => a[i] = a[i ^ 1]);

    [Safe]
    public static int[] FlippedPair(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length / 2 * 2, i => b[i ^ 1] = a[i]);
        return b;
    }

    [Safe]
    public static void EvenFromOddByCondition(int[] a) => Parallel.For(0, a.Length - 1, i =>
    {
        if (i % 2 == 0)
        {
            a[i] = a[i + 1];
        }
    });

    [Racy("a")]
    public static void EvenFromOddByConditionAndOddReset(int[] a) => Parallel.For(0, a.Length - 1, i =>
    {
        if (i % 2 == 0)
        {
            a[i] = a[i + 1];
        }
        else
        {
            a[i] = 0;
        }
    });

    [Safe]
    public static void LowerFromUpperByCondition(int[] a)
    {
        int n = a.Length, half = n / 2;
        Parallel.For(0, n, i =>
        {
            if (i < half)
            {
                a[i] += a[i + half];
            }
        });
    }

    [Racy("a")]
    public static void LowerFromNextHalfByWrongCondition(int[] a)
    {
        int n = a.Length, half = n / 2;
        Parallel.For(0, n - half, i =>
        {
            if (i <= half)
            {
                a[i] += a[i + half];
            }
        });
    }

    [Racy("folded")]
    public static int[] FoldedInHalf(int[] a, int half)
    {
        int[] folded = new int[half];
        Parallel.For(0, 2 * half, i =>
        {
            int j = i < half ? i : i - half;
            folded[j] += a[i];
        });
        return folded;
    }

    [Safe]
    public static int[] FoldedInHalfByHalves(int[] a, int half)
    {
        int[] folded = new int[half];
        Parallel.For(0, half, j =>
        {
            for (int i = j; i < 2 * half; i += half)
            {
                folded[j] += a[i];
            }
        });
        return folded;
    }

    [Racy("a")]
    public static void WrapAroundNeighbour(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => a[i] = a[(i + n - 1) % n] + 1);
    }

    [Safe]
    public static int[] WrapAroundNeighbourIntoOther(int[] a)
    {
        int n = a.Length;
        int[] b = new int[n];
        Parallel.For(0, n, i => b[(i + n - 1) % n] = a[i] + 1);
        return b;
    }

    [Safe]
    public static void BandOfRow(double[,] band, int n) => Parallel.For(0, n, i =>
    {
        for (int j = Math.Max(0, i - 1); j < Math.Min(n, i + 2); j++)
        {
            band[i, j] = i - j;
        }
    });

    [Racy("band")]
    public static void BandOfRowMirrored(double[,] band, int n) => Parallel.For(0, n, i =>
    {
        for (int j = Math.Max(0, i - 1); j < Math.Min(n, i + 2); j++)
        {
            band[i, j] = i - j;
            band[j, i] = j - i;
        }
    });

    [Safe]
    public static void UpperMirroredToLower(double[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = i + 1; j < n; j++)
        {
            m[j, i] = m[i, j];
        }
    });

    [Racy("m")]
    public static void AllMirrored(double[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            m[j, i] = m[i, j];
        }
    });

    [Safe]
    public static void SuperdiagonalFromDiagonal(double[,] m, int n) => Parallel.For(0, n - 1, i => m[i, i + 1] = m[i, i] + m[i + 1, i + 1]);

    [Racy("m")]
    public static void DiagonalFromDiagonal(double[,] m, int n) => Parallel.For(0, n - 1, i => m[i, i] = m[i + 1, i + 1]);

    [Safe]
    public static void PlanesOfCube(float[,,] c, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            for (int k = 1; k < n; k++)
            {
                c[i, j, k] += c[i, j, k - 1];
            }
        }
    });

    [Racy("c")]
    public static void DepthsOfCube(float[,,] c, int n) => Parallel.For(1, n, k =>
    {
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < n; i++)
            {
                c[i, j, k] += c[i, j, k - 1];
            }
        }
    });
}
