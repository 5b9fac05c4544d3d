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

/// <summary>Interlocked and Volatile, used well and not so well.</summary>
internal sealed class Atomics
{
    private int _hits;
    private int _misses;
    private long _bytes;
    private volatile bool _stop;
    private volatile int _ticks;
    private bool _halt;
    private ImmutableList<string> _names = ImmutableList<string>.Empty;
    private ImmutableList<string> _labels = ImmutableList<string>.Empty;

    [Safe]
    public void CountHits(string[] keys) => Parallel.ForEach(keys, key =>
    {
        if (key.Length > 3)
        {
            Interlocked.Increment(ref _hits);
        }
    });

    [Racy("_misses")]
    public void CountMissesReadModifyWrite(string[] keys) => Parallel.ForEach(keys, key =>
    {
        if (key.Length > 3)
        {
            Interlocked.Exchange(ref _misses, _misses + 1);
        }
    });

    [Racy("count")]
    public static int MixedIncrement(int[] values)
    {
        int count = 0;
        Parallel.ForEach(values, v =>
        {
            if (v > 0)
            {
                Interlocked.Increment(ref count);
            }
            else
            {
                count--;
            }
        });
        return count;
    }

    [Safe]
    public static int AtomicBothWays(int[] values)
    {
        int count = 0;
        Parallel.ForEach(values, v =>
        {
            if (v > 0)
            {
                Interlocked.Increment(ref count);
            }
            else
            {
                Interlocked.Decrement(ref count);
            }
        });
        return count;
    }

    [Safe]
    public static double MaximumByExchange(double[] values)
    {
        double best = double.MinValue;
        Parallel.ForEach(values, v =>
        {
            double seen = Volatile.Read(ref best);
            while (v > seen)
            {
                double before = Interlocked.CompareExchange(ref best, v, seen);
                if (before == seen)
                {
                    break;
                }
                seen = before;
            }
        });
        return best;
    }

    [Racy("best")]
    public static double MaximumByCheckThenExchange(double[] values)
    {
        double best = double.MinValue;
        Parallel.ForEach(values, v =>
        {
            if (v > Volatile.Read(ref best))
            {
                Interlocked.Exchange(ref best, v);
            }
        });
        return best;
    }

    [Racy("bytes")]
    public static long AddWithVolatile(int[] sizes)
    {
        long bytes = 0;
        Parallel.ForEach(sizes, size => Volatile.Write(ref bytes, Volatile.Read(ref bytes) + size));
        return bytes;
    }

    [Safe]
    public void AddBytes(int[] sizes) => Parallel.ForEach(sizes, size => Interlocked.Add(ref _bytes, size));

    [Racy("_ticks")]
    public void VolatileFieldIncremented(int n) => Parallel.For(0, n, _ => _ticks++);

    [Safe]
    public int StopByVolatile(int[] work)
    {
        int done = 0;
        Task worker = Task.Run(() =>
        {
            while (!_stop)
            {
                Thread.SpinWait(20);
            }
        });
        foreach (int w in work)
        {
            done += w;
        }
        _stop = true;
        worker.Wait();
        return done;
    }

    [Racy("_halt")]
    public int StopByPlainFlag(int[] work)
    {
        int done = 0;
        Task worker = Task.Run(() =>
        {
            while (!_halt)
            {
                Thread.SpinWait(20);
            }
        });
        foreach (int w in work)
        {
            done += w;
        }
        _halt = true;
        worker.Wait();
        return done;
    }

    [Safe]
    public void NamesByUpdate(string[] names) => Parallel.ForEach(names, name =>
        ImmutableInterlocked.Update(ref _names, (list, added) => list.Add(added), name));

    [Racy("_labels")]
    public void LabelsByAssignment(string[] names) => Parallel.ForEach(names, name => _labels = _labels.Add(name));

    [Safe]
    public static ImmutableDictionary<string, int> ScoresByAddOrUpdate(string[] names)
    {
        ImmutableDictionary<string, int> scores = ImmutableDictionary<string, int>.Empty;
        Parallel.ForEach(names, name => ImmutableInterlocked.AddOrUpdate(ref scores, name, 1, (_, old) => old + 1));
        return scores;
    }

    [Racy("scores")]
    public static ImmutableDictionary<string, int> ScoresBySetItem(string[] names)
    {
        ImmutableDictionary<string, int> scores = ImmutableDictionary<string, int>.Empty;
        Parallel.ForEach(names, name => scores = scores.SetItem(name, name.Length));
        return scores;
    }

    [Safe]
    public static int FirstIndex(int[] values, int wanted)
    {
        int first = int.MaxValue;
        Parallel.For(0, values.Length, i =>
        {
            if (values[i] != wanted)
            {
                return;
            }
            int seen;
            do
            {
                seen = Volatile.Read(ref first);
                if (i >= seen)
                {
                    return;
                }
            }
            while (Interlocked.CompareExchange(ref first, i, seen) != seen);
        });
        return first;
    }

    [Racy("first")]
    public static int FirstIndexUnchecked(int[] values, int wanted)
    {
        int first = int.MaxValue;
        Parallel.For(0, values.Length, i =>
        {
            if (values[i] == wanted && i < first)
            {
                first = i;
            }
        });
        return first;
    }

    [Safe]
    public static Node? PushAll(int[] values)
    {
        Node? head = null;
        Parallel.ForEach(values, v =>
        {
            var node = new Node(v);
            Node? top;
            do
            {
                top = Volatile.Read(ref head);
                node.Next = top;
            }
            while (Interlocked.CompareExchange(ref head, node, top) != top);
        });
        return head;
    }

    [Racy("head")]
    public static Node? PushAllPlainly(int[] values)
    {
        Node? head = null;
        Parallel.ForEach(values, v =>
        {
            var node = new Node(v);
            node.Next = head;
            head = node;
        });
        return head;
    }

    [Safe]
    public static int OnlyOnce(string[] lines)
    {
        int claimed = 0, result = 0;
        Parallel.ForEach(lines, line =>
        {
            if (Interlocked.Exchange(ref claimed, 1) == 0)
            {
                result = line.Length;
            }
        });
        return result;
    }

    [Racy("result")]
    public static int OncePerPositive(string[] lines)
    {
        int claimed = 0, result = 0;
        Parallel.ForEach(lines, line =>
        {
            if (Interlocked.Exchange(ref claimed, 1) >= 0)
            {
                result = line.Length;
            }
        });
        return result;
    }

    [Safe]
    public static int LastOneReports(int[] values)
    {
        int left = values.Length, report = 0;
        int[] squares = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            squares[i] = values[i] * values[i];
            if (Interlocked.Decrement(ref left) == 0)
            {
                report = squares.Sum();
            }
        });
        return report;
    }

    [Racy("report", "squares")]
    public static int SecondLastReports(int[] values)
    {
        int left = values.Length, report = 0;
        int[] squares = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            squares[i] = values[i] * values[i];
            if (Interlocked.Decrement(ref left) <= 1)
            {
                report = squares.Sum();
            }
        });
        return report;
    }

    internal sealed class Node(int value)
    {
        public int Value => value;

        public Node? Next;
    }
}
