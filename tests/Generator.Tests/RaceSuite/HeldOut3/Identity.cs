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

/// <summary>Which object, which copy, which part of it.</summary>
internal sealed class Identity
{
    private Counter _counter = new();
    private Tally _tally;

    [Racy("shared", "Value", "counter")]
    public static void OneCounterManyNames(int n)
    {
        var shared = new Counter();
        Parallel.For(0, n, i =>
        {
            Counter counter = shared;
            counter.Value += i;
        });
    }

    [Safe]
    public static void OneTallyCopied(int n)
    {
        var shared = new Tally();
        Parallel.For(0, n, i =>
        {
            Tally tally = shared;
            tally.Value += i;
            Console.WriteLine(tally.Value);
        });
    }

    [Racy("shared")]
    public static void OneTallyByReference(int n)
    {
        var shared = new Tally();
        Parallel.For(0, n, i =>
        {
            ref Tally tally = ref shared;
            tally.Value += i;
        });
        Console.WriteLine(shared.Value);
    }

    [Safe]
    public static void CounterOfEachItem(int n)
    {
        Counter[] counters = new Counter[n];
        for (int i = 0; i < n; i++)
        {
            counters[i] = new Counter();
        }
        Parallel.For(0, n, i => counters[i].Value += i);
    }

    [Racy("counters", "Value", "one")]
    public static void SameCounterInAllItems(int n)
    {
        var one = new Counter();
        Counter[] counters = new Counter[n];
        for (int i = 0; i < n; i++)
        {
            counters[i] = one;
        }
        Parallel.For(0, n, i => counters[i].Value += i);
    }

    [Safe]
    public static void TalliesInArray(int n)
    {
        var one = new Tally();
        Tally[] tallies = new Tally[n];
        for (int i = 0; i < n; i++)
        {
            tallies[i] = one;
        }
        Parallel.For(0, n, i => tallies[i].Value += i);
    }

    [Racy("_counter")]
    public void FieldCounter(int n) => Parallel.For(0, n, i => _counter.Value += i);

    [Racy("_tally")]
    public void FieldTally(int n) => Parallel.For(0, n, i => _tally.Value += i);

    [Safe]
    public int FieldTallyCopied(int n)
    {
        int total = 0;
        Tally copy = new Tally { Value = n };
        Parallel.For(0, n, i =>
        {
            Tally mine = copy;
            mine.Value++;
            Interlocked.Add(ref total, mine.Value);
        });
        return total;
    }

    [Safe]
    public static void RecordsWithChanges(int n)
    {
        var origin = new Place(0, 0);
        Place[] places = new Place[n];
        Parallel.For(0, n, i => places[i] = origin with { X = i });
    }

    [Racy("origin", "X")]
    public static void RecordsInPlace(int n)
    {
        var origin = new Place(0, 0);
        Place[] places = new Place[n];
        Parallel.For(0, n, i =>
        {
            origin.X = i;
            places[i] = origin;
        });
    }

    [Racy("cell", "totals")]
    public static int ReferenceReturned(int[] values)
    {
        int[] totals = new int[4];
        Parallel.ForEach(values, v =>
        {
            ref int cell = ref Cell(totals, 2);
            cell += v;
        });
        return totals[2];
    }

    [Safe]
    public static int[] ReferenceReturnedEach(int[] values)
    {
        int[] totals = new int[values.Length];
        Parallel.For(0, values.Length, i =>
        {
            ref int cell = ref Cell(totals, i);
            cell += values[i];
        });
        return totals;
    }

    [Safe]
    public static void SlicesSideBySide(int[] data, int size) => Parallel.For(0, data.Length / size, b =>
    {
        Span<int> mine = data.AsSpan(b * size, size);
        for (int i = 0; i < mine.Length; i++)
        {
            mine[i] = b;
        }
    });

    [Racy("data", "mine")]
    public static void SlicesOneLonger(int[] data, int size) => Parallel.For(0, data.Length / size - 1, b =>
    {
        Span<int> mine = data.AsSpan(b * size, size + 1);
        for (int i = 0; i < mine.Length; i++)
        {
            mine[i] = b;
        }
    });

    [Safe]
    public static void SlicesFilled(int[] data, int size) => Parallel.For(0, data.Length / size, b => data.AsSpan(b * size, size).Fill(b));

    [Racy("data")]
    public static void SlicesFilledToTheEnd(int[] data, int size) => Parallel.For(0, data.Length / size, b => data.AsSpan(b * size).Fill(b));

