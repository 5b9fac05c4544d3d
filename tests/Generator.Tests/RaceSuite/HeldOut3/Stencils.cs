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

/// <summary>Stencils with one and two buffers, and rows that are shared or fresh.</summary>
internal sealed class Stencils
{
    private double[] _front = new double[1024];
    private double[] _back = new double[1024];
    private double[] _state = new double[1024];

    [Safe]
    public void SmoothFields(int steps)
    {
        for (int s = 0; s < steps; s++)
        {
            double[] from = _front, to = _back;
            Parallel.For(1, 1023, i => to[i] = (from[i - 1] + from[i] + from[i + 1]) / 3);
            (_front, _back) = (_back, _front);
        }
    }

    [Racy("_state")]
    public void SmoothOneField(int steps)
    {
        for (int s = 0; s < steps; s++)
        {
            Parallel.For(1, 1023, i => _state[i] = (_state[i - 1] + _state[i] + _state[i + 1]) / 3);
        }
    }

    [Safe]
    public static double[] SmoothSwapping(double[] start, int steps)
    {
        double[] a = (double[])start.Clone(), b = new double[start.Length];
        for (int s = 0; s < steps; s++)
        {
            Parallel.For(1, start.Length - 1, i => b[i] = (a[i - 1] + a[i + 1]) / 2);
            (a, b) = (b, a);
        }
        return a;
    }

    [Racy("a", "b")]
    public static double[] SmoothAssigning(double[] start, int steps)
    {
        double[] a = (double[])start.Clone(), b = new double[start.Length];
        for (int s = 0; s < steps; s++)
        {
            Parallel.For(1, start.Length - 1, i => b[i] = (a[i - 1] + a[i + 1]) / 2);
            a = b;
        }
        return a;
    }

    [Safe]
    public static double[] SmoothCopying(double[] start, int steps)
    {
        double[] a = (double[])start.Clone(), b = new double[start.Length];
        for (int s = 0; s < steps; s++)
        {
            Parallel.For(1, start.Length - 1, i => b[i] = (a[i - 1] + a[i + 1]) / 2);
            a = (double[])b.Clone();
        }
        return a;
    }

    [Safe]
    public static double[] SmoothByParity(double[] start, int steps)
    {
        double[][] planes = [(double[])start.Clone(), (double[])start.Clone()];
        for (int s = 0; s < steps; s++)
        {
            double[] from = planes[s % 2], to = planes[(s + 1) % 2];
            Parallel.For(1, start.Length - 1, i => to[i] = (from[i - 1] + from[i + 1]) / 2);
        }
        return planes[steps % 2];
    }

    [Racy("planes", "to", "from")]
    public static double[] SmoothByWrongParity(double[] start, int steps)
    {
        double[][] planes = [(double[])start.Clone(), (double[])start.Clone()];
        for (int s = 0; s < steps; s++)
        {
            double[] from = planes[s % 2], to = planes[(s + 2) % 2];
            Parallel.For(1, start.Length - 1, i => to[i] = (from[i - 1] + from[i + 1]) / 2);
        }
        return planes[steps % 2];
    }

    [Safe]
    public static void RedBlackLine(double[] x)
    {
        Parallel.For(0, (x.Length - 1) / 2, i => x[2 * i + 1] = (x[2 * i] + x[2 * i + 2]) / 2);
        Parallel.For(1, (x.Length - 1) / 2, i => x[2 * i] = (x[2 * i - 1] + x[2 * i + 1]) / 2);
    }

    [Racy("x")]
    public static void RedBlackLineBothAtOnce(double[] x) => Parallel.Invoke(
        () => { for (int i = 0; i < (x.Length - 1) / 2; i++) x[2 * i + 1] = (x[2 * i] + x[2 * i + 2]) / 2; },
        () => { for (int i = 1; i < (x.Length - 1) / 2; i++) x[2 * i] = (x[2 * i - 1] + x[2 * i + 1]) / 2; });

