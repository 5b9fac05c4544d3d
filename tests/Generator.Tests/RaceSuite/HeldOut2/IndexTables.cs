using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Subscripts that come out of tables, divisions, remainders, hashes.</summary>
internal static class IndexTables
{
    private static readonly int[] s_sites = [521, 523, 525, 527, 529, 531, 547, 549, 533, 551, 521];
    private static readonly int[] s_distinctSites = [521, 523, 525, 527, 529, 531, 547, 549, 533, 551, 535];

    [Racy("xa")]
    public static double[] SitesWithARepeat()
    {
        double[] xa = new double[1000];
        Parallel.For(0, s_sites.Length, i =>
        {
            int idx = s_sites[i];
            xa[idx] += 1.0;
        });
        return xa;
    }

    [Safe]
    public static double[] SitesAllDistinct()
    {
        double[] xa = new double[1000];
        Parallel.For(0, s_distinctSites.Length, i =>
        {
            int idx = s_distinctSites[i];
            xa[idx] += 1.0;
        });
        return xa;
    }

    [Racy("dst")]
    public static int[] TableMeetsItsShift()
    {
        int[] table = { 0, 4, 8, 12, 16 };
        int[] dst = new int[40];
        Parallel.For(0, table.Length, i =>
        {
            dst[table[i]] = i;
            dst[table[i] + 12] = -i;
        });
        return dst;
    }

    [Safe]
    public static int[] TableMissesItsShift()
    {
        int[] table = { 0, 4, 8, 12, 16 };
        int[] dst = new int[40];
        Parallel.For(0, table.Length, i =>
        {
            dst[table[i]] = i;
            dst[table[i] + 13] = -i;
        });
        return dst;
    }

    [CannotKnow]
    public static void ScatterByCallersTable(double[] target, int[] where, double[] what)
    {
        Parallel.For(0, where.Length, i => target[where[i]] = what[i]);
    }

    [Safe]
    public static double[] GatherByCallersTable(double[] source, int[] where)
    {
        var result = new double[where.Length];
        Parallel.For(0, where.Length, i => result[i] = source[where[i]]);
        return result;
    }

    [Racy("histogram")]
    public static int[] ByteHistogram(byte[] data)
    {
        int[] histogram = new int[256];
        Parallel.ForEach(data, b => histogram[b]++);
        return histogram;
    }

    [Safe]
    public static int[] ByteHistogramAtomic(byte[] data)
    {
        int[] histogram = new int[256];
        Parallel.ForEach(data, b => Interlocked.Increment(ref histogram[b]));
        return histogram;
    }

    [Safe]
    public static int[] ByteHistogramMerged(byte[] data)
    {
        int[] histogram = new int[256];
        Parallel.For(0, data.Length, () => new int[256], (i, _, own) =>
        {
            own[data[i]]++;
            return own;
        },
        own =>
        {
            lock (histogram)
            {
                for (int b = 0; b < 256; b++)
                {
                    histogram[b] += own[b];
                }
            }
        });
        return histogram;
    }

    [Racy("histogram")]
    public static int[] ByteHistogramMergedWithoutLock(byte[] data)
    {
        int[] histogram = new int[256];
        Parallel.For(0, data.Length, () => new int[256], (i, _, own) =>
        {
            own[data[i]]++;
            return own;
        },
        own =>
        {
            for (int b = 0; b < 256; b++)
            {
                histogram[b] += own[b];
            }
        });
        return histogram;
    }

    [Racy("buckets")]
    public static int[] Remainders(int n)
    {
        int[] buckets = new int[7];
        Parallel.For(0, n, i => buckets[i % 7] += i);
        return buckets;
    }

    [Safe]
    public static int[] RemaindersByBucket(int n)
    {
        int[] buckets = new int[7];
        Parallel.For(0, 7, b =>
        {
            for (int i = b; i < n; i += 7)
            {
                buckets[b] += i;
            }
        });
        return buckets;
    }

    [Racy("half")]
    public static int[] PairsToHalf(int[] values)
    {
        int[] half = new int[values.Length / 2 + 1];
        Parallel.For(0, values.Length, i => half[i / 2] += values[i]);
        return half;
    }

    [Safe]
    public static int[] PairsFromHalf(int[] values)
    {
        int[] half = new int[values.Length / 2];
        Parallel.For(0, half.Length, i => half[i] = values[2 * i] + values[2 * i + 1]);
        return half;
    }

    [Safe]
    public static int[] RotateByModulo(int[] a, int shift)
    {
        int n = a.Length;
        int[] rotated = new int[n];
        Parallel.For(0, n, i => rotated[(i + shift) % n] = a[i]);
        return rotated;
    }

