using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Loops over one array: which elements an iteration shares with another.</summary>
internal static class NeighbouringElements
{
    [Racy("a")]
    public static int ReadsTheNextElement()
    {
        const int len = 1000;
        int[] a = new int[len];
        for (int i = 0; i < len; i++)
        {
            a[i] = i;
        }

        Parallel.For(0, len - 1, i => a[i] = a[i + 1] + 1);
        Console.WriteLine($"a[500]={a[500]}");
        return a[500];
    }

    [Safe]
    public static int ReadsTheNextElementOfTheOld()
    {
        const int len = 1000;
        int[] a = new int[len];
        int[] old = new int[len];
        for (int i = 0; i < len; i++)
        {
            a[i] = old[i] = i;
        }

        Parallel.For(0, len - 1, i => a[i] = old[i + 1] + 1);
        return a[500];
    }

    [Racy("data")]
    public static void SizeFromArguments(string[] args)
    {
        int len = 100;
        if (args.Length > 0)
        {
            len = int.Parse(args[0]);
        }

        var data = new int[len];
        Parallel.For(0, len, i => { data[i] = i; });
        Parallel.For(0, len - 1, i => { data[i + 1] = data[i] + 1; });
        foreach (int value in data)
        {
            Console.WriteLine(value);
        }
    }

    [Safe]
    public static void SizeFromArgumentsDoall(string[] args)
    {
        int len = args.Length > 0 ? int.Parse(args[0]) : 100;
        var data = new int[len];
        Parallel.For(0, len, i => { data[i] = i; });
        Parallel.For(0, len - 1, i => { data[i] = data[i] + 1; });
        Parallel.For(0, len, i => { Console.WriteLine(data[i]); });
    }

    [Racy("a")]
    public static void LinearSubscript()
    {
        var a = new int[2000];
        Parallel.For(0, 1000, i => a[2 * i + 1] = a[i] + 1);
        Console.WriteLine(a[1001]);
    }

    [Safe]
    public static void LinearSubscriptOtherParity()
    {
        var a = new int[2000];
        Parallel.For(0, 1000, i => a[2 * i + 1] = a[2 * i] + 1);
        Console.WriteLine(a[1001]);
    }

    [Racy("a")]
    public static void EveryoneReadsTheFirst()
    {
        int[] a = new int[1000];
        a[0] = 2;
        Parallel.For(0, a.Length, i => { a[i] = a[i] + a[0]; });
        Console.WriteLine(a[500]);
    }

    [Safe]
    public static void EveryoneButTheFirstReadsTheFirst()
    {
        int[] a = new int[1000];
        a[0] = 2;
        Parallel.For(1, a.Length, i => { a[i] = a[i] + a[0]; });
        Console.WriteLine(a[500]);
    }

    [Safe]
    public static int[] FirstReadBefore(int n)
    {
        int[] a = Enumerable.Range(2, n).ToArray();
        int first = a[0];
        Parallel.For(0, n, i => a[i] += first);
        return a;
    }

    [Racy("y")]
    public static float[] UpperHalfOverlapsByOne(int n)
    {
        float[] y = new float[2 * n + 1];
        Parallel.For(0, n + 1, i => y[i] = y[i + n] * 0.5f);
        return y;
    }

    [Safe]
    public static float[] UpperHalfIntoLower(int n)
    {
        float[] y = new float[2 * n];
        Parallel.For(0, n, i => y[i] = y[i + n] * 0.5f);
        return y;
    }

    [Racy("v")]
    public static void MirrorsWholeArray(double[] v)
    {
        int last = v.Length - 1;
        Parallel.For(0, v.Length, i => v[i] = v[last - i]);
    }

    [Safe]
    public static void MirrorsHalfArray(double[] v)
    {
        int last = v.Length - 1;
        Parallel.For(0, v.Length / 2, i =>
        {
            (v[i], v[last - i]) = (v[last - i], v[i]);
        });
    }

    [Racy("var")]
    public static int[] DistanceSixteen()
    {
        const int N = 100, C = 16;
        int[] var = new int[N];
        Parallel.For(C, N, i => var[i] = var[i - C] + 1);
        return var;
    }

    [Safe]
    public static int[] DistanceSixteenInBlocks()
    {
        const int N = 96, C = 16;
        int[] values = new int[N];
        for (int start = C; start < N; start += C)
        {
            Parallel.For(start, start + C, i => values[i] = values[i - C] + 1);
        }

        return values;
    }

    [Racy("values")]
    public static int[] DistanceSixteenInLargerBlocks()
    {
        const int N = 96, C = 16;
        int[] values = new int[N];
        for (int start = C; start < N; start += 20)
        {
            Parallel.For(start, Math.Min(start + 20, N), i => values[i] = values[i - C] + 1);
        }

        return values;
    }

    [Racy("A")]
    public static int[] AlsoTheFirstElement(int size)
    {
        int[] A = new int[size];
        Parallel.For(0, size, i =>
        {
            A[i] = i;
            if (i == 1)
            {
                A[0] = 1;
            }
        });
        return A;
    }

