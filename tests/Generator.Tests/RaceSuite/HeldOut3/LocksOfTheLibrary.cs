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

/// <summary>Reader-writer locks, semaphores, spin locks, mutexes.</summary>
internal sealed class LocksOfTheLibrary
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _prices = new();
    private readonly Dictionary<string, int> _stock = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly SemaphoreSlim _two = new(2, 2);
    private int _entered;
    private int _crowd;
    private SpinLock _spin = new(false);
    private long _spun;
    private readonly Mutex _mutex = new();
    private int _exclusive;

    [Safe]
    public void WriteInWriteMode(string[] names) => Parallel.ForEach(names, name =>
    {
        _rw.EnterWriteLock();
        try
        {
            _prices[name] = name.Length;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    });

    [Racy("_stock")]
    public void WriteInReadMode(string[] names) => Parallel.ForEach(names, name =>
    {
        _rw.EnterReadLock();
        try
        {
            _stock[name] = name.Length;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    });

    [Safe]
    public static int ReadInReadModeWriteInWriteMode(string[] names)
    {
        var seen = new HashSet<string>();
        var rw = new ReaderWriterLockSlim();
        int repeated = 0;
        Parallel.ForEach(names, name =>
        {
            bool known;
            rw.EnterReadLock();
            try { known = seen.Contains(name); }
            finally { rw.ExitReadLock(); }
            if (known)
            {
                Interlocked.Increment(ref repeated);
                return;
            }
            rw.EnterWriteLock();
            try { seen.Add(name); }
            finally { rw.ExitWriteLock(); }
        });
        return repeated;
    }

    [Racy("repeated")]
    public static int CountInReadMode(string[] names)
    {
        var seen = new HashSet<string>();
        var rw = new ReaderWriterLockSlim();
        int repeated = 0;
        Parallel.ForEach(names, name =>
        {
            rw.EnterReadLock();
            try
            {
                if (seen.Contains(name))
                {
                    repeated++;
                    return;
                }
            }
            finally { rw.ExitReadLock(); }
            rw.EnterWriteLock();
            try { seen.Add(name); }
            finally { rw.ExitWriteLock(); }
        });
        return repeated;
    }

    [Safe]
    public static Dictionary<int, string> Upgradeable(int[] keys)
    {
        var cache = new Dictionary<int, string>();
        var rw = new ReaderWriterLockSlim();
        Parallel.ForEach(keys, key =>
        {
            rw.EnterUpgradeableReadLock();
            try
            {
                if (!cache.ContainsKey(key))
                {
                    rw.EnterWriteLock();
                    try { cache.Add(key, key.ToString()); }
                    finally { rw.ExitWriteLock(); }
                }
            }
            finally { rw.ExitUpgradeableReadLock(); }
        });
        return cache;
    }

    [Racy("cache")]
    public static Dictionary<int, string> NeverUpgraded(int[] keys)
    {
        var cache = new Dictionary<int, string>();
        var rw = new ReaderWriterLockSlim();
        Parallel.ForEach(keys, key =>
        {
            rw.EnterReadLock();
            try
            {
                if (!cache.ContainsKey(key))
                {
                    cache.Add(key, key.ToString());
                }
            }
            finally { rw.ExitReadLock(); }
        });
        return cache;
    }

    [Safe]
    public async Task SemaphoreOfOne(IEnumerable<int> jobs) => await Task.WhenAll(jobs.Select(async job =>
    {
        await _one.WaitAsync();
        try
        {
            _entered += job;
        }
        finally
        {
            _one.Release();
        }
    }));

    [Racy("_crowd")]
    public async Task SemaphoreOfTwo(IEnumerable<int> jobs) => await Task.WhenAll(jobs.Select(job => Task.Run(async () =>
    {
        await _two.WaitAsync();
        try
        {
            _crowd += job;
        }
        finally
        {
            _two.Release();
        }
    })));

    [Racy("used")]
    public static int ThrottledDownloads(int[] sizes)
    {
        int used = 0;
        var throttle = new SemaphoreSlim(4);
        Task[] tasks = sizes.Select(size => Task.Run(() =>
        {
            throttle.Wait();
            used += size;
            throttle.Release();
        })).ToArray();
        Task.WaitAll(tasks);
        return used;
    }

    [Safe]
    public static int SerializedDownloads(int[] sizes)
    {
        int used = 0;
        var throttle = new SemaphoreSlim(1);
        Task[] tasks = sizes.Select(size => Task.Run(() =>
        {
            throttle.Wait();
            used += size;
            throttle.Release();
        })).ToArray();
        Task.WaitAll(tasks);
        return used;
    }

    [Safe]
    public void SpinOnField(long[] values) => Parallel.ForEach(values, v =>
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            _spun += v;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    });

    [Racy("sum")]
    public static long SpinOnOwnLock(long[] values)
    {
        long sum = 0;
        Parallel.ForEach(values, v =>
        {
            var spin = new SpinLock();
            bool taken = false;
            spin.Enter(ref taken);
            sum += v;
            spin.Exit();
        });
        return sum;
    }

    [Racy("sum")]
    public static long SpinOnCopy(long[] values)
    {
        long sum = 0;
        var shared = new SpinLock();
        Parallel.ForEach(values, v =>
        {
            SpinLock spin = shared;
            bool taken = false;
            spin.Enter(ref taken);
            sum += v;
            spin.Exit();
        });
        return sum;
    }

    [Safe]
    public void MutexHeld(int[] values) => Parallel.ForEach(values, v =>
    {
        _mutex.WaitOne();
        try
        {
            _exclusive += v;
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    });

    [Racy("sum")]
    public static int MutexTimeoutIgnored(int[] values)
    {
        int sum = 0;
        using var mutex = new Mutex();
        Parallel.ForEach(values, v =>
        {
            bool held = mutex.WaitOne(5);
            sum += v;
            if (held)
            {
                mutex.ReleaseMutex();
            }
        });
        return sum;
    }

    [Safe]
    public static int MutexTimeoutChecked(int[] values)
    {
        int sum = 0;
        using var mutex = new Mutex();
        Parallel.ForEach(values, v =>
        {
            if (!mutex.WaitOne(5))
            {
                return;
            }
            sum += v;
            mutex.ReleaseMutex();
        });
        return sum;
    }

    [Safe]
    public static int HandMadeSpin(int[] values)
    {
        int sum = 0, busy = 0;
        Parallel.ForEach(values, v =>
        {
            var wait = new SpinWait();
            while (Interlocked.CompareExchange(ref busy, 1, 0) != 0)
            {
                wait.SpinOnce();
            }
            sum += v;
            Volatile.Write(ref busy, 0);
        });
        return sum;
    }

    [Racy("busy", "sum")]
    public static int HandMadeSpinWithoutAtomics(int[] values)
    {
        int sum = 0, busy = 0;
        Parallel.ForEach(values, v =>
        {
            var wait = new SpinWait();
            while (busy != 0)
            {
                wait.SpinOnce();
            }
            busy = 1;
            sum += v;
            busy = 0;
        });
        return sum;
    }
}
