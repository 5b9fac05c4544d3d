using System;
using AutoPar;

namespace Kernels;

/// <summary>G38: a running value decides where the loop is left.</summary>
public static partial class G38
{
    [Vectorize]
    public static int G38_Sum(int[] p, int cnt, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                return i;
        }

        return -1;
    }

    /// <summary>The sum is read after the loop, as it was where the loop was left.</summary>
    [Vectorize]
    public static long G38_SumAfter(long[] x, long limit, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += x[i];
            if (sum >= limit)
                break;
        }

        return sum;
    }

    /// <summary>What is stored before the test is stored by the iteration that leaves, too.</summary>
    [Vectorize]
    public static int G38_Stored(int[] p, int[] q, int m, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            q[i] = s;
            if (s > m)
                return s;
        }

        return -s;
    }

    /// <summary>The n-th match.</summary>
    [Vectorize]
    public static int G38_Match(double[] a, double t, int k, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                cnt++;
                if (cnt == k)
                    return i;
            }
        }

        return -1;
    }

    /// <summary>The greatest so far.</summary>
    [Vectorize]
    public static int G38_Greatest(double[] a, double[] b, double limit, int n)
    {
        double s = a[0];
        for (int i = 0; i < n; i++)
        {
            s = Math.Max(s, a[i]);
            if (s - b[i] > limit)
                return i;
        }

        return n;
    }

    /// <summary>A float sum decides: in order.</summary>
    [Vectorize]
    public static int G38_Float(double[] a, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (s > t)
                return i;
        }

        return -1;
    }

    /// <summary>A float sum doesn't decide, yet where it stops would say how it is summed.</summary>
    [Vectorize]
    public static double G38_FloatBeside(double[] a, double[] b, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            b[i] = s;
            if (a[i] > t)
                break;
        }

        return s;
    }

    /// <summary>The old value is stored before the update.</summary>
    [Vectorize]
    public static int G38_Old(int[] p, int[] q, int m, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            q[i] = s;
            s += p[i];
            if (s > m)
                break;
        }

        return s;
    }

    /// <summary>A count of trips is an induction variable, updated before the test.</summary>
    [Vectorize]
    public static int G38_Count(int[] p, int k, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += k;
            if (cnt + p[i] > m)
                break;
        }

        return cnt;
    }

    /// <summary>Balanced parentheses.</summary>
    [Vectorize]
    public static int G38_Depth(char[] text, int n)
    {
        int depth = 0;
        for (int i = 0; i < n; i++)
        {
            if (text[i] == '(')
                depth++;
            else if (text[i] == ')')
                depth--;
            if (depth < 0)
                return i;
        }

        return depth == 0 ? -1 : n;
    }

    /// <summary>Descents.</summary>
    [Vectorize]
    public static int G38_Descent(int[] p, int n)
    {
        int last = int.MinValue;
        for (int i = 0; i < n; i++)
        {
            int before = last;
            last = p[i];
            if (last < before)
                return i;
        }

        return n;
    }

    /// <summary>Another sum beside it, which no test reads.</summary>
    [Vectorize]
    public static long G38_Beside(int[] p, int[] q, int m, int n)
    {
        int s = 0;
        long all = 0;
        for (int i = 0; i < n; i++)
        {
            all += q[i];
            s += p[i];
            if (s > m)
                break;
            all -= p[i];
        }

        return all * 3 + s;
    }

    [Vectorize]
    public static void G38_Throws(int[] p, int[] q, int m)
    {
        int s = 0;
        for (int i = 0; i < p.Length; i++)
        {
            s ^= p[i];
            if (s == m)
                throw new InvalidOperationException($"at {i}: {s}");
            q[i] = s;
        }
    }

    /// <summary>The branch's condition changes before the test.</summary>
    [Vectorize]
    public static int G38_ConditionChanges(int[] p, int m, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            if (s < m)
            {
                s += p[i];
                if (s == 3)
                    return i;
            }
        }

        return s;
    }
}
