#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Locks of every kind, taken right and wrong.</summary>
internal class LockShapes4
{
    private int _n;

    private long _total;

    private readonly object _a = new(), _b = new();

    private readonly ReaderWriterLockSlim _rw = new();

    [Safe]
    public void NoRaceOnTotal(int[] d)
    {
        var t = new Thread(() =>
        {
            lock (_a)
            {
                _total += d[0];
            }
        });
        t.Start();
        lock (_a)
        {
            _total += d[1];
        }

        t.Join();
    }

    [Racy("_total")]
    public void RaceOnTotal3(int[] d) => Parallel.ForEach(d, x =>
    {
        _rw.EnterUpgradeableReadLock();
        _rw.ExitUpgradeableReadLock();
        _total += x;
    });

    [Safe]
    public void NoRaceOnTotal2(int[] d) => Parallel.ForEach(d, x =>
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_total < x)
            {
                _rw.EnterWriteLock();
                try
                {
                    _total = x;
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    });

    [Racy("_total")]
    public long RaceOnTotal4(int[] d)
    {
        Parallel.ForEach(d, x => Interlocked.Add(ref _total, x));
        var t = Task.Run(() => _total = 0);
        long r = _total;
        t.Wait();
        return r;
    }

    [Racy("b")]
    public void RaceOnB()
    {
        bool b = false;
        Parallel.For(0, 10, i =>
        {
            if (!b)
            {
                b = true;
                Console.WriteLine("first");
            }
        });
    }

    [Safe]
    public void NoRaceOnB()
    {
        int b = 0;
        Parallel.For(0, 10, i =>
        {
            if (Interlocked.Exchange(ref b, 1) == 0)
            {
                Console.WriteLine("first");
            }
        });
    }

    [Racy("head")]
    public void RaceOnHead()
    {
        Node? head = null;
        Parallel.For(0, 10, i =>
        {
            head = new Node
            {
                Next = head,
                V = i
            };
        });
    }

    [Safe]
    public void NoRaceOnHead()
    {
        Node? head = null;
        Parallel.For(0, 10, i =>
        {
            var n = new Node
            {
                V = i
            };
            Node? old;
            do
            {
                old = Volatile.Read(ref head);
                n.Next = old;
            }
            while (Interlocked.CompareExchange(ref head, n, old) != old);
        });
    }

    [Racy("counter")]
    public void RaceOnCounter()
    {
        var counter = new Counter();
        Parallel.For(0, 10, i => counter.Inc());
    }

    [Safe]
    public void NoRaceOnCounter()
    {
        var counter = new SafeCounter();
        Parallel.For(0, 10, i => counter.Inc());
        Console.WriteLine(counter.Value);
    }

    [Racy("account", "Balance", "_balance", "Deposit")]
    public void RaceOnAccount()
    {
        var account = new Account();
        var ts = new[]
        {
            Task.Run(() => account.Deposit(5)),
            Task.Run(() => account.Withdraw(5))
        };
        Task.WaitAll(ts);
    }

    [Safe]
    public void NoRaceOnAccount()
    {
        var account = new Account();
        var ts = new[]
        {
            Task.Run(() => account.Deposit(5)),
            Task.Run(() => account.SafeWithdraw(5))
        };
        Task.WaitAll(ts);
        Console.WriteLine(account.Balance);
    }

    [Safe]
    public void NoRaceOnR()
    {
        using var cd = new CountdownEvent(4);
        int[] r = new int[4];
        for (int i = 0; i < 4; i++)
        {
            int k = i;
            ThreadPool.QueueUserWorkItem(_ =>
            {
                r[k] = k;
                cd.Signal();
            });
        }

        cd.Wait();
        Console.WriteLine(r.Sum());
    }

    private void Add(int k)
    {
        _n += k;
    }

    private class Node
    {
        public Node? Next;
        public int V;
    }

    private class Counter
    {
        private int _c;
        public void Inc() => _c++;
        public int Value => _c;
    }

    private class SafeCounter
    {
        private int _c;
        public void Inc() => Interlocked.Increment(ref _c);
        public int Value => Volatile.Read(ref _c);
    }

    private class Account
    {
        private readonly object _l = new();
        private decimal _balance;
        public void Deposit(decimal d)
        {
            lock (_l)
                _balance += d;
        }

        public void Withdraw(decimal d)
        {
            if (_balance >= d)
                lock (_l)
                    _balance -= d;
        }

        public void SafeWithdraw(decimal d)
        {
            lock (_l)
                if (_balance >= d)
                    _balance -= d;
        }

        public decimal Balance
        {
            get
            {
                lock (_l)
                    return _balance;
            }
        }
    }
}
