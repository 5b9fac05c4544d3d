using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Loops over two and three dimensions: rectangular, jagged and flattened.</summary>
internal static class RowsAndColumns
{
    [Racy("a")]
    public static double NextRowIsRead()
    {
        double[,] a = new double[20, 20];
        Parallel.For(0, 19, i =>
        {
            for (int j = 0; j < 20; j++)
            {
                a[i, j] += a[i + 1, j];
            }
        });
        return a[10, 10];
    }

    [Safe]
    public static double NextColumnIsRead()
    {
        double[,] a = new double[20, 20];
        Parallel.For(0, 20, i =>
        {
            for (int j = 0; j < 19; j++)
            {
                a[i, j] += a[i, j + 1];
            }
        });
        return a[10, 10];
    }

    [Racy("b")]
    public static void FirstDimensionCarries(int n, int m)
    {
        var b = new double[n, m];
        Parallel.For(1, n, i =>
        {
            for (int j = 1; j < m; j++)
            {
                b[i, j] = b[i - 1, j - 1];
            }
        });
        Console.WriteLine(b[n / 2, m / 2]);
    }

    [Racy("b")]
    public static void SecondDimensionCarries(int n, int m)
    {
        var b = new double[n, m];
        for (int i = 0; i < n; i++)
        {
            int row = i;
            Parallel.For(1, m, j => b[row, j] = b[row, j - 1]);
        }

        Console.WriteLine(b[n / 2, m / 2]);
    }

    [Safe]
    public static void OuterOnly(int n, int m)
    {
        var b = new double[n, m];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < m - 1; j++)
            {
                b[i, j] = b[i, j + 1];
            }
        });
    }

    [Safe]
    public static void InnerOnly(int n, int m)
    {
        var b = new double[n, m];
        for (int i = 0; i < n - 1; i++)
        {
            Parallel.For(0, m, j =>
            {
                b[i, j] = b[i + 1, j];
            });
        }
    }

    [Racy("flat")]
    public static int[] RowPitchOneTooSmall(int width, int height)
    {
        int[] flat = new int[width * height];
        int pitch = width - 1;
        Parallel.For(0, height, row =>
        {
            for (int col = 0; col < width; col++)
            {
                flat[row * pitch + col] = row ^ col;
            }
        });
        return flat;
    }

    [Safe]
    public static int[] RowPitch(int width, int height)
    {
        int[] flat = new int[width * height];
        Parallel.For(0, height, row =>
        {
            int at = row * width;
            for (int col = 0; col < width; col++)
            {
                flat[at + col] = row ^ col;
            }
        });
        return flat;
    }

    [Racy("flat")]
    public static int[] ColumnsRunOverByOne(int width, int height)
    {
        int[] flat = new int[width * height + 1];
        Parallel.For(0, height, row =>
        {
            for (int col = 0; col <= width; col++)
            {
                flat[row * width + col] = row ^ col;
            }
        });
        return flat;
    }

    [Racy("column")]
    public static void ColumnCounterOutside()
    {
        int[,] a = new int[100, 100];
        int column;
        Parallel.For(0, 100, row =>
        {
            for (column = 0; column < 100; column++)
            {
                a[row, column]++;
            }
        });
        Console.WriteLine(a[1, 1]);
    }

    [Safe]
    public static void ColumnCounterInside()
    {
        int[,] a = new int[100, 100];
        Parallel.For(0, 100, row =>
        {
            int column;
            for (column = 0; column < 100; column++)
            {
                a[row, column]++;
            }
        });
        Console.WriteLine(a[1, 1]);
    }

    [Racy("cells")]
    public static void TransposeWholeSquare(int[,] cells)
    {
        int n = cells.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                int t = cells[i, j];
                cells[i, j] = cells[j, i];
                cells[j, i] = t;
            }
        });
    }

    [Safe]
    public static void TransposeUpperTriangle(int[,] cells)
    {
        int n = cells.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = i + 1; j < n; j++)
            {
                int t = cells[i, j];
                cells[i, j] = cells[j, i];
                cells[j, i] = t;
            }
        });
    }

    [Racy("lower")]
    public static double[] TrianglePackedWrong(int n)
    {
        double[] lower = new double[n * (n + 1) / 2];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i; j++)
            {
                lower[i * (i - 1) / 2 + j] = i + j;
            }
        });
        return lower;
    }

    [Safe]
    public static double[] TrianglePacked(int n)
    {
        double[] lower = new double[n * (n + 1) / 2];
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j <= i; j++)
            {
                lower[i * (i + 1) / 2 + j] = i + j;
            }
        });
        return lower;
    }

    [Racy("r1")]
    public static double[] SharedLine(double[,,] r)
    {
        int n = r.GetLength(0);
        double[] r1 = new double[n];
        Parallel.For(1, n - 1, i =>
        {
            for (int j = 1; j < n - 1; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    r1[k] = r[i, j - 1, k] + r[i, j + 1, k] + r[i - 1, j, k] + r[i + 1, j, k];
                }
            }
        });
        return r1;
    }

    [Safe]
    public static double OwnLine(double[,,] r, double[] result)
    {
        int n = r.GetLength(0);
        Parallel.For(1, n - 1, i =>
        {
            double[] r1 = new double[n];
            for (int j = 1; j < n - 1; j++)
            {
                for (int k = 0; k < n; k++)
                {
                    r1[k] = r[i, j - 1, k] + r[i, j + 1, k] + r[i - 1, j, k] + r[i + 1, j, k];
                }
            }

            result[i] = r1.Sum();
        });
        return result[1];
    }

    [Safe]
    public static int[][] JaggedRowsAllocatedInside(int rows)
    {
        var jagged = new int[rows][];
        Parallel.For(0, rows, r =>
        {
            jagged[r] = new int[r + 1];
            for (int c = 0; c <= r; c++)
            {
                jagged[r][c] = r * c;
            }
        });
        return jagged;
    }

    [Racy("shared", "jagged")]
    public static int[][] JaggedRowsAreOneRow(int rows)
    {
        var jagged = new int[rows][];
        var shared = new int[rows];
        for (int r = 0; r < rows; r++)
        {
            jagged[r] = shared;
        }

        Parallel.For(0, rows, r =>
        {
            for (int c = 0; c < rows; c++)
            {
                jagged[r][c] = r * c;
            }
        });
        return jagged;
    }
}
