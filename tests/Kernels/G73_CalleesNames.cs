using AutoPar;

namespace Kernels;

/// <summary>Names that mean something else, or nothing, in the caller.</summary>
public static partial class G73
{
    public static class Table<T>
    {
        public static int Step = 3;
    }

    private static int StepOf<T>(int v)
    {
        int r = v * Table<T>.Step;
        return r + 1;
    }

    /// <summary>The callee's text names a type that its caller has no name for.</summary>
    [Parallelize, Vectorize]
    public static void G73_GenericCallee(int[] a, int[] b, int n)
    {
        Table<int>.Step = 3;
        Table<long>.Step = 5;
        for (int i = 0; i < n; i++)
        {
            a[i] = StepOf<int>(b[i]) + StepOf<long>(b[i]);
        }
    }

    /// <summary>The same callee in a loop and behind it, with locals that a deconstruction declares.</summary>
    [Parallelize, Vectorize]
    public static void G73_DeclaredByDeconstruction(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = 0;
            for (int k = 0; k < 4; k++)
            {
                s += Between(b[i] + k);
            }

            a[i] = s + Between(b[i]);
        }
    }

    private static int Between(int v)
    {
        (int low, int high) = (v & 15, (v >> 4) & 15);
        return high - low;
    }

    /// <summary>With locals that out arguments declare.</summary>
    [Parallelize, Vectorize]
    public static void G73_DeclaredByOut(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int s = 0;
            for (int k = 0; k < 4; k++)
            {
                s += BetweenOut(b[i] + k);
            }

            a[i] = s + BetweenOut(b[i]);
        }
    }

    private static int BetweenOut(int v)
    {
        Cut(v, out int low, out int high);
        return high - low;
    }

    private static void Cut(int v, out int low, out int high)
    {
        low = v & 15;
        high = (v >> 4) & 15;
    }

    private struct State
    {
        public int Last;
        public int Count;
    }

    private static class Held
    {
        public static State Now;
    }

    /// <summary>The callee stores to a part of a field.</summary>
    [Parallelize, Vectorize]
    public static int G73_StructFieldInCallee(int[] a, int n)
    {
        Held.Now = default;
        for (int i = 0; i < n; i++)
        {
            Note(a[i]);
            a[i] += 1;
        }

        return Held.Now.Last;
    }

    private static void Note(int v)
    {
        Held.Now.Last = v * 2;
    }

    /// <summary>A lambda has no name.</summary>
    [Parallelize, Vectorize]
    public static void G73_StatementLambda(int[] a, int n)
    {
        Func<int, int> bits = v =>
        {
            int count = 0;
            for (int k = 0; k < 8; k++)
            {
                count += (v >> k) & 1;
            }

            return count;
        };
        for (int i = 0; i < n; i++)
        {
            a[i] = bits(a[i]);
        }
    }
}

/// <summary>A class of which another hides a field.</summary>
public class G73Base
{
    protected int Scale = 2;

    protected int Scaled(int v)
    {
        int r = v * Scale;
        return r + 1;
    }
}

public sealed partial class G73Hiding : G73Base
{
    private new int Scale = 5;

    [Parallelize, Vectorize]
    public void G73_HiddenField(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Scaled(a[i]) + Scale;
        }
    }

    [Parallelize, Vectorize]
    public void G73_HiddenFieldByBase(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i] * base.Scale + Scale;
        }
    }
}

/// <summary>Calls that the compiler leaves out.</summary>
public class G73Log
{
    protected int Count;

    [System.Diagnostics.Conditional("NEVER_DEFINED")]
    protected virtual void Log(int v) => Count += v;
}

public sealed partial class G73ConditionalOverride : G73Log
{
    protected override void Log(int v) => Count += 2 * v;

    [Parallelize, Vectorize]
    public int G73_ConditionalOverride(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Log(a[i]);
            a[i] += 1;
        }

        return Count;
    }
}
