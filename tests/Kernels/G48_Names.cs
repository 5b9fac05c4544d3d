using AutoPar;

namespace Kernels;

/// <summary>G48: names and parameters that the generated forms once couldn't have.</summary>
public static partial class G48
{
    [Parallelize, Vectorize]
    public static long G48_KeywordToken(int[] p, int n, CancellationToken @event)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
            s += p[i];

        return s;
    }

    // What was params must be given to XAsync, and so must k.
    [Parallelize(Async = true), Vectorize]
    public static void G48_ParamsAfterDefault(int[] r, int n, int k = 3, params int[] more)
    {
        for (int i = 0; i < n; i++)
            r[i] = more[i] * k;
    }

    // The parameter has the name that a catch clause of the generated code would like.
    [Parallelize, Vectorize]
    public static long G48_Exception(int[] exception, int[] a)
    {
        long s = 0;
        for (int i = 0; i < exception.Length; i++)
        {
            if (exception[i] > 0)
                s += a[exception[i]] * 3 + i;
        }

        return s;
    }
}