    [Safe]
    public static void MemoryHalves(Memory<byte> buffer)
    {
        Memory<byte> low = buffer[..(buffer.Length / 2)], high = buffer[(buffer.Length / 2)..];
        Parallel.Invoke(() => low.Span.Fill(1), () => high.Span.Fill(2));
    }

    [Racy("buffer", "low", "high")]
    public static void MemoryHalvesOverlap(Memory<byte> buffer)
    {
        Memory<byte> low = buffer[..(buffer.Length / 2 + 1)], high = buffer[(buffer.Length / 2)..];
        Parallel.Invoke(() => low.Span.Fill(1), () => high.Span.Fill(2));
    }

    [Safe]
    public static int[] SegmentsCopied(int[] data, int blocks)
    {
        int[] target = new int[data.Length];
        int size = data.Length / blocks;
        Parallel.For(0, blocks, b => Array.Copy(data, b * size, target, b * size, size));
        return target;
    }

    [Racy("data")]
    public static void SegmentsShifted(int[] data, int blocks)
    {
        int size = data.Length / blocks;
        Parallel.For(0, blocks - 1, b => Array.Copy(data, b * size, data, (b + 1) * size, size));
    }

    [Racy("data")]
    public static void SortOverlappingSegments(int[] data, int size) => Parallel.For(0, data.Length / size - 1, b => Array.Sort(data, b * size, 2 * size));

    [Safe]
    public static void SortSegments(int[] data, int size) => Parallel.For(0, data.Length / size, b => Array.Sort(data, b * size, size));

    [Safe]
    public static void TupleOfEach(int n)
    {
        (int Low, int High)[] bounds = new (int, int)[n];
        Parallel.For(0, n, i =>
        {
            bounds[i].Low = i;
            bounds[i].High = i + 1;
        });
    }

    [Racy("bounds")]
    public static void TupleOfNext(int n)
    {
        (int Low, int High)[] bounds = new (int, int)[n + 1];
        Parallel.For(0, n, i =>
        {
            bounds[i].Low = i;
            bounds[i + 1].Low = i;
        });
    }

    [Safe]
    public static void OtherPartOfNextTuple(int n)
    {
        (int Low, int High)[] bounds = new (int, int)[n + 1];
        Parallel.For(0, n, i =>
        {
            bounds[i].Low = i;
            bounds[i + 1].High = i;
        });
    }

    [Racy("buffer")]
    public static int RentedOnce(int n)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64);
        int sum = 0;
        Parallel.For(0, n, i =>
        {
            buffer[0] = (byte)i;
            Interlocked.Add(ref sum, buffer[0]);
        });
        ArrayPool<byte>.Shared.Return(buffer);
        return sum;
    }

    [Safe]
    public static int RentedEach(int n)
    {
        int sum = 0;
        Parallel.For(0, n, i =>
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(64);
            buffer[0] = (byte)i;
            Interlocked.Add(ref sum, buffer[0]);
            ArrayPool<byte>.Shared.Return(buffer);
        });
        return sum;
    }

    [Safe]
    public static void DifferentFieldsOfOneObject()
    {
        var size = new Size();
        Parallel.Invoke(() => size.Width = 3, () => size.Height = 4);
    }

    [Racy("size", "Width")]
    public static void SameFieldOfOneObject()
    {
        var size = new Size();
        Parallel.Invoke(() => size.Width = 3, () => size.Height = size.Width);
    }

    [Safe]
    public static void TwoObjects()
    {
        Size a = new(), b = new();
        Parallel.Invoke(() => a.Width = 3, () => b.Width = 4);
    }

    [Racy("a", "b", "Width")]
    public static void TwoNamesOfOneObject()
    {
        Size a = new(), b = a;
        Parallel.Invoke(() => a.Width = 3, () => b.Width = 4);
    }

    [CannotKnow]
    public static void TwoParameters(Size a, Size b) => Parallel.Invoke(() => a.Width = 3, () => b.Width = 4);

    private static ref int Cell(int[] cells, int index) => ref cells[index];

    internal sealed class Counter
    {
        public int Value;
    }

    internal struct Tally
    {
        public int Value;
    }

    internal sealed record Place(int X, int Y)
    {
        public int X { get; set; } = X;
    }

    internal sealed class Size
    {
        public int Width { get; set; }

        public int Height { get; set; }
    }
}
