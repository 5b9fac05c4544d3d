using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Prefix sums, trees of sums, parts of sorts, butterflies, dynamic programming.</summary>
internal static class ScansAndSorts
{
    [Racy("a")]
    public static void PrefixSum(int[] a) => Parallel.For(1, a.Length, i => a[i] += a[i - 1]);

    // Doubling distances, from one buffer into another.
    [Safe]
    public static int[] PrefixSumByDoubling(int[] a)
    {
        int[] from = (int[])a.Clone();
        for (int d = 1; d < a.Length; d *= 2)
        {
            int[] to = new int[a.Length];
            int[] source = from;
            Parallel.For(0, a.Length, i => to[i] = i >= d ? source[i] + source[i - d] : source[i]);
            from = to;
        }

        return from;
    }

    [Racy("a")]
    public static void PrefixSumByDoublingInPlace(int[] a)
    {
        for (int d = 1; d < a.Length; d *= 2)
        {
            Parallel.For(d, a.Length, i => a[i] += a[i - d]);
        }
    }

    // Up the tree: 2 d k + 2 d - 1 from 2 d k + d - 1.
    [Safe]
    public static void UpSweep(int[] a)
    {
        for (int d = 1; d < a.Length; d *= 2)
        {
            Parallel.For(0, a.Length / (2 * d), k => a[2 * d * k + 2 * d - 1] += a[2 * d * k + d - 1]);
        }
    }

    // In steps of d, an element is written and read by neighbours.
    [Racy("a")]
    public static void UpSweepInHalfSteps(int[] a)
    {
        for (int d = 1; d < a.Length; d *= 2)
        {
            Parallel.For(0, a.Length / d - 1, k => a[d * k + 2 * d - 1] += a[d * k + d - 1]);
        }
    }

    // The upper half is added to the lower one.
    [Safe]
    public static void TreeSum(double[] a)
    {
        for (int half = a.Length / 2; half > 0; half /= 2)
        {
            Parallel.For(0, half, k => a[k] += a[k + half]);
        }
    }

    [Racy("a")]
    public static void TreeSumOneTooFar(double[] a)
    {
        for (int half = a.Length / 2; half > 0; half /= 2)
        {
            Parallel.For(0, half + 1, k => a[k] += a[k + half]);
        }
    }

    // Blocks scanned alone; then each adds the end of the block before, which is no longer written.
    [Safe]
    public static void ScanByBlocks(int[] a, int block)
    {
        int blocks = a.Length / block;
        int[] ends = new int[blocks];
        Parallel.For(0, blocks, b =>
        {
            for (int i = b * block + 1; i < (b + 1) * block; i++)
            {
                a[i] += a[i - 1];
            }

            ends[b] = a[(b + 1) * block - 1];
        });
        for (int b = 1; b < blocks; b++)
        {
            ends[b] += ends[b - 1];
        }

        Parallel.For(1, blocks, b =>
        {
            for (int i = b * block; i < (b + 1) * block; i++)
            {
                a[i] += ends[b - 1];
            }
        });
    }

    // The end of the block before is read from the array that all are changing.
    [Racy("a")]
    public static void ScanByBlocksReadsEnds(int[] a, int block)
    {
        int blocks = a.Length / block;
        Parallel.For(1, blocks, b =>
        {
            for (int i = b * block; i < (b + 1) * block; i++)
            {
                a[i] += a[b * block - 1];
            }
        });
    }

    // Pairs (0, 1), (2, 3), ... then (1, 2), (3, 4), ...
    [Safe]
    public static void OddEvenSort(int[] a)
    {
        for (int phase = 0; phase < a.Length; phase++)
        {
            int first = phase % 2;
            Parallel.For(0, (a.Length - first) / 2, k =>
            {
                int i = 2 * k + first;
                if (a[i] > a[i + 1])
                {
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
                }
            });
        }
    }

    // All neighbours at once.
    [Racy("a")]
    public static void BubbleSort(int[] a)
    {
        for (int phase = 0; phase < a.Length; phase++)
        {
            Parallel.For(0, a.Length - 1, i =>
            {
                if (a[i] > a[i + 1])
                {
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
                }
            });
        }
    }

    // Each pair of partners is handled by its lower one.
    [Safe]
    public static void BitonicStep(int[] a, int j)
    {
        Parallel.For(0, a.Length, i =>
        {
            int partner = i ^ j;
            if (partner > i && a[i] > a[partner])
            {
                (a[i], a[partner]) = (a[partner], a[i]);
            }
        });
    }

