using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Pictures and signals: filters, flips, fractals.</summary>
internal static class Pictures
{
    [Safe]
    public static int[] Mandelbrot(int w, int h)
    {
        int[] r = new int[w * h];
        Parallel.For(0, h, y =>
        {
            for (int x = 0; x < w; x++)
            {
                double re = 0, im = 0;
                int n = 0;
                while (n < 100 && re * re + im * im < 4)
                {
                    (re, im) = (re * re - im * im + 3.0 * x / w - 2, 2 * re * im + 2.0 * y / h - 1);
                    n++;
                }

                r[y * w + x] = n;
            }
        });
        return r;
    }

    // The counter of the steps is declared too far out.
    [Racy("n")]
    public static int[] MandelbrotWithSharedCounter(int w, int h)
    {
        int[] r = new int[w * h];
        int n = 0;
        Parallel.For(0, h, y =>
        {
            for (int x = 0; x < w; x++)
            {
                double re = 0, im = 0;
                n = 0;
                while (n < 100 && re * re + im * im < 4)
                {
                    (re, im) = (re * re - im * im + 3.0 * x / w - 2, 2 * re * im + 2.0 * y / h - 1);
                    n++;
                }

                r[y * w + x] = n;
            }
        });
        return r;
    }

    [Safe]
    public static double[] Convolution(double[] a, double[] kernel)
    {
        double[] r = new double[a.Length - kernel.Length + 1];
        Parallel.For(0, r.Length, i =>
        {
            for (int k = 0; k < kernel.Length; k++)
            {
                r[i] += a[i + k] * kernel[k];
            }
        });
        return r;
    }

    // Scattered instead of gathered: r[i + k] is everybody's.
    [Racy("r")]
    public static double[] ConvolutionScattered(double[] a, double[] kernel)
    {
        double[] r = new double[a.Length + kernel.Length - 1];
        Parallel.For(0, a.Length, i =>
        {
            for (int k = 0; k < kernel.Length; k++)
            {
                r[i + k] += a[i] * kernel[k];
            }
        });
        return r;
    }

    // Blur along the rows, in place: the left neighbour is the row's own.
    [Safe]
    public static void BlurAlongRows(byte[] picture, int w, int h)
    {
        Parallel.For(0, h, y =>
        {
            for (int x = 1; x < w; x++)
            {
                picture[y * w + x] = (byte)((picture[y * w + x - 1] + picture[y * w + x]) / 2);
            }
        });
    }

    // Along the columns, by rows.
    [Racy("picture")]
    public static void BlurAlongColumns(byte[] picture, int w, int h)
    {
        Parallel.For(1, h, y =>
        {
            for (int x = 0; x < w; x++)
            {
                picture[y * w + x] = (byte)((picture[(y - 1) * w + x] + picture[y * w + x]) / 2);
            }
        });
    }

    // Upside down: rows y and h - 1 - y.
    [Safe]
    public static void Flip(byte[,] picture)
    {
        int h = picture.GetLength(0), w = picture.GetLength(1);
        Parallel.For(0, h / 2, y =>
        {
            for (int x = 0; x < w; x++)
            {
                (picture[y, x], picture[h - 1 - y, x]) = (picture[h - 1 - y, x], picture[y, x]);
            }
        });
    }

    [Racy("picture")]
    public static void FlipTwice(byte[,] picture)
    {
        int h = picture.GetLength(0), w = picture.GetLength(1);
        Parallel.For(0, h, y =>
        {
            for (int x = 0; x < w; x++)
            {
                (picture[y, x], picture[h - 1 - y, x]) = (picture[h - 1 - y, x], picture[y, x]);
            }
        });
    }
}
