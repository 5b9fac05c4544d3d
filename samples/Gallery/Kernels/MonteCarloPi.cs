using AutoPar;

namespace Gallery.Kernels;

/// <summary>Random numbers are a function of seed and index, so the estimate doesn't depend on threads.</summary>
internal static partial class MonteCarloPi
{
    [Parallelize, Vectorize]
    public static double Estimate(int points, ulong seed)
    {
        int inside = 0;
        for (int i = 0; i < points; i++)
        {
            double x = ParallelRandom.Double(seed, i, 0);
            double y = ParallelRandom.Double(seed, i, 1);
            if (x * x + y * y <= 1)
            {
                inside++;
            }
        }

        return 4.0 * inside / points;
    }
}
