#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What once was missed or falsely accused, with partners.</summary>
internal class Found3
{
    [Safe]
    public static void OwnersBins(int[] owner, int[] bins, int[] keys, int workers)
    {
        Parallel.For(0, workers, w =>
        {
            for (int k = 0; k < keys.Length; k++)
            {
                if (owner[keys[k]] == w)
                {
                    bins[keys[k]]++;
                }
            }
        });
    }

    [Racy("bins")]
    public static void EverybodysBins(int[] owner, int[] bins, int[] keys, int workers)
    {
        Parallel.For(0, workers, w =>
        {
            for (int k = 0; k < keys.Length; k++)
            {
                if (owner[keys[k]] >= w)
                {
                    bins[keys[k]]++;
                }
            }
        });
    }

    [CannotKnow]
    public static void ScaledInTurn(List<int> wanted, double[] values)
    {
        Parallel.ForEach(wanted, i => values[i] *= 2);
    }

    [CannotKnow]
    public static void RunsAdded(int[] start, double[] a)
    {
        Parallel.For(0, start.Length - 1, r =>
        {
            for (int i = start[r]; i < start[r + 1]; i++)
            {
                a[i] += r;
            }
        });
    }

    [Racy("bins")]
    public static void ThreeTables(byte[] px, int[] bins, int n)
    {
        Parallel.For(0, n, i =>
        {
            for (int c = 0; c < 3; c++)
            {
                bins[c * 256 + px[i * 3 + c]]++;
            }
        });
    }
}
