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

/// <summary>Properties, indexers, operators, events, caches of classes.</summary>
internal sealed class Members
{
    private static Dictionary<int, int>? s_table;
    private static bool s_ready;
    private static readonly object s_lock = new();
    private static Dictionary<int, int>? s_safeTable;
    private static volatile bool s_safeReady;
    private static readonly Lazy<Dictionary<int, int>> s_lazy = new(Build);
    private static Dictionary<int, int>? s_careless;
    private static Dictionary<int, int>? s_initialized;
    private int _total;
    private int _clamped;
    private int _autoCalls;

    public int Total
    {
        get => _total;
        set => _total = value;
    }

    public int Clamped
    {
        get => Volatile.Read(ref _clamped);
        set
        {
            lock (s_lock)
            {
                _clamped = Math.Min(value, 100);
            }
        }
    }

    public int Visits { get; private set; }

    public int Square => _autoCalls++;

    public event Action<int>? Changed;

    [Racy("Total", "_total")]
    public void AddToProperty(int[] values) => Parallel.ForEach(values, v => Total += v);

    [Safe]
    public static int ReadProperty(string[] values)
    {
        int sum = 0;
        Parallel.ForEach(values, v => Interlocked.Add(ref sum, v.Length));
        return sum;
    }

    [Racy("Clamped", "_clamped")]
    public void AddToLockedProperty(int[] values) => Parallel.ForEach(values, v => Clamped += v);

    [Racy("Visits")]
    public void CountVisits(int n) => Parallel.For(0, n, _ => Visits++);

    [Racy("_autoCalls", "Square")]
    public int GetterWithSideEffect(int n)
    {
        int sum = 0;
        Parallel.For(0, n, _ => Interlocked.Add(ref sum, Square));
        return sum;
    }

    [Safe]
    public static void SetElementsOfVector(int n)
    {
        var vector = new Vector(n);
        Parallel.For(0, n, i => vector[i] = i);
    }

    [Racy("vector", "_items")]
    public static void SetElementsOfNeighbours(int n)
    {
        var vector = new Vector(n);
        Parallel.For(0, n - 1, i => vector[i] = vector[i + 1] + 1);
    }

    [Racy("counting", "_writes", "Writes")]
    public static int SetElementsThatAreCounted(int n)
    {
        var counting = new CountingVector(n);
        Parallel.For(0, n, i => counting[i] = i);
        return counting.Writes;
    }

    [Safe]
    public static Money SumOfMoneyByElements(Money[] amounts)
    {
        Money[] doubled = new Money[amounts.Length];
        Parallel.For(0, amounts.Length, i => doubled[i] = amounts[i] + amounts[i]);
        Money total = default;
        foreach (Money m in doubled)
        {
            total += m;
        }
        return total;
    }

    [Racy("total")]
    public static Money SumOfMoney(Money[] amounts)
    {
        Money total = default;
        Parallel.For(0, amounts.Length, i => total += amounts[i]);
        return total;
    }

    [Racy("s_additions", "Additions")]
    public static Ledger SumOfLedgers(Ledger[] ledgers)
    {
        Ledger[] sums = new Ledger[ledgers.Length];
        Parallel.For(0, ledgers.Length, i => sums[i] = ledgers[i] + ledgers[i]);
        return sums[0];
    }

    [Racy("s_table", "s_ready")]
    public static int DoubleCheckedPlain(int[] keys)
    {
        int sum = 0;
        Parallel.ForEach(keys, key =>
        {
            if (!s_ready)
            {
                lock (s_lock)
                {
                    if (!s_ready)
                    {
                        s_table = Build();
                        s_ready = true;
                    }
                }
            }
            Interlocked.Add(ref sum, s_table![key]);
        });
        return sum;
    }

    [Safe]
    public static int DoubleCheckedVolatile(int[] keys)
    {
        int sum = 0;
        Parallel.ForEach(keys, key =>
        {
            if (!s_safeReady)
            {
                lock (s_lock)
                {
                    if (!s_safeReady)
                    {
                        s_safeTable = Build();
                        s_safeReady = true;
                    }
                }
            }
            Interlocked.Add(ref sum, s_safeTable![key]);
        });
        return sum;
    }