    [Racy("x")]
    public static void RedBlackWithDiagonals(double[,] x, int n)
    {
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1 + i % 2; j < n - 1; j += 2)
            {
                x[i, j] = (x[i - 1, j - 1] + x[i + 1, j + 1]) / 2;
            }
        });
    }

    [Safe]
    public static int[][] FreshRows(int n)
    {
        int[][] rows = new int[n][];
        Parallel.For(0, n, i =>
        {
            rows[i] = new int[n];
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i * j;
            }
        });
        return rows;
    }

    [Racy("rows", "row")]
    public static int[][] OneRowForAll(int n)
    {
        int[][] rows = new int[n][];
        int[] row = new int[n];
        Parallel.For(0, n, i =>
        {
            rows[i] = row;
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i * j;
            }
        });
        return rows;
    }

    [Racy("rows")]
    public static int[][] FilledWithOneRow(int n)
    {
        int[][] rows = new int[n][];
        Array.Fill(rows, new int[n]);
        Parallel.For(0, n, i => rows[i][0] = i);
        return rows;
    }

    [Safe]
    public static int[][] FilledWithFreshRows(int n)
    {
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new int[n];
        }
        Parallel.For(0, n, i => rows[i][0] = i);
        return rows;
    }

    [Racy("rows")]
    public static int[][] RepeatedRows(int n)
    {
        int[][] rows = Enumerable.Repeat(new int[n], n).ToArray();
        Parallel.For(0, n, i => rows[i][0] = i);
        return rows;
    }

    [Safe]
    public static int[][] SelectedRows(int n)
    {
        int[][] rows = Enumerable.Range(0, n).Select(_ => new int[n]).ToArray();
        Parallel.For(0, n, i => rows[i][0] = i);
        return rows;
    }

    [Racy("rows")]
    public static int[][] NextRow(int n)
    {
        int[][] rows = Enumerable.Range(0, n).Select(_ => new int[n]).ToArray();
        Parallel.For(0, n - 1, i => rows[i][0] = rows[i + 1][0] + 1);
        return rows;
    }

    [Safe]
    public static int[][] OtherCellOfNextRow(int n)
    {
        int[][] rows = Enumerable.Range(0, n).Select(_ => new int[n]).ToArray();
        Parallel.For(0, n - 1, i => rows[i][0] = rows[i + 1][1] + 1);
        return rows;
    }

    [Safe]
    public static int[][] JaggedTriangle(int n)
    {
        int[][] t = new int[n][];
        for (int i = 0; i < n; i++)
        {
            t[i] = new int[i + 1];
            t[i][0] = t[i][i] = 1;
        }
        for (int i = 2; i < n; i++)
        {
            int[] above = t[i - 1], row = t[i];
            Parallel.For(1, i, j => row[j] = above[j - 1] + above[j]);
        }
        return t;
    }

    [Racy("t")]
    public static int[][] JaggedTriangleByRows(int n)
    {
        int[][] t = new int[n][];
        for (int i = 0; i < n; i++)
        {
            t[i] = new int[i + 1];
            t[i][0] = t[i][i] = 1;
        }
        Parallel.For(2, n, i =>
        {
            for (int j = 1; j < i; j++)
            {
                t[i][j] = t[i - 1][j - 1] + t[i - 1][j];
            }
        });
        return t;
    }

    [Safe]
    public static void GameOfLife(bool[,] now, int generations)
    {
        int h = now.GetLength(0), w = now.GetLength(1);
        for (int g = 0; g < generations; g++)
        {
            bool[,] next = new bool[h, w];
            bool[,] old = now;
            Parallel.For(0, h, y =>
            {
                for (int x = 0; x < w; x++)
                {
                    int alive = Neighbours(old, y, x);
                    next[y, x] = alive == 3 || alive == 2 && old[y, x];
                }
            });
            now = next;
        }
    }

    [Racy("now")]
    public static void GameOfLifeInPlace(bool[,] now, int generations)
    {
        int h = now.GetLength(0), w = now.GetLength(1);
        for (int g = 0; g < generations; g++)
        {
            Parallel.For(0, h, y =>
            {
                for (int x = 0; x < w; x++)
                {
                    int alive = Neighbours(now, y, x);
                    now[y, x] = alive == 3 || alive == 2 && now[y, x];
                }
            });
        }
    }

    private static int Neighbours(bool[,] cells, int y, int x)
    {
        int h = cells.GetLength(0), w = cells.GetLength(1), count = 0;
        for (int dy = -1; dy <= 1; dy++)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                if ((dy != 0 || dx != 0) && cells[(y + dy + h) % h, (x + dx + w) % w])
                {
                    count++;
                }
            }
        }
        return count;
    }
}
