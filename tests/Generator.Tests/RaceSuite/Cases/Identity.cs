using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Which object is it? Parameters, copies, rows, slices, fields, pointers, second names.</summary>
internal sealed unsafe class Identity
{
    private readonly double[] _now = new double[100];
    private readonly double[] _next = new double[100];
    private readonly double[] _same;

    public Identity() => _same = _now;

    // One array twice is allowed.
    [CannotKnow]
    public static void TwoParameters(int[] a, int[] b) => Parallel.For(1, a.Length, i => b[i] = a[i - 1]);

    [Safe]
    public static void TwoParametersSameIndex(int[] a, int[] b) => Parallel.For(0, a.Length, i => b[i] = a[i]);

    // Elements of different types are never one location.
    [Safe]
    public static void TwoParametersOfTwoTypes(int[] a, double[] b) => Parallel.For(1, a.Length, i => b[i] = a[i - 1]);

    [Safe]
    public static int[] IntoAFreshArray(int[] a)
    {
        int[] b = new int[a.Length];
        Parallel.For(1, a.Length, i => b[i] = a[i - 1]);
        return b;
    }

    [Racy("a", "b")]
    public static int[] IntoASecondName(int[] a)
    {
        int[] b = a;
        Parallel.For(1, a.Length, i => b[i] = a[i - 1]);
        return b;
    }

    [Safe]
    public static int[] FromACopy(int[] a)
    {
        int[] old = a.ToArray();
        Parallel.For(1, a.Length, i => a[i] = old[i - 1]);
        return a;
    }

    // The range operator copies an array.
    [Safe]
    public static int[] FromARangeOfTheArray(int[] a)
    {
        int[] old = a[..];
        Parallel.For(1, a.Length, i => a[i] = old[i - 1]);
        return a;
    }

    // AsMemory does not.
    [Racy("a", "old")]
    public static int[] FromAMemoryOfTheArray(int[] a)
    {
        Memory<int> old = a.AsMemory();
        Parallel.For(1, a.Length, i => a[i] = old.Span[i - 1]);
        return a;
    }

    // The name is given to a new array before the loop.
    [Safe]
    public static int[] ReassignedLocal(int[] a)
    {
        int[] b = a;
        Console.WriteLine(b.Length);
        b = new int[a.Length];
        int[] r = b;
        Parallel.For(1, a.Length, i => r[i] = a[i - 1]);
        return r;
    }

    [Racy("a", "b", "r")]
    public static int[] ReassignedLocalBack(int[] a)
    {
        int[] b = new int[a.Length];
        Console.WriteLine(b.Length);
        b = a;
        int[] r = b;
        Parallel.For(1, a.Length, i => r[i] = a[i - 1]);
        return r;
    }

    [Safe]
    public void TwoFields() => Parallel.For(1, _now.Length, i => _next[i] = _now[i - 1]);

    // The constructor has given both fields one array.
    [Racy("_same", "_now")]
    public void TwoFieldsOneArray() => Parallel.For(1, _now.Length, i => _same[i] = _now[i - 1]);

