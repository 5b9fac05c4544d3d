using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Instance methods, properties, indexers, operators, constructors, local functions, delegates, virtual calls.</summary>
internal sealed class Members
{
    private static int s_created;
    private static int s_additions;
    private int _total;
    private readonly int[] _data = new int[100];

    internal sealed class Counter
    {
        public int Count { get; private set; }

        public void Add(int v) => Count += v;
    }

    private sealed class Grid(int width, int height)
    {
        private readonly double[] _cells = new double[width * height];
        private double[]? _sums;

        public double this[int x, int y]
        {
            get => _cells[y * width + x];
            set => _cells[y * width + x] = value;
        }

        // Forgets the row.
        public double this[int x]
        {
            get => _cells[x];
            set => _cells[x] = value;
        }

        public double[] Sums => _sums ??= new double[height];

        public int Height => height;
    }

    private readonly struct Money(int cents)
    {
        public int Cents => cents;

        public static Money operator +(Money x, Money y) => new(x.Cents + y.Cents);

        public static Money operator -(Money x, Money y)
        {
            s_additions++;
            return new Money(x.Cents - y.Cents);
        }
    }

    private sealed class Ticket
    {
        public readonly int Number = ++s_created;
    }

    private sealed class AtomicTicket
    {
        public readonly int Number = Interlocked.Increment(ref s_created);
    }

    private abstract class Shape
    {
        public abstract double Area { get; }
    }

    private sealed class Square(double side) : Shape
    {
        public override double Area => side * side;
    }

    private sealed class Circle(double radius) : Shape
    {
        public override double Area => Math.PI * radius * radius;
    }

    private interface IVisitor
    {
        void Visit(int v);
    }

    private sealed class Silent : IVisitor
    {
        public void Visit(int v)
        {
        }
    }

    private sealed class Summing : IVisitor
    {
        private int _sum;

        public void Visit(int v) => _sum += v;
    }

    [Racy("shared", "Count", "Add")]
    public static int SharedCounter(int[] a)
    {
        var shared = new Counter();
        Parallel.For(0, a.Length, i => shared.Add(a[i]));
        return shared.Count;
    }

