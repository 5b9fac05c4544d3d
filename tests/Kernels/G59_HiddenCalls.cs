using System.Globalization;
using AutoPar;

namespace Kernels;

/// <summary>G59: calls that the text of a statement doesn't show, and that count how often they are made.</summary>
public static partial class G59
{
    public static int Made;

    public struct Pair
    {
        public int First;

        public void Deconstruct(out int first, out int second)
        {
            first = First;
            second = ++Made;
        }
    }

    public struct Key
    {
        public int Value;

        public override readonly int GetHashCode() => Made++ & 0;

        public override readonly bool Equals(object? other) => other is Key key && key.Value == Value;
    }

    public sealed class Notifier
    {
        public int Id = 1;

        public event Action? Changed = Make();

        public void Raise() => Changed?.Invoke();

        private static Action? Make()
        {
            Made++;
            return null;
        }
    }

    public sealed class Truth
    {
        public static Truth operator &(Truth one, Truth other) => one;

        public static bool operator true(Truth truth) => Made > 0;

        public static bool operator false(Truth truth) => ++Made < 0;
    }

    public sealed class Text
    {
        public static implicit operator string(Text text) => (++Made).ToString();
    }

    public sealed class Late
    {
        static Late() => Made = 7;

        public int Value;

        public static double Half(double x) => x / 2;
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_Deconstructed(Pair[] pairs, int[] a, int[] b, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            (a[i], b[i]) = pairs[i];
    }

    /// <summary>A tuple comes apart without a call.</summary>
    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_Tuple(string[] names, string[] a, int n)
    {
        for (int i = 0; i < n; i++)
            (names[i], a[i]) = (a[i], names[i]);
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_NullableKey(int[] a, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
        {
            var seen = new HashSet<Key?>();
            seen.Add(new Key { Value = i });
            a[i] = seen.Count;
        }
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_Event(object[] made, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            made[i] = new Notifier();
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_OperatorFalse(Truth[] all, object[] r, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            r[i] = all[i] && all[i];
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_Coalesced(Text[] all, string[] names, int n)
    {
        Made = n;
        for (int i = 0; i < n; i++)
            names[i] = all[i] ?? names[i];
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_StaticConstructor(object[] made, int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Made;
            made[i] = new Late { Value = i };
        }
    }

    /// <summary>What is inlined would not run it.</summary>
    [Parallelize, Vectorize]
    public static void G59_StaticConstructorOfCallee(double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = Late.Half(a[i]);
    }

    /// <summary>Formats as the framework does, and counts.</summary>
    public sealed class Provider : IFormatProvider
    {
        public object? GetFormat(Type? formatType)
        {
            Made++;
            return null;
        }
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_Provider(string[] names, double[] a, int n)
    {
        Made = n;
        IFormatProvider provider = new Provider();
        for (int i = 0; i < n; i++)
            names[i] = a[i].ToString(provider);
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G59_FrameworkProvider(string[] names, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            names[i] = a[i].ToString(CultureInfo.InvariantCulture);
    }
}
