using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Affine subscripts with strides, shifts, mirrored and coupled indices.</summary>
internal static class StridesAndShifts
{
    [Safe]
    public static void EvenFromOdd(int[] a)
    {
        Parallel.For(0, a.Length / 2, i => a[2 * i] = a[2 * i + 1]);
    }

    [Racy("a")]
    public static void EvenFromEvenAhead(int[] a)
    {
        Parallel.For(0, a.Length / 2 - 1, i => a[2 * i] = a[2 * i + 2]);
    }

    [Racy("a")]
    public static void TripleAndDouble(int n)
    {
        int[] a = new int[3 * n + 1];
        Parallel.For(0, n, i => a[3 * i] = a[2 * i] + 1);
    }

    [Safe]
    public static void FourAndSixPlusOne(int n)
    {
        int[] a = new int[6 * n + 2];
        Parallel.For(0, n, i => a[4 * i] = a[6 * i + 1]);
    }

    [Racy("a")]
    public static void FourAndSixPlusTwo(int n)
    {
        int[] a = new int[6 * n + 3];
        Parallel.For(0, n, i => a[4 * i] = a[6 * i + 2]);
    }

    [Safe]
    public static void LowerThirdFromUpperThird(int[] a)
    {
        int third = a.Length / 3;
        Parallel.For(0, third, i => a[i] = a[i + 2 * third]);
    }

    [Racy("a")]
    public static void LowerTwoThirdsFromUpperTwoThirds(int[] a)
    {
        int third = a.Length / 3;
        Parallel.For(0, 2 * third, i => a[i] = a[i + third]);
    }

    [Racy("a")]
    public static void Palindrome(char[] a)
    {
        int n = a.Length;
        Parallel.For(0, n - 1, i => a[i] = a[n - 2 - i]);
    }

    [Safe]
    public static void UpperHalfMirroredDown(char[] a)
    {
        int n = a.Length / 2 * 2;
        Parallel.For(0, n / 2, i => a[i] = a[n - 1 - i]);
    }

