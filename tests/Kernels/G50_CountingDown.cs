using AutoPar;

namespace Kernels;

/// <summary>G50: inner loops that go on from where a variable stands, and update an element.</summary>
public static partial class G50
{
    [Parallelize]
    public static void G50_CountsDown(double[] x, double[] z, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = p[i] & 3;
            while (t > 0)
            {
                z[i] += x[t];
                t--;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G50_CountsUp(float[] f, float[] g, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int t = p[i] & 7;
            for (; t < 9; t++)
                g[i] -= f[t];
        }
    }
}
