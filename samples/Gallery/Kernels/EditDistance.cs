using AutoPar;

namespace Gallery.Kernels;

/// <summary>Levenshtein's table: each cell needs its upper, left and upper left neighbours.</summary>
internal static partial class EditDistance
{
    [Parallelize, Vectorize]
    public static void Fill(byte[] left, byte[] right, int[,] distance)
    {
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int edited = Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1;
                distance[i, j] = Math.Min(replaced, edited);
            }
        }
    }
}
