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

/// <summary>Lazy values, factories, batches that are swapped out.</summary>
internal sealed class LazyAndSwapped
{
    private Dictionary<string, string> _settings = new();
    private ImmutableDictionary<string, string> _config = ImmutableDictionary<string, string>.Empty;

    [Safe]
    public void ConfigByUpdate(string[] keys) => Parallel.ForEach(keys, key =>
        ImmutableInterlocked.TryAdd(ref _config, key, key.ToUpperInvariant()));

    [Racy("_settings")]
    public void SettingsReplaced(string[] keys) => Parallel.ForEach(keys, key =>
        _settings = new Dictionary<string, string>(_settings) { [key] = key });

    [Safe]
    public static int LazyOfDefaultMode(int[] values)
    {
        int made = 0;
        var lazy = new Lazy<int[]>(() => { made++; return new int[4]; });
        int sum = 0;
        Parallel.ForEach(values, v => Interlocked.Add(ref sum, lazy.Value.Length * v));
        return sum + made;
    }

    [Racy("lazy", "made")]
    public static int LazyWithoutSafety(int[] values)
    {
        int made = 0;
        var lazy = new Lazy<int[]>(() => { made++; return new int[4]; }, LazyThreadSafetyMode.None);
        int sum = 0;
        Parallel.ForEach(values, v => Interlocked.Add(ref sum, lazy.Value.Length * v));
        return sum + made;
    }

    [Racy("made")]
    public static int LazyOfPublicationOnly(int[] values)
    {
        int made = 0;
        var lazy = new Lazy<int[]>(() => { made++; return new int[4]; }, LazyThreadSafetyMode.PublicationOnly);
        int sum = 0;
        Parallel.ForEach(values, v => Interlocked.Add(ref sum, lazy.Value.Length * v));
        return sum + made;
    }

    [Racy("made")]
    public static ConcurrentDictionary<string, int> FactoryCounts(string[] words)
    {
        int made = 0;
        var ids = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => ids.GetOrAdd(word, _ => made++));
        return ids;
    }

    [Safe]
    public static ConcurrentDictionary<string, int> FactoryCountsAtomically(string[] words)
    {
        int made = 0;
        var ids = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => ids.GetOrAdd(word, _ => Interlocked.Increment(ref made)));
        return ids;
    }

    [Racy("list", "groups")]
    public static ConcurrentDictionary<int, List<string>> UpdateMutatesValue(string[] words)
    {
        var groups = new ConcurrentDictionary<int, List<string>>();
        Parallel.ForEach(words, word => groups.AddOrUpdate(word.Length, _ => [word], (_, list) =>
        {
            list.Add(word);
            return list;
        }));
        return groups;
    }

    [Safe]
    public static ConcurrentDictionary<int, ImmutableList<string>> UpdateReplacesValue(string[] words)
    {
        var groups = new ConcurrentDictionary<int, ImmutableList<string>>();
        Parallel.ForEach(words, word => groups.AddOrUpdate(word.Length, _ => [word], (_, list) => list.Add(word)));
        return groups;
    }

    [Safe]
    public static int SwappedOut(int[] values)
    {
        var batch = new List<int>();
        object gate = new();
        int flushed = 0;
        Parallel.ForEach(values, v =>
        {
            List<int>? full = null;
            lock (gate)
            {
                batch.Add(v);
                if (batch.Count == 16)
                {
                    full = batch;
                    batch = new List<int>();
                }
            }
            if (full != null)
            {
                Interlocked.Add(ref flushed, full.Sum());
            }
        });
        return flushed;
    }

    [Racy("batch")]
    public static int FlushedOutsideLock(int[] values)
    {
        var batch = new List<int>();
        object gate = new();
        int flushed = 0;
        Parallel.ForEach(values, v =>
        {
            bool full;
            lock (gate)
            {
                batch.Add(v);
                full = batch.Count == 16;
            }
            if (full)
            {
                Interlocked.Add(ref flushed, batch.Sum());
                batch.Clear();
            }
        });
        return flushed;
    }

    [Safe]
    public static List<string> SnapshotUnderLock(string[] names)
    {
        var known = new List<string>();
        object gate = new();
        Task writer = Task.Run(() =>
        {
            foreach (string name in names)
            {
                lock (gate)
                {
                    known.Add(name);
                }
            }
        });
        List<string> copy;
        lock (gate)
        {
            copy = [.. known];
        }
        foreach (string name in copy)
        {
            Console.WriteLine(name);
        }
        writer.Wait();
        return copy;
    }

    [Racy("known", "copy")]
    public static List<string> ReferenceUnderLock(string[] names)
    {
        var known = new List<string>();
        object gate = new();
        Task writer = Task.Run(() =>
        {
            foreach (string name in names)
            {
                lock (gate)
                {
                    known.Add(name);
                }
            }
        });
        List<string> copy;
        lock (gate)
        {
            copy = known;
        }
        foreach (string name in copy)
        {
            Console.WriteLine(name);
        }
        writer.Wait();
        return copy;
    }
}
