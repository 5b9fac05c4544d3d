using System;
using System.Linq;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Subscripts that come out of other arrays.</summary>
internal static class IndirectAccesses
{
    private static readonly int[] s_twice = [3, 1, 4, 1, 5, 9, 2, 6];
    private static readonly int[] s_once = [3, 1, 4, 0, 5, 9, 2, 6];
    private static readonly int[] s_farApart = [0, 20, 40, 60];
    private static readonly int[] s_twelveApart = [0, 20, 32, 60];

    // 1 stands twice in the table.
    [Racy("a")]
    public static void TableWithDuplicate(int[] a) => Parallel.For(0, s_twice.Length, i => a[s_twice[i]] += i);

    [Safe]
    public static void TableWithoutDuplicate(int[] a) => Parallel.For(0, s_once.Length, i => a[s_once[i]] += i);

    // The two ones are at 1 and 3.
    [Safe]
    public static void TableWithDuplicateOutsideTheRange(int[] a) => Parallel.For(0, 3, i => a[s_twice[i]] += i);

    [Racy("a")]
    public static void TableWithDuplicateInTheRange(int[] a) => Parallel.For(0, 4, i => a[s_twice[i]] += i);

    // A permutation or not, as the caller likes.
    [CannotKnow]
    public static void UnknownTable(int[] a, int[] index) => Parallel.For(0, index.Length, i => a[index[i]] = i);

    // Written and read 12 apart, and two of the bases are 12 apart.
    [Racy("a")]
    public static void TwoOffsetsOfATable(double[] a)
    {
        Parallel.For(0, s_twelveApart.Length, i =>
        {
            int at = s_twelveApart[i];
            a[at] += 1;
            a[at + 12] += 3;
        });
    }

    [Safe]
    public static void TwoOffsetsOfATableFarApart(double[] a)
    {
        Parallel.For(0, s_farApart.Length, i =>
        {
            int at = s_farApart[i];
            a[at] += 1;
            a[at + 12] += 3;
        });
    }

    [Safe]
    public static void LocalTable(int[] a)
    {
        int[] order = [2, 0, 3, 1];
        Parallel.For(0, order.Length, i => a[order[i]] = i);
    }

    [Racy("a")]
    public static void LocalTableWithDuplicate(int[] a)
    {
        int[] order = [2, 0, 2, 1];
        Parallel.For(0, order.Length, i => a[order[i]] = i);
    }

    // Filled with the identity in front of the loop.
    [Safe]
    public static void IdentityBuiltInALoop(int[] a)
    {
        int[] index = new int[a.Length];
        for (int i = 0; i < index.Length; i++)
        {
            index[i] = i;
        }

        Parallel.For(0, index.Length, i => a[index[i]] += i);
    }

    // Filled with i / 2.
    [Racy("a")]
    public static void HalvesBuiltInALoop(int[] a)
    {
        int[] index = new int[a.Length];
        for (int i = 0; i < index.Length; i++)
        {
            index[i] = i / 2;
        }

        Parallel.For(0, index.Length, i => a[index[i]] += i);
    }

    // Never filled: all zero.
    [Racy("a")]
    public static void TableOfZeros(int[] a)
    {
        int[] index = new int[a.Length];
        Parallel.For(0, index.Length, i => a[index[i]] += i);
    }

    [Safe]
    public static void EnumerableRange(int[] a)
    {
        int[] index = Enumerable.Range(0, a.Length).ToArray();
        Parallel.For(0, index.Length, i => a[index[i]] += i);
    }

    // Swaps keep a permutation a permutation.
    [Safe]
    public static void ShuffledRange(int[] a)
    {
        int[] index = Enumerable.Range(0, a.Length).ToArray();
        Random.Shared.Shuffle(index);
        Parallel.For(0, index.Length, i => a[index[i]] = i);
    }

    // Random numbers repeat.
    [Racy("a")]
    public static void RandomTable(int[] a)
    {
        int[] index = new int[a.Length];
        for (int i = 0; i < index.Length; i++)
        {
            index[i] = Random.Shared.Next(a.Length);
        }

        Parallel.For(0, index.Length, i => a[index[i]] = i);
    }

    // A gather only reads.
    [Safe]
    public static int[] Gather(int[] a, int[] index)
    {
        int[] r = new int[index.Length];
        Parallel.For(0, index.Length, i => r[i] = a[index[i]]);
        return r;
    }

    // A gather from the array that is written: iteration i reads what another one writes, unless the table is the identity.
    [CannotKnow]
    public static void GatherInPlace(int[] a, int[] index) => Parallel.For(0, index.Length, i => a[i] = a[index[i]]);

    // The table's entry is the subscript of the read alone, and that reads elsewhere.
    [Safe]
    public static void IndirectReadOfAnotherArray(double[] a, int[] index, int[] weight)
    {
        Parallel.For(0, a.Length, i => a[i] *= weight[index[i]]);
    }

    // Disjoint runs [start[k], start[k + 1]) of a table that grows, built here.
    [Safe]
    public static void RunsOfGrowingStarts(double[] a, int rows)
    {
        int[] start = new int[rows + 1];
        for (int k = 0; k < rows; k++)
        {
            start[k + 1] = start[k] + 4;
        }

        Parallel.For(0, rows, k =>
        {
            for (int i = start[k]; i < start[k + 1]; i++)
            {
                a[i] = k;
            }
        });
    }

    // <= runs into the next run.
    [Racy("a")]
    public static void RunsOfGrowingStartsOneTooFar(double[] a, int rows)
    {
        int[] start = new int[rows + 1];
        for (int k = 0; k < rows; k++)
        {
            start[k + 1] = start[k] + 4;
        }

        Parallel.For(0, rows, k =>
        {
            for (int i = start[k]; i <= start[k + 1]; i++)
            {
                a[i] = k;
            }
        });
    }

    // Whether the starts grow is the caller's.
    [CannotKnow]
    public static void RunsOfUnknownStarts(double[] a, int[] start)
    {
        Parallel.For(0, start.Length - 1, k =>
        {
            for (int i = start[k]; i < start[k + 1]; i++)
            {
                a[i] = k;
            }
        });
    }

    // Only one iteration's entry is used.
    [Safe]
    public static void ScatterOfOneIteration(int[] a, int[] index)
    {
        Parallel.For(0, index.Length, i =>
        {
            if (i == index.Length - 1)
            {
                a[index[i]] = i;
            }
        });
    }

    // A remainder of a table's entry: 3 and 9 are both 3 modulo 6.
    [Racy("a")]
    public static void RemainderOfATable(int[] a) => Parallel.For(0, s_once.Length, i => a[s_once[i] % 6] = i);

    // The table is written while it is read.
    [Racy("index")]
    public static void TableChangesMeanwhile(int[] index)
    {
        int[] a = new int[index.Length];
        Parallel.For(0, index.Length - 1, i =>
        {
            index[i] = i;
            a[i] = index[i + 1];
        });
    }
}
