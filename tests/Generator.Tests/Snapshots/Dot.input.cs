using AutoPar;

public static partial class Kernels
{
    /// <summary>A float reduction.</summary>
    [Parallelize, Vectorize]
    public static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
