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

/// <summary>Elements through tables, sections, and iterations that signal to each other.</summary>
internal sealed class TablesAndSections
{
    private static readonly int[] s_distinct = [4, 0, 7, 2, 9, 5];
    private static readonly int[] s_repeated = [4, 0, 7, 2, 4, 5];

    [Safe]
    public static void ScatterByDistinctTable(double[] a) => Parallel.For(0, s_distinct.Length, i => a[s_distinct[i]] += i);

    [Racy("a")]
    public static void ScatterByRepeatedTable(double[] a) => Parallel.For(0, s_repeated.Length, i => a[s_repeated[i]] += i);

    [Racy("a")]
    public static void ScatterByLocalTable(double[] a)
    {
        int[] index = { 521, 523, 525, 533, 529, 531, 533, 535 };
        Parallel.For(0, index.Length, i => a[index[i]] = a[index[i]] + 1);
    }

    [Safe]
    public static void ScatterByLocalTableOfDistinct(double[] a)
    {
        int[] index = { 521, 523, 525, 527, 529, 531, 533, 535 };
        Parallel.For(0, index.Length, i => a[index[i]] = a[index[i]] + 1);
    }

    [Racy("a")]
    public static void ScatterByTableWithOffset(double[] a)
    {
        int[] index = { 0, 12, 24, 36, 48 };
        Parallel.For(0, index.Length, i =>
        {
            a[index[i]] += 1;
            a[index[i] + 12] += 3;
        });
    }

    [Safe]
    public static void ScatterByTableWithSmallOffset(double[] a)
    {
        int[] index = { 0, 12, 24, 36, 48 };
        Parallel.For(0, index.Length, i =>
        {
            a[index[i]] += 1;
            a[index[i] + 11] += 3;
        });
    }

    [Safe]
    public static int[] InverseOfIdentityShuffle(int n, int seed)
    {
        int[] order = Enumerable.Range(0, n).ToArray();
        new Random(seed).Shuffle(order);
        int[] inverse = new int[n];
        Parallel.For(0, n, i => inverse[order[i]] = i);
        return inverse;
    }

    [Racy("inverse")]
    public static int[] InverseOfRandomPicks(int n, int seed)
    {
        var random = new Random(seed);
        int[] order = Enumerable.Range(0, n).Select(_ => random.Next(n)).ToArray();
        int[] inverse = new int[n];
        Parallel.For(0, n, i => inverse[order[i]] = i);
        return inverse;
    }

    [Racy("a")]
    public static void ScatterByParameter(double[] a, int[] index) => Parallel.For(0, index.Length, i => a[index[i]] += 1);

    [Safe]
    public static double[] GatherByParameter(double[] a, int[] index)
    {
        double[] b = new double[index.Length];
        Parallel.For(0, index.Length, i => b[i] = a[index[i]]);
        return b;
    }

    [Racy("histogram")]
    public static int[] Histogram(byte[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.For(0, pixels.Length, i => histogram[pixels[i]]++);
        return histogram;
    }

    [Safe]
    public static int[] HistogramAtomic(byte[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.For(0, pixels.Length, i => Interlocked.Increment(ref histogram[pixels[i]]));
        return histogram;
    }

    [Safe]
    public static int[] HistogramByBin(byte[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.For(0, 256, bin =>
        {
            foreach (byte p in pixels)
            {
                if (p == bin)
                {
                    histogram[bin]++;
                }
            }
        });
        return histogram;
    }

    [Safe]
    public static int[] HistogramOfParts(byte[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.ForEach(Partitioner.Create(0, pixels.Length), () => new int[256], (range, _, mine) =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                mine[pixels[i]]++;
            }
            return mine;
        },
        mine =>
        {
            lock (histogram)
            {
                for (int b = 0; b < 256; b++)
                {
                    histogram[b] += mine[b];
                }
            }
        });
        return histogram;
    }

    [Racy("histogram")]
    public static int[] HistogramOfPartsMergedAtWill(byte[] pixels)
    {
        int[] histogram = new int[256];
        Parallel.ForEach(Partitioner.Create(0, pixels.Length), () => new int[256], (range, _, mine) =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                mine[pixels[i]]++;
            }
            return mine;
        },
        mine =>
        {
            for (int b = 0; b < 256; b++)
            {
                histogram[b] += mine[b];
            }
        });
        return histogram;
    }

    [Racy("i")]
    public static int SectionsShareCounter()
    {
        int i = 0;
        Parallel.Invoke(() => i = 1, () => i = 2);
        return i;
    }

    [Safe]
    public static int SectionsOneAfterAnother()
    {
        int i = 0;
        Parallel.Invoke(() => i = 1);
        Parallel.Invoke(() => i += 2);
        return i;
    }

    [Racy("b")]
    public static void SectionsOverlapByOne(int[] b)
    {
        int mid = b.Length / 2;
        Parallel.Invoke(
            () => { for (int i = 0; i <= mid; i++) b[i] = i; },
            () => { for (int i = mid; i < b.Length; i++) b[i] = -i; });
    }

