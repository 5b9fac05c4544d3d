using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Races behind classes: properties, indexers, operators, interfaces, extensions, generics, inheritance.</summary>
internal static class ObjectsAndGenerics
{
    private interface ICounter
    {
        void Increment();

        int Value { get; }
    }

    private sealed class PlainCounter : ICounter
    {
        public int Value { get; private set; }

        public void Increment() => Value++;
    }

    private sealed class AtomicCounter : ICounter
    {
        private int _value;

        public int Value => Volatile.Read(ref _value);

        public void Increment() => Interlocked.Increment(ref _value);
    }

    private sealed class Grid(int width, int height)
    {
        private readonly double[] _cells = new double[width * height];

        public int Width => width;

        public int Height => height;

        public double this[int x, int y]
        {
            get => _cells[y * width + x];
            set => _cells[y * width + x] = value;
        }

        public void FillRow(int y, double value)
        {
            for (int x = 0; x < width; x++)
            {
                _cells[y * width + x] = value;
            }
        }
    }

    private sealed class Meter<T>
        where T : notnull
    {
        private readonly Dictionary<T, long> _counts = new();
        private readonly object _gate = new();

        public void Hit(T key) => _counts[key] = _counts.TryGetValue(key, out long n) ? n + 1 : 1;

        public void HitLocked(T key)
        {
            lock (_gate)
            {
                Hit(key);
            }
        }

        public long Total => _counts.Values.Sum();
    }

    private abstract class Shape
    {
        public static int Measured;

        public double Size { get; protected set; }

        public abstract void Measure();
    }

    private sealed class Square(double side) : Shape
    {
        public override void Measure() => Size = side * side;
    }

    private sealed class CountedDisc(double radius) : Shape
    {
        public override void Measure()
        {
            Size = Math.PI * radius * radius;
            Measured++;
        }
    }

    private sealed class Accumulator
    {
        public double Sum;

        public static Accumulator operator +(Accumulator to, double value)
        {
            to.Sum += value;
            return to;
        }
    }

    private readonly struct Meters(double value)
    {
        public double Value { get; } = value;

        public static Meters operator +(Meters a, Meters b) => new(a.Value + b.Value);
    }

    private sealed class Matrix(int n)
    {
        public readonly double[,] Items = new double[n, n];

        public int Size => n;

        public double Trace { get; set; }
    }

    [Racy("Value", "counter")]
    public static int CounterBehindInterface(int n)
    {
        ICounter counter = new PlainCounter();
        Parallel.For(0, n, _ => counter.Increment());
        return counter.Value;
    }

    [Safe]
    public static int AtomicCounterBehindInterface(int n)
    {
        ICounter counter = new AtomicCounter();
        Parallel.For(0, n, _ => counter.Increment());
        return counter.Value;
    }

    [Safe]
    public static int CounterPerIteration(int n)
    {
        int total = 0;
        Parallel.For(0, n, i =>
        {
            ICounter counter = new PlainCounter();
            for (int k = 0; k < i; k++)
            {
                counter.Increment();
            }

            Interlocked.Add(ref total, counter.Value);
        });
        return total;
    }

    [Safe]
    public static double GridRows(int w, int h)
    {
        var grid = new Grid(w, h);
        Parallel.For(0, h, y =>
        {
            for (int x = 0; x < grid.Width; x++)
            {
                grid[x, y] = x * y;
            }
        });
        return grid[0, 0];
    }

    [Racy("grid", "_cells")]
    public static double GridSmoothed(int w, int h)
    {
        var grid = new Grid(w, h);
        Parallel.For(1, h, y =>
        {
            for (int x = 0; x < grid.Width; x++)
            {
                grid[x, y] = 0.5 * (grid[x, y] + grid[x, y - 1]);
            }
        });
        return grid[0, 0];
    }

    [Safe]
    public static void GridFilledByRow(int w, int h)
    {
        var grid = new Grid(w, h);
        Parallel.For(0, h, y => grid.FillRow(y, 1.0 / (y + 1)));
    }

    [Racy("grid", "_cells")]
    public static void GridFilledHalfRows(int w, int h)
    {
        var grid = new Grid(w, h);
        Parallel.For(0, h, y => grid.FillRow(y / 2, 1.0 / (y + 1)));
    }

    [Racy("_counts", "meter")]
    public static long MeterUnlocked(string[] keys)
    {
        var meter = new Meter<string>();
        Parallel.ForEach(keys, meter.Hit);
        return meter.Total;
    }

    [Safe]
    public static long MeterLocked(string[] keys)
    {
        var meter = new Meter<string>();
        Parallel.ForEach(keys, meter.HitLocked);
        return meter.Total;
    }

    [Racy("_counts", "meter")]
    public static long MeterMixed(int[] keys)
    {
        var meter = new Meter<int>();
        Parallel.ForEach(keys, key =>
        {
            if (key < 0)
            {
                meter.Hit(-key);
            }
            else
            {
                meter.HitLocked(key);
            }
        });
        return meter.Total;
    }

    [Safe]
    public static double Shapes(int n)
    {
        var shapes = new Square[n];
        for (int i = 0; i < n; i++)
        {
            shapes[i] = new Square(i);
        }

        Parallel.ForEach(shapes, shape => shape.Measure());
        return shapes.Sum(s => s.Size);
    }

    [Racy("Measured")]
    public static double ShapesCounted(int n)
    {
        var shapes = new Shape[n];
        for (int i = 0; i < n; i++)
        {
            shapes[i] = i % 2 == 0 ? new Square(i) : new CountedDisc(i);
        }

        Parallel.ForEach(shapes, shape => shape.Measure());
        return shapes.Sum(s => s.Size);
    }

    [Racy("Sum", "sum")]
    public static double OperatorMutates(double[] values)
    {
        var sum = new Accumulator();
        Parallel.ForEach(values, v => { _ = sum + v; });
        return sum.Sum;
    }

    [Racy("length")]
    public static double OperatorPureTotalShared(double[] values)
    {
        var length = new Meters(0);
        Parallel.ForEach(values, v => length += new Meters(v));
        return length.Value;
    }

    [Safe]
    public static double OperatorPureOwn(double[] values)
    {
        var lengths = new Meters[values.Length];
        Parallel.For(0, values.Length, i => lengths[i] = new Meters(values[i]) + new Meters(1));
        return lengths.Sum(l => l.Value);
    }

    [Racy("Trace", "m")]
    public static double TraceInParallel(int n)
    {
        var m = new Matrix(n);
        Parallel.For(0, m.Size, i => m.Trace += m.Items[i, i]);
        return m.Trace;
    }

    [Safe]
    public static double DiagonalInParallel(int n)
    {
        var m = new Matrix(n);
        Parallel.For(0, m.Size, i => m.Items[i, i] = i);
        for (int i = 0; i < n; i++)
        {
            m.Trace += m.Items[i, i];
        }

        return m.Trace;
    }

    [Racy("list")]
    public static List<T> FilterAll<T>(IReadOnlyList<T> source, Func<T, bool> keep)
    {
        var list = new List<T>();
        Parallel.ForEach(source, item =>
        {
            if (keep(item))
            {
                list.Add(item);
            }
        });
        return list;
    }

    [Safe]
    public static TOut[] MapAll<TIn, TOut>(TIn[] source, Func<TIn, TOut> map)
    {
        var result = new TOut[source.Length];
        Parallel.For(0, source.Length, i => result[i] = map(source[i]));
        return result;
    }
}
