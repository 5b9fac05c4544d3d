using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using AutoPar;

namespace Kernels;

/// <summary>G53: what iterations append to lists, on threads.</summary>
public static partial class G53
{
    public readonly record struct Pair(int Place, double Value);

    public sealed class Entry
    {
        public readonly string Name;
        public readonly int Place;

        public Entry(string name, int place)
        {
            Name = name;
            Place = place;
        }
    }

    public readonly struct Reading
    {
        public readonly int Time;
        public readonly string Text;

        public Reading(int time, string text)
        {
            Time = time;
            Text = text;
        }
    }

    private static readonly List<int> s_shared = [];

    /// <summary>Takes a while, and not always as long.</summary>
    private static int Slow(int value)
    {
        int x = Math.Abs(value % 1000) + 2;
        int steps = 0;
        while (x != 1 && steps < 50)
        {
            x = (x & 1) == 0 ? x / 2 : (3 * x) + 1;
            steps++;
        }

        return steps;
    }

    [Parallelize]
    public static List<int> G53_Map(int[] a, int n)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
            list.Add(Slow(a[i]));
        return list;
    }

    [Parallelize, Vectorize]
    public static void G53_Filter(double[] a, List<double> list, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                list.Add(a[i]);
        }
    }

    [Parallelize]
    public static List<double> G53_Each(double[] a, double t)
    {
        var list = new List<double>(4);
        foreach (double x in a)
        {
            if (x > t)
                list.Add(x * 2);
        }

        return list;
    }

    [Parallelize, MaxTrips(4100)]
    public static List<string> G53_Texts(double[] a, int n)
    {
        List<string> list = [];
        for (int i = 0; i < n; i++)
            list.Add(a[i].ToString("F1", CultureInfo.InvariantCulture) + "/" + i);
        return list;
    }

    [Parallelize]
    public static void G53_Several(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(a[i]);
            if ((a[i] & 1) == 0)
            {
                list.Add(i);
                list.Add(-i);
            }
        }
    }

    [Parallelize]
    public static void G53_Partition(int[] a, List<int> even, List<int> odd, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if ((a[i] & 1) == 0)
                even.Add(a[i]);
            else
                odd.Add(a[i]);
        }
    }

    [Parallelize]
    public static void G53_Switch(int[] a, List<int> low, List<int> high, List<double> other, int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (a[i] & 7)
            {
                case 0:
                case 1:
                    low.Add(i);
                    break;
                case 2:
                    high.Add(i);
                    low.Add(a[i]);
                    break;
                case 5:
                    break;
                default:
                    other.Add(a[i] * 0.5);
                    break;
            }
        }
    }

    [Parallelize]
    public static List<int> G53_Inner(int[] a, int n, int m)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (((a[i] + j) & 3) == 0)
                    list.Add((i * 1000) + j);
            }
        }

        return list;
    }

    [Parallelize]
    public static List<int> G53_WhileInside(int[] a, int n)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
        {
            int x = a[i] & 63;
            while (x > 0)
            {
                if ((x & 1) != 0)
                    list.Add(x);
                x >>= 1;
            }
        }

        return list;
    }

    [Parallelize, MaxTrips(4100)]
    public static List<Pair> G53_Structs(double[] a, double t, int n)
    {
        var list = new List<Pair>();
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                list.Add(new Pair(i, a[i]));
        }

        return list;
    }

    [Parallelize, MaxTrips(4100)]
    public static List<(int Place, double Value)> G53_Tuples(double[] a, double t, int n)
    {
        var list = new List<(int Place, double Value)>();
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                list.Add((i, a[i]));
        }

        return list;
    }

    [Parallelize, MaxTrips(4100)]
    public static List<Reading> G53_StructsWithTexts(int[] a, int n)
    {
        var list = new List<Reading>();
        for (int i = 0; i < n; i++)
            list.Add(new Reading(i, a[i].ToString(CultureInfo.InvariantCulture)));
        return list;
    }

    [Parallelize, MaxTrips(1100)]
    public static List<Entry> G53_Classes(string[] names, int n)
    {
        var list = new List<Entry>();
        for (int i = 0; i < n; i++)
        {
            if (names[i].Length > 2)
                list.Add(new Entry(names[i], i));
        }

        return list;
    }

    [Parallelize, MaxTrips(4100)]
    public static List<object> G53_Boxes(int[] a, int n)
    {
        var list = new List<object>();
        for (int i = 0; i < n; i++)
            list.Add(a[i]);
        return list;
    }

    [Parallelize]
    public static void G53_Converted(int[] a, List<double> list, List<long> wide, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(a[i]);
            wide.Add(a[i] * 3);
        }
    }

    [Parallelize]
    public static void G53_Generic<T>(T[] a, List<T> list, int n)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < n; i += 2)
            list.Add(a[i]);
    }

    [Parallelize, Reassociated]
    public static double G53_WithSum(double[] a, List<double> list, double t, int n)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            sum += a[i];
            if (a[i] > t)
            {
                list.Add(a[i]);
                count++;
            }
        }

        return sum + count;
    }

    /// <summary>The lowest iteration's exception; the list holds what the iterations before it, and itself, have appended.</summary>
    [Parallelize]
    public static void G53_Throws(int[] a, int[] b, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(i);
            list.Add(a[i] / b[i]);
            list.Add(-1);
        }
    }

    /// <summary>As long as others run before it throws.</summary>
    [Parallelize, Values("at", -1, 0, 5, 60, 4000, 49_999)]
    public static void G53_ThrowsAt(int[] a, List<int> list, int at, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(Slow(a[i]));
            if (i == at)
                list.Add(Fail(i));
        }
    }

    private static int Fail(int i) => throw new InvalidOperationException($"iteration {i}");

    [Parallelize, MaxTrips(1100)]
    public static List<int> G53_Caught(string[] names, List<string> wrong, int n)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
        {
            try
            {
                list.Add(int.Parse(names[i], CultureInfo.InvariantCulture));
            }
            catch (FormatException)
            {
                wrong.Add(names[i]);
            }
        }

        return list;
    }

    /// <summary>After the exception the caller's own handler sees the list.</summary>
    [Parallelize, Catches]
    public static int G53_InTry(int[] a, int[] b, List<int> list, int n)
    {
        try
        {
            for (int i = 0; i < n; i++)
                list.Add(a[i] / b[i]);
        }
        catch (DivideByZeroException)
        {
            return list.Count;
        }

        return -1;
    }

    /// <summary>A null list is no error where nothing is appended.</summary>
    [Parallelize]
    public static void G53_SeldomNull(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] == 77)
                list.Add(i);
        }
    }

    [Parallelize]
    public static List<int> G53_FromList(List<int> source, List<int> list, int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (source[i] > t)
                list.Add(source[i]);
        }

        return list;
    }

    /// <summary>If the two are one, the enumerator throws.</summary>
    [Parallelize]
    public static void G53_EachOfList(List<int> source, List<int> list)
    {
        foreach (int x in source)
            list.Add(x + 1);
    }

    /// <summary>Reading and writing spans beside it.</summary>
    [Parallelize]
    public static void G53_Spans(ReadOnlySpan<int> a, Span<int> b, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * 2;
            if (a[i] > 0)
                list.Add(b[i]);
        }
    }

    /// <summary>The list's own memory, which is filled anew while it is read.</summary>
    [Parallelize]
    public static void G53_OwnMemory(List<int> list)
    {
        ReadOnlySpan<int> old = CollectionsMarshal.AsSpan(list);
        list.Clear();
        for (int i = 0; i < old.Length; i++)
        {
            list.Add(old[old.Length - 1 - i]);
        }
    }

    [Parallelize]
    public static void G53_Reference(int[] a, List<int> list, ref int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                list.Add(a[i]);
        }
    }

    /// <summary>The place that is compared lies in the list's memory, and is overwritten.</summary>
    [Parallelize]
    public static void G53_ReferenceInside(List<int> list, int[] a, int n)
    {
        list.Add(1);
        list.Add(2);
        ref int t = ref CollectionsMarshal.AsSpan(list)[1];
        list.Clear();
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                list.Add(a[i]);
        }
    }

    [Parallelize]
    public static void G53_StaticField(int[] a, List<int> copy, int n)
    {
        s_shared.Clear();
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                G53.s_shared.Add(a[i]);
            s_shared.Add(i);
        }

        copy.AddRange(s_shared);
    }

    [Parallelize]
    public static void G53_Downwards(int[] a, List<int> list, int n)
    {
        for (int i = n - 1; i >= 0; i -= 3)
            list.Add(a[i]);
    }

    [Parallelize(Schedule = Schedule.Static)]
    public static void G53_Static(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
            list.Add(a[i]);
    }

    [Parallelize(Schedule = Schedule.Guided, ChunkSize = 3)]
    public static void G53_Guided(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
            list.Add(a[i]);
    }

    [Parallelize]
    public static List<int> G53_TwoLoops(int[] a, int n)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
            list.Add(a[i]);
        for (int i = 0; i < n; i++)
        {
            if (a[i] < 0)
                list.Add(i);
        }

        return list;
    }

    [Parallelize]
    public static List<int> G53_Token(int[] a, int n, CancellationToken token)
    {
        var list = new List<int>();
        for (int i = 0; i < n; i++)
            list.Add(Slow(a[i]));
        return list;
    }

    [Parallelize(Async = true)]
    public static List<int> G53_Async(int[] a, int[] b, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
            list.Add(a[i] / b[i]);
        return list;
    }

    /// <summary>A histogram beside it.</summary>
    [Parallelize]
    public static void G53_Histogram(byte[] a, int[] table, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            table[a[i] & 15]++;
            if (a[i] > 100)
                list.Add(i);
        }
    }

    /// <summary>An inner array that is filled anew.</summary>
    [Parallelize]
    public static List<int> G53_Private(int[] a, int n)
    {
        var list = new List<int>();
        int[] e = new int[4];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 4; j++)
                e[j] = a[i] + j;
            for (int j = 0; j < 4; j++)
            {
                if ((e[j] & 1) == 0)
                    list.Add(e[j]);
            }
        }

        return list;
    }

    /// <summary>Read in the loop: refused.</summary>
    [Parallelize]
    public static void G53_Counts(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (list.Count < 50)
                list.Add(a[i]);
        }
    }

    /// <summary>The number of trips is read anew: refused.</summary>
    [Parallelize]
    public static void G53_Grows(List<int> list, int m)
    {
        for (int i = 0; i < list.Count && list.Count < 300; i++)
            list.Add(list[i] + 1);
    }

    [Parallelize, MaxTrips(4100)]
    public static void G53_CountInText(int[] a, List<string> list, int n)
    {
        for (int i = 0; i < n; i++)
            list.Add(a[i].ToString(CultureInfo.InvariantCulture) + list.Count.ToString(CultureInfo.InvariantCulture));
    }

    [Parallelize]
    public static void G53_LastItem(int[] a, List<int> list, int n)
    {
        list.Add(0);
        for (int i = 0; i < n; i++)
            list.Add(list[list.Count - 1] + a[i]);
    }

    /// <summary>A list of lists may hold the one that grows.</summary>
    [Parallelize]
    public static List<int> G53_Flattened(int[] a, int n)
    {
        var list = new List<int>();
        List<int>[] all = [[1, 2], [3], list.Count == 0 ? [4, 5] : list];
        for (int i = 0; i < n; i++)
        {
            foreach (int x in all[i % 3])
                list.Add(x + a[i]);
        }

        return list;
    }

    [Parallelize]
    public static List<int> G53_CountOfOthers(int[] a, int n)
    {
        var list = new List<int>();
        List<int>[] all = [[1, 2], list];
        for (int i = 0; i < n; i++)
            list.Add(all[i & 1].Count + a[i]);
        return list;
    }

    /// <summary>Lists of another type can't be the one that grows.</summary>
    [Parallelize]
    public static List<int> G53_CountOfTexts(int[] a, int n)
    {
        var list = new List<int>();
        List<string>[] all = [["x"], []];
        for (int i = 0; i < n; i++)
            list.Add(all[i & 1].Count + a[i]);
        return list;
    }

    /// <summary>What goes on after the loop is left isn't to be appended.</summary>
    [Parallelize]
    public static void G53_Breaks(int[] a, List<int> list, int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] == t)
                break;
            list.Add(a[i]);
        }
    }

    [Parallelize]
    public static void G53_Running(int[] a, List<int> list, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            list.Add(s);
        }
    }

    [Parallelize]
    public static int G53_Interface(int[] a, List<int> list, int n)
    {
        IList<int> any = list;
        for (int i = 0; i < n; i++)
            any.Add(a[i]);
        return list.Count;
    }

    [Parallelize]
    public static int G53_Set(int[] a, int n)
    {
        var set = new HashSet<int>();
        for (int i = 0; i < n; i++)
            set.Add(a[i]);
        return set.Count;
    }

    [Parallelize]
    public static void G53_Conditional(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
            list?.Add(a[i]);
    }

    [Parallelize]
    public static void G53_Changed(int[] a, List<int> list, List<int> other, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(a[i]);
            if (a[i] == 5)
                list = other;
        }
    }

    [Parallelize]
    public static void G53_Removes(int[] a, List<int> list, int n)
    {
        for (int i = 0; i < n; i++)
        {
            list.Add(a[i]);
            if (a[i] == 5)
                list.Clear();
        }
    }
}

