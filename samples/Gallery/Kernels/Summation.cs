using AutoPar;

namespace Gallery.Kernels;

internal static partial class Summation
{
    [Parallelize, Vectorize]
    public static double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
