using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Critical sections, atomics, flags, barriers: present, missing, or of another object.</summary>
internal static class LocksAndFlags
{
    private static readonly object s_lockA = new();
    private static readonly object s_lockB = new();
    private static int s_size;
    private static volatile bool s_ready;
    private static bool s_plainReady;
    private static int s_payload;

    [Racy("var")]
    public static int NoLock()
    {
        int var = 0;
        Parallel.For(0, 100, _ => { var++; });
        return var;
    }

    [Safe]
    public static int WithLock()
    {
        int var = 0;
        object lck = new object();
        Parallel.For(0, 100, _ => { lock (lck) { var++; } });
        return var;
    }

    [Racy("var")]
    public static int LockPerIteration()
    {
        int var = 0;
        Parallel.For(0, 100, _ =>
        {
            object lck = new object();
            lock (lck)
            {
                var++;
            }
        });
        return var;
    }

    [Racy("s_size")]
    public static void ProducerAndConsumerOnTwoNames()
    {
        const int Cap = 10;
        Parallel.Invoke(
            () =>
            {
                for (int n = 0; n < 1000; n++)
                {
                    lock (s_lockA)
                    {
                        if (s_size < Cap)
                        {
                            s_size++;
                        }
                    }
                }
            },
            () =>
            {
                for (int n = 0; n < 1000; n++)
                {
                    lock (s_lockB)
                    {
                        if (s_size > 0)
                        {
                            s_size--;
                        }
                    }
                }
            });
    }

    [Safe]
    public static void ProducerAndConsumerOnOneName()
    {
        const int Cap = 10;
        Parallel.Invoke(
            () =>
            {
                for (int n = 0; n < 1000; n++)
                {
                    lock (s_lockA)
                    {
                        if (s_size < Cap)
                        {
                            s_size++;
                        }
                    }
                }
            },
            () =>
            {
                for (int n = 0; n < 1000; n++)
                {
                    lock (s_lockA)
                    {
                        if (s_size > 0)
                        {
                            s_size--;
                        }
                    }
                }
            });
    }

    [Racy("x", "s")]
    public static int PlainStoreAtomicLoad()
    {
        int x = 0, s = 0;
        Parallel.Invoke(
            () =>
            {
                x = 1;
                s = 1;
            },
            () =>
            {
                while (Volatile.Read(ref s) == 0)
                {
                    Thread.SpinWait(10);
                }

                x = 2;
            });
        return x;
    }

    [Safe]
    public static int ReleaseStoreAcquireLoad()
    {
        int x = 0, s = 0;
        Parallel.Invoke(
            () =>
            {
                x = 1;
                Volatile.Write(ref s, 1);
            },
            () =>
            {
                while (Volatile.Read(ref s) == 0)
                {
                    Thread.SpinWait(10);
                }

                x = 2;
            });
        return x;
    }

