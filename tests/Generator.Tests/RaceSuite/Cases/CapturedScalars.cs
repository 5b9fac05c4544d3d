using System;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locals, parameters, fields and properties that a lambda captures, in every form of assignment.</summary>
internal sealed class CapturedScalars
{
    private int _hits;
    private static long s_total;
    private string? _name;
    private Point _origin;
    private readonly int _limit = 10;

    private int Hits { get; set; }

    private int Doubled
    {
        get => _hits;
        set => _hits = 2 * value;
    }

    internal struct Point
    {
        public int X;
        public int Y;
    }

    [Racy("n")]
    public static void PreIncrement(int n) => Parallel.For(0, 100, i => ++n);

    // The parameter is only read.
    [Safe]
    public static void ParameterRead(int n)
    {
        int[] r = new int[100];
        Parallel.For(0, 100, i => r[i] = n + 1);
    }

    [Racy("product")]
    public static double CompoundProduct(double[] a)
    {
        double product = 1;
        Parallel.For(0, a.Length, i => product *= a[i]);
        return product;
    }

    [Racy("bits")]
    public static uint CompoundOr(int[] a)
    {
        uint bits = 0;
        Parallel.For(0, a.Length, i => bits |= 1u << a[i]);
        return bits;
    }

    [Safe]
    public static uint CompoundOrInterlocked(int[] a)
    {
        uint bits = 0;
        Parallel.For(0, a.Length, i => Interlocked.Or(ref bits, 1u << a[i]));
        return bits;
    }

    [Racy("text")]
    public static string CompoundConcatenation(string[] words)
    {
        string text = "";
        Parallel.For(0, words.Length, i => text += words[i]);
        return text;
    }

    [Racy("all")]
    public static bool CompoundAnd(bool[] a)
    {
        bool all = true;
        Parallel.For(0, a.Length, i => all &= a[i]);
        return all;
    }

