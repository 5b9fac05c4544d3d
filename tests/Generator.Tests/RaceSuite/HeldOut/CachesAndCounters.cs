using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>Caches, statistics, singletons, identifiers.</summary>
internal sealed class CachesAndCounters
{
    private static CachesAndCounters? s_instance;
    private static readonly object s_lock = new();
    private static readonly Lazy<CachesAndCounters> s_lazy = new(() => new CachesAndCounters());
    private static int s_nextId;
    private static readonly Dictionary<int, long> s_factorials = [];
    private static readonly ConcurrentDictionary<int, long> s_safeFactorials = new();

    private readonly Dictionary<string, int> _hits = [];
    private readonly ConcurrentDictionary<string, int> _safeHits = new();
    private int _requests;
    private DateTime _lastRequest;
    private long _bytes;

    private static CachesAndCounters Instance => s_instance ??= new CachesAndCounters();

    private static CachesAndCounters LockedInstance
    {
        get
        {
            lock (s_lock)
            {
                return s_instance ??= new CachesAndCounters();
            }
        }
    }

    private static int NextId() => ++s_nextId;

    private static int NextAtomicId() => Interlocked.Increment(ref s_nextId);

    private static long Factorial(int n)
    {
        if (n < 2)
        {
            return 1;
        }

        if (!s_factorials.ContainsKey(n))
        {
            s_factorials.Add(n, n * Factorial(n - 1));
        }

        return s_factorials[n];
    }

    private static long SafeFactorial(int n) => n < 2 ? 1 : s_safeFactorials.GetOrAdd(n, m => m * SafeFactorial(m - 1));

    private void Hit(string page) => _hits[page] = _hits.GetValueOrDefault(page) + 1;

    private void SafeHit(string page) => _safeHits.AddOrUpdate(page, 1, (_, n) => n + 1);

    [Racy("s_instance", "Instance")]
    public static int[] Singleton(int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = Instance._requests);
        return r;
    }

    [Safe]
    public static int[] LockedSingleton(int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = LockedInstance._requests);
        return r;
    }

    [Safe]
    public static int[] LazySingleton(int n)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = s_lazy.Value._requests);
        return r;
    }

    [Racy("s_nextId", "NextId")]
    public static int[] Identifiers(int n)
    {
        int[] ids = new int[n];
        Parallel.For(0, n, i => ids[i] = NextId());
        return ids;
    }

    [Safe]
    public static int[] AtomicIdentifiers(int n)
    {
        int[] ids = new int[n];
        Parallel.For(0, n, i => ids[i] = NextAtomicId());
        return ids;
    }

    [Racy("s_factorials", "Factorial")]
    public static long[] Factorials(int n)
    {
        long[] r = new long[n];
        Parallel.For(0, n, i => r[i] = Factorial(i));
        return r;
    }

    [Safe]
    public static long[] SafeFactorials(int n)
    {
        long[] r = new long[n];
        Parallel.For(0, n, i => r[i] = SafeFactorial(i));
        return r;
    }

    [Racy("_hits", "Hit")]
    public void Hits(IEnumerable<string> pages) => Parallel.ForEach(pages, Hit);

    [Safe]
    public void SafeHits(IEnumerable<string> pages) => Parallel.ForEach(pages, SafeHit);

    // The number is counted atomically, the time is not stored so.
    [Racy("_lastRequest")]
    public async Task Requests(string[] pages)
    {
        await Task.WhenAll(pages.Select(page => Task.Run(() =>
        {
            Interlocked.Increment(ref _requests);
            _lastRequest = DateTime.UtcNow;
        })));
    }

    [Safe]
    public async Task RequestsCounted(string[] pages)
    {
        await Task.WhenAll(pages.Select(page => Task.Run(() => Interlocked.Increment(ref _requests))));
        _lastRequest = DateTime.UtcNow;
    }

    // Totals from threads, joined before they are read.
    [Safe]
    public long Downloaded(long[] sizes)
    {
        var threads = sizes.Select(size => new Thread(() => Interlocked.Add(ref _bytes, size))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _bytes;
    }

    [Racy("_bytes")]
    public long DownloadedPlainly(long[] sizes)
    {
        var threads = sizes.Select(size => new Thread(() => _bytes += size)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _bytes;
    }

    // A table computed in advance is only read later.
    [Safe]
    public static double[] TableLookups(double[] angles)
    {
        double[] table = new double[360];
        for (int d = 0; d < 360; d++)
        {
            table[d] = Math.Sin(d * Math.PI / 180);
        }

        double[] r = new double[angles.Length];
        Parallel.For(0, r.Length, i => r[i] = table[(int)angles[i] % 360]);
        return r;
    }

    // A table filled on demand.
    [Racy("table")]
    public static double[] TableOnDemand(double[] angles)
    {
        double[] table = new double[360];
        double[] r = new double[angles.Length];
        Parallel.For(0, r.Length, i =>
        {
            int d = i % 360;
            if (table[d] == 0)
            {
                table[d] = Math.Sin(d * Math.PI / 180);
            }

            r[i] = table[d] * angles[i];
        });
        return r;
    }

    // A cache that evicts under the write lock and looks up under the read lock.
    [Safe]
    public static int Evicting(int[] keys)
    {
        var cache = new Dictionary<int, int>();
        using var rw = new ReaderWriterLockSlim();
        int misses = 0;
        Parallel.ForEach(keys, key =>
        {
            rw.EnterUpgradeableReadLock();
            try
            {
                if (!cache.ContainsKey(key))
                {
                    rw.EnterWriteLock();
                    try
                    {
                        cache[key] = key * key;
                        misses++;
                    }
                    finally
                    {
                        rw.ExitWriteLock();
                    }
                }
            }
            finally
            {
                rw.ExitUpgradeableReadLock();
            }
        });
        return misses;
    }

    // Misses are counted after the lock is given back.
    [Racy("misses")]
    public static int EvictingMiscounted(int[] keys)
    {
        var cache = new Dictionary<int, int>();
        using var rw = new ReaderWriterLockSlim();
        int misses = 0;
        Parallel.ForEach(keys, key =>
        {
            bool isNew = false;
            rw.EnterWriteLock();
            try
            {
                isNew = cache.TryAdd(key, key * key);
            }
            finally
            {
                rw.ExitWriteLock();
            }

            if (isNew)
            {
                misses++;
            }
        });
        return misses;
    }
}
