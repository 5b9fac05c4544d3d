#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locks of every kind, taken right and wrong.</summary>
internal class LockShapes2
{
    private int _n;

    private readonly object _a = new(), _b = new();

    private readonly Lock _lk = new();

    private object _mut = new();

    private SpinLock _spin = new();

    private readonly Mutex _mutex = new();

    private int _flag;

    [Safe]
    public void NoRaceOnN5() => Parallel.For(0, 100, i =>
    {
        bool got = false;
        try
        {
            Monitor.Enter(_a, ref got);
            _n++;
        }
        finally
        {
            if (got)
                Monitor.Exit(_a);
        }
    });

    [Safe]
    public void NoRaceOnWork() => Parallel.For(0, 100, i =>
    {
        bool got = false;
        try
        {
            _spin.Enter(ref got);
            _n++;
        }
        finally
        {
            if (got)
                _spin.Exit();
        }
    });

    [Safe]
    public void NoRaceOnWork2() => Parallel.For(0, 100, i =>
    {
        _mutex.WaitOne();
        try
        {
            _n++;
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    });

    [Safe]
    public void NoRaceOnN6() => Parallel.For(0, 100, i =>
    {
        using (_lk.EnterScope())
        {
            _n++;
        }
    });

    [Racy("_n")]
    public void RaceOnN10() => Parallel.For(0, 100, i =>
    {
        using (_lk.EnterScope())
        {
        }

        _n++;
    });

    [Racy("_n")]
    public void RaceOnN11() => Parallel.For(0, 100, i =>
    {
        Monitor.Enter(_a);
        Monitor.Exit(_a);
        _n++;
    });

    [Racy("_n")]
    public void RaceOnN12() => Parallel.For(0, 100, i =>
    {
        lock (_mut)
        {
            _n++;
            _mut = new object ();
        }
    });

    [Safe]
    public void NoRaceOnWork3() => Parallel.For(0, 100, i =>
    {
        while (Interlocked.CompareExchange(ref _flag, 1, 0) != 0)
        {
            Thread.SpinWait(10);
        }

        _n++;
        Volatile.Write(ref _flag, 0);
    });

    [Safe]
    public void NoRaceOnWork4() => Parallel.For(0, 100, i =>
    {
        while (Interlocked.Exchange(ref _flag, 1) == 1)
        {
        }

        _n++;
        Interlocked.Exchange(ref _flag, 0);
    });

    [Safe]
    public void NoRaceOnN7() => Parallel.For(0, 100, i =>
    {
        int old, next;
        do
        {
            old = _n;
            next = old * 3 + 1;
        }
        while (Interlocked.CompareExchange(ref _n, next, old) != old);
    });

    [Racy("_n")]
    public void RaceOnN13() => Parallel.For(0, 100, i =>
    {
        int old = _n;
        Interlocked.Exchange(ref _n, old + 1);
    });

    [Racy("_n")]
    public void RaceOnN14() => Parallel.For(0, 100, i =>
    {
        Interlocked.Increment(ref _n);
        if (_n % 10 == 0)
            _n = 0;
    });

    [Safe]
    public void NoRaceOnN8() => Parallel.For(0, 100, i =>
    {
        int now = Interlocked.Increment(ref _n);
        if (now == 50)
            Console.WriteLine("half");
    });

    [Racy("max")]
    public int RaceOnMax(int[] d)
    {
        int max = int.MinValue;
        Parallel.ForEach(d, x =>
        {
            if (x > max)
                max = x;
        });
        return max;
    }

    [Racy("max")]
    public int RaceOnMax2(int[] d)
    {
        int max = int.MinValue;
        Parallel.ForEach(d, x =>
        {
            if (x > max)
            {
                lock (_a)
                {
                    max = x;
                }
            }
        });
        return max;
    }

    [Safe]
    public int NoRaceOnMax(int[] d)
    {
        int max = int.MinValue;
        Parallel.ForEach(d, x =>
        {
            lock (_a)
            {
                if (x > max)
                {
                    max = x;
                }
            }
        });
        return max;
    }
}