    [Racy("m")]
    public static void AntiDiagonalSums(int[,] m)
    {
        int n = m.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                m[0, (i + j) % n] += m[i, j];
            }
        });
    }

    [Safe]
    public static int[] DiagonalOnly(int[,] m)
    {
        int n = m.GetLength(0);
        int[] d = new int[n];
        Parallel.For(0, n, i =>
        {
            m[i, i] = 0;
            d[i] = m[i, i] + i;
        });
        return d;
    }

    [Safe]
    public static void LowerFromUpperTriangle(double[,] m)
    {
        int n = m.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < i; j++)
            {
                m[i, j] = m[j, i];
            }
        });
    }

    [Racy("m")]
    public static void LowerFromUpperTriangleWholeRow(double[,] m)
    {
        int n = m.GetLength(0);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                m[i, j] = m[j, i];
            }
        });
    }

    [Racy("conv")]
    public static double[] ConvolutionScattered(double[] x, double[] kernel)
    {
        double[] conv = new double[x.Length + kernel.Length - 1];
        Parallel.For(0, x.Length, i =>
        {
            for (int k = 0; k < kernel.Length; k++)
            {
                conv[i + k] += x[i] * kernel[k];
            }
        });
        return conv;
    }

    [Safe]
    public static double[] ConvolutionGathered(double[] x, double[] kernel)
    {
        double[] conv = new double[x.Length + kernel.Length - 1];
        Parallel.For(0, conv.Length, o =>
        {
            double sum = 0;
            for (int k = Math.Max(0, o - x.Length + 1); k <= Math.Min(o, kernel.Length - 1); k++)
            {
                sum += x[o - k] * kernel[k];
            }

            conv[o] = sum;
        });
        return conv;
    }

    [Safe]
    public static void StrideOfParameterAboveWidth(float[] a, int rows, int width, int stride)
    {
        if (stride < width)
        {
            throw new ArgumentException("stride");
        }

        Parallel.For(0, rows, r =>
        {
            for (int c = 0; c < width; c++)
            {
                a[r * stride + c] = r;
            }
        });
    }

    [CannotKnow]
    public static void StrideOfParameter(float[] a, int rows, int width, int stride)
    {
        Parallel.For(0, rows, r =>
        {
            for (int c = 0; c < width; c++)
            {
                a[r * stride + c] = r;
            }
        });
    }

    [Racy("a")]
    public static void WindowOfThree(float[] a)
    {
        Parallel.For(1, a.Length - 1, i => a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3);
    }

    [Safe]
    public static void WindowOfThreeEveryThird(float[] a)
    {
        Parallel.For(0, a.Length / 3, t =>
        {
            int i = 3 * t + 1;
            a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3;
        });
    }

    [Racy("a")]
    public static void WindowOfFiveEveryThird(float[] a)
    {
        Parallel.For(1, a.Length / 3 - 1, t =>
        {
            int i = 3 * t + 1;
            a[i - 2] = a[i] / 2;
            a[i + 2] = a[i] / 2;
            a[i - 1] = a[i + 1];
        });
    }

    [Safe]
    public static void BitReversedPairs(double[] a)
    {
        Parallel.For(0, a.Length / 2, i =>
        {
            double sum = a[2 * i] + a[2 * i + 1], difference = a[2 * i] - a[2 * i + 1];
            a[2 * i] = sum;
            a[2 * i + 1] = difference;
        });
    }

    [Racy("a")]
    public static void ButterfliesOfAllElements(double[] a)
    {
        int half = a.Length / 4;
        Parallel.For(0, a.Length - half, i =>
        {
            double sum = a[i] + a[i + half];
            a[i + half] = a[i] - a[i + half];
            a[i] = sum;
        });
    }

    [Safe]
    public static void ButterfliesOfOneStage(double[] a)
    {
        int half = a.Length / 2;
        Parallel.For(0, half, i =>
        {
            double sum = a[i] + a[i + half];
            a[i + half] = a[i] - a[i + half];
            a[i] = sum;
        });
    }

    [Safe]
    public static void OddEvenSort(int[] a)
    {
        for (int phase = 0; phase < a.Length; phase++)
        {
            int start = phase % 2;
            Parallel.For(0, (a.Length - start) / 2, k =>
            {
                int i = start + 2 * k;
                if (a[i] > a[i + 1])
                {
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
                }
            });
        }
    }

    [Racy("a")]
    public static void BubbleAllPairs(int[] a)
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

    [Safe]
    public static void TreeReduction(double[] a)
    {
        int n = a.Length;
        for (int stride = 1; stride < n; stride *= 2)
        {
            int s = stride;
            Parallel.For(0, n / (2 * s), k =>
            {
                int i = 2 * s * k;
                a[i] += a[i + s];
            });
        }
    }

    [Racy("a")]
    public static void TreeReductionOverlapping(double[] a)
    {
        int n = a.Length;
        for (int stride = 1; stride < n; stride *= 2)
        {
            int s = stride;
            Parallel.For(0, n - s, i => a[i] += a[i + s]);
        }
    }

    [Safe]
    public static void TwoIterationsOnly(int[] a)
    {
        Parallel.For(0, 2, i => a[i] = a[i + 2]);
    }

    [Racy("a")]
    public static void ThreeIterations(int[] a)
    {
        Parallel.For(0, 3, i => a[i] = a[i + 2]);
    }

    [Safe]
    public static void GuardedHalves(int[] a)
    {
        int n = a.Length, mid = n / 2;
        Parallel.For(0, n, i =>
        {
            if (i > mid)
            {
                a[i] = a[i - mid] + 1;
            }
        });
    }

    [Racy("a")]
    public static void GuardedHalvesShifted(int[] a)
    {
        int n = a.Length, mid = n / 2;
        Parallel.For(0, n, i =>
        {
            if (i >= mid)
            {
                a[i] = a[i - 1] + 1;
            }
        });
    }

    [Safe]
    public static void GuardSeparatesReadersFromWriters(int[] a)
    {
        int n = a.Length, mid = n / 2;
        Parallel.For(0, n - 1, i =>
        {
            if (i < mid)
            {
                a[i] = a[i + mid];
            }
        });
    }
}