    [Safe]
    public static int[] OwnCounter(int[][] rows)
    {
        int[] r = new int[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            var own = new Counter();
            foreach (int v in rows[i])
            {
                own.Add(v);
            }

            r[i] = own.Count;
        });
        return r;
    }

    [Safe]
    public static void CounterOfTheElement(int[] a)
    {
        var counters = new Counter[a.Length];
        for (int i = 0; i < counters.Length; i++)
        {
            counters[i] = new Counter();
        }

        Parallel.For(0, a.Length, i => counters[i].Add(a[i]));
    }

    // One object in all places.
    [Racy("counters", "Count", "Add")]
    public static void OneCounterInAllElements(int[] a)
    {
        var counters = new Counter[a.Length];
        Array.Fill(counters, new Counter());
        Parallel.For(0, a.Length, i => counters[i].Add(a[i]));
    }

    [CannotKnow]
    public static void CounterOfAParameter(Counter[] counters) => Parallel.For(0, counters.Length, i => counters[i].Add(i));

    // The next element's counter too.
    [Racy("counters", "Count", "Add")]
    public static void CounterOfTheNextElement(int[] a)
    {
        var counters = new Counter[a.Length];
        for (int i = 0; i < counters.Length; i++)
        {
            counters[i] = new Counter();
        }

        Parallel.For(0, a.Length - 1, i =>
        {
            counters[i].Add(a[i]);
            counters[i + 1].Add(-a[i]);
        });
    }

    private void Add(int v) => _total += v;

    private int Scaled(int v) => v * _data.Length;

    private void Put(int at, int v) => _data[at] = v;

    [Racy("_total", "Add")]
    public void OwnMethodAdds(int[] a) => Parallel.For(0, a.Length, i => Add(a[i]));

    [Safe]
    public void OwnMethodReads(int[] a) => Parallel.For(0, a.Length, i => a[i] = Scaled(a[i]));

    [Safe]
    public void OwnMethodStoresAtTheIndex() => Parallel.For(0, _data.Length, i => Put(i, i));

    [Racy("_data", "Put")]
    public void OwnMethodStoresAtHalfTheIndex() => Parallel.For(0, _data.Length, i => Put(i / 2, i));

    // As a method group.
    [Racy("_total", "Add")]
    public void MethodGroup() => Parallel.For(0, 100, Add);

    [Safe]
    public static void IndexerOfTwo(int n)
    {
        var grid = new Grid(n, n);
        Parallel.For(0, n, y =>
        {
            for (int x = 0; x < n; x++)
            {
                grid[x, y] = x + y;
            }
        });
    }

    [Racy("grid", "_cells")]
    public static void IndexerOfOne(int n)
    {
        var grid = new Grid(n, n);
        Parallel.For(0, n, y =>
        {
            for (int x = 0; x < n; x++)
            {
                grid[x] = x + y;
            }
        });
    }

    [Racy("grid", "_cells")]
    public static void IndexerReadsRowAbove(int n)
    {
        var grid = new Grid(n, n);
        Parallel.For(1, n, y =>
        {
            for (int x = 0; x < n; x++)
            {
                grid[x, y] = grid[x, y - 1];
            }
        });
    }

    // The getter creates the array when first asked.
    [Racy("_sums", "Sums")]
    public static void LazyGetter(int n)
    {
        var grid = new Grid(n, n);
        Parallel.For(0, n, y => grid.Sums[y] = y);
    }

    // Asked once, in front.
    [Safe]
    public static void LazyGetterAskedBefore(int n)
    {
        var grid = new Grid(n, n);
        double[] sums = grid.Sums;
        Parallel.For(0, n, y => sums[y] = y);
    }

    [Safe]
    public static int[] PureOperator(int[] a)
    {
        int[] r = new int[a.Length];
        Parallel.For(0, a.Length, i => r[i] = (new Money(a[i]) + new Money(1)).Cents);
        return r;
    }

    [Racy("s_additions")]
    public static int[] CountingOperator(int[] a)
    {
        int[] r = new int[a.Length];
        Parallel.For(0, a.Length, i => r[i] = (new Money(a[i]) - new Money(1)).Cents);
        return r;
    }

    [Racy("s_created", "Ticket", "Number")]
    public static int[] CountingConstructor(int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = new Ticket().Number);
        return r;
    }

    [Safe]
    public static int[] AtomicallyCountingConstructor(int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = new AtomicTicket().Number);
        return r;
    }

    [Racy("sum")]
    public static int LocalFunction(int[] a)
    {
        int sum = 0;
        void Add(int i) => sum += a[i];
        Parallel.For(0, a.Length, Add);
        return sum;
    }

    [Safe]
    public static void StaticLocalFunction(int[] a)
    {
        static int Square(int v)
        {
            int square = v;
            square *= v;
            return square;
        }

        Parallel.For(0, a.Length, i => a[i] = Square(a[i]));
    }

    [Racy("sum")]
    public static int DelegateInAVariable(int[] a)
    {
        int sum = 0;
        Action<int> body = i => sum += a[i];
        Parallel.For(0, a.Length, body);
        return sum;
    }

    [Safe]
    public static void DelegateInAVariableOwnElement(int[] a)
    {
        Action<int> body = i => a[i]++;
        Parallel.For(0, a.Length, body);
    }

    // A function that another lambda calls.
    [Racy("calls")]
    public static int DelegateCalledInside(int[] a)
    {
        int calls = 0;
        Func<int, int> square = v =>
        {
            calls++;
            return v * v;
        };
        Parallel.For(0, a.Length, i => a[i] = square(a[i]));
        return calls;
    }

    // Both shapes only read.
    [Safe]
    public static double[] VirtualProperty(int n)
    {
        var shapes = new Shape[n];
        for (int i = 0; i < n; i++)
        {
            shapes[i] = i % 2 == 0 ? new Square(i) : new Circle(i);
        }

        double[] r = new double[n];
        Parallel.For(0, n, i => r[i] = shapes[i].Area);
        return r;
    }

    [Racy("_sum", "visitor", "Visit", "Summing")]
    public static void SummingVisitor(int[] a)
    {
        IVisitor visitor = new Summing();
        Parallel.ForEach(a, v => visitor.Visit(v));
    }

    [Safe]
    public static void SilentVisitor(int[] a)
    {
        IVisitor visitor = new Silent();
        Parallel.ForEach(a, v => visitor.Visit(v));
    }
}
