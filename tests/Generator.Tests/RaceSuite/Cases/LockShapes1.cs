#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locks of every kind, taken right and wrong.</summary>
internal class LockShapes1
{
    private int _n;

    private readonly object _a = new(), _b = new();

    private readonly ReaderWriterLockSlim _rw = new();

    private readonly Dictionary<int, string> _map = new();

    private volatile int _v;

    private readonly object[] _stripes = Enumerable.Range(0, 16).Select(_ => new object ()).ToArray();

    private object Sync => _a;

    private object FreshSync => new object ();

    [Racy("_n")]
    public void RaceOnN() => Parallel.For(0, 100, i =>
    {
        lock (new object ())
            _n++;
    });

    [Racy("_n")]
    public void RaceOnN2() => Parallel.For(0, 100, i =>
    {
        var o = new object ();
        lock (o)
        {
            _n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN3() => Parallel.For(0, 100, i =>
    {
        lock ((object)i)
        {
            _n++;
        }
    });

    [Safe]
    public void NoRaceOnN() => Parallel.For(0, 100, i =>
    {
        lock (typeof(LockShapes1))
        {
            _n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN4() => Parallel.For(0, 100, i =>
    {
        lock (i % 2 == 0 ? _a : _b)
        {
            _n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN5() => Parallel.Invoke(() =>
    {
        lock (_a)
            _n++;
    }, () =>
    {
        lock (_b)
            _n--;
    });

    [Safe]
    public void NoRaceOnN2() => Parallel.Invoke(() =>
    {
        lock (_a)
            lock (_b)
                _n++;
    }, () =>
    {
        lock (_b)
            _n--;
    });

    [Racy("_n")]
    public void RaceOnN6() => Parallel.For(0, 100, i =>
    {
        lock (FreshSync)
            _n++;
    });

    [Safe]
    public void NoRaceOnN3() => Parallel.For(0, 100, i =>
    {
        lock (Sync)
            _n++;
    });

    [Racy("_n")]
    public void RaceOnN7() => Parallel.For(0, 100, i =>
    {
        lock (_stripes[i % 16])
            _n++;
    });

    [Safe]
    public void NoRaceOnN4(int[] cells) => Parallel.For(0, 1000, i =>
    {
        lock (_stripes[i % 16])
            cells[i % 16]++;
    });

    [Racy("cells")]
    public void RaceOnCells(int[] cells) => Parallel.For(0, 1000, i =>
    {
        lock (_stripes[i % 16])
            cells[i % 8]++;
    });

    [Racy("_map")]
    public void RaceOnMap(int[] keys) => Parallel.ForEach(keys, k =>
    {
        _rw.EnterReadLock();
        try
        {
            _map[k] = k.ToString();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    });

    [Safe]
    public void NoRaceOnMap(int[] keys) => Parallel.ForEach(keys, k =>
    {
        _rw.EnterWriteLock();
        try
        {
            _map[k] = k.ToString();
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    });

    [Racy("_map")]
    public void RaceOnMap2(int[] keys) => Parallel.ForEach(keys, k =>
    {
        if (!_map.ContainsKey(k))
            lock (_a)
            {
                _map[k] = "";
            }
    });

    [Safe]
    public void NoRaceOnMap2(int[] keys) => Parallel.ForEach(keys, k =>
    {
        lock (_a)
        {
            if (!_map.ContainsKey(k))
                _map[k] = "";
        }
    });

    [Racy("_n")]
    public void RaceOnN8() => Parallel.For(0, 100, i =>
    {
        int t;
        lock (_a)
            t = _n;
        t++;
        lock (_a)
            _n = t;
    });

    [Racy("_v")]
    public void RaceOnV() => Parallel.For(0, 100, i =>
    {
        _v++;
    });

    [Racy("_n")]
    public void RaceOnN9() => Parallel.For(0, 100, i =>
    {
        if (Monitor.TryEnter(_a))
        {
            try
            {
                _n++;
            }
            finally
            {
                Monitor.Exit(_a);
            }
        }
        else
        {
            _n--;
        }
    });
}
