using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Critical sections and atomics: present, missing, or of another object.</summary>
internal static class LocksAndAtomics
{
    private static readonly object s_lockA = new();
    private static readonly object s_lockB = new();
    private static int s_size;

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
