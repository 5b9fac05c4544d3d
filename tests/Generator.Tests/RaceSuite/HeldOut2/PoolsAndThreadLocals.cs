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

/// <summary>Pools, tables in dictionaries, values of a thread.</summary>
internal sealed class PoolsAndThreadLocals
{
    [Safe]
    public static int LazyInDictionary(string[] keys)
    {
        var made = new ConcurrentDictionary<string, Lazy<int[]>>();
        int total = 0;
        Parallel.ForEach(keys, key =>
        {
            int[] table = made.GetOrAdd(key, k => new Lazy<int[]>(() => k.Select(c => (int)c).ToArray())).Value;
            Interlocked.Add(ref total, table.Length);
        });
        return total;
    }

    [Racy("table", "made")]
    public static int TableInDictionaryChanged(string[] keys)
    {
        var made = new ConcurrentDictionary<int, int[]>();
        Parallel.ForEach(keys, key =>
        {
            int[] table = made.GetOrAdd(key.Length, _ => new int[256]);
            table[key[0] & 255]++;
        });
        return made.Count;
    }

    [Safe]
    public static int PoolOfBuffers(int n)
    {
        var pool = new ConcurrentBag<int[]>();
        int total = 0;
        Parallel.For(0, n, i =>
        {
            if (!pool.TryTake(out int[]? buffer))
            {
                buffer = new int[16];
            }

            buffer[0] = i;
            Interlocked.Add(ref total, buffer[0]);
            pool.Add(buffer);
        });
        return total;
    }

    [Racy("buffer", "pool")]
    public static int PoolOfBuffersPeeked(int n)
    {
        var pool = new ConcurrentBag<int[]>();
        pool.Add(new int[16]);
        int total = 0;
        Parallel.For(0, n, i =>
        {
            if (!pool.TryPeek(out int[]? buffer))
            {
                buffer = new int[16];
            }

            buffer[0] = i;
            Interlocked.Add(ref total, buffer[0]);
            pool.Add(buffer);
        });
        return total;
    }

    [Safe]
    public static int ValuesOfThreadLocal(int n)
    {
        using var sums = new ThreadLocal<int>(() => 0, trackAllValues: true);
        Parallel.For(0, n, i => sums.Value += i);
        return sums.Values.Sum();
    }

    [Safe]
    public static int ListsOfThreadLocal(int n)
    {
        using var lists = new ThreadLocal<List<int>>(() => new List<int>(), true);
        Parallel.For(0, n, i => lists.Value!.Add(i));
        return lists.Values.Sum(list => list.Count);
    }

    [Racy("list", "lists")]
    public static int ListTakenFromThreadLocalOutside(int n)
    {
        using var lists = new ThreadLocal<List<int>>(() => new List<int>(), true);
        List<int> list = lists.Value!;
        Parallel.For(0, n, i => list.Add(i));
        return list.Count;
    }
}
