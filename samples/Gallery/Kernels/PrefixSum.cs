using AutoPar;

namespace Gallery.Kernels;

/// <summary>Each element needs the sum up to the one before it.</summary>
internal static partial class PrefixSum
{
    [Parallelize, Vectorize]
    public static void Scan(int[] values, int[] sums)
    {
        int sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i];
            sums[i] = sum;
        }
    }
}
