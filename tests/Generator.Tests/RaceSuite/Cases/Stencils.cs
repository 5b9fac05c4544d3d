using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Elements computed from their neighbours: in place, double buffered, coloured.</summary>
internal static class Stencils
{
    [Racy("m")]
    public static void StencilInPlace(double[,] m)
    {
        Parallel.For(1, m.GetLength(0) - 1, i =>
        {
            for (int j = 1; j < m.GetLength(1) - 1; j++)
            {
                m[i, j] = (m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]) / 4;
            }
        });
    }

    [Safe]
    public static double[,] StencilDoubleBuffered(double[,] m)
    {
        var next = new double[m.GetLength(0), m.GetLength(1)];
        Parallel.For(1, m.GetLength(0) - 1, i =>
        {
            for (int j = 1; j < m.GetLength(1) - 1; j++)
            {
                next[i, j] = (m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]) / 4;
            }
        });
        return next;
    }

    // The fields of a chessboard: the neighbours have the other colour.
    [Safe]
    public static void RedBlackBoard(double[,] m, int colour)
    {
        Parallel.For(1, m.GetLength(0) - 1, i =>
        {
            for (int j = 1 + (i + colour) % 2; j < m.GetLength(1) - 1; j += 2)
            {
                m[i, j] = (m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]) / 4;
            }
        });
    }

    // Without i in the start, whole columns have one colour, and rows read each other.
    [Racy("m")]
    public static void RedBlackColumns(double[,] m, int colour)
    {
        Parallel.For(1, m.GetLength(0) - 1, i =>
        {
            for (int j = 1 + colour % 2; j < m.GetLength(1) - 1; j += 2)
            {
                m[i, j] = (m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]) / 4;
            }
        });
    }

    // The diagonal neighbours have the same colour.
    [Racy("m")]
    public static void RedBlackWithDiagonals(double[,] m, int colour)
    {
        Parallel.For(1, m.GetLength(0) - 1, i =>
        {
            for (int j = 1 + (i + colour) % 2; j < m.GetLength(1) - 1; j += 2)
            {
                m[i, j] = (m[i - 1, j - 1] + m[i + 1, j + 1]) / 2;
            }
        });
    }

    // Two buffers that change places after each sweep.
    [Safe]
    public static double[] Swapped(double[] start, int steps)
    {
        double[] now = (double[])start.Clone(), next = (double[])start.Clone();
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, now.Length - 1, i => next[i] = (now[i - 1] + now[i + 1]) / 2);
            (now, next) = (next, now);
        }

        return now;
    }

    // One buffer under two names: the sweep is in place.
    [Racy("now", "next")]
    public static double[] NotSwapped(double[] start, int steps)
    {
        double[] now = (double[])start.Clone(), next = now;
        for (int t = 0; t < steps; t++)
        {
            Parallel.For(1, now.Length - 1, i => next[i] = (now[i - 1] + now[i + 1]) / 2);
        }

        return now;
    }

    // Both colours in one array, one colour a sweep.
    [Safe]
    public static void TwoColours(double[] a)
    {
        for (int colour = 0; colour < 2; colour++)
        {
            Parallel.For(1, a.Length / 2, k =>
            {
                int i = 2 * k + colour;
                if (i < a.Length - 1)
                {
                    a[i] = (a[i - 1] + a[i + 1]) / 2;
                }
            });
        }
    }

    // The colours themselves in parallel.
    [Racy("a")]
    public static void TwoColoursAtOnce(double[] a)
    {
        Parallel.For(0, 2, colour =>
        {
            for (int k = 1; k < a.Length / 2; k++)
            {
                int i = 2 * k + colour;
                if (i < a.Length - 1)
                {
                    a[i] = (a[i - 1] + a[i + 1]) / 2;
                }
            }
        });
    }

    // Two parameters: the caller may pass one array twice.
    [CannotKnow]
    public static void FromOneParameterToAnother(double[] from, double[] to)
    {
        Parallel.For(1, from.Length - 1, i => to[i] = (from[i - 1] + from[i + 1]) / 2);
    }

    [Safe]
    public static void FromOneParameterToAnotherChecked(double[] from, double[] to)
    {
        if (ReferenceEquals(from, to))
        {
            throw new ArgumentException("in place", nameof(to));
        }

        Parallel.For(1, from.Length - 1, i => to[i] = (from[i - 1] + from[i + 1]) / 2);
    }

    // The flattened form: the row below is w elements on.
    [Racy("a")]
    public static void FlattenedInPlace(float[] a, int h, int w)
    {
        Parallel.For(1, h - 1, i =>
        {
            for (int j = 1; j < w - 1; j++)
            {
                a[i * w + j] = (a[i * w + j - w] + a[i * w + j + w]) / 2;
            }
        });
    }

    [Safe]
    public static float[] FlattenedDoubleBuffered(float[] a, int h, int w)
    {
        float[] r = new float[h * w];
        Parallel.For(1, h - 1, i =>
        {
            for (int j = 1; j < w - 1; j++)
            {
                r[i * w + j] = (a[i * w + j - w] + a[i * w + j + w]) / 2;
            }
        });
        return r;
    }
}
