using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Two and three loops, one or more of them parallel: rows, columns, flattened rows, triangles.</summary>
internal static class Nests
{
    // The dependence stays inside a row, and a row belongs to one iteration.
    [Safe]
    public static void CarriedByTheInnerLoop(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 1; j < m.GetLength(1); j++)
            {
                m[i, j] += m[i, j - 1];
            }
        });
    }

    // Row i reads row i - 1.
    [Racy("m")]
    public static void CarriedByTheOuterLoop(double[,] m)
    {
        Parallel.For(1, m.GetLength(0), i =>
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                m[i, j] += m[i - 1, j];
            }
        });
    }

    // The rows run one after the other; inside a row, nothing is carried.
    [Safe]
    public static void ParallelColumnsOfRows(double[,] m)
    {
        for (int i = 1; i < m.GetLength(0); i++)
        {
            Parallel.For(0, m.GetLength(1), j => m[i, j] += m[i - 1, j]);
        }
    }

    [Racy("m")]
    public static void ParallelColumnsCarried(double[,] m)
    {
        for (int i = 1; i < m.GetLength(0); i++)
        {
            Parallel.For(1, m.GetLength(1), j => m[i, j] += m[i, j - 1]);
        }
    }

    [Racy("m")]
    public static void Diagonal(double[,] m)
    {
        Parallel.For(1, m.GetLength(0), i =>
        {
            for (int j = 1; j < m.GetLength(1); j++)
            {
                m[i, j] = m[i - 1, j - 1] / 2;
            }
        });
    }

    // Columns in parallel, and each of them reads above itself.
    [Safe]
    public static void ParallelColumns(double[,] m)
    {
        Parallel.For(0, m.GetLength(1), j =>
        {
            for (int i = 1; i < m.GetLength(0); i++)
            {
                m[i, j] = m[i - 1, j] / 2;
            }
        });
    }

    // Columns in parallel, and each of them reads to its left.
    [Racy("m")]
    public static void ParallelColumnsReadLeft(double[,] m)
    {
        Parallel.For(1, m.GetLength(1), j =>
        {
            for (int i = 1; i < m.GetLength(0); i++)
            {
                m[i, j] = m[i - 1, j - 1] / 2;
            }
        });
    }

    // j stays below w: row i is [i w, i w + w).
    [Safe]
    public static void FlattenedRows(float[] a, int h, int w)
    {
        Parallel.For(0, h, i =>
        {
            for (int j = 0; j < w; j++)
            {
                a[i * w + j] = i - j;
            }
        });
    }

    // j = w is the next row's first element.
    [Racy("a")]
    public static void FlattenedRowsOneTooWide(float[] a, int h, int w)
    {
        Parallel.For(0, h, i =>
        {
            for (int j = 0; j <= w; j++)
            {
                a[i * w + j] = i - j;
            }
        });
    }

    // A pitch of w + 1 has room for it.
    [Safe]
    public static void FlattenedRowsWithPitch(float[] a, int h, int w)
    {
        Parallel.For(0, h, i =>
        {
            for (int j = 0; j <= w; j++)
            {
                a[i * (w + 1) + j] = i - j;
            }
        });
    }

    // Races where pitch is below w.
    [CannotKnow]
    public static void FlattenedRowsWithUnknownPitch(float[] a, int h, int w, int pitch)
    {
        Parallel.For(0, h, i =>
        {
            for (int j = 0; j < w; j++)
            {
                a[i * pitch + j] = i - j;
            }
        });
    }

    [Safe]
    public static void FlattenedRowsWithCheckedPitch(float[] a, int h, int w, int pitch)
    {
        if (pitch < w)
        {
            throw new ArgumentException("rows overlap", nameof(pitch));
        }

        Parallel.For(0, h, i =>
        {
            for (int j = 0; j < w; j++)
            {
                a[i * pitch + j] = i - j;
            }
        });
    }

    [Racy("a")]
    public static void FlattenedReadsRowAbove(float[] a, int h, int w)
    {
        Parallel.For(1, h, i =>
        {
            for (int j = 0; j < w; j++)
            {
                a[i * w + j] = a[(i - 1) * w + j] + 1;
            }
        });
    }

    [Safe]
    public static void FlattenedReadsToTheLeft(float[] a, int h, int w)
    {
        Parallel.For(0, h, i =>
        {
            for (int j = 1; j < w; j++)
            {
                a[i * w + j] = a[i * w + j - 1] + 1;
            }
        });
    }

    // From j = 0 on, the left neighbour is the row above's last element.
    [Racy("a")]
    public static void FlattenedReadsToTheLeftFromZero(float[] a, int h, int w)
    {
        Parallel.For(1, h, i =>
        {
            for (int j = 0; j < w; j++)
            {
                a[i * w + j] = a[i * w + j - 1] + 1;
            }
        });
    }

    // Both loops in one: k / w and k % w are a pair that comes once.
    [Safe]
    public static void CollapsedLoops(double[,] m)
    {
        int h = m.GetLength(0), w = m.GetLength(1);
        Parallel.For(0, h * w, k => m[k / w, k % w] = k);
    }

    [Racy("m")]
    public static void CollapsedLoopsReadLeft(double[,] m)
    {
        int h = m.GetLength(0), w = m.GetLength(1);
        Parallel.For(0, h * w, k =>
        {
            if (k % w > 0)
            {
                m[k / w, k % w] = m[k / w, k % w - 1];
            }
        });
    }

    // Only the row of k is kept: w iterations write one element.
    [Racy("rowSums")]
    public static void CollapsedLoopsSumRows(double[,] m, double[] rowSums)
    {
        int h = m.GetLength(0), w = m.GetLength(1);
        Parallel.For(0, h * w, k => rowSums[k / w] += m[k / w, k % w]);
    }

    [Safe]
    public static void RowSums(double[,] m)
    {
        double[] rowSums = new double[m.GetLength(0)];
        Parallel.For(0, rowSums.Length, i =>
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                rowSums[i] += m[i, j];
            }
        });
    }

    // Rows in parallel, sums of columns.
    [Racy("sums")]
    public static void ColumnSums(double[,] m)
    {
        double[] sums = new double[m.GetLength(1)];
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] += m[i, j];
            }
        });
    }

    // The lower triangle from the upper one.
    [Safe]
    public static void Mirrored(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 0; j < i; j++)
            {
                m[i, j] = m[j, i];
            }
        });
    }

    // Both triangles, each from the other.
    [Racy("m")]
    public static void MirroredBothWays(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 0; j < m.GetLength(0); j++)
            {
                m[i, j] = m[j, i];
            }
        });
    }

    // Each pair of the triangle is swapped by one iteration.
    [Safe]
    public static void TransposedInPlace(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = i + 1; j < m.GetLength(0); j++)
            {
                (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
            }
        });
    }

    // Each pair is swapped by two.
    [Racy("m")]
    public static void TransposedTwice(double[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 0; j < m.GetLength(0); j++)
            {
                (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
            }
        });
    }

    // Row i of a packed triangle has i + 1 elements.
    [Safe]
    public static void PackedTriangle(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i; j++)
            {
                a[i * (i + 1) / 2 + j] = i * j;
            }
        });
    }

    [Racy("a")]
    public static void PackedTriangleOneTooWide(int[] a, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i + 1; j++)
            {
                a[i * (i + 1) / 2 + j] = i * j;
            }
        });
    }

    // Row i reads rows above it, which are being written.
    [Racy("a")]
    public static void ForwardSubstitution(double[] x, double[,] a)
    {
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < i; j++)
            {
                a[i, i] -= a[i, j] * a[j, j];
            }
        });
    }
}
