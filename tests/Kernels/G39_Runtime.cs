using AutoPar;

namespace Kernels;

/// <summary>G39: what the runtime is asked for.</summary>
public static partial class G39
{
    [Parallelize(MaxDegreeOfParallelism = -2), Vectorize]
    public static void G39_AllButOne(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = a[i] * (i + 1);
    }

    [Parallelize(MaxDegreeOfParallelism = int.MinValue), Reassociated]
    public static double G39_NeverLessThanOne(double[] a, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += a[i] / (i + 1);
        return sum;
    }
}
