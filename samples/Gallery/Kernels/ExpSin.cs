using AutoPar;

namespace Gallery.Kernels;

internal static partial class ExpSin
{
    [Parallelize, Vectorize]
    public static void Map(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(-x[i]) * Math.Sin(x[i]);
        }
    }
}
