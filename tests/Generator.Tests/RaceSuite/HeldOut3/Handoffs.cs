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

/// <summary>Publication, handshakes, timeouts, locks in other places than usual.</summary>
internal sealed class Handoffs
{
    private static int s_created;
    private static int s_registered;
    private static readonly object s_registry = new();
    private int _value;
    private volatile bool _published;
    private int _plainValue;
    private bool _plainPublished;

    [Safe]
    public int PublishedByVolatile()
    {
        Task writer = Task.Run(() =>
        {
            _value = 42;
            _published = true;
        });
        while (!_published)
        {
            Thread.Yield();
        }
        int seen = _value;
        writer.Wait();
        return seen;
    }

    [Racy("_plainValue", "_plainPublished")]
    public int PublishedPlainly()
    {
        Task writer = Task.Run(() =>
        {
            _plainValue = 42;
            _plainPublished = true;
        });
        while (!_plainPublished)
        {
            Thread.Yield();
        }
        int seen = _plainValue;
        writer.Wait();
        return seen;
    }

    [Safe]
    public static int MonitorWaitAndPulse()
    {
        object gate = new();
        bool ready = false;
        int value = 0;
        var producer = new Thread(() =>
        {
            lock (gate)
            {
                value = 7;
                ready = true;
                Monitor.PulseAll(gate);
            }
        });
        producer.Start();
        lock (gate)
        {
            while (!ready)
            {
                Monitor.Wait(gate);
            }
            return value;
        }
    }

    [Racy("value")]
    public static int MonitorPulseBeforeValue()
    {
        object gate = new();
        bool ready = false;
        int value = 0;
        var producer = new Thread(() =>
        {
            lock (gate)
            {
                ready = true;
                Monitor.PulseAll(gate);
            }
            value = 7;
        });
        producer.Start();
        lock (gate)
        {
            while (!ready)
            {
                Monitor.Wait(gate);
            }
            return value;
        }
    }

    [Safe]
    public static async Task<int> CompletionSource()
    {
        var source = new TaskCompletionSource();
        int value = 0;
        ThreadPool.QueueUserWorkItem(_ =>
        {
            value = 7;
            source.SetResult();
        });
        await source.Task;
        return value;
    }

    [Racy("value")]
    public static async Task<int> CompletionSourceSetFirst()
    {
        var source = new TaskCompletionSource();
        int value = 0;
        ThreadPool.QueueUserWorkItem(_ =>
        {
            source.SetResult();
            value = 7;
        });
        await source.Task;
        return value;
    }

    [Racy("value")]
    public static int CountdownTimeoutIgnored()
    {
        int value = 0;
        var left = new CountdownEvent(1);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            value = 7;
            left.Signal();
        });
        left.Wait(10);
        return value;
    }

    [Safe]
    public static int CountdownTimeoutChecked()
    {
        int value = 0;
        var left = new CountdownEvent(1);
        ThreadPool.QueueUserWorkItem(_ =>
        {
            value = 7;
            left.Signal();
        });
        return left.Wait(10) ? value : 0;
    }

    [Racy("value")]
    public static int JoinTimeoutIgnored()
    {
        int value = 0;
        var thread = new Thread(() => value = 7);
        thread.Start();
        thread.Join(100);
        return value;
    }

    [Safe]
    public static int JoinTimeoutChecked()
    {
        int value = 0;
        var thread = new Thread(() => value = 7);
        thread.Start();
        if (!thread.Join(100))
        {
            throw new TimeoutException();
        }
        return value;
    }

    [Racy("s_created")]
    public static void InstanceLockGuardsStatic(int n) => Parallel.For(0, n, i => new Account().Register());

    [Safe]
    public static void StaticLockGuardsStatic(int n) => Parallel.For(0, n, i => new Account().RegisterStatically());

    [Racy("Balance", "from", "to")]
    public static void TransfersWithoutLock(Account from, Account to, int[] amounts) => Parallel.ForEach(amounts, amount =>
    {
        from.Balance -= amount;
        to.Balance += amount;
    });

    [Safe]
    public static void TransfersUnderOneLock(Account from, Account to, int[] amounts)
    {
        object gate = new();
        Parallel.ForEach(amounts, amount =>
        {
            lock (gate)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        });
    }

    [Safe]
    public static void DepositsUnderAccountLock(Account account, int[] amounts) => Parallel.ForEach(amounts, amount =>
    {
        lock (account)
        {
            account.Balance += amount;
        }
    });

    [Racy("account", "Balance")]
    public static void DepositsUnderAmountLock(Account account, object[] amounts) => Parallel.ForEach(amounts, amount =>
    {
        lock (amount)
        {
            account.Balance += (int)amount;
        }
    });

    [Safe]
    public static int HelperTakesLock(int[] values)
    {
        var safe = new SafeCounter();
        Parallel.ForEach(values, v => safe.Add(v));
        return safe.Read();
    }

    [Racy("half", "_half")]
    public static int HelperForgetsLock(int[] values)
    {
        var half = new HalfSafeCounter();
        Parallel.ForEach(values, v =>
        {
            if (v > 0)
            {
                half.Add(v);
            }
            else
            {
                half.Subtract(v);
            }
        });
        return half.Read();
    }

    [Safe]
    public static int HelperRunsUnderLock(int[] values)
    {
        int sum = 0;
        object gate = new();
        Parallel.ForEach(values, v => Locked(gate, () => sum += v));
        return sum;
    }

    [Racy("sum")]
    public static int HelperRunsUnderFreshLock(int[] values)
    {
        int sum = 0;
        Parallel.ForEach(values, v => Locked(new object(), () => sum += v));
        return sum;
    }

    private static void Locked(object gate, Action action)
    {
        lock (gate)
        {
            action();
        }
    }

    internal sealed class Account
    {
        private readonly object _gate = new();

        public int Balance { get; set; }

        public void Register()
        {
            lock (_gate)
            {
                s_created++;
            }
        }

        public void RegisterStatically()
        {
            lock (s_registry)
            {
                s_registered++;
            }
        }
    }

    internal sealed class SafeCounter
    {
        private readonly object _gate = new();
        private int _count;

        public void Add(int v)
        {
            lock (_gate)
            {
                _count += v;
            }
        }

        public int Read()
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    internal sealed class HalfSafeCounter
    {
        private readonly object _gate = new();
        private int _half;

        public void Add(int v)
        {
            lock (_gate)
            {
                _half += v;
            }
        }

        public void Subtract(int v) => _half -= v;

        public int Read() => _half;
    }
}
