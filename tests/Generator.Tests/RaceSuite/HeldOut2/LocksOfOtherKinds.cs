using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Monitor, spin locks, reader and writer locks, semaphores.</summary>
internal static class LocksOfOtherKinds
{
    [Safe]
    public static int MonitorTryFinally(int[] work)
    {
        int count = 0;
        object gate = new();
        Parallel.ForEach(work, item =>
        {
            bool taken = false;
            try
            {
                Monitor.Enter(gate, ref taken);
                count += item;
            }
            finally
            {
                if (taken)
                {
                    Monitor.Exit(gate);
                }
            }
        });
        return count;
    }

    [Racy("count")]
    public static int MonitorExitsTooEarly(int[] work)
    {
        int count = 0;
        object gate = new();
        Parallel.ForEach(work, item =>
        {
            Monitor.Enter(gate);
            Monitor.Exit(gate);
            count += item;
        });
        return count;
    }

    [Racy("count")]
    public static int TryEnterIgnored(int[] work)
    {
        int count = 0;
        object gate = new();
        Parallel.ForEach(work, item =>
        {
            bool entered = Monitor.TryEnter(gate);
            count += item;
            if (entered)
            {
                Monitor.Exit(gate);
            }
        });
        return count;
    }

    [Safe]
    public static int SpinLockTaken(int[] work)
    {
        int count = 0;
        var spin = new SpinLock(false);
        Parallel.ForEach(work, item =>
        {
            bool taken = false;
            spin.Enter(ref taken);
            count += item;
            if (taken)
            {
                spin.Exit();
            }
        });
        return count;
    }

    [Racy("count")]
    public static int ReadLockForWriting(int[] work)
    {
        int count = 0;
        var rw = new ReaderWriterLockSlim();
        Parallel.ForEach(work, item =>
        {
            rw.EnterReadLock();
            count += item;
            rw.ExitReadLock();
        });
        return count;
    }

    [Safe]
    public static int WriteLockForWriting(int[] work)
    {
        int count = 0;
        var rw = new ReaderWriterLockSlim();
        Parallel.ForEach(work, item =>
        {
            rw.EnterWriteLock();
            count += item;
            rw.ExitWriteLock();
        });
        return count;
    }

    [Racy("total")]
    public static int SemaphoreOfTwo(int[] work)
    {
        int total = 0;
        using var semaphore = new SemaphoreSlim(2);
        Parallel.ForEach(work, item =>
        {
            semaphore.Wait();
            total += item;
            semaphore.Release();
        });
        return total;
    }

    [Safe]
    public static int SemaphoreOfOne(int[] work)
    {
        int total = 0;
        using var semaphore = new SemaphoreSlim(1);
        Parallel.ForEach(work, item =>
        {
            semaphore.Wait();
            total += item;
            semaphore.Release();
        });
        return total;
    }

    [Safe]
    public static int MutexHeld(int[] work)
    {
        int total = 0;
        using var mutex = new Mutex();
        Parallel.ForEach(work, item =>
        {
            mutex.WaitOne();
            try
            {
                total += item;
            }
            finally
            {
                mutex.ReleaseMutex();
            }
        });
        return total;
    }
}
