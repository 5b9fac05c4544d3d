using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Compressed matrices, edges, paths, levels.</summary>
internal static class SparseAndGraphs
{
    // Compressed rows: each iteration sums a row.
    [Safe]
    public static double[] SparseRows(int[] start, int[] column, double[] value, double[] x)
    {
        double[] y = new double[start.Length - 1];
        Parallel.For(0, y.Length, row =>
        {
            double sum = 0;
            for (int e = start[row]; e < start[row + 1]; e++)
            {
                sum += value[e] * x[column[e]];
            }

            y[row] = sum;
        });
        return y;
    }

    // Compressed columns: entries of two columns may be in one row.
    [Racy("y")]
    public static double[] SparseColumns(int[] start, int[] row, double[] value, double[] x)
    {
        double[] y = new double[x.Length];
        Parallel.For(0, x.Length, column =>
        {
            for (int e = start[column]; e < start[column + 1]; e++)
            {
                y[row[e]] += value[e] * x[column];
            }
        });
        return y;
    }

    [Safe]
    public static int[] SparsePattern(int[] start, int[] row, int columns)
    {
        int[] entries = new int[columns];
        Parallel.For(0, columns, column =>
        {
            for (int e = start[column]; e < start[column + 1]; e++)
            {
                Interlocked.Increment(ref entries[row[e]]);
            }
        });
        return entries;
    }

    // Edges and both their ends, the ends known: 0-1, 1-2.
    [Racy("degree")]
    public static int[] DegreesOfAPath()
    {
        int[] from = [0, 1, 2], to = [1, 2, 3];
        int[] degree = new int[4];
        Parallel.For(0, from.Length, e =>
        {
            degree[from[e]]++;
            degree[to[e]]++;
        });
        return degree;
    }

    [Safe]
    public static int[] DegreesOfAMatching()
    {
        int[] from = [0, 2, 4], to = [1, 3, 5];
        int[] degree = new int[6];
        Parallel.For(0, from.Length, e =>
        {
            degree[from[e]]++;
            degree[to[e]]++;
        });
        return degree;
    }

    // All paths over k: row k is read by all, and written by its own iteration.
    [Racy("d")]
    public static void ShortestPaths(int[,] d)
    {
        int n = d.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            Parallel.For(0, n, i =>
            {
                for (int j = 0; j < n; j++)
                {
                    d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
                }
            });
        }
    }

    [Safe]
    public static void ShortestPathsWithoutRowK(int[,] d)
    {
        int n = d.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            Parallel.For(0, n, i =>
            {
                if (i != k)
                {
                    for (int j = 0; j < n; j++)
                    {
                        d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
                    }
                }
            });
        }
    }

    // The next level of a search.
    [Racy("next")]
    public static List<int> NextLevel(List<int> level, int[][] neighbours)
    {
        var next = new List<int>();
        Parallel.ForEach(level, node => next.AddRange(neighbours[node]));
        return next;
    }

    [Safe]
    public static int[] NeighbourCounts(List<int> level, int[][] neighbours)
    {
        int[] counts = new int[level.Count];
        Parallel.For(0, counts.Length, k => counts[k] = neighbours[level[k]].Length);
        return counts;
    }
}
