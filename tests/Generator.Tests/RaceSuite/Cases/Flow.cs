using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The subscript's value has a way to go: locals, secondary inductions, early returns, indices from the end, loops inside.</summary>
internal static class Flow
{
    [Racy("a")]
    public static void ThroughALocal(int[] a)
    {
        Parallel.For(0, a.Length - 1, i =>
        {
            int j = i + 1;
            a[j] = a[j - 1];
        });
    }

    [Safe]
    public static void ThroughALocalAndBack(int[] a)
    {
        Parallel.For(0, a.Length - 1, i =>
        {
            int j = i + 1;
            a[j - 1] = a[i] + 1;
        });
    }

    [Safe]
    public static void SecondaryInduction(int[] a)
    {
        Parallel.For(0, a.Length / 4, i =>
        {
            int k = 4 * i;
            for (int j = 0; j < 4; j++)
            {
                a[k++] = j;
            }
        });
    }

    [Racy("a")]
    public static void SecondaryInductionOneTooFar(int[] a)
    {
        Parallel.For(0, a.Length / 4 - 1, i =>
        {
            int k = 4 * i;
            for (int j = 0; j < 5; j++)
            {
                a[k++] = j;
            }
        });
    }

    // All but the first iteration go on.
    [Racy("a")]
    public static void EarlyReturnOfTheFirst(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (i == 0)
            {
                return;
            }

            a[i] = a[i - 1];
        });
    }

    // Only the first one goes on.
    [Safe]
    public static void EarlyReturnOfTheOthers(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (i != 1)
            {
                return;
            }

            a[i] = a[i - 1];
        });
    }

    [Safe]
    public static void FromTheEnd(int[] a) => Parallel.For(0, a.Length, i => a[^(i + 1)] = i);

    [Racy("a")]
    public static void FromTheEndAndTheStart(int[] a) => Parallel.For(0, a.Length, i => a[^(i + 1)] = a[i]);

    // (i, 0) is (0, j) for i = j = 0 only: one iteration.
    [Safe]
    public static void ColumnFromRow(double[,] m) => Parallel.For(0, m.GetLength(0), i => m[i, 0] = m[0, i]);

    // (i, 0) is (1, j) for i = 1 and j = 0.
    [Racy("m")]
    public static void ColumnFromAnotherRow(double[,] m) => Parallel.For(0, m.GetLength(0), i => m[i, 0] = m[1, i]);

    [Safe]
    public static void ColumnFromAnotherColumn(double[,] m) => Parallel.For(0, m.GetLength(0), i => m[i, 0] = m[i, 1]);

    [Racy("m")]
    public static void ColumnFromAnElement(double[,] m) => Parallel.For(0, m.GetLength(0), i => m[i, 0] = m[0, 0]);

    // Which element is written is decided by a condition, and the two never meet.
    [Safe]
    public static void ConditionalSubscript(int[] a) => Parallel.For(0, 100, i => a[i < 50 ? i : i + 50] = i);

    // i < 50 goes to i, the others back to i - 50.
    [Racy("a")]
    public static void ConditionalSubscriptBack(int[] a) => Parallel.For(0, 100, i => a[i < 50 ? i : i - 50] = i);

    [Safe]
    public static void RoundedDownOnce(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (i % 4 == 0)
            {
                a[i - i % 4] = i;
            }
        });
    }

    // Four iterations have one multiple of four below them.
    [Racy("a")]
    public static void RoundedDown(int[] a) => Parallel.For(0, a.Length, i => a[i - i % 4] = i);

    // A while loop that ends before the next iteration's elements.
    [Safe]
    public static void WhileInside(int[] a)
    {
        Parallel.For(0, a.Length / 10, i =>
        {
            int j = 10 * i;
            while (j < 10 * (i + 1))
            {
                a[j] = i;
                j++;
            }
        });
    }

    [Racy("a")]
    public static void WhileInsideToTheEnd(int[] a)
    {
        Parallel.For(0, a.Length / 10, i =>
        {
            int j = 10 * i;
            while (j < a.Length)
            {
                a[j] = i;
                j++;
            }
        });
    }

    // Backwards, down to the iteration's first element.
    [Safe]
    public static void DescendingInside(int[] a)
    {
        Parallel.For(0, a.Length / 10, i =>
        {
            for (int j = 10 * i + 9; j > 10 * i; j--)
            {
                a[j] = a[j - 1];
            }
        });
    }

    // Down to the last element of the one before.
    [Racy("a")]
    public static void DescendingInsideOneTooFar(int[] a)
    {
        Parallel.For(1, a.Length / 10, i =>
        {
            for (int j = 10 * i + 9; j >= 10 * i; j--)
            {
                a[j] = a[j - 1];
            }
        });
    }

    // A constant chosen in front of the loop.
    [Safe]
    public static void ConstantOffset(int[] a)
    {
        const int Offset = 64;
        Parallel.For(0, 64, i => a[i + Offset] = a[i]);
    }

    [Racy("a")]
    public static void ConstantOffsetTooSmall(int[] a)
    {
        const int Offset = 63;
        Parallel.For(0, 64, i => a[i + Offset] = a[i]);
    }

    // The offset is the length of what is read.
    [Safe]
    public static int[] Doubled(int[] a)
    {
        int n = a.Length;
        int[] r = new int[2 * n];
        Parallel.For(0, n, i =>
        {
            r[i] = a[i];
            r[i + n] = a[i];
        });
        return r;
    }

    [Racy("r")]
    public static int[] DoubledOverlapping(int[] a)
    {
        int n = a.Length;
        int[] r = new int[2 * n];
        Parallel.For(0, n, i =>
        {
            r[i] = a[i];
            r[i + n - 1] = a[i];
        });
        return r;
    }

    // In a switch, two cases write elements of their own, by parity.
    [Safe]
    public static void SwitchByParity(int[] a)
    {
        Parallel.For(0, a.Length / 2, i =>
        {
            switch (i % 2)
            {
                case 0:
                    a[2 * i] = 1;
                    break;
                default:
                    a[2 * i + 1] = 2;
                    break;
            }
        });
    }

    // 4 is 2 i of 2, and i + 1 of 3.
    [Racy("a")]
    public static void SwitchByParityMixed(int[] a)
    {
        Parallel.For(0, a.Length / 2, i =>
        {
            switch (i % 2)
            {
                case 0:
                    a[2 * i] = 1;
                    break;
                default:
                    a[i + 1] = 2;
                    break;
            }
        });
    }

    // Of four interleaved channels, one is computed from another one.
    [Safe]
    public static void ChannelFromChannel(float[] a)
    {
        Parallel.For(0, a.Length / 4, i => a[4 * i + 3] = a[4 * i] + a[4 * i + 1] + a[4 * i + 2]);
    }

    // From the next group's.
    [Racy("a")]
    public static void ChannelFromTheNextGroup(float[] a)
    {
        Parallel.For(0, a.Length / 4 - 1, i => a[4 * i + 3] = a[4 * i] + a[4 * i + 1] + a[4 * i + 7]);
    }

    // The index is a parity and a half: a perfect shuffle.
    [Safe]
    public static int[] Shuffle(int[] a)
    {
        int[] r = new int[64];
        Parallel.For(0, 64, i => r[i % 2 * 32 + i / 2] = a[i]);
        return r;
    }

    // 31 is the last of the even ones and the first of the odd ones.
    [Racy("r")]
    public static int[] ShuffleOverlapping(int[] a)
    {
        int[] r = new int[64];
        Parallel.For(0, 64, i => r[i % 2 * 31 + i / 2] = a[i]);
        return r;
    }
}