    [Safe]
    public static void SectionsMeet(int[] b)
    {
        int mid = b.Length / 2;
        Parallel.Invoke(
            () => { for (int i = 0; i < mid; i++) b[i] = i; },
            () => { for (int i = mid; i < b.Length; i++) b[i] = -i; });
    }

    [Racy("count")]
    public static int SectionReadsWhatOtherCounts(List<string> lines)
    {
        int count = 0;
        Parallel.Invoke(
            () => { foreach (string line in lines) count += line.Length; },
            () => Console.WriteLine(count));
        return count;
    }

    [Safe]
    public static int ReadAfterSections(List<string> lines)
    {
        int count = 0, longest = 0;
        Parallel.Invoke(
            () => { foreach (string line in lines) count += line.Length; },
            () => { foreach (string line in lines) longest = Math.Max(longest, line.Length); });
        Console.WriteLine(count);
        return longest;
    }

    [Safe]
    public static void DoacrossWithSignals(double[] a)
    {
        var done = new ManualResetEventSlim[a.Length];
        for (int k = 0; k < done.Length; k++)
        {
            done[k] = new ManualResetEventSlim(k == 0);
        }
        Parallel.For(1, a.Length, i =>
        {
            double own = Math.Sqrt(i);
            done[i - 1].Wait();
            a[i] = a[i - 1] + own;
            done[i].Set();
        });
    }

    [Racy("a")]
    public static void DoacrossSignalsTooEarly(double[] a)
    {
        var done = new ManualResetEventSlim[a.Length];
        for (int k = 0; k < done.Length; k++)
        {
            done[k] = new ManualResetEventSlim(k == 0);
        }
        Parallel.For(1, a.Length, i =>
        {
            double own = Math.Sqrt(i);
            done[i - 1].Wait();
            done[i].Set();
            a[i] = a[i - 1] + own;
        });
    }

    [Racy("a")]
    public static void DoacrossWithoutWait(double[] a)
    {
        var done = new ManualResetEventSlim[a.Length];
        for (int k = 0; k < done.Length; k++)
        {
            done[k] = new ManualResetEventSlim(k == 0);
        }
        Parallel.For(1, a.Length, i =>
        {
            a[i] = a[i - 1] + Math.Sqrt(i);
            done[i].Set();
        });
    }

    [Safe]
    public static void StrideAtLeastWidth(double[] a, int stride)
    {
        if (stride < 4)
        {
            throw new ArgumentOutOfRangeException(nameof(stride));
        }
        Parallel.For(0, a.Length / stride, i =>
        {
            for (int j = 0; j < 4; j++)
            {
                a[i * stride + j] = j;
            }
        });
    }

    [Racy("a")]
    public static void StrideBelowWidth(double[] a)
    {
        const int stride = 3;
        Parallel.For(0, a.Length / stride - 1, i =>
        {
            for (int j = 0; j < 4; j++)
            {
                a[i * stride + j] = j;
            }
        });
    }

    [Racy("image")]
    public static void PixelsOfThreeBytes(byte[] image, int pixels) => Parallel.For(0, pixels, i =>
    {
        image[3 * i] = 255;
        image[3 * i + 1] = 128;
        image[3 * i + 3] = 0;
    });

    [Safe]
    public static void PixelsOfFourBytes(byte[] image, int pixels) => Parallel.For(0, pixels, i =>
    {
        image[4 * i] = 255;
        image[4 * i + 1] = 128;
        image[4 * i + 3] = 0;
    });

    [Safe]
    public static void DeltaByCoordinates(float[] image, int width, int height) => Parallel.For(0, width * height, p =>
    {
        int x = p % width, y = p / width;
        image[y * width + x] = x - y;
    });

    [Racy("image")]
    public static void DeltaByTransposedNeighbour(float[] image, int width, int height) => Parallel.For(0, width * (height - 1), p =>
    {
        int x = p % width, y = p / width;
        image[y * width + x] = image[(y + 1) * width + x];
    });

    [Safe]
    public static void TransposeByCoordinates(float[] image, float[] unused, int width, int height)
    {
        float[] turned = new float[image.Length];
        Parallel.For(0, width * height, p =>
        {
            int x = p % width, y = p / width;
            turned[x * height + y] = image[p];
        });
        turned.CopyTo(image, 0);
    }

    [Racy("columns")]
    public static float[] SumColumns(float[] image, int width, int height)
    {
        float[] columns = new float[width];
        Parallel.For(0, width * height, p => columns[p % width] += image[p]);
        return columns;
    }

    [Safe]
    public static float[] SumColumnsOneByOne(float[] image, int width, int height)
    {
        float[] columns = new float[width];
        Parallel.For(0, width, x =>
        {
            for (int p = x; p < width * height; p += width)
            {
                columns[p % width] += image[p];
            }
        });
        return columns;
    }
}
