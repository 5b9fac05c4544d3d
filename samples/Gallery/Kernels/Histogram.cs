using AutoPar;

namespace Gallery.Kernels;

/// <summary>Two values may fall into one bin: the iterations meet there.</summary>
internal static partial class Histogram
{
    [Parallelize, Vectorize]
    public static void Count(byte[] values, int[] bins)
    {
        for (int i = 0; i < values.Length; i++)
        {
            bins[values[i]]++;
        }
    }
}
