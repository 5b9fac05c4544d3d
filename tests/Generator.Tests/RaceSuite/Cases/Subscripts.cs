using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>One array, one loop: strides, remainders, divisions, shifts, reversals, bounds and guards.</summary>
internal static class Subscripts
{
    // Even elements from the odd ones between them.
    [Safe]
    public static void EvenFromOdd(int[] a) => Parallel.For(0, a.Length / 2, i => a[2 * i] = a[2 * i + 1]);

    // Even elements from the next even ones.
    [Racy("a")]
    public static void EvenFromNextEven(int[] a) => Parallel.For(0, a.Length / 2 - 1, i => a[2 * i] = a[2 * i + 2]);

    // Iteration 1 writes element 2, iteration 2 reads it.
    [Racy("a")]
    public static void DoubledSubscript(int[] a) => Parallel.For(0, a.Length / 2, i => a[2 * i] = a[i]);

    [Racy("a")]
    public static void LinearSubscript(int[] a) => Parallel.For(0, a.Length / 2, i => a[2 * i + 1] = a[i] + 1);

    // 4 i is even, 2 j + 1 odd.
    [Safe]
    public static void MultiplesOfFourFromOdd(int[] a) => Parallel.For(0, a.Length / 4, i => a[4 * i] = a[2 * i + 1]);

    // 4 * 2 = 2 * 3 + 2.
    [Racy("a")]
    public static void MultiplesOfFourFromEven(int[] a) => Parallel.For(0, a.Length / 4, i => a[4 * i] = a[2 * i + 2]);

    // 6 i + 1 is no multiple of 3.
    [Safe]
    public static void GreatestCommonDivisorThree(int[] a) => Parallel.For(0, a.Length / 6, i => a[6 * i + 1] = a[3 * i]);

    // 6 * 0 + 3 = 3 * 1.
    [Racy("a")]
    public static void MultipleOfThree(int[] a) => Parallel.For(0, a.Length / 6, i => a[6 * i + 3] = a[3 * i]);

    [Safe]
    public static void TriplesSummed(double[] a) => Parallel.For(0, a.Length / 3, i => a[3 * i] = a[3 * i + 1] + a[3 * i + 2]);

    // The third of one triple is the first of the next.
    [Racy("a")]
    public static void TriplesSummedByOneTooFar(double[] a) => Parallel.For(0, a.Length / 3 - 1, i => a[3 * i] = a[3 * i + 1] + a[3 * i + 3]);

    [Racy("a")]
    public static void RemainderOfEight(int[] a) => Parallel.For(0, 64, i => a[i % 8] += i);

    // i % 64 is i.
    [Safe]
    public static void RemainderBeyondTheRange(int[] a) => Parallel.For(0, 64, i => a[i % 64] += i);

    [Racy("a")]
    public static void HalfTheIndex(int[] a) => Parallel.For(0, a.Length, i => a[i / 2] = i);

