using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>A bitmap class and what is done with it.</summary>
internal sealed class ImageFilters
{
    internal struct Pixel
    {
        public byte R, G, B;

        public readonly int Luminance => (R * 299 + G * 587 + B * 114) / 1000;
    }

    private sealed class Bitmap(int width, int height)
    {
        private readonly Pixel[] _pixels = new Pixel[width * height];

        public int Width { get; } = width;

        public int Height { get; } = height;

        public int LastRow { get; private set; }

        public ref Pixel this[int x, int y] => ref _pixels[y * Width + x];

        public Pixel GetPixel(int x, int y)
        {
            LastRow = y;
            return _pixels[y * Width + x];
        }

        public void SetPixel(int x, int y, Pixel value) => _pixels[y * Width + x] = value;
    }

    // Constant sizes keep the example short.
    private const int W = 64;
    private const int H = 48;

    [Safe]
    public static void Invert()
    {
        var bitmap = new Bitmap(W, H);
        Parallel.For(0, bitmap.Height, y =>
        {
            for (int x = 0; x < bitmap.Width; x++)
            {
                ref Pixel p = ref bitmap[x, y];
                p.R = (byte)~p.R;
            }
        });
    }

    // The getter remembers the row.
    [Racy("LastRow", "bitmap", "GetPixel")]
    public static int[] Luminances()
    {
        var bitmap = new Bitmap(W, H);
        int[] sums = new int[H];
        Parallel.For(0, H, y =>
        {
            for (int x = 0; x < W; x++)
            {
                sums[y] += bitmap.GetPixel(x, y).Luminance;
            }
        });
        return sums;
    }

    [Safe]
    public static int[] LuminancesByIndexer()
    {
        var bitmap = new Bitmap(W, H);
        int[] sums = new int[H];
        Parallel.For(0, H, y =>
        {
            for (int x = 0; x < W; x++)
            {
                sums[y] += bitmap[x, y].Luminance;
            }
        });
        return sums;
    }

    [Racy("histogram")]
    public static int[] Histogram(Pixel[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.For(0, pixels.Length, i => histogram[pixels[i].R]++);
        return histogram;
    }

    [Safe]
    public static int[] HistogramAtomic(Pixel[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.For(0, pixels.Length, i => Interlocked.Increment(ref histogram[pixels[i].R]));
        return histogram;
    }

    // A struct's three bytes belong to its pixel.
    [Safe]
    public static void Grayscale(Pixel[] pixels)
    {
        Parallel.For(0, pixels.Length, i =>
        {
            byte l = (byte)pixels[i].Luminance;
            pixels[i].R = l;
            pixels[i].G = l;
            pixels[i].B = l;
        });
    }

    // Red from the right neighbour: chromatic shift in place.
    [Racy("pixels")]
    public static void ShiftRed(Pixel[] pixels)
    {
        Parallel.For(0, pixels.Length - 1, i => pixels[i].R = pixels[i + 1].R);
    }

    // Red from the neighbour's green, which nobody writes.
    [Safe]
    public static void ShiftRedFromGreen(Pixel[] pixels)
    {
        Parallel.For(0, pixels.Length - 1, i => pixels[i].R = pixels[i + 1].G);
    }

    [Racy("image")]
    public static void BoxBlur(float[,] image)
    {
        Parallel.For(1, image.GetLength(0) - 1, y =>
        {
            for (int x = 1; x < image.GetLength(1) - 1; x++)
            {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        sum += image[y + dy, x + dx];
                    }
                }

                image[y, x] = sum / 9;
            }
        });
    }

    [Safe]
    public static float[,] BoxBlurCopied(float[,] image)
    {
        var source = (float[,])image.Clone();
        Parallel.For(1, image.GetLength(0) - 1, y =>
        {
            for (int x = 1; x < image.GetLength(1) - 1; x++)
            {
                float sum = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        sum += source[y + dy, x + dx];
                    }
                }

                image[y, x] = sum / 9;
            }
        });
        return image;
    }

    // Downscaled by two: four pixels to one, in place, along the way of one that is still to be read.
    [Racy("image")]
    public static void HalveInPlace(byte[] image, int w, int h)
    {
        Parallel.For(0, h / 2, y =>
        {
            for (int x = 0; x < w / 2; x++)
            {
                image[y * w + x] = image[2 * y * w + 2 * x];
            }
        });
    }

    [Safe]
    public static byte[] Halve(byte[] image, int w, int h)
    {
        byte[] small = new byte[(w / 2) * (h / 2)];
        Parallel.For(0, h / 2, y =>
        {
            for (int x = 0; x < w / 2; x++)
            {
                small[y * (w / 2) + x] = image[2 * y * w + 2 * x];
            }
        });
        return small;
    }

    // Tiles of 16 x 16, by their number.
    [Safe]
    public static void Tiles(byte[,] image)
    {
        int tilesX = image.GetLength(1) / 16, tilesY = image.GetLength(0) / 16;
        Parallel.For(0, tilesX * tilesY, tile =>
        {
            int x0 = tile % tilesX * 16, y0 = tile / tilesX * 16;
            for (int y = y0; y < y0 + 16; y++)
            {
                for (int x = x0; x < x0 + 16; x++)
                {
                    image[y, x] = (byte)tile;
                }
            }
        });
    }

    // A border of one pixel around each.
    [Racy("image")]
    public static void TilesWithBorder(byte[,] image)
    {
        int tilesX = image.GetLength(1) / 16 - 1, tilesY = image.GetLength(0) / 16 - 1;
        Parallel.For(0, tilesX * tilesY, tile =>
        {
            int x0 = tile % tilesX * 16, y0 = tile / tilesX * 16;
            for (int y = y0; y <= y0 + 16; y++)
            {
                for (int x = x0; x <= x0 + 16; x++)
                {
                    image[y, x] = (byte)tile;
                }
            }
        });
    }

    // The brightest pixel, by ranges.
    [Racy("brightest")]
    public static int Brightest(byte[] image)
    {
        int brightest = 0;
        Parallel.ForEach(Partitioner.Create(0, image.Length), range =>
        {
            int mine = 0;
            for (int i = range.Item1; i < range.Item2; i++)
            {
                mine = Math.Max(mine, image[i]);
            }

            brightest = Math.Max(brightest, mine);
        });
        return brightest;
    }
}
