using AutoPar;

namespace Gallery.Kernels;

internal static partial class MatrixMultiplication
{
    [Parallelize, Vectorize]
    public static void Multiply(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j < c.GetLength(1); j++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        }
    }
}
