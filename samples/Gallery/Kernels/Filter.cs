using AutoPar;

namespace Gallery.Kernels;

/// <summary>Keeps what passes the predicate: where a value goes depends on how many came before it.</summary>
internal static partial class Filter
{
    [Parallelize, Vectorize]
    public static int KeepAbove(float[] values, float threshold, float[] kept)
    {
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > threshold)
            {
                kept[count++] = values[i];
            }
        }

        return count;
    }
}
