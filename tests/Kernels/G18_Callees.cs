using AutoPar;

namespace Kernels;

/// <summary>What a body calls, ignores or reads by the way: state that isn't named in it, values that nobody uses.</summary>
public sealed partial class G18
{
    [ThreadStatic]
    private static int s_ofThread;

    public int Level;

    private struct Item(int level)
    {
        public int Level = level;

        public readonly int Doubled => Level * 2;
    }

    private static class Typed<T>
    {
        public static int Field = 3;

        public static int Get() => Field;
    }

    [Parallelize, Vectorize]
    public static void G18_Discard(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            _ = p[i] / q[i];
    }

    [Parallelize, Vectorize]
    public static void G18_UnusedResult(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = 1;
            Math.Abs(p[i]);
        }
    }

    [Parallelize, Vectorize]
    public static bool G18_MutableStruct(int[] p, int n)
    {
        HashCode hash = default;
        int before = default(HashCode).ToHashCode();
        for (int i = 0; i < n; i++)
            hash.Add(p[i]);
        return hash.ToHashCode() == before;
    }

    [Parallelize, Vectorize]
    public static void G18_ThreadStatic(int[] p, int n)
    {
        s_ofThread = 9;
        for (int i = 0; i < n; i++)
            p[i] += s_ofThread;
        s_ofThread = 0;
    }

    [Parallelize, Vectorize]
    public static int G18_StructProperty(int[] p, int n)
    {
        var items = new Item[Math.Max(0, n)];
        for (int i = 0; i < n; i++)
            items[i] = new Item(p[i]);
        for (int i = 0; i < n; i++)
            p[i] = items[i].Doubled;
        return items.Length;
    }

    [Parallelize, Vectorize]
    public static void G18_GenericStatic(int[] p, int n)
    {
        Typed<int>.Field = 0;
        for (int i = 0; i < n; i++)
        {
            p[i] = Typed<int>.Get();
            Typed<int>.Field = i;
        }
    }

    private G18 Self() => this;

    private int Read() => Level;

    private void Raise() => Level++;

    [Parallelize, Vectorize]
    public void G18_TwoNames(int[] p, int n)
    {
        G18 other = Self();
        for (int i = 0; i < n; i++)
        {
            p[i] = other.Level;
            Raise();
        }
    }

    [Parallelize, Vectorize]
    public void G18_TwoNamesInCallees(int[] p, int n)
    {
        G18 other = Self();
        for (int i = 0; i < n; i++)
        {
            p[i] = other.Read();
            Raise();
        }
    }

    private static int s_last;

    private static int Last() => s_last;

    private static int Thrice(int scale)
    {
        int t = scale * 3;
        return t - 1;
    }

    /// <summary>The decimal statement stays as written; what was x in it is another variable in the kernel.</summary>
    [Parallelize, Vectorize]
    public static void G18_Scopes(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            {
                int x = p[i] + 1;
                p[i] = x * 2;
            }

            {
                int x = p[i] - 7;
                p[i] = (int)((decimal)x % 1000);
            }
        }
    }

    [Parallelize, Vectorize]
    [LaterWritesVisible]
    public static void G18_ScopesInText(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            {
                int x = p[i];
                p[i] = x + 1;
            }

            try
            {
                int x = q[i] / (p[i] | 1);
                q[i] = x;
            }
            catch (FormatException)
            {
                q[i] = 3;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G18_InnerLoops(int[,] R, int n)
    {
        for (int o = 0; o < n; o++)
        {
            for (int i = 0; i < n; i++)
                R[o, i] += 1;
            for (int i = 0; i < n; i++)
                R[o, i] = (int)((decimal)R[o, i] * 2 % 1000 + i);
        }
    }

    [Parallelize, Vectorize]
    public static void G18_InlinedLocal(int[] p, int n)
    {
        int t = 5;
        for (int i = 0; i < n; i++)
        {
            p[i] = Thrice(p[i]);
            p[i] += (int)((decimal)t * p[i] % 1000);
        }
    }

    [Parallelize, Vectorize]
    public static void G18_WrittenField(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            s_last = p[i];
            p[i] = (int)((decimal)Last() % 1000);
        }
    }

    [Parallelize, Vectorize]
    public void G18_WrittenFieldOfThis(int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Level = p[i];
            p[i] = (int)((decimal)this.Level % 1000);
        }
    }

    /// <summary>The decimal statement may throw; how often it ran is seen after that.</summary>
    [Parallelize, Vectorize]
    public static int G18_CountInTry(int[] p, int[] q, int n)
    {
        int count = 0;
        try
        {
            for (int i = 0; i < n; i++)
            {
                p[i] = (int)((decimal)q[i] / p[i] % 100);
                count++;
            }
        }
        catch (DivideByZeroException)
        {
        }

        return count;
    }

    [Parallelize, Vectorize]
    public void G18_FieldBeforeThrow(int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = (int)((decimal)q[i] / p[i] % 100);
            Level++;
        }
    }

    [Parallelize, Vectorize]
    public static void G18_ReferenceBeforeThrow(int[] p, int[] q, ref int total, int n)
    {
        for (int i = 0; i < n; i++)
        {
            total += p[i];
            q[i] = (int)((decimal)q[i] / p[i] % 100);
        }
    }
}
