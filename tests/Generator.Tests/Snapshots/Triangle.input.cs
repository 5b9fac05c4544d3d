using AutoPar;

public static partial class Kernels
{
    [Parallelize]
    public static void Triangle(double[,] a, double[] b, int n)
    {
        for (int i = 1; i < n; i += 2)
            for (int j = 0; j < i; j++)
                a[i, j] = b[j] / i;
    }
}
