#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locks of every kind, taken right and wrong.</summary>
internal class LockShapes5
{
    private int _n;

    private readonly object _a = new(), _b = new();

    private readonly List<int> _items = new();

    private int _flag;

    [Racy("r")]
    public void RaceOnR()
    {
        using var cd = new CountdownEvent(4);
        int[] r = new int[4];
        for (int i = 0; i < 4; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                cd.Signal();
                r[k] = k;
            });
        }

        cd.Wait();
        Console.WriteLine(r.Sum());
    }

    [Safe]
    public void NoRaceOnX()
    {
        var ev = new ManualResetEventSlim();
        int x = 0;
        var t = Task.Run(() =>
        {
            ev.Wait();
            x++;
        });
        x = 5;
        ev.Set();
        t.Wait();
    }

    [Racy("x")]
    public void RaceOnX()
    {
        var ev = new ManualResetEventSlim();
        int x = 0;
        var t = Task.Run(() =>
        {
            ev.Wait();
            x++;
        });
        ev.Set();
        x = 5;
        t.Wait();
    }

    [Safe]
    public void NoRaceOnWork7()
    {
        bool ready = false;
        int x = 0;
        var t = Task.Run(() =>
        {
            lock (_a)
            {
                while (!ready)
                    Monitor.Wait(_a);
            }

            Console.WriteLine(x);
        });
        x = 5;
        lock (_a)
        {
            ready = true;
            Monitor.PulseAll(_a);
        }

        t.Wait();
    }

    [Safe]
    public void NoRaceOnWork8()
    {
        int x = 0;
        Volatile.Write(ref _flag, 0);
        var t = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref _flag) == 1);
            Console.WriteLine(x);
        });
        x = 3;
        Volatile.Write(ref _flag, 1);
        t.Wait();
    }

    [Safe]
    public void NoRaceOnAcc()
    {
        var local = new ThreadLocal<int>(() => 0, true);
        Parallel.For(0, 100, i =>
        {
            local.Value += i;
        });
        Console.WriteLine(local.Values.Sum());
    }

    [Racy("acc")]
    public void RaceOnAcc()
    {
        var acc = new int[1];
        var local = new ThreadLocal<int[]>(() => acc);
        Parallel.For(0, 100, i =>
        {
            local.Value![0] += i;
        });
    }

    [Safe]
    public void NoRaceOnWork9()
    {
        var local = new ThreadLocal<List<int>>(() => new List<int>(), true);
        Parallel.For(0, 100, i =>
        {
            local.Value!.Add(i);
        });
    }

    [Racy("_items")]
    public void RaceOnItems2() => Parallel.For(0, 100, () => _items, (i, s, l) =>
    {
        l.Add(i);
        return l;
    }, l =>
    {
    });

    [Safe]
    public void NoRaceOnItems2() => Parallel.For(0, 100, () => new List<int>(), (i, s, l) =>
    {
        l.Add(i);
        return l;
    }, l =>
    {
        lock (_items)
            _items.AddRange(l);
    });

    [Racy("_items")]
    public void RaceOnItems3() => Parallel.For(0, 100, () => new List<int>(), (i, s, l) =>
    {
        l.Add(i);
        return l;
    }, l =>
    {
        _items.AddRange(l);
    });

    private void Add(int k)
    {
        _n += k;
    }
}
