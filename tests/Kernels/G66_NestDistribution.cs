using AutoPar;

namespace Kernels;

/// <summary>G66: nests of which each part wants another order of its loops.</summary>
public static partial class G66
{
    [Parallelize, Vectorize]
    public static void G66_EachWay(double[,] A, double[,] B, double[,] C, int n, int m)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < m; j++)
                A[j, i] = A[j - 1, i] + C[j, i];
            for (int j = 1; j < m; j++)
                B[j, i] = B[j, i - 1] + C[j, i];
        }
    }

    [Vectorize]
    public static void G66_EachWayTogether(double[,] A, double[,] B, double[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5 + C[j, i];
                B[j, i] = B[j, i - 1] * 0.5 + C[j, i];
            }
        }
    }

    /// <summary>The second part reads what the first one stores.</summary>
    [Vectorize]
    public static void G66_Handed(float[,] A, float[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5f + 1;
                B[j, i] = B[j, i - 1] * 0.5f + A[j, i];
            }
        }
    }

    /// <summary>The first part reads what the second one has stored an iteration before: the second runs first, or they stay together.</summary>
    [Vectorize]
    public static void G66_HandedBack(float[,] A, float[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5f + B[j, i - 1];
                B[j, i] = B[j, i - 1] * 0.5f + 1;
            }
        }
    }

    /// <summary>Each needs the other.</summary>
    [Vectorize]
    public static void G66_Cycle(float[,] A, float[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5f + B[j, i - 1];
                B[j, i] = B[j, i - 1] * 0.5f + A[j, i - 1];
            }
        }
    }

    /// <summary>Read before it is stored to: the reading part comes first.</summary>
    [Vectorize]
    public static void G66_ReadBefore(float[,] A, float[,] B, float[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                B[j, i] = B[j, i - 1] * 0.5f + C[j, i];
                C[j, i] = A[j, i] * 2;
                A[j, i] = A[j - 1, i] * 0.5f + 1;
            }
        }
    }

    /// <summary>Both need the scalar.</summary>
    [Vectorize]
    public static void G66_Scalar(float[,] A, float[,] B, float[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                float e = C[j, i] * 0.25f;
                A[j, i] = A[j - 1, i] * 0.5f + e;
                B[j, i] = B[j, i - 1] * 0.5f - e;
            }
        }
    }

    /// <summary>The scalar's element is stored to in between.</summary>
    [Vectorize]
    public static void G66_ScalarStored(float[,] A, float[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                float e = A[j, i] * 0.25f;
                A[j, i] = A[j - 1, i] * 0.5f + 1;
                B[j, i] = B[j, i - 1] * 0.5f - e;
            }
        }
    }

    /// <summary>A row of other length, and one where the second part has nothing to do.</summary>
    [Vectorize]
    public static void G66_Lengths(double[,] A, double[,] B, int n, int m, int k)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < m; j++)
                A[j, i] = A[j - 1, i] + 1;
            for (int j = 2; j < k; j++)
                B[j, i] = B[j, i - 1] + B[j - 1, i - 1];
        }
    }

    [Vectorize]
    public static void G66_Condition(double[,] A, double[,] B, double[] c, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                if (c[i] > 0)
                {
                    A[j, i] = A[j - 1, i] + 1;
                    B[j, i] = B[j, i - 1] * 0.5;
                }
            }
        }
    }

    [Vectorize]
    public static double G66_LiveOut(double[,] A, double[,] B, int n)
    {
        double e = 0;
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5 + 1;
                e = B[j, i - 1] * 0.5;
                B[j, i] = e;
            }
        }

        return e;
    }

    [Vectorize]
    [MaxTrips(40), Rows("f"), Rows("g"), Rows("h")]
    public static void G66_Flat(Span<float> f, Span<float> g, float[] h, int n, int m)
    {
        for (int i = 1; i < m; i++)
        {
            for (int j = 1; j < n; j++)
            {
                f[j * m + i] = f[(j - 1) * m + i] + h[j * m + i];
                g[j * m + i] = g[j * m + i - 1] * h[j * m + i];
            }
        }
    }

    [Vectorize]
    public static void G66_Jagged(double[][] J, double[][] K, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                J[j][i] = J[j - 1][i] * 0.5 + 1;
                K[j][i] = K[j][i - 1] * 0.5 + 1;
            }
        }
    }

    [Vectorize]
    public static void G66_Math(double[,] A, double[,] B, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5 + Math.Sqrt(B[j, i]);
                B[j, i] = B[j, i - 1] * 0.5 + Math.Abs(B[j, i]);
            }
        }
    }

    /// <summary>Loaded for nothing, and it may be out of range.</summary>
    [Vectorize]
    public static void G66_LoadedForNothing(double[,] A, double[,] B, double[,] C, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                double dead = C[j, i + 1];
                A[j, i] = A[j - 1, i] * 0.5 + 1;
                B[j, i] = B[j, i - 1] * 0.5 + 1;
            }
        }
    }

    /// <summary>What the second part adds may be an element of what the first one stores.</summary>
    [Vectorize]
    public static void G66_Reference(double[,] A, double[,] B, ref double t, int n)
    {
        for (int i = 1; i < n; i++)
        {
            for (int j = 1; j < n; j++)
            {
                A[j, i] = A[j - 1, i] * 0.5 + 1;
                B[j, i] = B[j, i - 1] * 0.5 + t;
            }
        }
    }
}