    // By both of them.
    [Racy("a")]
    public static void BitonicStepTwice(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int partner = i ^ 4;
            if (a[i] > a[partner])
            {
                (a[i], a[partner]) = (a[partner], a[i]);
            }
        });
    }

    // Runs of w elements are merged in pairs, each pair into its place.
    [Safe]
    public static int[] MergeRuns(int[] a, int w)
    {
        int[] r = new int[a.Length];
        Parallel.For(0, a.Length / (2 * w), k =>
        {
            int x = 2 * w * k, y = x + w;
            for (int at = 2 * w * k; at < 2 * w * (k + 1); at++)
            {
                bool left = x < 2 * w * k + w && (y >= 2 * w * (k + 1) || a[x] <= a[y]);
                r[at] = left ? a[x++] : a[y++];
            }
        });
        return r;
    }

    // The places advance by w where they should by 2 w.
    [Racy("r")]
    public static int[] MergeRunsOverlapping(int[] a, int w)
    {
        int[] r = new int[a.Length];
        Parallel.For(0, a.Length / (2 * w), k =>
        {
            int x = 2 * w * k, y = x + w;
            for (int at = w * k; at < w * k + 2 * w; at++)
            {
                bool left = x < 2 * w * k + w && (y >= 2 * w * (k + 1) || a[x] <= a[y]);
                r[at] = left ? a[x++] : a[y++];
            }
        });
        return r;
    }

    // Rank of each element: equal ones by their position, so that no place comes twice.
    [Safe]
    public static int[] Ranks(int[] a)
    {
        int[] rank = new int[a.Length];
        Parallel.For(0, a.Length, i =>
        {
            for (int j = 0; j < a.Length; j++)
            {
                rank[i] += a[j] < a[i] || (a[j] == a[i] && j < i) ? 1 : 0;
            }
        });
        return rank;
    }

    // Counting sort's first pass: 256 bins for all.
    [Racy("bins")]
    public static int[] CountingPass(byte[] keys)
    {
        int[] bins = new int[256];
        Parallel.For(0, keys.Length, i => bins[keys[i]]++);
        return bins;
    }

    // Each iteration counts for one bin.
    [Safe]
    public static int[] CountingPassByBin(byte[] keys)
    {
        int[] bins = new int[256];
        Parallel.For(0, 256, b =>
        {
            foreach (byte key in keys)
            {
                if (key == b)
                {
                    bins[b]++;
                }
            }
        });
        return bins;
    }

    // The bins' ends move while all take places from them.
    [Racy("start")]
    public static byte[] CountingScatter(byte[] keys, int[] start)
    {
        byte[] r = new byte[keys.Length];
        Parallel.For(0, keys.Length, i => r[start[keys[i]]++] = keys[i]);
        return r;
    }

    // Butterflies of one stage: k m + j and k m + j + m / 2.
    [Safe]
    public static void Butterflies(double[] re, int m)
    {
        int half = m / 2;
        Parallel.For(0, re.Length / m, k =>
        {
            for (int j = 0; j < half; j++)
            {
                double x = re[k * m + j], y = re[k * m + j + half];
                re[k * m + j] = x + y;
                re[k * m + j + half] = x - y;
            }
        });
    }

    // Blocks that begin every m / 2.
    [Racy("re")]
    public static void ButterfliesOverlapping(double[] re, int m)
    {
        int half = m / 2;
        Parallel.For(0, re.Length / half - 1, k =>
        {
            for (int j = 0; j < half; j++)
            {
                double x = re[k * half + j], y = re[k * half + j + half];
                re[k * half + j] = x + y;
                re[k * half + j + half] = x - y;
            }
        });
    }

    // Knapsack with weights 1, 2, 3, ...: one item after the other, all capacities of an item from the row before.
    [Safe]
    public static int[] Knapsack(int[] worth, int capacity)
    {
        int[] best = new int[capacity + 1];
        for (int item = 0; item < worth.Length; item++)
        {
            int[] before = best, next = new int[capacity + 1];
            int w = item + 1, v = worth[item];
            Parallel.For(0, capacity + 1, c => next[c] = c < w ? before[c] : Math.Max(before[c], before[c - w] + v));
            best = next;
        }

        return best;
    }

    // In one row.
    [Racy("best")]
    public static int[] KnapsackInOneRow(int[] worth, int capacity)
    {
        int[] best = new int[capacity + 1];
        for (int item = 0; item < worth.Length; item++)
        {
            int w = item + 1, v = worth[item];
            Parallel.For(w, capacity + 1, c => best[c] = Math.Max(best[c], best[c - w] + v));
        }

        return best;
    }

    // Edit distance by rows: each needs the one above.
    [Racy("d")]
    public static void EditDistance(int[,] d, string s, string t)
    {
        Parallel.For(1, s.Length + 1, i =>
        {
            for (int j = 1; j <= t.Length; j++)
            {
                d[i, j] = Math.Min(d[i - 1, j - 1] + (s[i - 1] == t[j - 1] ? 0 : 1), Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
            }
        });
    }

    // One step of a cyclic reduction: odd multiples of s from even ones.
    [Safe]
    public static void CyclicReduction(double[] a, int s)
    {
        Parallel.For(0, a.Length / (2 * s), k =>
        {
            int i = 2 * s * k + s;
            if (i + s < a.Length)
            {
                a[i] -= (a[i - s] + a[i + s]) / 2;
            }
        });
    }

    // All multiples of s.
    [Racy("a")]
    public static void CyclicReductionOfAll(double[] a, int s)
    {
        Parallel.For(1, a.Length / s, k =>
        {
            int i = s * k;
            if (i + s < a.Length)
            {
                a[i] -= (a[i - s] + a[i + s]) / 2;
            }
        });
    }
}
