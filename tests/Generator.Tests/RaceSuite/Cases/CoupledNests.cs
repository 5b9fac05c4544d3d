using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Nests whose subscripts mix the indices, tiles, and parallel loops inside parallel loops.</summary>
internal static class CoupledNests
{
    // (0, 1) and (1, 0) have one sum.
    [Racy("a")]
    public static void SumOfIndices(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                a[i + j] = i;
            }
        });
    }

    // The inner index moves in steps that the outer one cannot fill.
    [Safe]
    public static void SumOfIndicesInSteps(int[] a, int n)
    {
        Parallel.For(0, 10, i =>
        {
            for (int j = 0; j < n; j += 10)
            {
                a[i + j] = i;
            }
        });
    }

    // Ten residues are 0 to 9; 10 is 0 again.
    [Racy("a")]
    public static void SumOfIndicesInStepsOneTooMany(int[] a, int n)
    {
        Parallel.For(0, 11, i =>
        {
            for (int j = 0; j < n; j += 10)
            {
                a[i + j] = i;
            }
        });
    }

    [Racy("a")]
    public static void DifferenceOfIndices(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                a[i - j + n] = i;
            }
        });
    }

    // Sum and difference determine both indices.
    [Safe]
    public static void SumAndDifference(int[,] m, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                m[i + j, i - j + n] = i;
            }
        });
    }

    // Sum and twice the sum do not.
    [Racy("m")]
    public static void SumAndTwiceTheSum(int[,] m, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                m[i + j, 2 * i + 2 * j] = i;
            }
        });
    }

    // (i, i) reads (i, i + 1), which is on no diagonal.
    [Safe]
    public static void DiagonalFromTheSide(double[,] m)
    {
        Parallel.For(0, m.GetLength(0) - 1, i => m[i, i] = m[i, i + 1]);
    }

    [Racy("m")]
    public static void DiagonalFromTheNext(double[,] m)
    {
        Parallel.For(0, m.GetLength(0) - 1, i => m[i, i] = m[i + 1, i + 1]);
    }

    // m[i, i + 1] of i is m[j - 1, j] of j = i + 1.
    [Racy("m")]
    public static void DiagonalsThatMeet(double[,] m)
    {
        Parallel.For(1, m.GetLength(0) - 1, i => m[i, i + 1] = m[i - 1, i]);
    }

    // m[i, i + 1] is above the diagonal, m[j, j - 1] below.
    [Safe]
    public static void DiagonalsThatNeverMeet(double[,] m)
    {
        Parallel.For(1, m.GetLength(0) - 1, i => m[i, i + 1] = m[i, i - 1]);
    }

    // A skewed row: (i + j) % n runs once through the row.
    [Safe]
    public static void SkewedRows(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                a[i * n + (i + j) % n] = j;
            }
        });
    }

    // Without the remainder, the pitch is n + 1.
    [Safe]
    public static void SkewedRowsToTheRight(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                a[i * n + (j + i)] = j;
            }
        });
    }

    // The pitch is n - 1, for rows of n elements.
    [Racy("a")]
    public static void SkewedRowsToTheLeft(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                a[i * n + (j - i)] = j;
            }
        });
    }

    // One wavefront: all elements of an anti-diagonal read the one before.
    [Safe]
    public static void Wavefront(int[,] m)
    {
        int n = m.GetLength(0);
        for (int d = 2; d < n; d++)
        {
            Parallel.For(1, d, i => m[i, d - i] = Math.Max(m[i - 1, d - i], m[i, d - i - 1]));
        }
    }

    // All wavefronts at once.
    [Racy("m")]
    public static void WavefrontsAtOnce(int[,] m)
    {
        int n = m.GetLength(0);
        Parallel.For(2, n, d =>
        {
            for (int i = 1; i < d; i++)
            {
                m[i, d - i] = Math.Max(m[i - 1, d - i], m[i, d - i - 1]);
            }
        });
    }

    // Tiles of 8 rows.
    [Safe]
    public static void Tiles(double[,] m)
    {
        Parallel.For(0, m.GetLength(0) / 8, tile =>
        {
            for (int i = 8 * tile; i < 8 * tile + 8; i++)
            {
                for (int j = 1; j < m.GetLength(1); j++)
                {
                    m[i, j] += m[i, j - 1];
                }
            }
        });
    }

    // The first row of a tile reads the last row of the tile before.
    [Racy("m")]
    public static void TilesWithHalo(double[,] m)
    {
        Parallel.For(1, m.GetLength(0) / 8, tile =>
        {
            for (int i = 8 * tile; i < 8 * tile + 8; i++)
            {
                for (int j = 1; j < m.GetLength(1); j++)
                {
                    m[i, j] += m[i - 1, j];
                }
            }
        });
    }

    [Safe]
    public static void BothLoopsParallel(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i => Parallel.For(0, m.GetLength(1), j => m[i, j] = i + j));
    }

    // The inner index alone: the outer iterations share the element.
    [Racy("a")]
    public static void BothLoopsParallelInnerIndex(double[] a, int n)
    {
        Parallel.For(0, n, i => Parallel.For(0, a.Length, j => a[j] = i + j));
    }

    // The outer index alone: the inner iterations share the element.
    [Racy("a")]
    public static void BothLoopsParallelOuterIndex(double[] a, int n)
    {
        Parallel.For(0, a.Length, i => Parallel.For(0, n, j => a[i] += j));
    }

    // s belongs to one outer iteration, and to all of its inner ones.
    [Racy("s")]
    public static void SumOfTheInnerParallelLoop(double[,] m, double[] r)
    {
        Parallel.For(0, r.Length, i =>
        {
            double s = 0;
            Parallel.For(0, m.GetLength(1), j => s += m[i, j]);
            r[i] = s;
        });
    }

    [Safe]
    public static void SumOfTheInnerLoop(double[,] m)
    {
        double[] r = new double[m.GetLength(0)];
        Parallel.For(0, r.Length, i =>
        {
            double s = 0;
            for (int j = 0; j < m.GetLength(1); j++)
            {
                s += m[i, j];
            }

            r[i] = s;
        });
    }

    // Planes in parallel; the dependence is between the rows of a plane.
    [Safe]
    public static void PlanesInParallel(float[,,] v)
    {
        Parallel.For(0, v.GetLength(0), x =>
        {
            for (int y = 1; y < v.GetLength(1); y++)
            {
                for (int z = 0; z < v.GetLength(2); z++)
                {
                    v[x, y, z] += v[x, y - 1, z];
                }
            }
        });
    }

    [Racy("v")]
    public static void PlanesCarried(float[,,] v)
    {
        Parallel.For(1, v.GetLength(0), x =>
        {
            for (int y = 1; y < v.GetLength(1); y++)
            {
                for (int z = 0; z < v.GetLength(2); z++)
                {
                    v[x, y, z] += v[x - 1, y, z];
                }
            }
        });
    }

    // A flattened volume with constant extents.
    [Safe]
    public static void FlattenedVolume(byte[] v)
    {
        Parallel.For(0, 16, x =>
        {
            for (int y = 0; y < 16; y++)
            {
                for (int z = 0; z < 16; z++)
                {
                    v[(x * 16 + y) * 16 + z] = (byte)(x ^ y ^ z);
                }
            }
        });
    }

    // The middle extent is 15 in the subscript and 16 in the loop.
    [Racy("v")]
    public static void FlattenedVolumeWrongExtent(byte[] v)
    {
        Parallel.For(0, 16, x =>
        {
            for (int y = 0; y < 16; y++)
            {
                for (int z = 0; z < 16; z++)
                {
                    v[(x * 15 + y) * 16 + z] = (byte)(x ^ y ^ z);
                }
            }
        });
    }

    // A trapezoid: row i covers [3 i, 3 i + 3).
    [Safe]
    public static void Trapezoid(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = i; j < i + 3; j++)
            {
                a[2 * i + j] = i;
            }
        });
    }

    // Row i covers [3 i, 3 i + 3], the next one starts at 3 i + 3.
    [Racy("a")]
    public static void TrapezoidOneTooWide(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = i; j <= i + 3; j++)
            {
                a[2 * i + j] = i;
            }
        });
    }
}
