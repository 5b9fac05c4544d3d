using System;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>lock and Monitor: on one object that all share, and on anything else.</summary>
internal sealed class Locks
{
    private static readonly object s_gate = new();
    private readonly object _gate = new();
    private readonly Lock _lock = new();
    private static int s_count;
    private int _count;

    internal sealed class Account
    {
        public int Balance;
        public string Owner = "";

        public void AddToCount()
        {
            lock (this)
            {
                s_count++;
            }
        }

        public void Deposit(int amount)
        {
            lock (this)
            {
                Balance += amount;
            }
        }
    }

    [Safe]
    public static int OnALocal(int[] a)
    {
        int sum = 0;
        object gate = new();
        Parallel.For(0, a.Length, i =>
        {
            lock (gate)
            {
                sum += a[i];
            }
        });
        return sum;
    }

    // Each iteration locks an object of its own.
    [Racy("sum")]
    public static int OnANewObject(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            lock (new object())
            {
                sum += a[i];
            }
        });
        return sum;
    }

    // The same, with a name.
    [Racy("sum")]
    public static int OnALocalInside(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            object gate = new();
            lock (gate)
            {
                sum += a[i];
            }
        });
        return sum;
    }

    [Racy("a")]
    public static void RecurrenceUnderANewLock(int[] a, int[] b)
    {
        Parallel.For(1, a.Length, i =>
        {
            lock (new object())
            {
                a[i] = a[i - 1] + b[i];
            }
        });
    }

    // No two at once; but a[i - 1] may be old or new.
    [OrderDependent("a")]
    public static void RecurrenceUnderASharedLock(int[] a, int[] b)
    {
        Parallel.For(1, a.Length, i =>
        {
            lock (s_gate)
            {
                a[i] = a[i - 1] + b[i];
            }
        });
    }

    // Horner's scheme in any order.
    [OrderDependent("x")]
    public static int HornerUnderASharedLock(int[] a)
    {
        int x = 0;
        Parallel.For(0, a.Length, i =>
        {
            lock (s_gate)
            {
                x = x * 10 + a[i];
            }
        });
        return x;
    }

    // Boxed twice: two objects.
    [Racy("sum")]
    public static int OnABoxedValue(int[] a, int key)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            lock ((object)key)
            {
                sum += a[i];
            }
        });
        return sum;
    }

    // Boxed once, in front.
    [Safe]
    public static int OnAValueBoxedOnce(int[] a, int key)
    {
        int sum = 0;
        object boxed = key;
        Parallel.For(0, a.Length, i =>
        {
            lock (boxed)
            {
                sum += a[i];
            }
        });
        return sum;
    }

    [Safe]
    public static void OnAType(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            lock (typeof(Locks))
            {
                s_count += a[i];
            }
        });
    }

    [Safe]
    public void OnThis(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            lock (this)
            {
                _count += a[i];
            }
        });
    }

    // A lock of the item, for what all items share.
    [Racy("total")]
    public static int OnTheItem()
    {
        int total = 0;
        Account[] accounts = [new(), new(), new()];
        Parallel.ForEach(accounts, account =>
        {
            lock (account)
            {
                total += account.Balance;
            }
        });
        return total;
    }

    // A lock of the item, for the item's.
    [Safe]
    public static void OnTheItemForTheItem(Account[] accounts)
    {
        Parallel.ForEach(accounts, account =>
        {
            lock (account)
            {
                account.Balance += 10;
            }
        });
    }

    // lock (this) inside the item's method, for a static.
    [Racy("s_count")]
    public static void OnThisOfEachItem()
    {
        Account[] accounts = [new(), new(), new()];
        Parallel.ForEach(accounts, account => account.AddToCount());
    }

    // lock (this) of the one object that all use.
    [Safe]
    public static int OnThisOfASharedObject(int[] a)
    {
        var account = new Account();
        Parallel.For(0, a.Length, i => account.Deposit(a[i]));
        return account.Balance;
    }

    // Two locks, one variable.
    [Racy("sum")]
    public static int TwoLocks(int[] a)
    {
        int sum = 0;
        object first = new(), second = new();
        Parallel.Invoke(
            () =>
            {
                lock (first)
                {
                    sum += a[0];
                }
            },
            () =>
            {
                lock (second)
                {
                    sum += a[1];
                }
            });
        return sum;
    }

    [Safe]
    public static int OneLockTwice(int[] a)
    {
        int sum = 0;
        object first = new(), second = first;
        Parallel.Invoke(
            () =>
            {
                lock (first)
                {
                    sum += a[0];
                }
            },
            () =>
            {
                lock (second)
                {
                    sum += a[1];
                }
            });
        return sum;
    }

    // One section has no lock.
    [Racy("sum")]
    public static int OnlyOneLocks(int[] a)
    {
        int sum = 0;
        Parallel.Invoke(
            () =>
            {
                lock (s_gate)
                {
                    sum += a[0];
                }
            },
            () => sum += a[1]);
        return sum;
    }

    // The comparison is outside.
    [Racy("max")]
    public static int ReadOutside(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > max)
            {
                lock (s_gate)
                {
                    max = a[i];
                }
            }
        });
        return max;
    }

    [Safe]
    public static int ReadInside(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i =>
        {
            lock (s_gate)
            {
                if (a[i] > max)
                {
                    max = a[i];
                }
            }
        });
        return max;
    }

    // Read in one critical section, written in another one.
    [Racy("_count")]
    public void SplitInTwoSections(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            int now;
            lock (_gate)
            {
                now = _count;
            }

            lock (_gate)
            {
                _count = now + a[i];
            }
        });
    }

    [Safe]
    public void LockObject(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            lock (_lock)
            {
                _count += a[i];
            }
        });
    }

    [Safe]
    public void LockScope(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            using (_lock.EnterScope())
            {
                _count += a[i];
            }
        });
    }

    [Racy("_count")]
    public void NewLockScope(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            using (new Lock().EnterScope())
            {
                _count += a[i];
            }
        });
    }

    // The scope ends in front of the sum.
    [Racy("_count")]
    public void LockScopeTooShort(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            using (_lock.EnterScope())
            {
                a[i]++;
            }

            _count += a[i];
        });
    }
}
