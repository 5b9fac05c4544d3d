using System.Runtime.CompilerServices;
using AutoPar;

namespace Kernels;

/// <summary>A call of this method, or of an override, isn't compiled.</summary>
public class G73Log
{
    protected int Count;

    [System.Diagnostics.Conditional("NEVER_DEFINED")]
    protected virtual void Log(int v) => Count += v;
}

/// <summary>G73: attributes of the methods that are called.</summary>
public sealed partial class G73Attributed : G73Log
{
    private int _sum;

    protected override void Log(int v) => Count += 2 * v;

    [Parallelize, Vectorize]
    public int G73_ConditionalOverride(int[] a, int n)
    {
        Count = 0;
        for (int i = 0; i < n; i++)
        {
            Log(a[i]);
            a[i] += 1;
        }

        return Count;
    }

    /// <summary>The method takes a lock.</summary>
    [Parallelize, Vectorize]
    public int G73_Synchronized(int[] a, int n)
    {
        _sum = 0;
        for (int i = 0; i < n; i++)
        {
            Add(a[i]);
        }

        return _sum;
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Add(int v) => _sum += v;

    [Parallelize, Vectorize]
    public static void G73_SynchronizedPure(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Alone(a[i]);
        }
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private static int Alone(int v) => v * 3 + 1;
}
