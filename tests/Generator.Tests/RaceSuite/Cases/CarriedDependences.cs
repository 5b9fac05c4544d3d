using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>One array, one loop, constant distances: an iteration touches what another one writes, or just not.</summary>
internal static class CarriedDependences
{
    // Iteration i reads what iteration i + 1 writes.
    [Racy("a")]
    public static void Antidependence(int[] a) => Parallel.For(0, a.Length - 1, i => a[i] = a[i + 1] + 1);

    // The element read is the iteration's own.
    [Safe]
    public static void OwnElement(int[] a) => Parallel.For(0, a.Length - 1, i => a[i] = a[i] + 1);

    // Iteration i + 1 reads what iteration i writes.
    [Racy("a")]
    public static void FlowDependence(int[] a) => Parallel.For(0, a.Length - 1, i => a[i + 1] = a[i] + 1);

    // Read and written element move together.
    [Safe]
    public static void ShiftedOwnElement(int[] a) => Parallel.For(0, a.Length - 1, i => a[i + 1] = a[i + 1] + 1);

    [Racy("a")]
    public static void FlowFromOne(double[] a, double t) => Parallel.For(1, a.Length, i => a[i] = a[i - 1] * t);

    // One iteration only.
    [Safe]
    public static void FlowOfOneIteration(double[] a, double t) => Parallel.For(1, 2, i => a[i] = a[i - 1] * t);

    // Distance four: fine for a vector of four lanes, not for threads.
    [Racy("a")]
    public static void DistanceFour(float[] a) => Parallel.For(0, a.Length - 4, i => a[i + 4] = a[i] + 1);

    // Four iterations write elements 4 to 7 and read 0 to 3.
    [Safe]
    public static void DistanceFourOverFour(float[] a) => Parallel.For(0, 4, i => a[i + 4] = a[i] + 1);

    // Iteration 0 writes element 99, iteration 99 reads it.
    [Racy("a")]
    public static void DistanceJustWithin(int[] a) => Parallel.For(0, 100, i => a[i + 99] = a[i]);

    [Safe]
    public static void DistanceJustBeyond(int[] a) => Parallel.For(0, 100, i => a[i + 100] = a[i]);

    [Safe]
    public static void UpperHalfIntoLower(long[] a)
    {
        int half = a.Length / 2;
        Parallel.For(0, half, i => a[i] = a[i + half]);
    }

    // Iteration half writes the element that iteration 0 reads (odd lengths).
    [Racy("a")]
    public static void UpperHalfIntoLowerByOneTooFar(long[] a)
    {
        int half = a.Length / 2;
        Parallel.For(0, half + 1, i => a[i] = a[i + half]);
    }

    // The bound is the distance, whatever it is.
    [Safe]
    public static void DistanceIsTheBound(int[] a, int k) => Parallel.For(0, k, i => a[i + k] = a[i]);

    // Iteration 0 writes a[k], iteration k reads it.
    [Racy("a")]
    public static void DistanceIsTheBoundAndOneMore(int[] a, int k) => Parallel.For(0, k + 1, i => a[i + k] = a[i]);

    // Races for 0 < k < n only.
    [CannotKnow]
    public static void UnknownDistance(int[] a, int n, int k) => Parallel.For(0, n, i => a[i + k] = a[i]);

    [Safe]
    public static void UnknownDistanceThatIsChecked(int[] a, int n, int k)
    {
        if (k >= n)
        {
            Parallel.For(0, n, i => a[i + k] = a[i]);
        }
    }

    // Checked the wrong way round: k is at least 1 and below n.
    [Racy("a")]
    public static void UnknownDistanceCheckedWrongly(int[] a, int n, int k)
    {
        if (k >= 1 && k < n)
        {
            Parallel.For(0, n, i => a[i + k] = a[i]);
        }
    }

    // All iterations but the first read what the first one writes.
    [Racy("a")]
    public static void AddsTheFirst(double[] a) => Parallel.For(0, a.Length, i => a[i] += a[0]);

    [Safe]
    public static void AddsTheFirstToTheRest(double[] a) => Parallel.For(1, a.Length, i => a[i] += a[0]);

    [Racy("a")]
    public static void CopiesTheLast(double[] a) => Parallel.For(0, a.Length, i => a[i] = a[^1] / 2);

    [Safe]
    public static void CopiesTheLastToTheOthers(double[] a) => Parallel.For(0, a.Length - 1, i => a[i] = a[^1] / 2);

