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

/// <summary>Elements that one iteration writes and another one touches.</summary>
internal sealed class CarriedByLoops
{
    [Racy("a")]
    public static void ShiftLeft(int[] a) => Parallel.For(0, a.Length - 1, i => a[i] = a[i + 1] + 1);

    [Safe]
    public static int[] ShiftLeftIntoCopy(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length - 1, i => b[i] = a[i + 1] + 1);
        return b;
    }

    [Racy("a")]
    public static void Recurrence(double[] a, double[] b) => Parallel.For(1, a.Length, i => a[i] = a[i - 1] * 0.5 + i);

    [Safe]
    public static void RecurrenceByRowsOfOne(double[,] a) => Parallel.For(0, a.GetLength(0), i =>
    {
        for (int j = 1; j < a.GetLength(1); j++)
        {
            a[i, j] = a[i, j - 1] * 0.5 + j;
        }
    });

    [Racy("a")]
    public static void RecurrenceDownColumns(double[,] a) => Parallel.For(1, a.GetLength(0), i =>
    {
        for (int j = 0; j < a.GetLength(1); j++)
        {
            a[i, j] = a[i - 1, j] * 0.5 + j;
        }
    });

    [Safe]
    public static void InnerLoopDownColumns(double[,] a)
    {
        for (int i = 1; i < a.GetLength(0); i++)
        {
            int row = i;
            Parallel.For(0, a.GetLength(1), j => a[row, j] = a[row - 1, j] * 0.5 + j);
        }
    }

    [Racy("a")]
    public static void InnerLoopAlongRows(double[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            int row = i;
            Parallel.For(1, a.GetLength(1), j => a[row, j] = a[row, j - 1] * 0.5 + j);
        }
    }

    [Racy("a")]
    public static void EvensFromOdds(float[] a) => Parallel.For(0, a.Length / 2 - 1, i => a[2 * i] = a[2 * i + 2] * 2);

    [Safe]
    public static void EvensFromOddNeighbours(float[] a) => Parallel.For(0, a.Length / 2 - 1, i => a[2 * i] = a[2 * i + 1] * 2);

    [Safe]
    public static void LowerHalfFromUpper(float[] a)
    {
        int n = a.Length / 2;
        Parallel.For(0, n, i => a[i] = a[i + n] * 2);
    }

    [Racy("a")]
    public static void LowerHalfFromUpperOneMore(float[] a)
    {
        int n = a.Length / 2;
        Parallel.For(0, n + 1, i => a[i] = a[i + n - 1] * 2);
    }

    [Racy("a")]
    public static void Mirror(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => a[i] = a[n - 1 - i] + 1);
    }

    [Safe]
    public static void ReverseInPlace(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n / 2, i => (a[i], a[n - 1 - i]) = (a[n - 1 - i], a[i]));
    }

    [Racy("a")]
    public static void ReverseTwice(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => (a[i], a[n - 1 - i]) = (a[n - 1 - i], a[i]));
    }

    [Racy("flat")]
    public static void FlattenedTooWide(double[] flat, int rows, int width) => Parallel.For(0, rows, i =>
    {
        for (int j = 0; j <= width; j++)
        {
            flat[i * width + j] = i - j;
        }
    });

    [Safe]
    public static void FlattenedRows(double[] flat, int rows, int width) => Parallel.For(0, rows, i =>
    {
        for (int j = 0; j < width; j++)
        {
            flat[i * width + j] = i - j;
        }
    });

    [Racy("groups")]
    public static int[] CountByGroupsOfFour(int[] values)
    {
        int[] groups = new int[values.Length / 4 + 1];
        Parallel.For(0, values.Length, i => groups[i / 4] += values[i]);
        return groups;
    }

    [Safe]
    public static int[] CountByGroupsOfFourInSteps(int[] values)
    {
        int[] groups = new int[values.Length / 4 + 1];
        Parallel.For(0, values.Length / 4, g =>
        {
            for (int i = 4 * g; i < 4 * g + 4; i++)
            {
                groups[i / 4] += values[i];
            }
        });
        return groups;
    }

    [Racy("ring")]
    public static void RingOfEight(int[] values)
    {
        int[] ring = new int[8];
        Parallel.For(0, values.Length, i => ring[i % 8] = values[i]);
        Console.WriteLine(string.Join(",", ring));
    }

    [Safe]
    public static void RingOfItsLength(int[] values)
    {
        int[] ring = new int[values.Length];
        Parallel.For(0, values.Length, i => ring[(i + 1) % values.Length] = values[i]);
        Console.WriteLine(string.Join(",", ring));
    }

    [Racy("low")]
    public static int[] ByLowBits(int count)
    {
        int[] low = new int[16];
        Parallel.For(0, count, i => low[i & 15] = i);
        return low;
    }

    [Safe]
    public static int[] ByLowBitsOfSixteen()
    {
        int[] low = new int[16];
        Parallel.For(0, 16, i => low[i & 15] = i);
        return low;
    }

    [Racy("a")]
    public static void SaturatedIndex(int[] a, int n) => Parallel.For(0, n, i => a[Math.Min(i, 9)] = i);

    [Safe]
    public static void ClippedBounds(int[] a, int n) => Parallel.For(0, Math.Min(n, a.Length), i => a[i] = i);

    [Racy("a")]
    public static void DiagonalAndRow(double[,] a) => Parallel.For(0, a.GetLength(0), i =>
    {
        a[i, i] = 1;
        a[0, i] += 2;
        for (int j = 0; j < i; j++)
        {
            a[j, i] -= a[i, i] * a[j, j];
        }
    });

    [Safe]
    public static void DiagonalOnly(double[,] a) => Parallel.For(0, a.GetLength(0), i =>
    {
        a[i, i] = 1;
        for (int j = 0; j < i; j++)
        {
            a[j, i] -= a[i, i];
        }
    });

    [Racy("a")]
    public static void AntiDiagonals(int[,] a, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            a[i + j, 0] = i;
        }
    });

    [Safe]
    public static void AntiDiagonalCells(int[,] a, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j <= i; j++)
        {
            a[i - j, j] = i;
        }
    });

    [Safe]
    public static void ShiftByLength(double[] a, int n) => Parallel.For(0, n, i => a[i] = a[i + n]);

    [CannotKnow]
    public static void ShiftByOffset(double[] a, int n, int k) => Parallel.For(0, n, i => a[i] = a[i + k]);

    [Racy("a")]
    public static void StridesTwoAndThree(int[] a) => Parallel.For(0, 20, i =>
    {
        a[2 * i] = i;
        a[3 * i] += 1;
    });

    [Safe]
    public static void StridesEvenAndOdd(int[] a) => Parallel.For(0, 20, i =>
    {
        a[2 * i] = i;
        a[4 * i + 1] += 1;
    });

    [Safe]
    public static void StridesThatMeetOutOfBounds(int[] a) => Parallel.For(0, 10, i =>
    {
        a[i] = i;
        a[3 * i + 30] += 1;
    });

    [Racy("triangle")]
    public static int[] PackedTriangleOffByOne(int n)
    {
        int[] triangle = new int[n * (n + 1) / 2 + n];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i + 1; j++)
            {
                triangle[i * (i + 1) / 2 + j] = i * j;
            }
        });
        return triangle;
    }

    [Safe]
    public static int[] PackedTriangle(int n)
    {
        int[] triangle = new int[n * (n + 1) / 2];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i; j++)
            {
                triangle[i * (i + 1) / 2 + j] = i * j;
            }
        });
        return triangle;
    }
}
