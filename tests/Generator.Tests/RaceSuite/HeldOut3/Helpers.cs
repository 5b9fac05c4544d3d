using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Accesses two and three calls away.</summary>
internal sealed class Helpers
{
    private static int s_calls;
    private static readonly int[] s_memo = new int[100];
    private int _depth;
    private int _loaded;
    private readonly Action<int> _record;
    private readonly Action<int> _print = i => Console.WriteLine(i);
    private readonly List<int> _recorded = new();
    private readonly IShape _shape = new Circle();
    private readonly IMeter _meter = new CountingMeter();

    public Helpers() => _record = i => _recorded.Add(i);

    [Racy("s_calls")]
    public static void CountsThreeDeep(int n) => Parallel.For(0, n, i => One(i));

    [Safe]
    public static void PureThreeDeep(int n)
    {
        int[] results = new int[n];
        Parallel.For(0, n, i => results[i] = PureOne(i));
    }

    [Racy("data", "a")]
    public static void WritesNextElement(double[] data) => Parallel.For(0, data.Length - 1, i => SetFromNext(data, i));

    [Safe]
    public static void WritesOwnElement(double[] data) => Parallel.For(0, data.Length, i => SetOwn(data, i));

    [Racy("data", "a", "values")]
    public static void WritesFirstElement(double[] data) => Parallel.For(0, data.Length, i => Accumulate(data, 0, i));

    [Safe]
    public static void WritesIndexedElement(double[] data) => Parallel.For(0, data.Length, i => Accumulate(data, i, 0));

    [Safe]
    public static void SwapOwnPair(int[] data) => Parallel.For(0, data.Length / 2, i => Swap(ref data[2 * i], ref data[2 * i + 1]));

    [Racy("data")]
    public static void SwapWithNext(int[] data) => Parallel.For(0, data.Length - 1, i => Swap(ref data[i], ref data[i + 1]));

    [Racy("_depth")]
    public void RecursionWithField(int[] values) => Parallel.ForEach(values, v => Descend(v));

    [Safe]
    public static void RecursionWithParameter(int[] values) => Parallel.ForEach(values, v => DescendPurely(v, 0));

    [Racy("s_memo")]
    public static void MemoizedFibonacci(int[] values) => Parallel.ForEach(values, v => Fibonacci(v % 100));

    [Safe]
    public static long PlainFibonacci(int[] values)
    {
        long[] results = new long[values.Length];
        Parallel.For(0, values.Length, i => results[i] = FibonacciPurely(values[i] % 30));
        return results.Sum();
    }

    [Racy("_recorded", "_record")]
    public void DelegateInField(int n) => Parallel.For(0, n, i => _record(i));

    [Safe]
    public void PrintingDelegateInField(int n) => Parallel.For(0, n, i => _print(i));

    [Safe]
    public double InterfaceWithOneImplementation(int n)
    {
        double[] areas = new double[n];
        Parallel.For(0, n, i => areas[i] = _shape.Area(i));
        return areas.Sum();
    }

    [Racy("_count", "_meter", "Count")]
    public void MeterWithOneImplementation(int n) => Parallel.For(0, n, i => _meter.Hit());

    [Racy("shared", "_sum")]
    public static void VirtualCallOnShared(int n)
    {
        Accumulator shared = new SummingAccumulator();
        Parallel.For(0, n, i => shared.Put(i));
    }

    [Safe]
    public static void VirtualCallOnOwn(int n) => Parallel.For(0, n, i =>
    {
        Accumulator own = new SummingAccumulator();
        own.Put(i);
        own.Put(i + 1);
    });

    [Safe]
    public static void VirtualCallOnLocked(int n)
    {
        Accumulator shared = new LockedAccumulator();
        Parallel.For(0, n, i => shared.Put(i));
    }

    [Racy("items", "target")]
    public static List<T> GenericCopy<T>(T[] source)
    {
        var target = new List<T>();
        Parallel.ForEach(source, item => PutInto(target, item));
        return target;
    }

    [Safe]
    public static T[] GenericCopyByIndex<T>(T[] source)
    {
        T[] target = new T[source.Length];
        Parallel.For(0, source.Length, i => PutAt(target, i, source[i]));
        return target;
    }

    [Racy("sum")]
    public static int LambdaInVariable(int[] values)
    {
        int sum = 0;
        Action<int> add = v => sum += v;
        Parallel.ForEach(values, add);
        return sum;
    }

    [Safe]
    public static int LambdaInVariableLocked(int[] values)
    {
        int sum = 0;
        object gate = new();
        Action<int> add = v => { lock (gate) sum += v; };
        Parallel.ForEach(values, add);
        return sum;
    }

    [Racy("sum")]
    public static int LocalFunctionShared(int[] values)
    {
        int sum = 0;
        Parallel.ForEach(values, Add);
        return sum;

        void Add(int v) => sum += v;
    }

