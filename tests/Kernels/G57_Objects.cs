using System.Text;
using AutoPar;

namespace Kernels;

/// <summary>G57: objects: foreach over them, new ones, those that an iteration makes for itself; values that aren't numbers' own.</summary>
public static partial class G57
{
    public static int Made;

    public sealed class Cell
    {
        public double Value;
    }

    public sealed class Counted
    {
        public double Value;

        public Counted()
            : this(1)
        {
        }

        private Counted(int more)
        {
            Made += more;
        }
    }

    public class Base
    {
        public double Twice { get; set; } = 2;

        public double Half = Math.Sqrt(0.25);
    }

    public sealed class Derived : Base
    {
        public double Value { get; init; }

        public int Places = new List<int>(4).Capacity;
    }

    public sealed class Numbered
    {
        public int Number = Count();

        private static int Count()
        {
            Made++;
            return 0;
        }
    }

    public record Point(double X, int Place);

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G57_Foreach(Cell[] cells, List<double> list, double t)
    {
        foreach (Cell cell in cells)
            list.Add(cell.Value * t);
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    [Reassociated]
    public static double G57_Sum(Cell[] cells, double t)
    {
        double s = 0;
        foreach (Cell cell in cells)
            s += cell.Value * t;
        return s;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G57_Count(List<Cell> cells, double t)
    {
        int n = 0;
        foreach (Cell cell in cells)
            if (cell.Value > t)
                n++;
        return n;
    }

    /// <summary>Writing to what may be one object.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G57_Written(Cell[] cells, double t)
    {
        foreach (Cell cell in cells)
            cell.Value += t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static double G57_Largest(double[] a, int n)
    {
        double most = -1;
        for (int i = 0; i < n; i++)
            most = Math.Max(most, a[i].ToString("F2").Length + a[i]);
        return most;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G57_Letters(int[] p, int n)
    {
        int letters = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i].ToString().Contains('7') && p[i] > 3)
                letters += p[i].ToString().Length;
        }

        return letters;
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_New(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var cell = new Cell { Value = a[i] };
            b[i] = cell.Value;
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Record(double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var point = new Point(a[i], i);
            b[i] = point.X + point.Place;
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Derived(double[] a, Derived[] made, int n)
    {
        for (int i = 0; i < n; i++)
            made[i] = new Derived { Value = a[i], Twice = 2 * a[i] };
    }

    /// <summary>The constructor that it calls counts.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G57_Chained(Counted[] made, int n)
    {
        for (int i = 0; i < n; i++)
            made[i] = new Counted();
    }

    /// <summary>So does an initializer.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G57_Numbered(Numbered[] made, int n)
    {
        for (int i = 0; i < n; i++)
            made[i] = new Numbered();
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Builder(int[] p, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var text = new StringBuilder();
            for (int j = 0; j < 3; j++)
                text.Append(p[i] + j).Append(';');
            if (text.Length > 8)
                text.Length = 8;
            names[i] = text.ToString();
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Seen(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var seen = new HashSet<int>();
            int x = p[i];
            while (x > 0 && seen.Add(x % 7))
                x = x * 3 / 2 % 50;
            r[i] = seen.Count;
        }
    }

    /// <summary>A method's own objects.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_InCallee(int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = Distinct(p[i]);
    }

    private static int Distinct(int x)
    {
        var seen = new HashSet<int> { 1, 2 };
        var order = new Queue<int>();
        order.Enqueue(x);
        while (order.Count > 0 && seen.Count < 10)
        {
            int y = order.Dequeue();
            if (seen.Add(y % 11))
                order.Enqueue(y + 3);
        }

        return seen.Count;
    }

    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Seeded(double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var random = new Random(i);
            b[i] = random.NextDouble() + random.NextDouble() + new Random(i + 1).Next(5);
        }
    }

    /// <summary>One object for all iterations of the inner loop.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(30), LaterWritesVisible]
    public static void G57_Inner(int[] p, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var text = new StringBuilder();
            for (int j = 0; j < n; j++)
                text.Append(p[j]);
            names[i] = text.ToString();
        }
    }

    /// <summary>Made before the loop: shared.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static string G57_Shared(int[] p, int n)
    {
        var text = new StringBuilder();
        for (int i = 0; i < n; i++)
            text.Append(p[i]);
        return text.ToString();
    }

    /// <summary>Given to somebody else before the iteration is done with it.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G57_Given(int[] p, string[] names, int n)
    {
        StringBuilder? last = null;
        for (int i = 0; i < n; i++)
        {
            var text = new StringBuilder();
            text.Append(p[i]);
            if (last is not null)
                last.Append('!');
            last = text;
            names[i] = text.ToString();
        }
    }

    /// <summary>Its own by name, another's by the fluent call's value.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G57_Fluent(int[] p, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var text = new StringBuilder();
            StringBuilder other = text.Append(p[i]);
            other.Append(p[i]);
            names[i] = text.ToString();
        }
    }

