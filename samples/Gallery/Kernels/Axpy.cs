using AutoPar;

namespace Gallery.Kernels;

internal static partial class Axpy
{
    [Parallelize, Vectorize]
    public static void Update(float factor, float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] += factor * x[i];
        }
    }
}
