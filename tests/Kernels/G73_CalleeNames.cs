using AutoPar;

namespace Kernels;

/// <summary>G73: what a method that is inlined declares and names, in the text of the caller.</summary>
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

    /// <summary>Nothing in its text depends on the type.</summary>
    [Parallelize, Vectorize]
    public static void G73_GenericInNameOnly(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Twice<long>(b[i]) + Twice<string>(a[i]);
        }
    }

    private static int Twice<T>(int v)
    {
        int r = v * 2;
        return r + 1;
    }

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

    /// <summary>An enum that only the other class can name.</summary>
    [Parallelize, Vectorize]
    public static void G73_PrivateEnum(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = G73Modes.Of(b[i]);
        }
    }

    /// <summary>Types that only the other file can name.</summary>
    [Parallelize, Vectorize]
    public static void G73_FileTypes(int[] a, int[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = G73Files.Scaled(b[i]) + G73Files.Kind(b[i]);
        }
    }
}

internal static class G73Modes
{
    private enum Mode : byte
    {
        None,
        Low = 3,
        High = 200,
    }

    public static int Of(int v)
    {
        Mode mode = v > 9 ? Mode.High : Mode.Low;
        if ((v & 1) == 0)
        {
            mode = Mode.None;
        }

        return (int)mode + v;
    }
}
