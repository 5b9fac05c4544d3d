using AutoPar;

namespace Gallery.Kernels;

internal static partial class VectorAddition
{
    [Parallelize, Vectorize]
    public static void Add(double[] a, double[] b, double[] c)
    {
        for (int i = 0; i < c.Length; i++)
        {
            c[i] = a[i] + b[i];
        }
    }
}
