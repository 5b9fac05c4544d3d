using AutoPar;

namespace Kernels;

/// <summary>G67: copies of counters, locals that are constants in all but name, loops unrolled any number of times.</summary>
public static partial class G67
{
    [Parallelize, Vectorize]
    public static void G67_Coupled(float[] a, float[] b, float[] c, int n)
    {
        int j = -1;
        for (int i = 0; i < n / 2; i++)
        {
            int k = j + 1;
            a[i] = b[k] - c[i];
            j = k + 1;
            b[k] = a[i] + c[k];
        }
    }

    /// <summary>Both are read after the loop.</summary>
    [Parallelize, Vectorize]
    public static int G67_CoupledOut(float[] a, float[] b, int n)
    {
        int j = 0;
        int k = 7;
        for (int i = 0; i < n / 2; i++)
        {
            k = j;
            a[k] = b[i];
            j = k + 2;
        }

        return j * 1000 + k;
    }

    /// <summary>The second one is moved on before it is used.</summary>
    [Parallelize, Vectorize]
    public static int G67_AssignedTwice(float[] a, float[] b, int n)
    {
        int j = 0;
        for (int i = 0; i < n / 3; i++)
        {
            int k = j + 1;
            a[k] = b[i];
            k = k + 1;
            j = k + 1;
        }

        return j;
    }

    /// <summary>Only some iterations move it on.</summary>
    [Vectorize]
    public static int G67_Sometimes(float[] a, float[] b, int n)
    {
        int j = 0;
        for (int i = 0; i < n / 2; i++)
        {
            int k = j + 1;
            if (b[i] > 0)
                k = j;
            a[k] = b[i];
            j = k + 1;
        }

        return j;
    }

    /// <summary>The value of the iteration before.</summary>
    [Vectorize]
    public static int G67_Behind(float[] a, float[] b, int n)
    {
        int j = 0;
        int k = 3;
        for (int i = 0; i < n / 4; i++)
        {
            a[j] = b[i];
            j = k + 1;
            k = j + 1;
        }

        return j + k;
    }

    [Parallelize, Vectorize]
    public static void G67_Rows(float[,] A, float[] b, float[] c, int n)
    {
        int to = 0;
        int from = 1;
        for (int i = 1; i < n; i++)
            A[to, i] = A[from, i - 1] + b[i] * c[1];
    }

    /// <summary>Assigned once more.</summary>
    [Parallelize, Vectorize]
    public static void G67_RowsAgain(float[,] A, float[] b, int n, int m)
    {
        int to = 0;
        int from = 1;
        if (m > 10)
            from = 0;
        for (int i = 1; i < n; i++)
            A[to, i] = A[from, i - 1] + b[i];
    }

    [Parallelize, Vectorize]
    public static void G67_Constants(double[] a, double[] b, int n)
    {
        const int one = 1;
        int ahead = one + 1;
        double scale = 2;
        byte small = 200;
        for (int i = 0; i < n - 2; i++)
            a[i] = b[i + ahead] * scale + small;
    }

    [Vectorize]
    [Reassociated]
    public static float G67_DotOfFive(float[] a, float[] b, int n)
    {
        float dot = 0.0f;
        for (int i = 0; i + 5 <= n; i += 5)
            dot = dot + a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2] + a[i + 3] * b[i + 3] + a[i + 4] * b[i + 4];
        return dot;
    }

    [Vectorize]
    public static int G67_StoresOfThree(int[] a, int[] b, int n)
    {
        int i = 0;
        for (; i < n - 2; i += 3)
        {
            a[i] = b[i] * 2;
            a[i + 1] = b[i + 1] * 2;
            a[i + 2] = b[i + 2] * 2;
        }

        return i;
    }

    [Vectorize]
    public static long G67_SumOfSeven(short[] a, int n)
    {
        long sum = 0;
        for (int i = 0; i < n - 6; i += 7)
            sum = sum + a[i] + a[i + 1] + a[i + 2] + a[i + 3] + a[i + 4] + a[i + 5] + a[i + 6];
        return sum;
    }

    /// <summary>Unrolled, and it searches.</summary>
    [Vectorize]
    public static int G67_TestsOfThree(int[] a, int[] p, int[] b, int n)
    {
        int i = 0;
        for (; i < n - 2; i += 3)
        {
            a[i] = b[p[i]];
            a[i + 1] = b[p[i + 1]];
            a[i + 2] = b[p[i + 2]];
        }

        return i;
    }
}