    [Safe]
    public static int LazyTable(int[] keys)
    {
        int sum = 0;
        Parallel.ForEach(keys, key => Interlocked.Add(ref sum, s_lazy.Value[key]));
        return sum;
    }

    [Racy("s_careless")]
    public static int CarelessTable(int[] keys)
    {
        int sum = 0;
        Parallel.ForEach(keys, key =>
        {
            s_careless ??= Build();
            Interlocked.Add(ref sum, s_careless[key]);
        });
        return sum;
    }

    [Safe]
    public static int InitializerTable(int[] keys)
    {
        int sum = 0;
        Parallel.ForEach(keys, key => Interlocked.Add(ref sum, LazyInitializer.EnsureInitialized(ref s_initialized, Build)[key]));
        return sum;
    }

    [Racy("handled")]
    public int EventHandlersShare(int[] values)
    {
        int handled = 0;
        Changed += _ => handled++;
        Parallel.ForEach(values, v => Changed?.Invoke(v));
        return handled;
    }

    [Safe]
    public static int EventHandlersAreAtomic(int[] values)
    {
        int handled = 0;
        var source = new Source();
        source.Changed += _ => Interlocked.Increment(ref handled);
        Parallel.ForEach(values, v => source.Raise(v));
        return handled;
    }

    [Racy("handled")]
    public static int EventHandlersOfSourceShare(int[] values)
    {
        int handled = 0;
        var source = new Source();
        source.Changed += _ => handled++;
        Parallel.ForEach(values, v => source.Raise(v));
        return handled;
    }

    [Safe]
    public static void SubscribeFromAll(int n)
    {
        var source = new Source();
        Parallel.For(0, n, i => source.Changed += _ => Console.WriteLine(i));
    }

    [Racy("builder", "_parts")]
    public static string OwnBuilderShared(string[] words)
    {
        var builder = new PathBuilder();
        Parallel.ForEach(words, word => builder.Append(word));
        return builder.ToString();
    }

    [Safe]
    public static string[] OwnBuilderEach(string[] words)
    {
        string[] paths = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            var builder = new PathBuilder();
            builder.Append(words[i]).Append("tail");
            paths[i] = builder.ToString();
        });
        return paths;
    }

    [Racy("command", "_parameters", "Parameters", "Text")]
    public static int CommandShared(string[] names)
    {
        var command = new Command();
        int rows = 0;
        Parallel.ForEach(names, name =>
        {
            command.Text = name;
            Interlocked.Add(ref rows, command.Execute());
        });
        return rows;
    }

    [Safe]
    public static int CommandEach(string[] names)
    {
        int rows = 0;
        Parallel.ForEach(names, name =>
        {
            using var command = new Command { Text = name };
            Interlocked.Add(ref rows, command.Execute());
        });
        return rows;
    }

    private static Dictionary<int, int> Build() => Enumerable.Range(0, 100).ToDictionary(i => i, i => i * i);

    internal sealed class Vector(int n)
    {
        private readonly int[] _items = new int[n];

        public int this[int index]
        {
            get => _items[index];
            set => _items[index] = value;
        }
    }

    internal sealed class CountingVector(int n)
    {
        private readonly int[] _items = new int[n];
        private int _writes;

        public int Writes => _writes;

        public int this[int index]
        {
            get => _items[index];
            set
            {
                _items[index] = value;
                _writes++;
            }
        }
    }

    internal readonly record struct Money(decimal Amount)
    {
        public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);
    }

    internal sealed class Ledger
    {
        private static int s_additions;

        public static int Additions => s_additions;

        public static Ledger operator +(Ledger a, Ledger b)
        {
            s_additions++;
            return new Ledger();
        }
    }

    internal sealed class Source
    {
        public event Action<int>? Changed;

        public void Raise(int value) => Changed?.Invoke(value);
    }

    internal sealed class PathBuilder
    {
        private readonly List<string> _parts = new();

        public PathBuilder Append(string part)
        {
            _parts.Add(part);
            return this;
        }

        public override string ToString() => string.Join('/', _parts);
    }

    internal sealed class Command : IDisposable
    {
        public string Text { get; set; } = "";

        public int Execute() => Text.Length;

        public void Dispose() => Text = "";
    }
}
