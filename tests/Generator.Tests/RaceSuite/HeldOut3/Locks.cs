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

/// <summary>Locks on the right and the wrong object.</summary>
internal sealed class Locks
{
    private static readonly object s_gate = new();
    private readonly object _gate = new();
    private readonly object _other = new();
    private int _served;
    private int _rejected;
    private readonly List<string> _journal = new();
    private readonly Lock _exact = new();
    private object _turnstile = new();
    private int _passed;

    [Safe]
    public void ServeUnderField(int[] orders) => Parallel.ForEach(orders, o =>
    {
        lock (_gate)
        {
            _served += o;
        }
    });

    [Racy("_rejected")]
    public void ServeUnderTwoGates(int[] orders) => Parallel.ForEach(orders, o =>
    {
        if (o > 0)
        {
            lock (_gate)
            {
                _rejected++;
            }
        }
        else
        {
            lock (_other)
            {
                _rejected--;
            }
        }
    });

    [Racy("total")]
    public static int PerIterationGate(int[] orders)
    {
        int total = 0;
        Parallel.ForEach(orders, o =>
        {
            object gate = new();
            lock (gate)
            {
                total += o;
            }
        });
        return total;
    }

    [Safe]
    public static int OuterGate(int[] orders)
    {
        int total = 0;
        object gate = new();
        Parallel.ForEach(orders, o =>
        {
            lock (gate)
            {
                total += o;
            }
        });
        return total;
    }

    [Racy("total")]
    public static int BoxedGate(int[] orders)
    {
        int total = 0;
        int key = 42;
        Parallel.ForEach(orders, o =>
        {
            lock ((object)key)
            {
                total += o;
            }
        });
        return total;
    }

    [Safe]
    public static int BoxedOnce(int[] orders)
    {
        int total = 0;
        object key = 42;
        Parallel.ForEach(orders, o =>
        {
            lock (key)
            {
                total += o;
            }
        });
        return total;
    }

    [Safe]
    public static int TypeAsGate(int[] orders)
    {
        int total = 0;
        Parallel.ForEach(orders, o =>
        {
            lock (typeof(Locks))
            {
                total += o;
            }
        });
        return total;
    }

    [Racy("total")]
    public static int ItemAsGate(string[] names)
    {
        int total = 0;
        Parallel.ForEach(names, name =>
        {
            lock (name)
            {
                total += name.Length;
            }
        });
        return total;
    }

    [Safe]
    public static int CollectionAsGate(string[] names)
    {
        int total = 0;
        Parallel.ForEach(names, name =>
        {
            lock (names)
            {
                total += name.Length;
            }
        });
        return total;
    }

    [Safe]
    public static int EnterAndExit(int[] orders)
    {
        int total = 0;
        Parallel.ForEach(orders, o =>
        {
            Monitor.Enter(s_gate);
            try
            {
                total += o;
            }
            finally
            {
                Monitor.Exit(s_gate);
            }
        });
        return total;
    }

    [Racy("total")]
    public static int ExitTooEarly(int[] orders)
    {
        int total = 0;
        Parallel.ForEach(orders, o =>
        {
            int read;
            Monitor.Enter(s_gate);
            try
            {
                read = total;
            }
            finally
            {
                Monitor.Exit(s_gate);
            }
            total = read + o;
        });
        return total;
    }

    [Racy("total")]
    public static int TryEnterIgnored(int[] orders)
    {
        int total = 0;
        Parallel.ForEach(orders, o =>
        {
            bool taken = false;
            Monitor.TryEnter(s_gate, 10, ref taken);
            total += o;
            if (taken)
            {
                Monitor.Exit(s_gate);
            }
        });
        return total;
    }

    [Safe]
    public static int TryEnterObeyed(int[] orders)
    {
        int total = 0, skipped = 0;
        Parallel.ForEach(orders, o =>
        {
            if (Monitor.TryEnter(s_gate, 10))
            {
                try
                {
                    total += o;
                }
                finally
                {
                    Monitor.Exit(s_gate);
                }
            }
            else
            {
                Interlocked.Increment(ref skipped);
            }
        });
        return total - skipped;
    }

    [Safe]
    public void ExactLock(string[] lines) => Parallel.ForEach(lines, line =>
    {
        using (_exact.EnterScope())
        {
            _journal.Add(line);
        }
    });

    [Racy("_journal")]
    public void ExactLockDisposedBeforeUse(string[] lines) => Parallel.ForEach(lines, line =>
    {
        string text;
        using (_exact.EnterScope())
        {
            text = line.Trim();
        }
        _journal.Add(text);
    });

    [Racy("log")]
    public static List<string> ReaderOutsideLock(string[] lines)
    {
        var log = new List<string>();
        object gate = new();
        Parallel.ForEach(lines, line =>
        {
            if (log.Count < 100)
            {
                lock (gate)
                {
                    log.Add(line);
                }
            }
        });
        return log;
    }

    [Safe]
    public static List<string> ReaderInsideLock(string[] lines)
    {
        var log = new List<string>();
        object gate = new();
        Parallel.ForEach(lines, line =>
        {
            lock (gate)
            {
                if (log.Count < 100)
                {
                    log.Add(line);
                }
            }
        });
        return log;
    }

    [Racy("shares")]
    public static int[] StripedLocks(int[] keys)
    {
        int[] shares = new int[64];
        object[] stripes = Enumerable.Range(0, 8).Select(_ => new object()).ToArray();
        Parallel.For(0, keys.Length, i =>
        {
            lock (stripes[i % 8])
            {
                shares[keys[i] & 63]++;
            }
        });
        return shares;
    }

    [Safe]
    public static int[] StripedLocksByKey(int[] keys)
    {
        int[] shares = new int[8];
        object[] stripes = Enumerable.Range(0, 8).Select(_ => new object()).ToArray();
        Parallel.For(0, keys.Length, i =>
        {
            int key = keys[i] & 7;
            lock (stripes[key])
            {
                shares[key]++;
            }
        });
        return shares;
    }

    [Racy("_turnstile", "_passed")]
    public void GateReplacedByEachTask(int[] orders) => Parallel.ForEach(orders, o =>
    {
        lock (_turnstile)
        {
            _passed += o;
            _turnstile = new object();
        }
    });

    [Racy("value")]
    public static int WriterLocksReaderDoesNot()
    {
        int value = 0;
        object gate = new();
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                lock (gate)
                {
                    value++;
                }
            }
        });
        int seen = 0;
        while (!writer.IsCompleted)
        {
            seen = value;
        }
        writer.Wait();
        return seen;
    }

    [Safe]
    public static int WriterAndReaderLock()
    {
        int value = 0;
        object gate = new();
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                lock (gate)
                {
                    value++;
                }
            }
        });
        int seen = 0;
        while (!writer.IsCompleted)
        {
            lock (gate)
            {
                seen = value;
            }
        }
        writer.Wait();
        return seen;
    }
}