    // Each row is an array of its own.
    [Safe]
    public static int[][] FreshRows(int n)
    {
        int[][] rows = new int[n][];
        Parallel.For(0, n, i =>
        {
            rows[i] = new int[n];
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i + j;
            }
        });
        return rows;
    }

    // All rows are one array.
    [Racy("rows", "row")]
    public static int[][] OneRow(int n)
    {
        int[][] rows = new int[n][];
        int[] row = new int[n];
        Array.Fill(rows, row);
        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i + j;
            }
        });
        return rows;
    }

    [Safe]
    public static int[][] RowsMadeBefore(int n)
    {
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new int[n];
        }

        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i + j;
            }
        });
        return rows;
    }

    // Made once, in front of the loop.
    [Racy("rows", "row")]
    public static int[][] RowMadeOnceBefore(int n)
    {
        int[][] rows = new int[n][];
        int[] row = new int[n];
        for (int i = 0; i < n; i++)
        {
            rows[i] = row;
        }

        Parallel.For(0, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = i + j;
            }
        });
        return rows;
    }

    [CannotKnow]
    public static void RowsOfAParameter(int[][] rows)
    {
        Parallel.For(0, rows.Length, i =>
        {
            for (int j = 0; j < rows[i].Length; j++)
            {
                rows[i][j] += j;
            }
        });
    }

    // Every iteration writes the first row.
    [Racy("rows")]
    public static void FirstRow(int[][] rows)
    {
        Parallel.For(0, rows.Length, i =>
        {
            for (int j = 0; j < rows[0].Length; j++)
            {
                rows[0][j] += i;
            }
        });
    }

    // The row of another iteration.
    [Racy("rows")]
    public static void RowAbove(int n)
    {
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new int[n];
        }

        Parallel.For(1, n, i =>
        {
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = rows[i - 1][j] + 1;
            }
        });
    }

    [Safe]
    public static void Slices(double[] a, int w)
    {
        Parallel.For(0, a.Length / w, i =>
        {
            Span<double> row = a.AsSpan(i * w, w);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = j;
            }
        });
    }

    [Racy("a", "row")]
    public static void SlicesOneTooLong(double[] a, int w)
    {
        Parallel.For(0, a.Length / w - 1, i =>
        {
            Span<double> row = a.AsSpan(i * w, w + 1);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = j;
            }
        });
    }

    // A slice of a slice: [8 i + 2, 8 i + 6).
    [Safe]
    public static void SlicesOfSlices(byte[] a)
    {
        Parallel.For(0, a.Length / 8, i => a.AsSpan(8 * i, 8).Slice(2, 4).Clear());
    }

    // [8 i + 2, 8 i + 11).
    [Racy("a")]
    public static void SlicesOfOpenSlices(byte[] a)
    {
        Parallel.For(0, a.Length / 8 - 2, i => a.AsSpan(8 * i).Slice(2, 9).Clear());
    }

    [Safe]
    public static void MemorySlices(Memory<int> memory)
    {
        Parallel.For(0, memory.Length / 4, i => memory.Span.Slice(4 * i, 4).Fill(i));
    }

    [Racy("memory")]
    public static void MemorySlicesThatOverlap(Memory<int> memory)
    {
        Parallel.For(0, memory.Length / 4, i => memory.Span.Slice(i, 4).Fill(i));
    }

    [Safe]
    public static void SegmentsApart(int[] a)
    {
        var low = new ArraySegment<int>(a, 0, 50);
        var high = new ArraySegment<int>(a, 50, 50);
        Parallel.For(0, 50, i => low[i] = high[i]);
    }

    [Racy("low", "high", "a")]
    public static void SegmentsThatOverlap(int[] a)
    {
        var low = new ArraySegment<int>(a, 0, 50);
        var high = new ArraySegment<int>(a, 49, 50);
        Parallel.For(0, 50, i => low[i] = high[i]);
    }

    // Two views of one array with other element types.
    [Racy("a")]
    public static void BytesOfTheInts(int[] a)
    {
        Parallel.Invoke(
            () => MemoryMarshal.AsBytes(a.AsSpan()).Clear(),
            () => a[0] = 1);
    }

    [Safe]
    public static void Pointer(int* p, int n) => Parallel.For(0, n, i => p[i] = i);

    [Racy("p")]
    public static void PointerToTheNext(int* p, int n) => Parallel.For(0, n, i => p[i] = p[i + 1]);

    // 12 elements on, for 12 iterations.
    [Safe]
    public static void PointersApart(int* p)
    {
        int* q = p + 12;
        Parallel.For(0, 12, i => p[i] = q[i]);
    }

    [Racy("p", "q")]
    public static void PointersThatMeet(int* p)
    {
        int* q = p + 12;
        Parallel.For(0, 13, i => p[i] = q[i]);
    }

    // The list is one object under two names.
    [Racy("list", "other")]
    public static int ListUnderTwoNames()
    {
        var list = new List<int>();
        List<int> other = list;
        Parallel.Invoke(() => list.Add(1), () => other.Add(2));
        return list.Count;
    }

    [Safe]
    public static int TwoLists()
    {
        var list = new List<int>();
        List<int> other = [.. list];
        Parallel.Invoke(() => list.Add(1), () => other.Add(2));
        return list.Count;
    }

    // A struct is copied into the lambda's local, a class is not.
    [Safe]
    public static int RecordCopiedByWith(int n)
    {
        var start = new Setting { Level = 1 };
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            Setting mine = start with { };
            mine.Level += i;
            r[i] = mine.Level;
        });
        return start.Level;
    }

    [Racy("start", "mine", "Level")]
    public static int RecordNotCopied(int n)
    {
        var start = new Setting { Level = 1 };
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            Setting mine = start;
            mine.Level += i;
            r[i] = mine.Level;
        });
        return start.Level;
    }

    private sealed record Setting
    {
        public int Level { get; set; }
    }
}