/// <summary>Lists in fields.</summary>
public partial class G53Owner
{
    private List<int> _items = [];
    private List<int> _more = [];

    private List<int> Rest { get; } = [];

    [Parallelize]
    public void G53_Field(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                _items.Add(a[i]);
            else
                this._items.Add(-i);
            this._more.Add(i);
        }
    }

    [Parallelize]
    public int G53_Property(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > 0)
                Rest.Add(a[i]);
        }

        int sum = 0;
        for (int i = 0; i < Rest.Count; i++)
            sum = (sum * 31) + Rest[i];
        return sum;
    }

    [Parallelize]
    public List<int> G53_FieldOfLocal(int[] a, int n)
    {
        var owner = new G53Owner();
        for (int i = 0; i < n; i++)
            owner._items.Add(a[i]);
        return owner._items;
    }

    /// <summary>A method that reads the list's count through the field: refused.</summary>
    [Parallelize]
    public void G53_FieldReadByCall(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
            _items.Add(a[i] + Count());
    }

    private int Count() => _items.Count;

    /// <summary>A method that appends, too: refused.</summary>
    [Parallelize]
    public void G53_FieldChangedByCall(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            _items.Add(a[i]);
            Append(i);
        }
    }

    private void Append(int i) => _items.Add(i);
}
