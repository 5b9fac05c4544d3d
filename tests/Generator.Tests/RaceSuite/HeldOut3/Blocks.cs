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

/// <summary>Bits, blocks of rows and lanes, parts of structs.</summary>
internal sealed class Blocks
{
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
