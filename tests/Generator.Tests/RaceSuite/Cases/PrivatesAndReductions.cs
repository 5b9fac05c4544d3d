using System;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Temporaries declared outside, sums without a reduction, last values, sections, state of a thread.</summary>
internal static class PrivatesAndReductions
{
    private static double s_scratch;
    private static readonly double[] s_window = new double[3];

    [ThreadStatic]
    private static double t_scratch;

    // One temporary for all iterations.
    [Racy("t")]
    public static void TemporaryOutside(double[] a)
    {
        double t;
        Parallel.For(0, a.Length, i =>
        {
            t = a[i] + 1;
            a[i] = t * t;
        });
    }

    [Safe]
    public static void TemporaryInside(double[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            double t = a[i] + 1;
            a[i] = t * t;
        });
    }

    // The inner loop's counter is declared outside.
    [Racy("j")]
    public static void InnerCounterOutside(int[,] m)
    {
        int j;
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (j = 0; j < m.GetLength(1); j++)
            {
                m[i, j]++;
            }
        });
    }

    [Safe]
    public static void InnerCounterInside(int[,] m)
    {
        Parallel.For(0, m.GetLength(0), i =>
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                m[i, j]++;
            }
        });
    }

    [Racy("s_scratch")]
    public static void StaticTemporary(double[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            s_scratch = a[i] + 1;
            a[i] = s_scratch * s_scratch;
        });
    }

    [Safe]
    public static void ThreadStaticTemporary(double[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            t_scratch = a[i] + 1;
            a[i] = t_scratch * t_scratch;
        });
    }

    // A small array for all iterations.
    [Racy("window")]
    public static void ArrayOutside(double[] a)
    {
        double[] window = new double[2];
        Parallel.For(0, a.Length, i =>
        {
            window[0] = a[i];
            window[1] = -a[i];
            a[i] = Math.Max(window[0], window[1]);
        });
    }

    [Safe]
    public static void ArrayInside(double[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            double[] window = new double[2];
            window[0] = a[i];
            window[1] = -a[i];
            a[i] = Math.Max(window[0], window[1]);
        });
    }

    [Racy("s_window")]
    public static void StaticArray(double[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            s_window[i % 3] = a[i];
            a[i] = s_window[0];
        });
    }

    [Racy("sum")]
    public static double Sum(double[] a)
    {
        double sum = 0;
        Parallel.For(0, a.Length, i => sum += a[i]);
        return sum;
    }

    // Each worker has a sum of its own; the lock guards their addition.
    [Safe]
    public static double SumByWorkers(double[] a)
    {
        double sum = 0;
        object gate = new();
        Parallel.For(0, a.Length, () => 0.0, (i, _, mine) => mine + a[i], mine =>
        {
            lock (gate)
            {
                sum += mine;
            }
        });
        return sum;
    }

    // The same without the lock: the workers end at the same time.
    [Racy("sum")]
    public static double SumByWorkersUnlocked(double[] a)
    {
        double sum = 0;
        Parallel.For(0, a.Length, () => 0.0, (i, _, mine) => mine + a[i], mine => sum += mine);
        return sum;
    }

    [Racy("max")]
    public static int Maximum(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > max)
            {
                max = a[i];
            }
        });
        return max;
    }

    [Racy("max")]
    public static int MaximumByCall(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i => max = Math.Max(max, a[i]));
        return max;
    }

    [Racy("count")]
    public static int CountOfNegatives(int[] a)
    {
        int count = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] < 0)
            {
                count++;
            }
        });
        return count;
    }

    [Safe]
    public static int CountOfNegativesInterlocked(int[] a)
    {
        int count = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] < 0)
            {
                Interlocked.Increment(ref count);
            }
        });
        return count;
    }

    // Each iteration counts for itself.
    [Safe]
    public static int[] CountsOfRows(int[,] m)
    {
        int[] counts = new int[m.GetLength(0)];
        Parallel.For(0, counts.Length, i =>
        {
            int count = 0;
            for (int j = 0; j < m.GetLength(1); j++)
            {
                count += m[i, j] < 0 ? 1 : 0;
            }

            counts[i] = count;
        });
        return counts;
    }

    // Whichever iteration ends last has the last word.
    [Racy("last")]
    public static double LastValue(double[] a)
    {
        double last = 0;
        Parallel.For(0, a.Length, i => last = a[i]);
        return last;
    }

    [Safe]
    public static double LastValueOfTheLastIteration(double[] a)
    {
        double last = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (i == a.Length - 1)
            {
                last = a[i];
            }
        });
        return last;
    }

    [Racy("i")]
    public static void OuterIndexAsState(int[] a)
    {
        int i = 0;
        Parallel.For(0, a.Length, _ =>
        {
            a[i] = i;
            i++;
        });
    }

    // A running subscript, shared by all.
    [Racy("j")]
    public static void RunningSubscript(double[] a, double[] b)
    {
        int j = 0;
        Parallel.For(0, a.Length, i =>
        {
            b[j] = a[i];
            j++;
        });
    }

    [Safe]
    public static double[] ComputedSubscript(double[] a)
    {
        double[] b = new double[2 * a.Length];
        Parallel.For(0, a.Length, i =>
        {
            int j = 2 * i;
            b[j] = a[i];
            j++;
            b[j] = -a[i];
        });
        return b;
    }

    // Packing: length is read and written by all.
    [Racy("length", "output")]
    public static int Packed(int[] input, int[] output)
    {
        int length = 0;
        Parallel.For(0, input.Length, i =>
        {
            if (input[i] > 0)
            {
                output[length++] = input[i];
            }
        });
        return length;
    }

    // Each takes a place of its own; the order is left open.
    [Safe]
    public static int PackedInterlocked(int[] input)
    {
        int[] output = new int[input.Length];
        int length = 0;
        Parallel.For(0, input.Length, i =>
        {
            if (input[i] > 0)
            {
                output[Interlocked.Increment(ref length) - 1] = input[i];
            }
        });
        return length;
    }

    [Racy("nodes")]
    public static int CountedDown(int[] a, int nodes)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] <= 0)
            {
                nodes--;
            }
        });
        return nodes;
    }

    // Two sections write one variable.
    [Racy("x")]
    public static int SectionsOneVariable()
    {
        int x = 0;
        Parallel.Invoke(() => x = 1, () => x = 2);
        return x;
    }

    [Safe]
    public static int SectionsTwoVariables()
    {
        int x = 0, y = 0;
        Parallel.Invoke(() => x = 1, () => y = 2);
        return x + y;
    }

    // One section reads what the other writes.
    [Racy("x")]
    public static int SectionsReadAndWrite()
    {
        int x = 0, y = 0;
        Parallel.Invoke(() => x = 1, () => y = x);
        return x + y;
    }

    [Safe]
    public static int SectionsBothRead(int x)
    {
        int y = 0, z = 0;
        Parallel.Invoke(() => z = x, () => y = x);
        return z + y;
    }

    [Safe]
    public static void SectionsOfHalves(int[] a)
    {
        int half = a.Length / 2;
        Parallel.Invoke(
            () => Array.Sort(a, 0, half),
            () => Array.Sort(a, half, a.Length - half));
    }

    // The second half starts one element too early.
    [Racy("a")]
    public static void SectionsOfHalvesOverlap(int[] a)
    {
        int half = a.Length / 2;
        Parallel.Invoke(
            () => Array.Clear(a, 0, half + 1),
            () => Array.Clear(a, half, a.Length - half));
    }
}