    [Racy("a")]
    public static void RotateByModuloInPlace(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => a[(i + 1) % n] = a[i]);
    }

    [Safe]
    public static float[] ShuffleByPermutation(float[] x, int seed)
    {
        int n = x.Length;
        int[] perm = Enumerable.Range(0, n).ToArray();
        var random = new Random(seed);
        for (int i = n - 1; i > 0; i--)
        {
            int k = random.Next(i + 1);
            (perm[i], perm[k]) = (perm[k], perm[i]);
        }

        float[] y = new float[n];
        Parallel.For(0, n, i => y[perm[i]] = x[i]);
        return y;
    }

    [Racy("y")]
    public static float[] ShuffleByDraws(float[] x, int seed)
    {
        int n = x.Length;
        int[] draw = new int[n];
        for (int i = 0; i < n; i++)
        {
            draw[i] = i / 3;
        }

        float[] y = new float[n];
        Parallel.For(0, n, i => y[draw[i]] = x[i]);
        return y;
    }

    [Safe]
    public static int[] InversePermutationOfSort(double[] keys)
    {
        int[] order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort((double[])keys.Clone(), order);
        int[] rank = new int[keys.Length];
        Parallel.For(0, order.Length, r => rank[order[r]] = r);
        return rank;
    }

    [Safe]
    public static double[] SparseTimesVector(int[] rowStart, int[] column, double[] value, double[] x)
    {
        int rows = rowStart.Length - 1;
        double[] y = new double[rows];
        Parallel.For(0, rows, r =>
        {
            double sum = 0;
            for (int k = rowStart[r]; k < rowStart[r + 1]; k++)
            {
                sum += value[k] * x[column[k]];
            }

            y[r] = sum;
        });
        return y;
    }

    [Racy("y")]
    public static double[] SparseTransposedTimesVector(int[] rowStart, int[] column, double[] value, double[] x)
    {
        int rows = rowStart.Length - 1;
        double[] y = new double[rows];
        Parallel.For(0, rows, r =>
        {
            for (int k = rowStart[r]; k < rowStart[r + 1]; k++)
            {
                y[column[k]] += value[k] * x[r];
            }
        });
        return y;
    }

    [Racy("hits")]
    public static int[] WrapAroundNeighbours(int n)
    {
        int[] hits = new int[n];
        Parallel.For(0, n, i =>
        {
            hits[i]++;
            hits[(i + n - 1) % n]++;
        });
        return hits;
    }

    [Safe]
    public static int[] MaskedSlots(int[] input)
    {
        int[] ring = new int[64];
        Parallel.For(0, 64, i => ring[(i + 17) & 63] = input[i]);
        return ring;
    }

    [Racy("ring")]
    public static int[] MaskedSlotsTooMany(int[] input)
    {
        int[] ring = new int[64];
        Parallel.For(0, 65, i => ring[(i + 17) & 63] = input[i]);
        return ring;
    }

    [Safe]
    public static int[] MultiplicativePermutation()
    {
        int[] a = new int[16];
        Parallel.For(0, 16, i => a[(5 * i + 3) % 16] = i);
        return a;
    }

    [Racy("a")]
    public static int[] MultiplicativeCollision()
    {
        int[] a = new int[16];
        Parallel.For(0, 16, i => a[(6 * i + 3) % 16] = i);
        return a;
    }

    [Racy("index", "order")]
    public static int[] CountingSortPositions(int[] keys, int max)
    {
        int[] index = new int[max + 2];
        foreach (int key in keys)
        {
            index[key + 1]++;
        }

        for (int k = 0; k < max; k++)
        {
            index[k + 1] += index[k];
        }

        int[] order = new int[keys.Length];
        Parallel.For(0, keys.Length, i => order[index[keys[i]]++] = i);
        return order;
    }

    [Safe]
    public static int[] CountingSortPositionsAtomic(int[] keys, int max)
    {
        int[] index = new int[max + 2];
        foreach (int key in keys)
        {
            index[key + 1]++;
        }

        for (int k = 0; k < max; k++)
        {
            index[k + 1] += index[k];
        }

        int[] order = new int[keys.Length];
        Parallel.For(0, keys.Length, i => order[Interlocked.Increment(ref index[keys[i]]) - 1] = i);
        return order;
    }

    [Safe]
    public static void BlocksThroughOffsets(double[] a, int blocks)
    {
        int size = a.Length / blocks;
        int[] start = new int[blocks + 1];
        for (int b = 0; b < blocks; b++)
        {
            start[b + 1] = start[b] + size;
        }

        Parallel.For(0, blocks, b =>
        {
            for (int i = start[b]; i < start[b + 1]; i++)
            {
                a[i] = Math.Sqrt(a[i]);
            }
        });
    }

    [Racy("a")]
    public static void BlocksThroughOffsetsInclusive(double[] a, int blocks)
    {
        int size = a.Length / blocks;
        int[] start = new int[blocks + 1];
        for (int b = 0; b < blocks; b++)
        {
            start[b + 1] = start[b] + size - 1;
        }

        Parallel.For(0, blocks, b =>
        {
            for (int i = start[b]; i <= start[b + 1]; i++)
            {
                a[i] = Math.Sqrt(a[i]);
            }
        });
    }
}
