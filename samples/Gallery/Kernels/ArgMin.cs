using AutoPar;

namespace Gallery.Kernels;

/// <summary>The index of the smallest value, the first of equals.</summary>
internal static partial class ArgMin
{
    [Parallelize, Vectorize]
    public static int IndexOfMinimum(float[] values)
    {
        float lowest = float.PositiveInfinity;
        int index = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < lowest)
            {
                lowest = values[i];
                index = i;
            }
        }

        return index;
    }
}