    [Safe]
    public static void HalfTheIndexOfEvenOnes(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (i % 2 == 0)
            {
                a[i / 2] = i;
            }
        });
    }

    [Racy("a")]
    public static void ShiftRight(int[] a) => Parallel.For(0, a.Length, i => a[i >> 1] = i);

    [Safe]
    public static void ShiftLeft(int[] a) => Parallel.For(0, a.Length / 2, i => a[i << 1] = i);

    [Racy("a")]
    public static void MaskedIndex(int[] a) => Parallel.For(0, 256, i => a[i & 15]++);

    [Safe]
    public static void MaskedIndexWithinTheMask(int[] a) => Parallel.For(0, 16, i => a[i & 15]++);

    // i ^ 1 is a permutation: each element is written once, and nobody reads.
    [Safe]
    public static void NeighbourOfThePairWritten(int[] a) => Parallel.For(0, a.Length & ~1, i => a[i ^ 1] = i);

    // Each of a pair reads what the other writes.
    [Racy("a")]
    public static void NeighbourOfThePairRead(int[] a) => Parallel.For(0, a.Length & ~1, i => a[i] = a[i ^ 1]);

    // 2 and 3 both write a[3].
    [Racy("a")]
    public static void OrOne(int[] a) => Parallel.For(0, a.Length - 1, i => a[i | 1] = i);

    // All iterations from 10 on write a[10].
    [Racy("a")]
    public static void MinimumInTheSubscript(int[] a) => Parallel.For(0, 100, i => a[Math.Min(i, 10)] = i);

    [Safe]
    public static void MinimumThatNeverClips(int[] a) => Parallel.For(0, 100, i => a[Math.Min(i, 99)] = i);

    [Safe]
    public static void MinimumInTheBound(int[] a) => Parallel.For(0, Math.Min(a.Length - 10, 10), i => a[i + 10] = a[i]);

    // Iteration 0 writes a[10], iteration 10 reads it.
    [Racy("a")]
    public static void MinimumInTheBoundOneTooMany(int[] a) => Parallel.For(0, Math.Min(a.Length - 10, 11), i => a[i + 10] = a[i]);

    [Safe]
    public static void MaximumInTheBound(int[] a) => Parallel.For(Math.Max(20, a.Length / 2), a.Length, i => a[i] = a[i % 20]);

    // From 19 on: iteration 19 writes the a[19] that iteration 39 reads.
    [Racy("a")]
    public static void MaximumInTheBoundOneTooLow(int[] a) => Parallel.For(Math.Max(19, a.Length / 4), a.Length, i => a[i] = a[i % 20]);

    // i and n - 1 - i write what the other reads.
    [Racy("a")]
    public static void ReversedRead(int[] a) => Parallel.For(0, a.Length, i => a[i] = a[a.Length - 1 - i]);

    // The readers' half and the writers' half meet in the middle.
    [Safe]
    public static void ReversedReadOfTheOtherHalf(int[] a) => Parallel.For(0, a.Length / 2, i => a[i] = a[a.Length - 1 - i]);

    [Safe]
    public static void ReverseBySwaps(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n / 2, i => (a[i], a[n - 1 - i]) = (a[n - 1 - i], a[i]));
    }

    // Everything is swapped twice, at once.
    [Racy("a")]
    public static void ReverseBySwapsOverAll(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => (a[i], a[n - 1 - i]) = (a[n - 1 - i], a[i]));
    }

    // Even n: iteration n / 2 swaps the middle pair that n / 2 - 1 swaps too.
    [Racy("a")]
    public static void ReverseBySwapsOneTooMany(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n / 2 + 1, i => (a[i], a[n - 1 - i]) = (a[n - 1 - i], a[i]));
    }

    // i + (99 - i) is 99: each element is written once; i <= 49 reads below 50, the writes are from 50 on.
    [Safe]
    public static void MirrorBelowTheMiddle(int[] a) => Parallel.For(0, 50, i => a[99 - i] = a[i]);

    // Iteration 50 writes a[49], which iteration 49 reads.
    [Racy("a")]
    public static void MirrorAcrossTheMiddle(int[] a) => Parallel.For(0, 51, i => a[99 - i] = a[i]);

    [Racy("a")]
    public static void NextInARing(int[] a) => Parallel.For(0, a.Length, i => a[i] = a[(i + 1) % a.Length]);

    // A rotation into a fresh array: reads of a, one write an element of r.
    [Safe]
    public static int[] Rotated(int[] a)
    {
        int[] r = new int[a.Length];
        Parallel.For(0, a.Length, i => r[(i + 1) % a.Length] = a[i]);
        return r;
    }

    // 2 (i + 1) % 64 for i below 64: 0 and 32 give the same.
    [Racy("r")]
    public static int[] RotatedByDoubling(int[] a)
    {
        int[] r = new int[64];
        Parallel.For(0, 64, i => r[2 * (i + 1) % 64] = a[i]);
        return r;
    }

    // 3 and 64 have no common divisor: a permutation.
    [Safe]
    public static int[] RotatedByTripling(int[] a)
    {
        int[] r = new int[64];
        Parallel.For(0, 64, i => r[3 * i % 64] = a[i]);
        return r;
    }

    // Red-black: even elements from odd ones.
    [Safe]
    public static void RedBlack(double[] a)
    {
        Parallel.For(1, a.Length - 1, i =>
        {
            if (i % 2 == 0)
            {
                a[i] = (a[i - 1] + a[i + 1]) / 2;
            }
        });
    }

    // Even elements from even ones.
    [Racy("a")]
    public static void RedBlackTooFar(double[] a)
    {
        Parallel.For(2, a.Length - 2, i =>
        {
            if (i % 2 == 0)
            {
                a[i] = (a[i - 2] + a[i + 2]) / 2;
            }
        });
    }

    // Every third element from its neighbours, which nobody writes.
    [Safe]
    public static void EveryThird(double[] a)
    {
        Parallel.For(1, a.Length - 1, i =>
        {
            if (i % 3 == 1)
            {
                a[i] = a[i - 1] * a[i + 1];
            }
        });
    }

    // Two of three are written: 4 reads 3... and 3 reads 4.
    [Racy("a")]
    public static void TwoOfThree(double[] a)
    {
        Parallel.For(1, a.Length - 1, i =>
        {
            if (i % 3 != 2)
            {
                a[i] = a[i - 1] * a[i + 1];
            }
        });
    }

    // The upper half reads what the lower half writes.
    [Racy("a")]
    public static void CrossingThreshold(int[] a, int n)
    {
        Parallel.For(0, 2 * n, i =>
        {
            if (i < n)
            {
                a[i] = i;
            }
            else
            {
                a[i] = a[i - n];
            }
        });
    }

    [Safe]
    public static void NoCrossingThreshold(int[] a, int n)
    {
        Parallel.For(n, 2 * n, i =>
        {
            if (i < n)
            {
                a[i] = i;
            }
            else
            {
                a[i] = a[i - n];
            }
        });
    }

    // Writes below 50, reads from 50 on.
    [Safe]
    public static void GuardSeparates(int[] a)
    {
        Parallel.For(0, 100, i =>
        {
            if (i < 50)
            {
                a[i] = a[i + 50];
            }
        });
    }

    [Racy("a")]
    public static void GuardOneTooFar(int[] a)
    {
        Parallel.For(0, 100, i =>
        {
            if (i <= 50)
            {
                a[i] = a[i + 50];
            }
        });
    }

    // Two iterations, first and last, write a[0].
    [Racy("a")]
    public static void GuardOfTwoIterations(int[] a)
    {
        Parallel.For(0, 1000, i =>
        {
            if (i == 0 || i == 999)
            {
                a[0] = i;
            }
        });
    }

    // A stride of 0 makes all iterations write a[0].
    [CannotKnow]
    public static void UnknownStride(int[] a, int n, int stride) => Parallel.For(0, n, i => a[i * stride] = i);

    [Safe]
    public static void PositiveStride(int[] a, int n, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stride);
        Parallel.For(0, n, i => a[i * stride] = i);
    }

    // Squares of -5 to 5: -1 and 1 meet.
    [Racy("a")]
    public static void Squares(int[] a) => Parallel.For(-5, 6, i => a[i * i] = i);

    [Safe]
    public static void SquaresOfNaturals(int[] a) => Parallel.For(0, 6, i => a[i * i] = i);

    [Racy("a")]
    public static void AbsoluteValue(int[] a) => Parallel.For(-5, 6, i => a[Math.Abs(i)] = i);

    // Each iteration fills [4 i, 4 i + 4).
    [Safe]
    public static void InnerRun(int[] a)
    {
        Parallel.For(0, a.Length / 4, i =>
        {
            for (int j = 4 * i; j < 4 * i + 4; j++)
            {
                a[j] = i;
            }
        });
    }

    [Racy("a")]
    public static void InnerRunOneTooFar(int[] a)
    {
        Parallel.For(0, a.Length / 4 - 1, i =>
        {
            for (int j = 4 * i; j <= 4 * i + 4; j++)
            {
                a[j] = i;
            }
        });
    }
}