    [Safe]
    public static void VolatileFieldHandsOver()
    {
        s_ready = false;
        var reader = new Thread(() =>
        {
            while (!s_ready)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_payload = 99;
        s_ready = true;
        reader.Join();
    }

    [Racy("s_plainReady", "s_payload")]
    public static void PlainFieldHandsOver()
    {
        s_plainReady = false;
        var reader = new Thread(() =>
        {
            while (!s_plainReady)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_payload = 99;
        s_plainReady = true;
        reader.Join();
    }

    [Racy("s_payload")]
    public static void VolatileFieldSetTooEarly()
    {
        s_ready = false;
        var reader = new Thread(() =>
        {
            while (!s_ready)
            {
                Thread.Yield();
            }

            Console.WriteLine(s_payload);
        });
        reader.Start();
        s_ready = true;
        s_payload = 99;
        reader.Join();
    }

    [Racy("count")]
    public static int AtomicInOneSectionOnly()
    {
        int count = 0;
        Parallel.Invoke(
            () => { for (int i = 0; i < 1000; i++) { Interlocked.Increment(ref count); } },
            () => { for (int i = 0; i < 1000; i++) { count++; } });
        return count;
    }

    [Safe]
    public static int AtomicInBothSections()
    {
        int count = 0;
        Parallel.Invoke(
            () => { for (int i = 0; i < 1000; i++) { Interlocked.Increment(ref count); } },
            () => { for (int i = 0; i < 1000; i++) { Interlocked.Decrement(ref count); } });
        return count;
    }

    [Racy("count")]
    public static int LockOutsideReadInside(int[] work)
    {
        int count = 0;
        object gate = new();
        Parallel.ForEach(work, item =>
        {
            if (count < 10)
            {
                lock (gate)
                {
                    count += item;
                }
            }
        });
        return count;
    }

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

    [Racy("var")]
    public static void SimdLanesWithoutLock()
    {
        const int N = 20, C = 8;
        int[] var = new int[C];
        Parallel.For(0, N, _ =>
        {
            for (int i = 0; i < C; i++)
            {
                var[i]++;
            }
        });
        Console.WriteLine(var[0]);
    }

    [Safe]
    public static void SimdLanesAtomically()
    {
        const int N = 20, C = 8;
        int[] var = new int[C];
        Parallel.For(0, N, _ =>
        {
            for (int i = 0; i < C; i++)
            {
                Interlocked.Increment(ref var[i]);
            }
        });
        Console.WriteLine(var[0]);
    }

    [Racy("x")]
    public static int TwoThreadsNoBarrier()
    {
        int x = 0;
        int seen = 0;
        var writer = new Thread(() => x = 1);
        var reader = new Thread(() => seen = x);
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Safe]
    public static int TwoThreadsBarrier()
    {
        int x = 0;
        int seen = 0;
        var barrier = new Barrier(2);
        var writer = new Thread(() =>
        {
            x = 1;
            barrier.SignalAndWait();
        });
        var reader = new Thread(() =>
        {
            barrier.SignalAndWait();
            seen = x;
        });
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Racy("x")]
    public static int TwoThreadsBarrierTooEarly()
    {
        int x = 0;
        int seen = 0;
        var barrier = new Barrier(2);
        var writer = new Thread(() =>
        {
            barrier.SignalAndWait();
            x = 1;
        });
        var reader = new Thread(() =>
        {
            barrier.SignalAndWait();
            seen = x;
        });
        writer.Start();
        reader.Start();
        writer.Join();
        reader.Join();
        return seen;
    }

    [Safe]
    public static int ResetEventOrders()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            x = 1;
            done.Set();
        });
        done.Wait();
        return x;
    }

    [Racy("x")]
    public static int ResetEventSetBeforeTheWrite()
    {
        int x = 0;
        using var done = new ManualResetEventSlim();
        ThreadPool.QueueUserWorkItem(_ =>
        {
            done.Set();
            x = 1;
        });
        done.Wait();
        return x;
    }

    [Safe]
    public static int CountdownOfAll(int n)
    {
        int[] parts = new int[n];
        using var countdown = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k * k;
                countdown.Signal();
            });
        }

        countdown.Wait();
        return parts.Sum();
    }

    [Racy("parts")]
    public static int CountdownNotWaitedFor(int n)
    {
        int[] parts = new int[n];
        var countdown = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                parts[k] = k * k;
                countdown.Signal();
            });
        }

        return parts.Sum();
    }

    private sealed class Pair
    {
        private readonly object _gate = new();

        public int A { get; private set; }

        public int B { get; private set; }

        public void IncreaseA() => A++;

        public void IncreaseB() => B++;

        public void IncreaseBLocked()
        {
            lock (_gate)
            {
                B++;
            }
        }

        public void IncreaseBoth()
        {
            lock (_gate)
            {
                IncreaseBLocked();
                IncreaseA();
            }
        }
    }

    [Racy("B")]
    public static int NestedLockMissing()
    {
        var p = new Pair();
        Parallel.Invoke(p.IncreaseBoth, p.IncreaseB);
        return p.B;
    }

    [Safe]
    public static int NestedLock()
    {
        var p = new Pair();
        Parallel.Invoke(p.IncreaseBoth, p.IncreaseBLocked);
        return p.B;
    }

    [Racy("value")]
    public static int LockOnBoxedValue(int id)
    {
        int value = 0;
        Parallel.For(0, 100, _ =>
        {
            lock ((object)id)
            {
                value++;
            }
        });
        return value;
    }

    [Racy("total")]
    public static long LockOnTheItem(List<int[]> batches)
    {
        long total = 0;
        Parallel.ForEach(batches, batch =>
        {
            lock (batch)
            {
                foreach (int x in batch)
                {
                    total += x;
                }
            }
        });
        return total;
    }

    [Safe]
    public static long LockOnTheList(List<int[]> batches)
    {
        long total = 0;
        Parallel.ForEach(batches, batch =>
        {
            lock (batches)
            {
                foreach (int x in batch)
                {
                    total += x;
                }
            }
        });
        return total;
    }

    [Racy("total")]
    public static double InterlockedAroundItsOwnValue(double[] data)
    {
        double total = 0;
        Parallel.ForEach(data, d =>
        {
            Interlocked.Exchange(ref total, total + d);
        });
        return total;
    }

    [Safe]
    public static double CompareExchangeLoop(double[] data)
    {
        double total = 0;
        Parallel.ForEach(data, d =>
        {
            double seen, sum;
            do
            {
                seen = Volatile.Read(ref total);
                sum = seen + d;
            }
            while (Interlocked.CompareExchange(ref total, sum, seen) != seen);
        });
        return total;
    }
}
