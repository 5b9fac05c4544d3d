using AutoPar;

namespace Kernels;

/// <summary>G69: calls of methods that have loops.</summary>
public static partial class G69
{
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G69_RowByCall(float[,] A, float[,] B, int m)
    {
        for (int i = 0; i < m; i++)
        {
            AddRow(A, B, i, m);
        }
    }

    private static void AddRow(float[,] a, float[,] b, int row, int columns)
    {
        for (int j = 0; j < columns; j++)
        {
            a[row, j] += b[row, j] * 0.5f;
        }
    }

    [Vectorize]
    [MaxTrips(40)]
    public static void G69_RowByCallInLanes(float[,] A, float[,] B, int n)
    {
        for (int i = 0; i < n; i++)
        {
            AddRow(A, B, i, n);
        }
    }

    [Parallelize, Vectorize]
    public static void G69_RootByCall(float[] a, float[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Root(b[i] + 0.5f);
        }
    }

    private static float Root(float x)
    {
        float root = x;
        for (int step = 0; step < 20; step++)
        {
            float next = 0.5f * (root + x / root);
            if (MathF.Abs(next - root) < 0.0001f)
            {
                break;
            }

            root = next;
        }

        return root;
    }

    /// <summary>The method returns from amid its loop.</summary>
    [Parallelize, Vectorize]
    public static void G69_FirstAbove(int[] a, double[] x, double limit, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = StepsTo(x[i], limit);
        }
    }

    private static int StepsTo(double start, double limit)
    {
        double value = start;
        for (int step = 0; step < 50; step++)
        {
            if (value > limit)
            {
                return step;
            }

            value = (value * 1.5) + 0.1;
        }

        return -1;
    }

    /// <summary>Rows of a jagged array are handed over.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("A"), Rows("B")]
    [Reassociated]
    public static void G69_RowsByCall(double[][] A, double[][] B, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[i] = Dot(A[i], B[i], n);
        }
    }

    private static double Dot(double[] x, double[] y, int n)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    /// <summary>Trap: the row is asked for even where the method doesn't look at it.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40), Rows("A")]
    [Reassociated]
    public static void G69_RowOfNothing(double[][] A, double[] b, double[] c, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            c[i] = Dot(A[i], b, m);
        }
    }

    /// <summary>Trap: iterations of the outer loop meet in the elements that the method stores.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G69_Overlap(float[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Smooth(a, i, n);
        }
    }

    private static void Smooth(float[] a, int from, int n)
    {
        for (int j = from + 1; j < n; j++)
        {
            a[j] = (a[j - 1] + a[j]) * 0.5f;
        }
    }

    /// <summary>Trap: the method changes its parameter, and the caller's variable stays.</summary>
    [Parallelize, Vectorize]
    public static void G69_OwnParameter(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Bits(b[i]) + b[i];
        }
    }

    private static int Bits(int value)
    {
        int count = 0;
        while (value != 0)
        {
            value &= value - 1;
            count++;
        }

        return count;
    }

    /// <summary>Trap: a variable that is handed over by value and by reference.</summary>
    [Vectorize]
    public static void G69_BothWays(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int m = a[i] & 7;
            Halve(m, ref m);
            a[i] = m;
        }
    }

    private static void Halve(int times, ref int value)
    {
        for (int k = 0; k < times; k++)
        {
            value = (value * 3) / 2;
        }
    }

    /// <summary>Trap: the subscript of the row changes while arguments are evaluated.</summary>
    [Vectorize]
    [MaxTrips(40), Rows("A")]
    [Reassociated]
    public static void G69_RowBefore(double[][] A, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = i;
            c[i] = Dot(A[k], b, k = n / 2);
        }
    }

    /// <summary>Two calls, one after the other.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G69_TwoCalls(float[,] A, float[,] B, int n)
    {
        for (int i = 0; i < n; i++)
        {
            AddRow(A, B, i, n);
            AddRow(B, A, i, n);
        }
    }

    /// <summary>A local that is declared before the loop which first assigns it.</summary>
    [Parallelize, Vectorize]
    public static void G69_DeclaredBefore(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = LastDigit(b[i]);
        }
    }

    private static int LastDigit(int value)
    {
        int digit;
        int left = value & 0xFFFF;
        do
        {
            digit = left & 7;
            left >>= 3;
        }
        while (left > 8);

        return digit;
    }

    /// <summary>Through two methods, with a bound of its own in each.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(40)]
    public static void G69_Deep(double[,] A, double[] x, double[] y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = Row(A, x, i, n);
        }
    }

    private static double Row(double[,] A, double[] x, int i, int n) => n > 3 ? Times(A, x, i, n) : 0;

    private static double Times(double[,] A, double[] x, int i, int n)
    {
        double most = 0;
        for (int j = 0; j < n; j++)
        {
            most = Math.Max(most, A[i, j] * x[j]);
        }

        return most;
    }

    /// <summary>A local function that assigns what it captures stays a call.</summary>
    [Parallelize, Vectorize]
    public static int G69_Captured(int[] a, int n)
    {
        int total = 0;
        void Add(int from)
        {
            for (int k = from; k < from + 2; k++)
            {
                total += k;
            }
        }

        for (int i = 0; i < n; i++)
        {
            Add(a[i] & 3);
        }

        return total;
    }
}