    // Set at once by all who find one: the same value, unordered.
    [Racy("found")]
    public static bool FlagOfAll(int[] a, int key)
    {
        bool found = false;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] == key)
            {
                found = true;
            }
        });
        return found;
    }

    [Safe]
    public static bool FlagVolatile(int[] a, int key)
    {
        bool found = false;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] == key)
            {
                Volatile.Write(ref found, true);
            }
        });
        return found;
    }

    // Created by whoever comes first, and by the second one at the same time.
    [Racy("cache")]
    public static void CoalescingAssignment(int[][] rows)
    {
        int[]? cache = null;
        Parallel.For(0, rows.Length, i =>
        {
            cache ??= new int[100];
            rows[i] = cache;
        });
    }

    [Safe]
    public static void CoalescingAssignmentInside(int[]?[] rows)
    {
        Parallel.For(0, rows.Length, i => rows[i] ??= new int[100]);
    }

    [Racy("low", "high")]
    public static int TupleAssignment(int[] a)
    {
        int low = 0, high = 0;
        Parallel.For(0, a.Length, i => (low, high) = (a[i], -a[i]));
        return low + high;
    }

    [Safe]
    public static void TupleDeclaration(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            (int low, int high) = (a[i], -a[i]);
            a[i] = low * high;
        });
    }

    [Racy("quotient", "remainder")]
    public static int Deconstruction(int[] a)
    {
        int quotient = 0, remainder = 0;
        Parallel.For(0, a.Length, i => (quotient, remainder) = Math.DivRem(a[i], 10));
        return quotient + remainder;
    }

    [Racy("parsed")]
    public static int OutArgument(string[] words)
    {
        int parsed = 0;
        Parallel.For(0, words.Length, i => int.TryParse(words[i], out parsed));
        return parsed;
    }

    [Safe]
    public static int[] OutVariable(string[] words)
    {
        int[] r = new int[words.Length];
        Parallel.For(0, words.Length, i => r[i] = int.TryParse(words[i], out int parsed) ? parsed : 0);
        return r;
    }

    [Racy("sum")]
    public static int RefArgument(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i => Add(ref sum, a[i]));
        return sum;
    }

    [Safe]
    public static void RefArgumentOwnElement(int[] a) => Parallel.For(0, a.Length, i => Add(ref a[i], i));

    [Racy("sum", "alias")]
    public static int RefLocal(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            ref int alias = ref sum;
            alias += a[i];
        });
        return sum;
    }

    [Safe]
    public static void RefLocalOwnElement(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            ref int alias = ref a[i];
            alias += i;
        });
    }

    [Racy("point", "X")]
    public static int StructField(int[] a)
    {
        var point = new Point();
        Parallel.For(0, a.Length, i => point.X += a[i]);
        return point.X;
    }

    // Two fields, each written by one section.
    [Safe]
    public static int StructFieldsApart(int[] a)
    {
        var point = new Point();
        Parallel.Invoke(() => point.X = a[0], () => point.Y = a[1]);
        return point.X + point.Y;
    }

    // The struct as a whole covers its field.
    [Racy("point")]
    public static int StructAndField(int[] a)
    {
        var point = new Point();
        Parallel.Invoke(() => point.X = a[0], () => point = new Point { Y = a[1] });
        return point.X + point.Y;
    }

    [Safe]
    public static void StructCopyInside(Point[] points)
    {
        Parallel.For(0, points.Length, i =>
        {
            Point point = points[i];
            point.X++;
            points[i] = point;
        });
    }

    [Racy("_hits")]
    public void Field(int[] a) => Parallel.For(0, a.Length, i => _hits += a[i]);

    [Safe]
    public void FieldRead(int[] a) => Parallel.For(0, a.Length, i => a[i] += _limit);

    [Racy("s_total")]
    public static void StaticField(int[] a) => Parallel.For(0, a.Length, i => s_total += a[i]);

    [Safe]
    public static void StaticFieldInterlocked(int[] a) => Parallel.For(0, a.Length, i => Interlocked.Add(ref s_total, a[i]));

    [Racy("_origin", "X")]
    public void FieldOfAFieldsStruct(int[] a) => Parallel.For(0, a.Length, i => _origin.X = i);

    [Racy("Hits")]
    public void AutoProperty(int[] a) => Parallel.For(0, a.Length, i => Hits++);

    [Racy("Doubled", "_hits")]
    public void PropertyWithField(int[] a) => Parallel.For(0, a.Length, i => Doubled = i);

    [Safe]
    public void PropertyRead(int[] a) => Parallel.For(0, a.Length, i => a[i] = Doubled + Hits);

    [Racy("_name")]
    public void LazyField(string[] names)
    {
        Parallel.For(0, names.Length, i =>
        {
            if (_name == null)
            {
                _name = names[i];
            }
        });
    }

    [Safe]
    public void LazyFieldExchanged(string[] names)
    {
        Parallel.For(0, names.Length, i => Interlocked.CompareExchange(ref _name, names[i], null));
    }

    // decimal is 16 bytes: torn as well as lost.
    [Racy("total")]
    public static decimal DecimalSum(decimal[] a)
    {
        decimal total = 0;
        Parallel.ForEach(a, price => total += price);
        return total;
    }

    // Incremented in the condition of a loop.
    [Racy("attempts")]
    public static int InACondition(int[] a)
    {
        int attempts = 0;
        Parallel.For(0, a.Length, i =>
        {
            while (attempts++ < a[i])
            {
                a[i]--;
            }
        });
        return attempts;
    }

    // A variable declared in a loop around the parallel one is new each time, and shared inside.
    [Racy("sum")]
    public static void DeclaredInTheLoopAround(int[,] m, int[] r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            int sum = 0;
            Parallel.For(0, m.GetLength(1), j => sum += m[i, j]);
            r[i] = sum;
        }
    }

    private static void Add(ref int to, int what) => to += what;
}
