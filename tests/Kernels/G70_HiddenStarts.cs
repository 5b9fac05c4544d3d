using AutoPar;

namespace Kernels;

/// <summary>G70: static constructors that a field starts, conversions inside tuples and increments, properties in two parts.</summary>
public static partial class G70
{
    public static int Made;

    public static class Started
    {
        public static double Factor;
        public static double[] Values;
        public static double Sum;

        static Started()
        {
            Factor = 1.5;
            Values = [1, 2, 3, 4];
            Made += 1000;
        }

        public static double Rate { get; } = 0.5;
    }

    public static class Broken
    {
        public static double Factor = 2;
        public static double[] Values = [1, 2, 3, 4];
        public static double Sum;

        static Broken() => throw new InvalidOperationException("broken");

        public static double Rate { get; set; }
    }

    public sealed class Text
    {
        public static implicit operator string(Text text) => (++Made).ToString();
    }

    /// <summary>Is incremented by way of a number.</summary>
    public struct Count
    {
        public int Value;

        public static implicit operator int(Count count) => count.Value;

        public static implicit operator Count(int value) => new() { Value = value + 1 };
    }

    /// <summary>The same, and it tells.</summary>
    public struct Told
    {
        public int Value;

        public static implicit operator int(Told told) => told.Value + Made;

        public static implicit operator Told(int value) => new() { Value = value + Made++ };
    }

    public static partial int Next { get; }

    public static partial int Next => Made++;

    public static partial double Rate { get; set; }

    public static partial double Rate
    {
        get => field;
        set => field = value + Made++;
    }

    public static double Half { get => field / 2; set; }

    [Parallelize, Vectorize]
    public static void G70_Field(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= Started.Factor;
    }

    [Parallelize, Vectorize]
    public static void G70_Property(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= Started.Rate;
    }

    /// <summary>Throws where there is an iteration, and nowhere else.</summary>
    [Parallelize, Vectorize]
    public static void G70_BrokenField(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= Broken.Factor;
    }

    [Parallelize, Vectorize]
    public static void G70_BrokenProperty(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] *= Broken.Rate;
    }

    /// <summary>Throws behind the first store.</summary>
    [Parallelize, Vectorize]
    public static void G70_BrokenBehindStore(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = 7;
            b[i] += Broken.Factor;
        }
    }

    /// <summary>Throws where an element asks for it.</summary>
    [Parallelize, Vectorize]
    public static void G70_BrokenSometimes(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            if (b[i] > 100)
                a[i] *= Broken.Factor;
            else
                a[i] += 1;
    }

    [Parallelize, Vectorize]
    public static void G70_BrokenArray(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = 7;
            b[i] += Broken.Values[i & 3];
        }
    }

    [Parallelize, Vectorize]
    public static void G70_BrokenBound(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < Broken.Values.Length; j++)
                a[i] += 1;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static void G70_BrokenSum(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = b[i] + 1;
            Broken.Sum += b[i];
        }
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G70_Sum(double[] b, int n)
    {
        Started.Sum = 0;
        for (int i = 0; i < n; i++)
            Started.Sum += b[i];
        return Started.Sum;
    }

    /// <summary>In a statement that isn't lowered.</summary>
    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_BrokenInStatement(string[] names, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = 7;
            names[i] = (Broken.Factor * a[i]).ToString();
        }
    }

    /// <summary>The constructor changes what the loop reads beside.</summary>
    [Parallelize, Vectorize]
    public static void G70_StartedBeside(int[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Made;
            b[i] = Started.Factor;
        }
    }

    [Parallelize, Vectorize]
    public static void G70_BrokenInCallee(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = 7;
            b[i] = Scaled(b[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G70_WidenedTuple(int[] a, float[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            (int Number, float Part) given = (a[i], b[i]);
            (long Number, double Part) wide = given;
            c[i] = wide.Number + wide.Part;
        }
    }

    [Parallelize, Vectorize]
    public static void G70_WidenedParts(int[] a, float[] b, long[] c, double[] d, int n)
    {
        for (int i = 0; i < n; i++)
            (c[i], d[i]) = (a[i], b[i]);
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_ToldTuple(Text[] texts, int[] a, string[] names, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
        {
            (Text Name, int Number) given = (texts[i], a[i]);
            (string Name, long Number) told = given;
            names[i] = told.Name;
        }
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_ToldParts(Text[] texts, int[] a, string[] names, long[] b, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            (names[i], b[i]) = (texts[i], a[i]);
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_ToldEquality(Text[] texts, string[] names, int[] a, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            a[i] = (texts[i], a[i]) == (names[i], 3L) ? 1 : 2;
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_Increment(Count[] c, int n)
    {
        for (int i = 0; i < n; i++)
            c[i]++;
    }

    [Parallelize, Vectorize]
    public static int G70_IncrementLocal(int[] a, int n)
    {
        Count count = 0;
        for (int i = 0; i < n; i++)
        {
            count++;
            a[i] = count.Value;
        }

        return count;
    }

    [Parallelize, Vectorize]
    public static int G70_IncrementCounted(int[] a, int n)
    {
        Count count = 0;
        for (int i = 0; i < n; i++)
            if (a[i] > 0)
                count++;
        return count;
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_IncrementTold(Told[] c, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            c[i]++;
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G70_CompoundTold(Told[] c, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            c[i] += 2;
    }

    [Parallelize, Vectorize]
    public static void G70_PartialNext(int[] a, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            a[i] += Next;
    }

    [Parallelize, Vectorize]
    public static void G70_PartialRead(double[] a, int n)
    {
        Made = n;
        Rate = 3;
        for (int i = 0; i < n; i++)
            a[i] *= Rate;
    }

    [Parallelize, Vectorize]
    public static double G70_PartialWrite(double[] a, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            Rate = a[i];
        return Rate;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G70_PartialUpdate(double[] a, int n)
    {
        Made = n;
        Rate = 0;
        for (int i = 0; i < n; i++)
            Rate += a[i];
        return Rate;
    }

    /// <summary>The field that the getter reads has no name.</summary>
    [Parallelize, Vectorize]
    public static void G70_NamelessField(double[] a, double t, int n)
    {
        Half = t;
        for (int i = 0; i < n; i++)
            a[i] *= Half;
    }

    /// <summary>A gather beside updates in order: one is out of range where the other isn't.</summary>
    [Parallelize, Vectorize, Transcendental]
    [Between("p", 0, 3)]
    public static void G70_GatherOutOfRange(double[] a, int[] p, double[] b, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[q[i]]) * Math.Exp(-b[q[i]] * b[q[i]]);
    }

    [Parallelize, Vectorize, Transcendental]
    [Between("q", 0, 3)]
    public static void G70_UpdateOutOfRange(double[] a, int[] p, double[] b, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            a[p[i]] += Math.Sin(b[q[i]]) * Math.Exp(-b[q[i]] * b[q[i]]);
    }

    /// <summary>Only where the updates' own condition holds.</summary>
    [Parallelize, Vectorize, Transcendental]
    public static void G70_GatherSometimes(double[] a, int[] p, double[] b, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
            if (b[i] > 0)
                a[p[i]] += Math.Sin(b[q[i]]) * Math.Exp(-b[i] * b[i]);
    }

    private static double Scaled(double x) => x * Broken.Factor;
}