    private static readonly Dictionary<int, double> s_prices = new() { [1] = 2.5, [3] = -1, [4] = 8 };

    private static readonly HashSet<string> s_words = ["12", "x", "7"];

    private static readonly Dictionary<int, double> s_odd = new(new Odd()) { [1] = 2.5, [3] = -1, [4] = 8 };

    private sealed class Odd : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y;

        public int GetHashCode(int x) => x;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G57_Prices(int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = s_prices.TryGetValue(p[i], out double price) ? price : -1;
    }

    /// <summary>Keys may be missing.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G57_Missing(int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = s_prices[p[i] & 1 | 1] + (s_prices.ContainsKey(p[i]) ? s_prices[p[i]] : s_prices.Count);
    }

    /// <summary>The variable that a call declares is read behind it.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    [Reassociated]
    public static double G57_Total(int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (s_prices.TryGetValue(p[i], out double price) && price > 0)
                s += price;
        }

        return s;
    }

    /// <summary>And of those before it where it isn't called.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    [Reassociated]
    public static double G57_Behind(int[] p, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (!s_prices.TryGetValue(p[i], out double price))
                continue;
            s += price * 2;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G57_Words(string[] names, int n)
    {
        int known = 0;
        for (int i = 0; i < n; i++)
            if (s_words.Contains(names[i]))
                known++;
        return known;
    }

    /// <summary>A comparer of the user's: as written.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G57_Comparer(int[] p, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
            b[i] = s_odd.TryGetValue(p[i], out double price) ? price : -1;
    }

    /// <summary>Looked up and changed.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static void G57_Changed(int[] p, double[] b, Dictionary<int, int> map, int n)
    {
        for (int i = 0; i < n; i++)
        {
            b[i] = map.ContainsKey(p[i]) ? 1 : 0;
            map[p[i]] = i;
        }
    }

    /// <summary>A counter beside foreach.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G57_Counter(Cell[] cells, double[] b, int k)
    {
        foreach (Cell cell in cells)
        {
            b[k] = cell.Value * 2;
            k++;
        }

        return k;
    }

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G57_CounterFirst(Cell[] cells, string[] names)
    {
        int k = -1;
        foreach (Cell cell in cells)
        {
            k += 2;
            names[k] = names[k - 1] + k;
        }

        return k;
    }

    /// <summary>Not by the same amount in every iteration.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static int G57_CounterIf(Cell[] cells, string[] names)
    {
        int k = 0;
        foreach (Cell cell in cells)
        {
            names[k] = k.ToString();
            if (cell.Value > 0)
                k++;
        }

        return k;
    }

    /// <summary>The place before is the iteration's before.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(300)]
    public static int G57_CounterBack(Cell[] cells, string[] names)
    {
        int k = 1;
        foreach (Cell cell in cells)
        {
            names[k] = names[k - 1].Length > 4 ? "x" : names[k - 1] + k;
            k++;
        }

        return k;
    }
}
