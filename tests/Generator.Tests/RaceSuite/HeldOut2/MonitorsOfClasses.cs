using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Classes that guard their state: the lock's type, what it is of, what it leaves out.</summary>
internal sealed class MonitorsOfClasses
{
    private readonly Lock _lock = new();
    private readonly object _other = new();
    private readonly object[] _stripes = Enumerable.Range(0, 16).Select(_ => new object()).ToArray();
    private readonly List<int> _items = [];
    private readonly long[] _counts = new long[1024];
    private object _replaced = new();
    private static int s_instances;
    private int _total;
    private int _version;

    [Safe]
    public int NewLockStatement(int n)
    {
        Parallel.For(0, n, i =>
        {
            lock (_lock)
            {
                _total += i;
            }
        });
        return _total;
    }

    [Safe]
    public int NewLockScope(int n)
    {
        Parallel.For(0, n, i =>
        {
            using (_lock.EnterScope())
            {
                _total += i;
            }
        });
        return _total;
    }

    [Racy("_total")]
    public int NewLockScopeEndsEarly(int n)
    {
        Parallel.For(0, n, i =>
        {
            using (_lock.EnterScope())
            {
                _version++;
            }

            _total += i;
        });
        return _total;
    }

    [Safe]
    public int LockThis(int n)
    {
        Parallel.For(0, n, i =>
        {
            lock (this)
            {
                _total += i;
            }
        });
        return _total;
    }

    [Racy("_total")]
    public int LockThisOrOther(int n)
    {
        Parallel.Invoke(
            () =>
            {
                lock (this)
                {
                    _total += n;
                }
            },
            () =>
            {
                lock (_other)
                {
                    _total -= n;
                }
            });
        return _total;
    }

    [Safe]
    public static int LockType(int n)
    {
        Parallel.For(0, n, _ =>
        {
            lock (typeof(MonitorsOfClasses))
            {
                s_instances++;
            }
        });
        return s_instances;
    }

    [Racy("s_instances")]
    public static int LockNewInstance(int n)
    {
        Parallel.For(0, n, _ =>
        {
            var own = new MonitorsOfClasses();
            lock (own._other)
            {
                s_instances++;
            }
        });
        return s_instances;
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void AddSynchronized(int i) => _total += i;

    private void AddPlain(int i) => _total += i;

    [Safe]
    public int Synchronized(int n)
    {
        Parallel.For(0, n, AddSynchronized);
        return _total;
    }

    [Racy("_total")]
    public int NotSynchronized(int n)
    {
        Parallel.For(0, n, AddPlain);
        return _total;
    }

    [Safe]
    public void StripedByTheSameIndex(int[] keys)
    {
        Parallel.ForEach(keys, key =>
        {
            int slot = key & 15;
            lock (_stripes[slot])
            {
                _counts[slot]++;
            }
        });
    }

    [Racy("_items")]
    public void StripedButOneList(int[] keys)
    {
        Parallel.ForEach(keys, key =>
        {
            lock (_stripes[key & 15])
            {
                _items.Add(key);
            }
        });
    }

    [Racy("_total", "_replaced")]
    public int LockIsReplaced(int n)
    {
        Parallel.For(0, n, i =>
        {
            lock (_replaced)
            {
                _total += i;
                _replaced = new object();
            }
        });
        return _total;
    }

    [Safe]
    public int NestedInOneOrder(int n)
    {
        Parallel.For(0, n, i =>
        {
            lock (_other)
            {
                lock (_items)
                {
                    _items.Add(i);
                    _total++;
                }
            }
        });
        return _items.Count;
    }

    [Racy("_version")]
    public (int, int) InconsistentSnapshot(int n)
    {
        (int, int) seen = (0, 0);
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
            {
                lock (_other)
                {
                    _total = i;
                    _version = i;
                }
            }
        });
        lock (_other)
        {
            seen.Item1 = _total;
        }

        seen.Item2 = _version;
        writer.Wait();
        return seen;
    }

    [Safe]
    public (int, int) ConsistentSnapshot(int n)
    {
        (int, int) seen = (0, 0);
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < n; i++)
            {
                lock (_other)
                {
                    _total = i;
                    _version = i;
                }
            }
        });
        lock (_other)
        {
            seen = (_total, _version);
        }

        writer.Wait();
        return seen;
    }

    private sealed class Stack<T>
    {
        private readonly object _gate = new();
        private T[] _items = new T[4];
        private int _count;

        public void Push(T item)
        {
            lock (_gate)
            {
                if (_count == _items.Length)
                {
                    Array.Resize(ref _items, 2 * _count);
                }

                _items[_count++] = item;
            }
        }

        public T Pop()
        {
            lock (_gate)
            {
                return _items[--_count];
            }
        }

        public int CountLocked
        {
            get
            {
                lock (_gate)
                {
                    return _count;
                }
            }
        }

        public int Count => _count;
    }

    [Safe]
    public static int StackPushes(int n)
    {
        var stack = new Stack<int>();
        Parallel.For(0, n, i =>
        {
            stack.Push(i);
            if (stack.CountLocked > 100)
            {
                Console.WriteLine("many");
            }
        });
        return stack.Count;
    }

    [Racy("_count", "stack", "Count")]
    public static int StackPushesAndPeeks(int n)
    {
        var stack = new Stack<int>();
        Parallel.For(0, n, i =>
        {
            stack.Push(i);
            if (stack.Count > 100)
            {
                Console.WriteLine("many");
            }
        });
        return stack.Count;
    }

    private sealed class Gauge
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Set(long value) => Interlocked.Exchange(ref _value, value);

        public void Raise(long by)
        {
            long old, raised;
            do
            {
                old = Interlocked.Read(ref _value);
                raised = old + by;
            }
            while (Interlocked.CompareExchange(ref _value, raised, old) != old);
        }
    }

    [Safe]
    public static long GaugeRaised(int n)
    {
        var gauge = new Gauge();
        Parallel.For(0, n, i => gauge.Raise(i));
        return gauge.Value;
    }

    [Racy("counts")]
    public static int ConcurrentDictionaryReadThenSet(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            counts.TryGetValue(word, out int n);
            counts[word] = n + 1;
        });
        return counts.Count;
    }

    [Safe]
    public static int ConcurrentDictionaryCheckThenTryAdd(string[] words)
    {
        var lengths = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word =>
        {
            if (!lengths.ContainsKey(word))
            {
                lengths.TryAdd(word, word.Length);
            }
        });
        return lengths.Count;
    }

    [Safe]
    public static int ConcurrentStackAndQueue(int n)
    {
        var free = new ConcurrentStack<int>(Enumerable.Range(0, 8));
        var log = new ConcurrentQueue<int>();
        Parallel.For(0, n, i =>
        {
            if (free.TryPop(out int slot))
            {
                log.Enqueue(slot);
                free.Push(slot);
            }
        });
        return log.Count;
    }
}