    [Safe]
    public static int[] AlsoTheFirstElementByItself(int size)
    {
        int[] A = new int[size];
        Parallel.For(0, size, i =>
        {
            A[i] = i;
            if (i == 0)
            {
                A[0] = 1;
            }
        });
        return A;
    }

    [Racy("A")]
    public static int[] FirstElementWhenLarge(string[] args)
    {
        int n = args.Length > 1 ? int.Parse(args[1]) : 100;
        int[] A = new int[n];
        Parallel.For(0, n, i =>
        {
            A[i] = i;
            if (n > 10_000)
            {
                A[0] = 1;
            }
        });
        return A;
    }

    [Racy("x")]
    public static void StrideTwoWritesThree(short[] x)
    {
        Parallel.For(0, (x.Length - 1) / 2, k =>
        {
            x[2 * k] = 1;
            x[2 * k + 1] = 2;
            x[2 * k + 2] = 3;
        });
    }

    [Safe]
    public static void StrideThreeWritesThree(short[] x)
    {
        Parallel.For(0, x.Length / 3, k =>
        {
            x[3 * k] = 1;
            x[3 * k + 1] = 2;
            x[3 * k + 2] = 3;
        });
    }

    [Safe]
    public static void CharacterDoall()
    {
        char[] a = new char[100];
        Parallel.For(0, 100, i =>
        {
            a[i] = (char)(a[i] + 1);
        });
        Console.WriteLine(new string(a));
    }

    [Racy("bits")]
    public static byte[] PackBitsByPixel(bool[] pixels)
    {
        byte[] bits = new byte[(pixels.Length + 7) / 8];
        Parallel.For(0, pixels.Length, p =>
        {
            if (pixels[p])
            {
                bits[p >> 3] |= (byte)(1 << (p & 7));
            }
        });
        return bits;
    }

    [Safe]
    public static byte[] PackBitsByByte(bool[] pixels)
    {
        byte[] bits = new byte[pixels.Length / 8];
        Parallel.For(0, bits.Length, b =>
        {
            byte packed = 0;
            for (int k = 0; k < 8; k++)
            {
                if (pixels[8 * b + k])
                {
                    packed |= (byte)(1 << k);
                }
            }

            bits[b] = packed;
        });
        return bits;
    }

    [Racy("s")]
    public static void VectorsShiftedByOne(float[] s)
    {
        int w = Vector<float>.Count;
        Parallel.For(0, (s.Length - 1) / w, block =>
        {
            var moved = new Vector<float>(s, block * w + 1);
            moved.CopyTo(s, block * w);
        });
    }

    [Safe]
    public static void VectorsInPlace(float[] s)
    {
        int w = Vector<float>.Count;
        Parallel.For(0, s.Length / w, block =>
        {
            var doubled = new Vector<float>(s, block * w) * 2f;
            doubled.CopyTo(s, block * w);
        });
    }

    [Racy("fib")]
    public static long[] FibonacciTable()
    {
        var fib = new long[90];
        fib[0] = fib[1] = 1;
        Parallel.ForEach(Enumerable.Range(2, 88), i => fib[i] = fib[i - 1] + fib[i - 2]);
        return fib;
    }

    [Safe]
    public static long[] SquaresTable()
    {
        var table = new long[90];
        Parallel.ForEach(Enumerable.Range(2, 88), i => table[i] = (long)i * i);
        return table;
    }

    [Racy("prefix")]
    public static int[] RunningTotal(int[] input)
    {
        int[] prefix = new int[input.Length + 1];
        Parallel.For(0, input.Length, i => { prefix[i + 1] = prefix[i] + input[i]; });
        return prefix;
    }

    [Safe]
    public static int[] RunningTotalByDoubling(int[] input)
    {
        int[] current = (int[])input.Clone();
        int[] next = new int[input.Length];
        for (int step = 1; step < input.Length; step *= 2)
        {
            Parallel.For(0, input.Length, i =>
            {
                next[i] = i >= step ? current[i] + current[i - step] : current[i];
            });
            (current, next) = (next, current);
        }

        return current;
    }

    [Racy("current")]
    public static int[] RunningTotalByDoublingInPlace(int[] input)
    {
        int[] current = (int[])input.Clone();
        for (int step = 1; step < input.Length; step *= 2)
        {
            Parallel.For(step, input.Length, i =>
            {
                current[i] += current[i - step];
            });
        }

        return current;
    }

    [CannotKnow]
    public static void OffsetOfTheCaller(int[] a, int offset)
    {
        Parallel.For(0, a.Length / 2, i => a[i] = a[i + offset]);
    }

    [Safe]
    public static void OffsetAtLeastTheCount(int[] a, int offset)
    {
        int count = a.Length / 4;
        if (offset < count)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }

        Parallel.For(0, count, i => a[i] = a[i + offset]);
    }
}
