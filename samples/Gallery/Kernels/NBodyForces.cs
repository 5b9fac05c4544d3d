using AutoPar;

namespace Gallery.Kernels;

/// <summary>The acceleration of every body by all others, softened so that a body doesn't pull itself.</summary>
internal static partial class NBodyForces
{
    [Parallelize, Vectorize]
    public static void Accelerate(
        double[] x, double[] y, double[] z, double[] mass, double[] ax, double[] ay, double[] az)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double sumX = 0, sumY = 0, sumZ = 0;
            for (int j = 0; j < x.Length; j++)
            {
                double dx = x[j] - x[i];
                double dy = y[j] - y[i];
                double dz = z[j] - z[i];
                double square = dx * dx + dy * dy + dz * dz + 1e-6;
                double pull = mass[j] / (square * Math.Sqrt(square));
                sumX += pull * dx;
                sumY += pull * dy;
                sumZ += pull * dz;
            }

            ax[i] = sumX;
            ay[i] = sumY;
            az[i] = sumZ;
        }
    }
}
