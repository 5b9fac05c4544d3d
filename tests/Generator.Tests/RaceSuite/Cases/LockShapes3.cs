#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locks of every kind, taken right and wrong.</summary>
internal class LockShapes3
{
    private int _n;

    private long _total;

    private static int s_n;

    private readonly object _a = new(), _b = new();

    private static readonly object s_lock = new();

    private readonly List<int> _items = new();

    private readonly ConcurrentDictionary<string, object> _locks = new();

    private LockShapes3? _instance;

    private static LockShapes3? s_instance;

    [Safe]
    public int NoRaceOnMax2(int[] d)
    {
        int max = int.MinValue;
        Parallel.ForEach(d, x =>
        {
            int cur = Volatile.Read(ref max);
            while (x > cur)
            {
                int seen = Interlocked.CompareExchange(ref max, x, cur);
                if (seen == cur)
                    break;
                cur = seen;
            }
        });
        return max;
    }

    [Racy("max")]
    public int RaceOnMax3(int[] d)
    {
        int max = 0;
        Parallel.For(0, d.Length, i =>
        {
            max = Math.Max(max, d[i]);
        });
        return max;
    }

    [Safe]
    public void NoRaceOnN9(string[] keys) => Parallel.ForEach(keys, k =>
    {
        var l = _locks.GetOrAdd("all", _ => new object ());
        lock (l)
        {
            _n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN15(string[] keys) => Parallel.ForEach(keys, k =>
    {
        var l = _locks.GetOrAdd(k, _ => new object ());
        lock (l)
        {
            _n++;
        }
    });

    [Safe]
    public void NoRaceOnWork5() => Parallel.For(0, 10, i =>
    {
        lock (this)
        {
            Add(i);
        }
    });

    [Racy("s_n")]
    public static void RaceOnS_n(LockShapes3[] xs) => Parallel.ForEach(xs, x =>
    {
        lock (x)
        {
            s_n++;
        }
    });

    [Safe]
    public static void NoRaceOnS_n(LockShapes3[] xs) => Parallel.ForEach(xs, x =>
    {
        lock (s_lock)
        {
            s_n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN17(LockShapes3[] xs) => Parallel.ForEach(xs, x => x.LockedAddTo(this));

    [Safe]
    public void NoRaceOnN10(LockShapes3[] xs) => Parallel.ForEach(xs, x => LockedAddFrom(x));

    [Racy("_items")]
    public void RaceOnItems()
    {
        Parallel.For(0, 10, i =>
        {
            lock (_items)
                _items.Add(i);
        });
        var t = Task.Run(() =>
        {
            foreach (var x in _items)
                Console.WriteLine(x);
        });
        lock (_items)
            _items.Clear();
        t.Wait();
    }

    [Safe]
    public void NoRaceOnItems()
    {
        var t = Task.Run(() =>
        {
            lock (_items)
                foreach (var x in _items)
                    Console.WriteLine(x);
        });
        lock (_items)
            _items.Clear();
        t.Wait();
    }

    [Racy("_instance")]
    public void RaceOnInstance() => Parallel.For(0, 4, i =>
    {
        if (_instance == null)
            _instance = new LockShapes3();
        _instance.Add(1);
    });

    [Racy("s_instance")]
    public static void RaceOnS_instance() => Parallel.For(0, 4, i =>
    {
        s_instance ??= new LockShapes3();
    });

    [Safe]
    public static void NoRaceOnInstance() => Parallel.For(0, 4, i =>
    {
        lock (s_lock)
        {
            s_instance ??= new LockShapes3();
        }
    });

    [Safe]
    public void NoRaceOnWork6()
    {
        var lazy = new Lazy<LockShapes3>(() => new LockShapes3());
        Parallel.For(0, 4, i =>
        {
            Console.WriteLine(lazy.Value);
        });
    }

    [Racy("_total")]
    public void RaceOnTotal(int[] d) => Parallel.ForEach(d, x =>
    {
        lock (_a)
        {
            Log(x);
        }

        _total += x;
    });

    [Racy("_total")]
    public void RaceOnTotal2(int[] d)
    {
        var t = new Thread(() =>
        {
            lock (_a)
            {
                _total += d[0];
            }
        });
        t.Start();
        _total += d[1];
        t.Join();
    }

    private void Add(int k)
    {
        _n += k;
    }

    private void LockedAddTo(LockShapes3 o)
    {
        lock (_a)
        {
            o._n++;
        }
    }

    private void LockedAddFrom(LockShapes3 o)
    {
        lock (_a)
        {
            _n++;
        }
    }

    private static void Log(int x) => Console.WriteLine(x);
}
