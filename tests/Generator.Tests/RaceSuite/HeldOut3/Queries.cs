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

/// <summary>PLINQ, deferred execution, iterators.</summary>
internal sealed class Queries
{
    private int _visited;

    [Racy("sum")]
    public static int SumInForAll(int[] values)
    {
        int sum = 0;
        values.AsParallel().ForAll(v => sum += v);
        return sum;
    }

    [Safe]
    public static int SumByAggregate(int[] values) =>
        values.AsParallel().Aggregate(() => 0, (part, v) => part + v, (a, b) => a + b, total => total);

    [Racy("calls")]
    public static int SumByAggregateCountingCalls(int[] values)
    {
        int calls = 0;
        int sum = values.AsParallel().Aggregate(() => 0, (part, v) => { calls++; return part + v; }, (a, b) => a + b, total => total);
        return sum - calls;
    }

    [Racy("list", "all")]
    public static int AggregateIntoOneList(int[] values)
    {
        var all = new List<int>();
        return values.AsParallel().Aggregate(() => all, (list, v) => { list.Add(v); return list; }, (a, b) => a, list => list.Count);
    }

    [Safe]
    public static int AggregateIntoListEach(int[] values)
    {
        return values.AsParallel().Aggregate(() => new List<int>(), (list, v) => { list.Add(v); return list; }, (a, b) => { a.AddRange(b); return a; }, list => list.Count);
    }

    [Racy("index")]
    public static string[] NumberLines(string[] lines)
    {
        int index = 0;
        return lines.AsParallel().AsOrdered().Select(line => $"{index++}: {line}").ToArray();
    }

    [Safe]
    public static string[] NumberLinesByIndex(string[] lines) =>
        lines.AsParallel().AsOrdered().Select((line, index) => $"{index}: {line}").ToArray();

    [Safe]
    public static string[] NumberLinesSequentially(string[] lines)
    {
        int index = 0;
        return lines.Select(line => $"{index++}: {line}").ToArray();
    }

    [Racy("seen")]
    public static int[] DistinctInWhere(int[] values)
    {
        var seen = new HashSet<int>();
        return values.AsParallel().Where(v => seen.Add(v)).ToArray();
    }

    [Safe]
    public static int[] DistinctAfterSequential(int[] values)
    {
        var seen = new HashSet<int>();
        return values.AsParallel().Select(v => v * 2).AsSequential().Where(v => seen.Add(v)).ToArray();
    }

    [Safe]
    public static int[] DistinctInSequentialWhere(int[] values)
    {
        var seen = new HashSet<int>();
        return values.Where(v => seen.Add(v)).AsParallel().Select(v => v * 2).ToArray();
    }

    [Racy("random")]
    public static double[] Jitter(double[] values, Random random) =>
        values.AsParallel().Select(v => v + random.NextDouble()).ToArray();

    [Safe]
    public static double[] JitterShared(double[] values) =>
        values.AsParallel().Select(v => v + Random.Shared.NextDouble()).ToArray();

    [Safe]
    public static int ForeachOverParallelQuery(int[] values)
    {
        int sum = 0;
        foreach (int square in values.AsParallel().Select(v => v * v))
        {
            sum += square;
        }
        return sum;
    }

    [Racy("last")]
    public static int QuerySyntax(int[] values)
    {
        int last = 0;
        var query = from v in values.AsParallel() where v > 0 select last = v;
        return query.Count() + last;
    }

    [Safe]
    public static int QuerySyntaxPure(int[] values)
    {
        int limit = 3;
        var query = from v in values.AsParallel() where v > limit select v * limit;
        limit = 4;
        return query.Count();
    }

    [Racy("counter")]
    public static void DeferredQueryInEachIteration(int[] values, int n)
    {
        int counter = 0;
        IEnumerable<int> numbered = values.Select(v => counter++ + v);
        Parallel.For(0, n, i => Console.WriteLine(numbered.Sum()));
    }

    [Safe]
    public static void MaterializedQueryInEachIteration(int[] values, int n)
    {
        int counter = 0;
        List<int> numbered = values.Select(v => counter++ + v).ToList();
        Parallel.For(0, n, i => Console.WriteLine(numbered.Sum()));
    }

    [Safe]
    public static void DeferredPureQueryInEachIteration(int[] values, int n)
    {
        IEnumerable<int> big = values.Where(v => v > 10);
        Parallel.For(0, n, i => Console.WriteLine(big.Count()));
    }

    [Racy("_visited")]
    public void IteratorWithSideEffectInEach(int n) => Parallel.For(0, n, i =>
    {
        foreach (int step in Steps(i))
        {
            Console.WriteLine(step);
        }
    });

    [Safe]
    public void IteratorWithSideEffectAsSource(int n) => Parallel.ForEach(StepsAlone(n), step => Console.WriteLine(step));

    [Safe]
    public static void IteratorPureInEach(int n) => Parallel.For(0, n, i =>
    {
        foreach (int step in Halves(i))
        {
            Console.WriteLine(step);
        }
    });

    [Racy("best")]
    public static string LongestByForAll(string[] words)
    {
        string best = "";
        words.AsParallel().Where(w => w.Length > 3).ForAll(w =>
        {
            if (w.Length > best.Length)
            {
                best = w;
            }
        });
        return best;
    }

    [Safe]
    public static string LongestByMaxBy(string[] words) => words.AsParallel().Where(w => w.Length > 3).MaxBy(w => w.Length) ?? "";

    [Racy("lengths")]
    public static Dictionary<string, int> LengthsByForAll(string[] words)
    {
        var lengths = new Dictionary<string, int>();
        words.AsParallel().ForAll(w => lengths[w] = w.Length);
        return lengths;
    }

    [Safe]
    public static Dictionary<string, int> LengthsByToDictionary(string[] words) =>
        words.AsParallel().Distinct().ToDictionary(w => w, w => w.Length);

    [CannotKnow]
    public static void ItemsOfTheirOwn(Point[] points) => points.AsParallel().ForAll(p => p.X += 1);

    [Racy("origin", "X")]
    public static void ItemsShiftOrigin(Point[] points, Point origin) => points.AsParallel().ForAll(p => origin.X += p.X);

    [Racy("done")]
    public static int WithDegree(int[] values)
    {
        int done = 0;
        int[] result = values.AsParallel().WithDegreeOfParallelism(4).Select(v =>
        {
            done++;
            return v + 1;
        }).ToArray();
        return result.Length - done;
    }

    [Safe]
    public static int WithDegreeOne(int[] values)
    {
        int done = 0;
        int[] result = values.AsParallel().WithDegreeOfParallelism(1).Select(v =>
        {
            done++;
            return v + 1;
        }).ToArray();
        return result.Length - done;
    }

    private int _alone;

    private IEnumerable<int> Steps(int n)
    {
        for (int i = 0; i < n; i++)
        {
            _visited++;
            yield return i;
        }
    }

    private IEnumerable<int> StepsAlone(int n)
    {
        for (int i = 0; i < n; i++)
        {
            _alone++;
            yield return i;
        }
    }

    private static IEnumerable<int> Halves(int n)
    {
        while (n > 0)
        {
            yield return n;
            n /= 2;
        }
    }

    internal sealed class Point
    {
        public int X;
    }
}
