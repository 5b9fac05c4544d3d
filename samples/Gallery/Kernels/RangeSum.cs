using AutoPar;

namespace Gallery.Kernels;

/// <summary>The sum of an expression over a range: no array at all.</summary>
internal static partial class RangeSum
{
    [Parallelize, Vectorize]
    public static double InverseSquares(int count)
    {
        double sum = 0;
        for (int i = 1; i <= count; i++)
        {
            double k = i;
            sum += 1 / (k * k);
        }

        return sum;
    }
}