    [Safe]
    public static int LocalFunctionOwn(int[] values)
    {
        int result = 0;
        Parallel.ForEach(values, v =>
        {
            int own = 0;
            void Add(int x) => own += x;
            Add(v);
            Add(-v);
            if (own != 0)
            {
                Interlocked.Increment(ref result);
            }
        });
        return result;
    }

    [Racy("total")]
    public static int ThroughOutParameter(string[] texts)
    {
        int total = 0;
        Parallel.ForEach(texts, text => Parse(text, out total));
        return total;
    }

    [Safe]
    public static int ThroughOwnOutParameter(string[] texts)
    {
        int total = 0;
        Parallel.ForEach(texts, text =>
        {
            Parse(text, out int one);
            Interlocked.Add(ref total, one);
        });
        return total;
    }

    [Racy("_loaded")]
    public void LazyHelper(int n) => Parallel.For(0, n, i => Console.WriteLine(Load() + i));

    [Safe]
    public static void ExtensionOnOwn(int n)
    {
        int[][] rows = new int[n][];
        Parallel.For(0, n, i =>
        {
            rows[i] = new int[8];
            rows[i].FillWith(i);
        });
    }

    [Racy("row", "values")]
    public static void ExtensionOnShared(int n)
    {
        int[] row = new int[8];
        Parallel.For(0, n, i => row.FillWith(i));
    }

    [Racy("count")]
    public static int FunctionReturningLambda(int[] values)
    {
        int count = 0;
        Action<int> Make(int step) => v => count += v * step;
        Parallel.ForEach(values, Make(2));
        return count;
    }

    [Safe]
    public static int FunctionReturningOwnCounter(int[] values)
    {
        int total = 0;
        Func<int> Make(int start)
        {
            int own = start;
            return () => ++own;
        }
        Parallel.ForEach(values, v =>
        {
            Func<int> next = Make(v);
            next();
            Interlocked.Add(ref total, next());
        });
        return total;
    }

    [Racy("own", "next")]
    public static int FunctionReturningSharedCounter(int[] values)
    {
        int total = 0;
        Func<int> Make(int start)
        {
            int own = start;
            return () => ++own;
        }
        Func<int> next = Make(0);
        Parallel.ForEach(values, v => Interlocked.Add(ref total, next() * v));
        return total;
    }

    private static void One(int i) => Two(i + 1);

    private static void Two(int i)
    {
        if (i > 3)
        {
            Three();
        }
    }

    private static void Three() => s_calls++;

    private static int PureOne(int i) => PureTwo(i) + 1;

    private static int PureTwo(int i) => i > 3 ? PureThree(i) : 0;

    private static int PureThree(int i) => i * i;

    private static void SetFromNext(double[] a, int i) => a[i] = a[i + 1];

    private static void SetOwn(double[] a, int i) => a[i] = Math.Sqrt(a[i]);

    private static void Accumulate(double[] values, int where, int what) => values[where] += what;

    private static void Swap(ref int a, ref int b) => (a, b) = (b, a);

    private void Descend(int v)
    {
        if (v > 0)
        {
            _depth++;
            Descend(v / 2);
            _depth--;
        }
    }

    private static int DescendPurely(int v, int depth) => v > 0 ? DescendPurely(v / 2, depth + 1) : depth;

    private static int Fibonacci(int n)
    {
        if (n < 2)
        {
            return n;
        }
        if (s_memo[n] == 0)
        {
            s_memo[n] = Fibonacci(n - 1) + Fibonacci(n - 2);
        }
        return s_memo[n];
    }

    private static long FibonacciPurely(int n) => n < 2 ? n : FibonacciPurely(n - 1) + FibonacciPurely(n - 2);

    private static void PutInto<T>(List<T> items, T item) => items.Add(item);

    private static void PutAt<T>(T[] items, int where, T item) => items[where] = item;

    private static void Parse(string text, out int value) => value = int.TryParse(text, out int parsed) ? parsed : 0;

    private int Load()
    {
        if (_loaded == 0)
        {
            _loaded = Environment.TickCount;
        }
        return _loaded;
    }

    private interface IShape
    {
        double Area(double size);
    }

    private interface IMeter
    {
        void Hit();
    }

    private sealed class Circle : IShape
    {
        public double Area(double size) => Math.PI * size * size;
    }

    private sealed class CountingMeter : IMeter
    {
        private int _count;

        public int Count => _count;

        public void Hit() => _count++;
    }

    private abstract class Accumulator
    {
        public abstract void Put(int value);
    }

    private sealed class SummingAccumulator : Accumulator
    {
        private int _sum;

        public override void Put(int value) => _sum += value;
    }

    private sealed class LockedAccumulator : Accumulator
    {
        private readonly object _gate = new();
        private int _guarded;

        public override void Put(int value)
        {
            lock (_gate)
            {
                _guarded += value;
            }
        }
    }
}

internal static class RowExtensions
{
    public static void FillWith(this int[] values, int value)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = value;
        }
    }
}
