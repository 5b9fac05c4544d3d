using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Triangles, tables of dynamic programming, collapsed and nested loops.</summary>
internal static class TrianglesAndTables
{
    [Racy("pascal")]
    public static int[][] PascalAllRowsAtOnce(int rows)
    {
        int[][] pascal = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            pascal[r] = new int[r + 1];
            pascal[r][0] = pascal[r][r] = 1;
        }

        Parallel.For(2, rows, r =>
        {
            for (int k = 1; k < r; k++)
            {
                pascal[r][k] = pascal[r - 1][k - 1] + pascal[r - 1][k];
            }
        });
        return pascal;
    }

    [Safe]
    public static int[][] PascalRowByRow(int rows)
    {
        int[][] pascal = new int[rows][];
        for (int r = 0; r < rows; r++)
        {
            pascal[r] = new int[r + 1];
            pascal[r][0] = pascal[r][r] = 1;
        }

        for (int r = 2; r < rows; r++)
        {
            int[] above = pascal[r - 1], row = pascal[r];
            Parallel.For(1, r, k => row[k] = above[k - 1] + above[k]);
        }

        return pascal;
    }

    [Racy("lcs")]
    public static int LongestCommonRowsAtOnce(string s, string t)
    {
        int[,] lcs = new int[s.Length + 1, t.Length + 1];
        Parallel.For(1, s.Length + 1, i =>
        {
            for (int j = 1; j <= t.Length; j++)
            {
                lcs[i, j] = s[i - 1] == t[j - 1] ? lcs[i - 1, j - 1] + 1 : Math.Max(lcs[i - 1, j], lcs[i, j - 1]);
            }
        });
        return lcs[s.Length, t.Length];
    }

    [Safe]
    public static int LongestCommonDiagonals(string s, string t)
    {
        int n = s.Length, m = t.Length;
        int[,] lcs = new int[n + 1, m + 1];
        for (int d = 2; d <= n + m; d++)
        {
            int lo = Math.Max(1, d - m), hi = Math.Min(n, d - 1);
            Parallel.For(lo, hi + 1, i =>
            {
                int j = d - i;
                lcs[i, j] = s[i - 1] == t[j - 1] ? lcs[i - 1, j - 1] + 1 : Math.Max(lcs[i - 1, j], lcs[i, j - 1]);
            });
        }

        return lcs[n, m];
    }

    [Safe]
    public static void CollapsedLoops(int[,] a)
    {
        int rows = a.GetLength(0), cols = a.GetLength(1);
        Parallel.For(0, rows * cols, index =>
        {
            int i = index / cols, j = index % cols;
            a[i, j] = a[i, j] + 1;
        });
    }

    [Racy("a")]
    public static void CollapsedLoopsSwappedDivisor(int[,] a)
    {
        int rows = a.GetLength(0), cols = a.GetLength(1);
        Parallel.For(0, rows * cols, index =>
        {
            int i = index / cols, j = index % cols;
            a[i, 0] = a[i, j] + 1;
        });
    }

    [Safe]
    public static void TiledCopy(float[] src, int n)
    {
        const int T = 32;
        float[] dst = new float[n * n];
        int tiles = (n + T - 1) / T;
        Parallel.For(0, tiles * tiles, tile =>
        {
            int i0 = tile / tiles * T, j0 = tile % tiles * T;
            for (int i = i0; i < Math.Min(i0 + T, n); i++)
            {
                for (int j = j0; j < Math.Min(j0 + T, n); j++)
                {
                    dst[j * n + i] = src[i * n + j];
                }
            }
        });
    }

    [Racy("grid")]
    public static void NestedParallelCarried(double[,] grid)
    {
        int rows = grid.GetLength(0), cols = grid.GetLength(1);
        Parallel.For(0, rows, i =>
        {
            Parallel.For(1, cols, j =>
            {
                grid[i, j] = 0.5 * (grid[i, j - 1] + grid[i, j]);
            });
        });
    }

    [Safe]
    public static void NestedParallel(double[,] grid)
    {
        int rows = grid.GetLength(0), cols = grid.GetLength(1);
        Parallel.For(0, rows, i =>
        {
            Parallel.For(0, cols, j =>
            {
                grid[i, j] = 0.5 * (1 + grid[i, j]);
            });
        });
    }
}
