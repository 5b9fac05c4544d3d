using AutoPar;

namespace Kernels;

/// <summary>G29: an element that an iteration stores under a condition and touches again.</summary>
public static partial class G29
{
    [Parallelize, Vectorize]
    public static void G29_After(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                b[i] = a[i] - c[i];
            c[i] = a[i] * b[i];
        }
    }

    [Vectorize]
    public static void G29_BothArms(float[] a, float[] b, float[] c, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (i < m)
                a[i] += b[i] * c[i];
            else
                a[i] -= b[i];
        }
    }

    [Vectorize]
    public static void G29_ThreeArms(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (q[i])
            {
                case 0:
                    p[i]++;
                    break;
                case 1:
                    p[i] *= 3;
                    break;
                default:
                    p[i] -= q[i];
                    break;
            }
        }
    }

    /// <summary>One arm alone stores: no lane of the other one may be written, though it is loaded there.</summary>
    [Vectorize]
    public static void G29_OneArm(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                b[i] = a[i];
            else
                c[i] = b[i];
        }
    }

    /// <summary>The other array may be this one: what was stored there is read back.</summary>
    [Vectorize]
    public static void G29_Between(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                b[i] = 1;
            c[i] = a[i] * 2;
            a[i] = b[i] + 1;
        }
    }

    /// <summary>Stores of both arms, each followed by one that may be to the same element.</summary>
    [Vectorize]
    public static void G29_LaterInArms(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                b[i] = a[i] + 1;
                c[i] = b[i] * 2;
            }
            else
            {
                b[i] = a[i] - 1;
                c[i] = 0;
            }
        }
    }

    /// <summary>An arm reads the element through another name after it has stored it.</summary>
    [Vectorize]
    public static double G29_ReadBack(double[] a, double[] b, double[] c, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
            {
                b[i] = a[i] + 1;
                s = Math.Max(s, c[i]);
            }
            else
            {
                b[i] = 3;
            }
        }

        return s;
    }

    [Vectorize]
    public static void G29_Spans(Span<int> p, Span<int> q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] > 0)
                p[i] = q[i] + 1;
            q[i] = p[i] * 5;
        }
    }

    /// <summary>b is loaded where the condition holds, and nowhere else: it may be shorter.</summary>
    [Vectorize]
    public static void G29_Shorter(double[] a, double[] b, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (i < m)
            {
                if (a[i] > 0)
                    b[i] = a[i];
                a[i] = b[i] + 1;
            }
        }
    }

    [Vectorize]
    public static void G29_Bytes(byte[] u, byte[] v, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (u[i] > 100)
                v[i] += u[i];
            if (v[i] < 50)
                v[i]++;
            u[i] = v[i];
        }
    }

    [Vectorize]
    public static void G29_Down(long[] p, long[] q, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            if (q[i] < 0)
                p[i] = -q[i];
            else
                p[i] += 1;
            q[i] = p[i] ^ 5;
        }
    }

    [Vectorize]
    public static void G29_Strided(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[2 * i] = b[i];
            b[i] = a[2 * i] - a[2 * i + 1];
        }
    }

    [Vectorize]
    public static void G29_Rows(double[,] A, double[,] B, int n, int m)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
            {
                if (B[i, j] > 0)
                    A[i, j] = B[i, j] * 2;
                else
                    A[i, j] += 1;
                B[i, j] = A[i, j];
            }
    }

    /// <summary>The next element is stored between: the iteration before has loaded this one.</summary>
    [Vectorize]
    public static void G29_Neighbour(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                a[i] = 1;
            b[i] = a[i] + a[i + 1];
        }
    }

    [Vectorize]
    public static double G29_Sum(double[] a, double[] b, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (b[i] < 0)
                a[i] = Math.Abs(b[i]);
            if (a[i] > 10)
            {
                a[i] = 10;
                b[i] = 0;
            }

            s = Math.Max(s, a[i]);
        }

        return s;
    }

    [Vectorize]
    public static void G29_Field(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] > 3)
            {
                p[i] = 7;
                if (p[i] > q[i])
                    q[i] = 1;
                else
                    p[i] = q[i];
            }

            q[i] += p[i];
        }
    }

    /// <summary>Short circuits and choices load it now and then.</summary>
    [Vectorize]
    public static void G29_Choices(int[] p, int[] q, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] > 3 && p[i] < 5)
                p[i] = 9;
            r[i] = q[i] > 2 ? p[i] : q[i];
        }
    }

    /// <summary>Its own index array: never where it was.</summary>
    [Vectorize]
    [Between("p", 0, 30)]
    public static void G29_Indexes(int[] p, double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (b[i] > 0)
                p[i] = 3;
            b[i] = a[p[i]];
        }
    }
}
