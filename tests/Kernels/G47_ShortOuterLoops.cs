using AutoPar;

namespace Kernels;

/// <summary>G47: outer loops of a few iterations, inside which threads run the loops.</summary>
public static partial class G47
{
    [Parallelize, Vectorize]
    public static void G47_Channels(double[,] A, double[,] B, double t)
    {
        for (int c = 0; c < 3; c++)
        {
            for (int i = 0; i < A.GetLength(1); i++)
                B[c, i] = A[c, i] * t + c;
        }
    }

    [Parallelize, Vectorize]
    public static void G47_Two(int[] p, int[] q, int n)
    {
        for (int c = 0; c < 2; c++)
        {
            for (int i = 0; i < n; i++)
                p[2 * i + c] += c;
            for (int j = n - 1; j >= 0; j--)
                q[2 * j + c] ^= p[2 * j + c];
        }
    }

    /// <summary>Each sum keeps its order: the outer loop runs on threads.</summary>
    [Parallelize]
    public static void G47_Sums(double[] a, double[] b, int n)
    {
        for (int c = 0; c < 4; c++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
                sum += a[4 * i + c];
            b[c] = sum;
        }
    }

    /// <summary>Inside, a recurrence.</summary>
    [Parallelize, Vectorize]
    public static void G47_Recurrences(double[,] A, double t)
    {
        for (int c = 0; c < 4; c++)
        {
            for (int i = 1; i < A.GetLength(1); i++)
                A[c, i] = Math.Sqrt(A[c, i - 1]) * t;
        }
    }

    /// <summary>Short loops all the way.</summary>
    [Parallelize, Vectorize]
    public static void G47_Small(double[,] A, double t)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                A[i, j] *= t;
        }
    }

    /// <summary>What an iteration of the outer loop assigns is read inside.</summary>
    [Parallelize, Vectorize]
    public static int G47_Between(int[] p, int[] q, int n)
    {
        int last = 0;
        for (int c = 0; c < 3; c++)
        {
            int first = q[c];
            for (int i = 0; i < n; i++)
                p[3 * i + c] = first + i;
            last = first;
            q[c] = p[c];
        }

        return last;
    }
}
