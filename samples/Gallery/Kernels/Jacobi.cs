using AutoPar;

namespace Gallery.Kernels;

/// <summary>One sweep of the five-point stencil for Laplace's equation, from one grid to another.</summary>
internal static partial class Jacobi
{
    [Parallelize, Vectorize]
    public static void Sweep(double[,] from, double[,] to)
    {
        for (int i = 1; i < from.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < from.GetLength(1) - 1; j++)
            {
                to[i, j] = 0.25 * (from[i - 1, j] + from[i + 1, j] + from[i, j - 1] + from[i, j + 1]);
            }
        }
    }
}
