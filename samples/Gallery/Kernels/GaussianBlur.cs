using AutoPar;

namespace Gallery.Kernels;

/// <summary>The 3×3 binomial filter on a grey picture, with rounding; the border is left alone.</summary>
internal static partial class GaussianBlur
{
    [Parallelize, Vectorize]
    public static void Blur(byte[,] from, byte[,] to)
    {
        for (int i = 1; i < from.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < from.GetLength(1) - 1; j++)
            {
                int sum = from[i - 1, j - 1] + 2 * from[i - 1, j] + from[i - 1, j + 1]
                    + 2 * from[i, j - 1] + 4 * from[i, j] + 2 * from[i, j + 1]
                    + from[i + 1, j - 1] + 2 * from[i + 1, j] + from[i + 1, j + 1];
                to[i, j] = (byte)((sum + 8) >> 4);
            }
        }
    }
}
