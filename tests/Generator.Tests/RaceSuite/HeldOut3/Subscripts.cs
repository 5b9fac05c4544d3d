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

/// <summary>Elements whose indices take some thought.</summary>
internal sealed class Subscripts
{
    [Racy("a")]
    public static void FlippedPairInPlace(int[] a) => Parallel.For(0, a.Length / 2 * 2, i => a[i] = a[i ^ 1]);

    [Safe]
    public static int[] FlippedPair(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length / 2 * 2, i => b[i ^ 1] = a[i]);
        return b;
    }

    [Safe]
    public static void EvenFromOddByCondition(int[] a) => Parallel.For(0, a.Length - 1, i =>
    {
        if (i % 2 == 0)
        {
            a[i] = a[i + 1];
        }
    });

    [Racy("a")]
    public static void EvenFromOddByConditionAndOddReset(int[] a) => Parallel.For(0, a.Length - 1, i =>
    {
        if (i % 2 == 0)
        {
            a[i] = a[i + 1];
        }
        else
        {
            a[i] = 0;
        }
    });

    [Safe]
    public static void LowerFromUpperByCondition(int[] a)
    {
        int n = a.Length, half = n / 2;
        Parallel.For(0, n, i =>
        {
            if (i < half)
            {
                a[i] += a[i + half];
            }
        });
    }

    [Racy("a")]
    public static void LowerFromNextHalfByWrongCondition(int[] a)
    {
        int n = a.Length, half = n / 2;
        Parallel.For(0, n - half, i =>
        {
            if (i <= half)
            {
                a[i] += a[i + half];
            }
        });
    }

    [Racy("folded")]
    public static int[] FoldedInHalf(int[] a, int half)
    {
        int[] folded = new int[half];
        Parallel.For(0, 2 * half, i =>
        {
            int j = i < half ? i : i - half;
            folded[j] += a[i];
        });
        return folded;
    }

    [Safe]
    public static int[] FoldedInHalfByHalves(int[] a, int half)
    {
        int[] folded = new int[half];
        Parallel.For(0, half, j =>
        {
            for (int i = j; i < 2 * half; i += half)
            {
                folded[j] += a[i];
            }
        });
        return folded;
    }

    [Racy("a")]
    public static void WrapAroundNeighbour(int[] a)
    {
        int n = a.Length;
        Parallel.For(0, n, i => a[i] = a[(i + n - 1) % n] + 1);
    }

    [Safe]
    public static int[] WrapAroundNeighbourIntoOther(int[] a)
    {
        int n = a.Length;
        int[] b = new int[n];
        Parallel.For(0, n, i => b[(i + n - 1) % n] = a[i] + 1);
        return b;
    }

    [Safe]
    public static void BandOfRow(double[,] band, int n) => Parallel.For(0, n, i =>
    {
        for (int j = Math.Max(0, i - 1); j < Math.Min(n, i + 2); j++)
        {
            band[i, j] = i - j;
        }
    });

    [Racy("band")]
    public static void BandOfRowMirrored(double[,] band, int n) => Parallel.For(0, n, i =>
    {
        for (int j = Math.Max(0, i - 1); j < Math.Min(n, i + 2); j++)
        {
            band[i, j] = i - j;
            band[j, i] = j - i;
        }
    });

    [Safe]
    public static void UpperMirroredToLower(double[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = i + 1; j < n; j++)
        {
            m[j, i] = m[i, j];
        }
    });

    [Racy("m")]
    public static void AllMirrored(double[,] m, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            m[j, i] = m[i, j];
        }
    });

    [Safe]
    public static void SuperdiagonalFromDiagonal(double[,] m, int n) => Parallel.For(0, n - 1, i => m[i, i + 1] = m[i, i] + m[i + 1, i + 1]);

    [Racy("m")]
    public static void DiagonalFromDiagonal(double[,] m, int n) => Parallel.For(0, n - 1, i => m[i, i] = m[i + 1, i + 1]);

    [Safe]
    public static void PlanesOfCube(float[,,] c, int n) => Parallel.For(0, n, i =>
    {
        for (int j = 0; j < n; j++)
        {
            for (int k = 1; k < n; k++)
            {
                c[i, j, k] += c[i, j, k - 1];
            }
        }
    });

    [Racy("c")]
    public static void DepthsOfCube(float[,,] c, int n) => Parallel.For(1, n, k =>
    {
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < n; i++)
            {
                c[i, j, k] += c[i, j, k - 1];
            }
        }
    });

    [Racy("words")]
    public static uint[] PackedBits(bool[] flags)
    {
        uint[] words = new uint[(flags.Length + 31) / 32];
        Parallel.For(0, flags.Length, i =>
        {
            if (flags[i])
            {
                words[i >> 5] |= 1u << (i & 31);
            }
        });
        return words;
    }

    [Safe]
    public static uint[] PackedBitsByWord(bool[] flags)
    {
        uint[] words = new uint[(flags.Length + 31) / 32];
        Parallel.For(0, words.Length, w =>
        {
            for (int i = w << 5; i < Math.Min(flags.Length, (w + 1) << 5); i++)
            {
                if (flags[i])
                {
                    words[i >> 5] |= 1u << (i & 31);
                }
            }
        });
        return words;
    }

    [Safe]
    public static void LongIndices(double[] a, long n) => Parallel.For(0L, n, i => a[i] = i * 0.5);

    [Racy("a")]
    public static void LongIndicesBackwards(double[] a, long n) => Parallel.For(0L, n, i => a[n - 1 - i] = a[n - i] * 0.5);

    [Safe]
    public static void AliasReadOnly(int[] a)
    {
        int[] b = a;
        int[] c = new int[a.Length];
        Parallel.For(1, a.Length, i => c[i] = a[i] + b[i - 1]);
        c.CopyTo(a, 0);
    }

    [Racy("a", "b")]
    public static void AliasWritten(int[] a)
    {
        int[] b = a;
        Parallel.For(1, a.Length, i => a[i] = b[i - 1] + 1);
    }

    [Racy("header")]
    public static int[] FirstIterationSetsWhatAllRead(int[] a)
    {
        int header = 0;
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length, i =>
        {
            if (i == 0)
            {
                header = a[0];
            }
            b[i] = a[i] - header;
        });
        return b;
    }

    [Safe]
    public static int[] FirstIterationSetsWhatItReads(int[] a)
    {
        int header = 0;
        int[] b = new int[a.Length];
        Parallel.For(0, a.Length, i =>
        {
            if (i == 0)
            {
                header = a[0];
                b[i] = a[i] - header;
            }
        });
        return b;
    }

    [Safe]
    public static void ThirdsByResidue(int[] a) => Parallel.For(0, 3, r =>
    {
        for (int i = r; i < a.Length; i += 3)
        {
            a[i] = r;
        }
    });

    [Racy("a")]
    public static void ThirdsByResidueTooWide(int[] a) => Parallel.For(0, 4, r =>
    {
        for (int i = r; i < a.Length; i += 3)
        {
            a[i] = r;
        }
    });

    [Safe]
    public static void InnerWithSecondCounter(int[] a, int width) => Parallel.For(0, a.Length / width, row =>
    {
        int k = row * width;
        for (int j = 0; j < width; j++)
        {
            a[k++] = j;
        }
    });

    [Racy("a")]
    public static void InnerWithSecondCounterFromZero(int[] a, int width) => Parallel.For(0, a.Length / width, row =>
    {
        int k = row;
        for (int j = 0; j < width; j++)
        {
            a[k++] = j;
        }
    });

    [Safe]
    public static void ClearRows(int[] a, int width) => Parallel.For(0, a.Length / width, row => Array.Clear(a, row * width, width));

    [Racy("a")]
    public static void ClearRowsShifted(int[] a, int width) => Parallel.For(0, a.Length / width - 1, row => Array.Clear(a, row * width, width + 1));

    [Safe]
    public static void VectorBlocks(float[] a)
    {
        int lanes = System.Numerics.Vector<float>.Count;
        Parallel.For(0, a.Length / lanes, b =>
        {
            var v = new System.Numerics.Vector<float>(a, b * lanes);
            (v * 2).CopyTo(a, b * lanes);
        });
    }

    [Racy("a")]
    public static void VectorBlocksShiftedByOne(float[] a)
    {
        int lanes = System.Numerics.Vector<float>.Count;
        Parallel.For(0, a.Length / lanes - 1, b =>
        {
            var v = new System.Numerics.Vector<float>(a, b * lanes);
            (v * 2).CopyTo(a, b * lanes + 1);
        });
    }

    [Safe]
    public static void EveryPowerOfTwoBlock(int[] a) => Parallel.For(0, 10, p =>
    {
        for (int i = 1 << p; i < 1 << (p + 1); i++)
        {
            a[i] = p;
        }
    });

    [Racy("a")]
    public static void EveryPowerOfTwoBlockFromZero(int[] a) => Parallel.For(0, 10, p =>
    {
        for (int i = 0; i < 1 << p; i++)
        {
            a[i] = p;
        }
    });

    [Safe]
    public static double[] StatesOfStructs(Body[] bodies, double dt)
    {
        Parallel.For(0, bodies.Length, i =>
        {
            double force = 0;
            for (int j = 0; j < bodies.Length; j++)
            {
                force += bodies[j].Position - bodies[i].Position;
            }
            bodies[i].Velocity += force * dt;
        });
        return [.. bodies.Select(b => b.Velocity)];
    }

    [Racy("bodies", "Position")]
    public static void StatesOfStructsMoved(Body[] bodies, double dt) => Parallel.For(0, bodies.Length, i =>
    {
        double force = 0;
        for (int j = 0; j < bodies.Length; j++)
        {
            force += bodies[j].Position - bodies[i].Position;
        }
        bodies[i].Velocity += force * dt;
        bodies[i].Position += bodies[i].Velocity * dt;
    });

    [Safe]
    public static void StatesOfStructsInTwoPhases(Body[] bodies, double dt)
    {
        Parallel.For(0, bodies.Length, i =>
        {
            for (int j = 0; j < bodies.Length; j++)
            {
                bodies[i].Velocity += (bodies[j].Position - bodies[i].Position) * dt;
            }
        });
        Parallel.For(0, bodies.Length, i => bodies[i].Position += bodies[i].Velocity * dt);
    }

    internal struct Body
    {
        public double Position;
        public double Velocity;
    }
}