    // Every iteration writes element 0.
    [Racy("a")]
    public static void OneElementForAll(int[] a) => Parallel.For(0, 50, i => a[0] = i);

    [Safe]
    public static void OneElementForOne(int[] a)
    {
        Parallel.For(0, 50, i =>
        {
            if (i == 7)
            {
                a[0] = i;
            }
        });
    }

    // The same value, and still 50 unordered writes of one location.
    [Racy("a")]
    public static void OneElementSameValue(int[] a) => Parallel.For(0, 50, i => a[0] = 1);

    // Iterations i and i + 1 both write a[i + 1].
    [Racy("a")]
    public static void OutputDependence(int[] a)
    {
        Parallel.For(0, a.Length - 1, i =>
        {
            a[i] = i;
            a[i + 1] = -i;
        });
    }

    [Safe]
    public static void PairsOfElements(int[] a)
    {
        Parallel.For(0, a.Length / 2, i =>
        {
            a[2 * i] = i;
            a[2 * i + 1] = -i;
        });
    }

    // Two loops in a row: the first one has ended before the second one starts.
    [Safe]
    public static void TwoLoops(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length, i => b[i] = 2 * a[i]);
        Parallel.For(1, a.Length, i => a[i] = b[i - 1]);
    }

    // The same, fused: b[i - 1] may not be written yet.
    [Racy("b")]
    public static void TwoLoopsFused(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(1, a.Length, i =>
        {
            b[i] = 2 * a[i];
            a[i] = b[i - 1];
        });
    }

    // Neighbouring bytes are separate locations in .NET.
    [Safe]
    public static void NeighbouringBytes(byte[] a) => Parallel.For(0, a.Length, i => a[i] = (byte)i);

    // Eight iterations share a byte.
    [Racy("bits")]
    public static void BitsOfAByte(byte[] bits) => Parallel.For(0, bits.Length * 8, i => bits[i / 8] |= (byte)(1 << (i % 8)));

    // One iteration a byte.
    [Safe]
    public static void BitsByTheByte(byte[] bits)
    {
        Parallel.For(0, bits.Length, k =>
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bits[k] |= (byte)(1 << bit);
            }
        });
    }

    [Safe]
    public static void NeighbouringFlags(bool[] isPrime)
    {
        Parallel.For(2, isPrime.Length, i => isPrime[i] = i % 2 != 0 || i == 2);
    }

    // 6 and 12 are marked by the multiples of 2 and of 3: the same value, unordered.
    [Racy("composite")]
    public static void SieveMarksTwice(bool[] composite)
    {
        Parallel.For(2, 10, p =>
        {
            for (int k = 2 * p; k < composite.Length; k += p)
            {
                composite[k] = true;
            }
        });
    }

    [Safe]
    public static void SieveOfOnePrime(bool[] composite, int p)
    {
        Parallel.For(2, (composite.Length - 1) / p + 1, k => composite[k * p] = true);
    }

    // Descending inner loop with a carried read of the neighbour above.
    [Racy("a")]
    public static void ReadsTwoNeighbours(double[] a)
    {
        Parallel.For(1, a.Length - 1, i => a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3);
    }

    [Safe]
    public static void ReadsTwoNeighboursOfACopy(double[] a)
    {
        double[] old = (double[])a.Clone();
        Parallel.For(1, a.Length - 1, i => a[i] = (old[i - 1] + old[i] + old[i + 1]) / 3);
    }

    // A second name of the same array.
    [Racy("a", "old")]
    public static void ReadsTwoNeighboursOfAnAlias(double[] a)
    {
        double[] old = a;
        Parallel.For(1, a.Length - 1, i => a[i] = (old[i - 1] + old[i] + old[i + 1]) / 3);
    }

    // Long indices, backwards subscripts: still distance one.
    [Racy("a")]
    public static void LongIndex(short[] a) => Parallel.For(1L, a.LongLength, i => a[i] = (short)(a[i - 1] + 1));

    [Safe]
    public static void LongIndexOwnElement(short[] a) => Parallel.For(1L, a.LongLength, i => a[i - 1] = (short)(a[i - 1] + 1));

    [Racy("text")]
    public static void CharactersShifted(char[] text) => Parallel.For(0, text.Length - 1, i => text[i] = char.ToUpperInvariant(text[i + 1]));

    [Safe]
    public static void CharactersInPlace(char[] text) => Parallel.For(0, text.Length, i => text[i] = char.ToUpperInvariant(text[i]));
}
