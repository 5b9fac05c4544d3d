using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Objects that one worker has for itself, guards behind helpers, items that are distinct.</summary>
internal sealed class OwnersAndGuards
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<int, string> _names = new();
    private volatile string[] _snapshot = [];
    private int _value;

    [ThreadStatic]
    private static StringBuilder? t_builder;

    private static StringBuilder Builder => t_builder ??= new StringBuilder();

    private void Locked(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }

    private static void NotLocked(Action action) => action();

    private async Task<IDisposable> EnterAsync()
    {
        await _semaphore.WaitAsync().ConfigureAwait(false);
        return new Releaser(_semaphore);
    }

    private sealed class Releaser(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }

    [Safe]
    public int LockedByHelper(int n)
    {
        Parallel.For(0, n, i => Locked(() => _value += i));
        return _value;
    }

    [Racy("_value")]
    public int NotLockedByHelper(int n)
    {
        Parallel.For(0, n, i => NotLocked(() => _value += i));
        return _value;
    }

    [Safe]
    public async Task<int> LockedByReleaser(int n)
    {
        await Task.WhenAll(Enumerable.Range(0, n).Select(async i =>
        {
            using (await EnterAsync().ConfigureAwait(false))
            {
                _value += i;
            }
        }));
        return _value;
    }

    [Racy("_value")]
    public async Task<int> ReleasedBeforeTheChange(int n)
    {
        await Task.WhenAll(Enumerable.Range(0, n).Select(async i =>
        {
            using (await EnterAsync().ConfigureAwait(false))
            {
                Console.WriteLine(i);
            }

            _value += i;
        }));
        return _value;
    }

    [Safe]
    public string[] BuilderPerThread(string[] words)
    {
        string[] quoted = new string[words.Length];
        Parallel.For(0, words.Length, i =>
        {
            StringBuilder builder = Builder;
            builder.Clear();
            builder.Append('"').Append(words[i]).Append('"');
            quoted[i] = builder.ToString();
        });
        return quoted;
    }

    [Racy("builder")]
    public string[] BuilderOfTheCaller(string[] words)
    {
        string[] quoted = new string[words.Length];
        StringBuilder builder = Builder;
        Parallel.For(0, words.Length, i =>
        {
            builder.Clear();
            builder.Append('"').Append(words[i]).Append('"');
            quoted[i] = builder.ToString();
        });
        return quoted;
    }

    [Safe]
    public static long RentedInside(int n)
    {
        long total = 0;
        Parallel.For(0, n, i =>
        {
            int[] buffer = ArrayPool<int>.Shared.Rent(64);
            for (int k = 0; k < 64; k++)
            {
                buffer[k] = i + k;
            }

            Interlocked.Add(ref total, buffer[0] + buffer[63]);
            ArrayPool<int>.Shared.Return(buffer);
        });
        return total;
    }

    [Racy("buffer")]
    public static long RentedOutside(int n)
    {
        long total = 0;
        int[] buffer = ArrayPool<int>.Shared.Rent(64);
        Parallel.For(0, n, i =>
        {
            for (int k = 0; k < 64; k++)
            {
                buffer[k] = i + k;
            }

            Interlocked.Add(ref total, buffer[0] + buffer[63]);
        });
        ArrayPool<int>.Shared.Return(buffer);
        return total;
    }

    [Safe]
    public static int[] GroupsHaveTheirKey((int Key, int Value)[] items, int keys)
    {
        int[] totals = new int[keys];
        Parallel.ForEach(items.GroupBy(item => item.Key), group =>
        {
            totals[group.Key] = group.Sum(item => item.Value);
        });
        return totals;
    }

    [Racy("totals")]
    public static int[] ItemsShareTheirKey((int Key, int Value)[] items, int keys)
    {
        int[] totals = new int[keys];
        Parallel.ForEach(items, item =>
        {
            totals[item.Key] += item.Value;
        });
        return totals;
    }

    [Safe]
    public static void DistinctIndices(int[] wanted, double[] values)
    {
        Parallel.ForEach(wanted.Distinct(), i => values[i] *= 2);
    }

    [Safe]
    public static void SetOfIndices(HashSet<int> wanted, double[] values)
    {
        Parallel.ForEach(wanted, i => values[i] *= 2);
    }

    [CannotKnow]
    public static void ListOfIndices(List<int> wanted, double[] values)
    {
        Parallel.ForEach(wanted, i => values[i] *= 2);
    }

    private sealed class Order(int number)
    {
        public int Number { get; } = number;

        public decimal Price { get; set; }

        public decimal Tax { get; set; }

        public Customer? Buyer { get; set; }
    }

    private sealed class Customer
    {
        public decimal Spent { get; set; }
    }

    [Safe]
    public static decimal TaxOfFreshOrders(int n)
    {
        var orders = Enumerable.Range(0, n).Select(i => new Order(i) { Price = i }).ToList();
        Parallel.ForEach(orders, order => order.Tax = order.Price * 0.19m);
        return orders.Sum(o => o.Tax);
    }

    [Racy("Spent", "customer", "Buyer")]
    public static decimal SpentByOneCustomer(int n)
    {
        var customer = new Customer();
        var orders = Enumerable.Range(0, n).Select(i => new Order(i) { Price = i, Buyer = customer }).ToList();
        Parallel.ForEach(orders, order => order.Buyer!.Spent += order.Price);
        return customer.Spent;
    }

    [Safe]
    public static decimal SpentByOwnCustomers(int n)
    {
        var orders = Enumerable.Range(0, n).Select(i => new Order(i) { Price = i, Buyer = new Customer() }).ToList();
        Parallel.ForEach(orders, order => order.Buyer!.Spent += order.Price);
        return orders.Sum(o => o.Buyer!.Spent);
    }

    [Safe]
    public string ReadersAndOneWriter(int n)
    {
        Parallel.For(0, n, i =>
        {
            if (i % 10 == 0)
            {
                _rw.EnterWriteLock();
                try
                {
                    _names[i] = i.ToString();
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
            else
            {
                _rw.EnterReadLock();
                try
                {
                    _names.TryGetValue(i - 1, out _);
                }
                finally
                {
                    _rw.ExitReadLock();
                }
            }
        });
        return _names[0];
    }

    [Racy("_names")]
    public string ReadersWithoutTheLock(int n)
    {
        Parallel.For(0, n, i =>
        {
            if (i % 10 == 0)
            {
                _rw.EnterWriteLock();
                try
                {
                    _names[i] = i.ToString();
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
            else
            {
                _names.TryGetValue(i - 1, out _);
            }
        });
        return _names[0];
    }

    [Safe]
    public void CopyOnWrite(int n)
    {
        Parallel.For(0, n, i =>
        {
            if (i % 2 == 0)
            {
                lock (_gate)
                {
                    _snapshot = [.. _snapshot, i.ToString()];
                }
            }
            else
            {
                foreach (string name in _snapshot)
                {
                    Console.WriteLine(name);
                }
            }
        });
    }
}
