using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Monitor by hand, semaphores, mutexes, reader-writer locks, spin locks, striped locks.</summary>
internal sealed class OtherLocks
{
    private static readonly object s_gate = new();
    private object _replaced = new();
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<int, string> _map = [];
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private readonly SpinLock _readonlySpin = new(enableThreadOwnerTracking: false);
    private volatile string? _title;
    private int _count;

    [Safe]
    public static int EnterAndExit(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            Monitor.Enter(s_gate);
            try
            {
                sum += a[i];
            }
            finally
            {
                Monitor.Exit(s_gate);
            }
        });
        return sum;
    }

    // Left before the sum.
    [Racy("sum")]
    public static int ExitTooEarly(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            Monitor.Enter(s_gate);
            int v = a[i];
            Monitor.Exit(s_gate);
            sum += v;
        });
        return sum;
    }

    [Safe]
    public static int TryEnterChecked(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (Monitor.TryEnter(s_gate, 100))
            {
                try
                {
                    sum += a[i];
                }
                finally
                {
                    Monitor.Exit(s_gate);
                }
            }
        });
        return sum;
    }

    // Whether the lock was taken is not asked.
    [Racy("sum")]
    public static int TryEnterUnchecked(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            bool taken = Monitor.TryEnter(s_gate, 100);
            sum += a[i];
            if (taken)
            {
                Monitor.Exit(s_gate);
            }
        });
        return sum;
    }

    [Safe]
    public static int SemaphoreOfOne(int[] a)
    {
        int sum = 0;
        using var semaphore = new SemaphoreSlim(1);
        Parallel.For(0, a.Length, i =>
        {
            semaphore.Wait();
            sum += a[i];
            semaphore.Release();
        });
        return sum;
    }

    // Two at a time.
    [Racy("sum")]
    public static int SemaphoreOfTwo(int[] a)
    {
        int sum = 0;
        using var semaphore = new SemaphoreSlim(2);
        Parallel.For(0, a.Length, i =>
        {
            semaphore.Wait();
            sum += a[i];
            semaphore.Release();
        });
        return sum;
    }

    [Safe]
    public static async Task<int> SemaphoreAwaited(int[] a)
    {
        int sum = 0;
        using var semaphore = new SemaphoreSlim(1, 1);
        await Parallel.ForEachAsync(a, async (v, cancellation) =>
        {
            await semaphore.WaitAsync(cancellation);
            try
            {
                sum += v;
            }
            finally
            {
                semaphore.Release();
            }
        });
        return sum;
    }

    // Not awaited: the wait goes on while the sum is changed.
    [Racy("sum")]
    public static async Task<int> SemaphoreNotAwaited(int[] a)
    {
        int sum = 0;
        using var semaphore = new SemaphoreSlim(1, 1);
        await Parallel.ForEachAsync(a, (v, cancellation) =>
        {
            _ = semaphore.WaitAsync(cancellation);
            sum += v;
            semaphore.Release();
            return ValueTask.CompletedTask;
        });
        return sum;
    }

    [Safe]
    public static int OneMutex(int[] a)
    {
        int sum = 0;
        using var mutex = new Mutex();
        Parallel.For(0, a.Length, i =>
        {
            mutex.WaitOne();
            sum += a[i];
            mutex.ReleaseMutex();
        });
        return sum;
    }

    [Racy("sum")]
    public static int MutexOfEachIteration(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            using var mutex = new Mutex();
            mutex.WaitOne();
            sum += a[i];
            mutex.ReleaseMutex();
        });
        return sum;
    }

    [Safe]
    public void WriteLock(int[] keys)
    {
        Parallel.For(0, keys.Length, i =>
        {
            _rw.EnterWriteLock();
            try
            {
                _map[keys[i]] = "";
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        });
    }

    // Readers are let in together, and these write.
    [Racy("_map")]
    public void ReadLockForWriting(int[] keys)
    {
        Parallel.For(0, keys.Length, i =>
        {
            _rw.EnterReadLock();
            try
            {
                _map[keys[i]] = "";
            }
            finally
            {
                _rw.ExitReadLock();
            }
        });
    }

    [Safe]
    public void ReadersAndAWriter(int[] keys)
    {
        Parallel.For(0, keys.Length, i =>
        {
            bool known;
            _rw.EnterReadLock();
            known = _map.ContainsKey(keys[i]);
            _rw.ExitReadLock();
            if (!known)
            {
                _rw.EnterWriteLock();
                _map[keys[i]] = "";
                _rw.ExitWriteLock();
            }
        });
    }

    // The reader takes no lock.
    [Racy("_map")]
    public void ReaderWithoutLock(int[] keys)
    {
        Parallel.For(0, keys.Length, i =>
        {
            if (!_map.ContainsKey(keys[i]))
            {
                _rw.EnterWriteLock();
                _map[keys[i]] = "";
                _rw.ExitWriteLock();
            }
        });
    }

    [Safe]
    public void Spin(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            bool taken = false;
            _spin.Enter(ref taken);
            _count += a[i];
            _spin.Exit();
        });
    }

    // A readonly struct field is copied for each call: every Enter takes a fresh lock.
    [Racy("_count")]
    public void SpinReadonly(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            bool taken = false;
            _readonlySpin.Enter(ref taken);
            _count += a[i];
            _readonlySpin.Exit();
        });
    }

    // So does a local copy.
    [Racy("_count")]
    public void SpinCopied(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            SpinLock spin = _spin;
            bool taken = false;
            spin.Enter(ref taken);
            _count += a[i];
            spin.Exit();
        });
    }

    // The lock is replaced while others hold the old one.
    [Racy("_count", "_replaced")]
    public void LockReplaced(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            lock (_replaced)
            {
                _count += a[i];
                _replaced = new object();
            }
        });
    }

    // The lock of a bin is that of its number modulo 16: one bin, one lock.
    [Safe]
    public static void StripedLocks(int[] keys)
    {
        int[] bins = new int[256];
        object[] gates = new object[16];
        for (int g = 0; g < gates.Length; g++)
        {
            gates[g] = new object();
        }

        Parallel.For(0, keys.Length, i =>
        {
            int bin = keys[i] & 255;
            lock (gates[bin & 15])
            {
                bins[bin]++;
            }
        });
    }

    // The lock of the iteration, not of the bin: one bin, many locks.
    [Racy("bins")]
    public static void StripedLocksByIteration(int[] keys)
    {
        int[] bins = new int[256];
        object[] gates = new object[16];
        for (int g = 0; g < gates.Length; g++)
        {
            gates[g] = new object();
        }

        Parallel.For(0, keys.Length, i =>
        {
            int bin = keys[i] & 255;
            lock (gates[i & 15])
            {
                bins[bin]++;
            }
        });
    }

    // Double-checked, with a volatile field.
    [Safe]
    public void DoubleChecked(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (_title == null)
            {
                lock (s_gate)
                {
                    _title ??= string.Concat("n = ", a.Length);
                }
            }
        });
    }

    // The lock is taken around the start of the loop, by the caller alone.
    [Racy("_count")]
    public void LockAroundTheLoop(int[] a)
    {
        lock (s_gate)
        {
            Parallel.For(0, a.Length, i => _count += a[i]);
        }
    }
}
