using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RaceSuite.Cases;

/// <summary>PLINQ: operators whose delegates change what they share, and the ones that do not.</summary>
internal static class Plinq
{
    [Racy("count")]
    public static int[] SelectCounts(int[] a)
    {
        int count = 0;
        return a.AsParallel().Select(v =>
        {
            count++;
            return v * 2;
        }).ToArray();
    }

    // LINQ without AsParallel: one after the other.
    [Safe]
    public static int[] SelectCountsSequentially(int[] a)
    {
        int count = 0;
        return a.Select(v =>
        {
            count++;
            return v * 2;
        }).ToArray();
    }

    [Safe]
    public static int[] SelectCountsInterlocked(int[] a)
    {
        int count = 0;
        return a.AsParallel().Select(v =>
        {
            Interlocked.Increment(ref count);
            return v * 2;
        }).ToArray();
    }

    [Racy("seen")]
    public static int[] WhereAdds(int[] a)
    {
        var seen = new HashSet<int>();
        return a.AsParallel().Where(v => seen.Add(v)).ToArray();
    }

    [Safe]
    public static int[] WhereAddsConcurrent(int[] a)
    {
        var seen = new ConcurrentDictionary<int, bool>();
        return a.AsParallel().Where(v => seen.TryAdd(v, true)).ToArray();
    }

    [Racy("found")]
    public static List<int> ForAllAdds(int[] a)
    {
        var found = new List<int>();
        a.AsParallel().Where(v => v > 0).ForAll(found.Add);
        return found;
    }

    [Safe]
    public static ConcurrentBag<int> ForAllAddsToABag(int[] a)
    {
        var found = new ConcurrentBag<int>();
        a.AsParallel().Where(v => v > 0).ForAll(found.Add);
        return found;
    }

    // The loop itself is sequential: the query is enumerated by one thread.
    [Safe]
    public static List<int> ForEachOverAQuery(int[] a)
    {
        var found = new List<int>();
        foreach (int v in a.AsParallel().Where(v => v > 0))
        {
            found.Add(v);
        }

        return found;
    }

    [Safe]
    public static long SumOperator(int[] a) => a.AsParallel().Sum(v => (long)v * v);

    // A sum of one's own inside the operator.
    [Racy("total")]
    public static long SumInsideForAll(int[] a)
    {
        long total = 0;
        a.AsParallel().ForAll(v => total += (long)v * v);
        return total;
    }

    // The factory makes a list for each partition.
    [Safe]
    public static List<int> AggregateWithFactory(int[] a) => a.AsParallel().Aggregate(
        () => new List<int>(),
        (list, v) =>
        {
            list.Add(v);
            return list;
        },
        (left, right) =>
        {
            left.AddRange(right);
            return left;
        },
        list => list);

    // One seed for all partitions.
    [Racy("seed", "list")]
    public static List<int> AggregateWithASharedSeed(int[] a)
    {
        var seed = new List<int>();
        return a.AsParallel().Aggregate(
            seed,
            (list, v) =>
            {
                list.Add(v);
                return list;
            },
            (left, right) => left,
            list => list);
    }

    [Safe]
    public static double AggregateValues(double[] a) => a.AsParallel().Aggregate(0.0, (sum, v) => sum + v, (x, y) => x + y, sum => sum);

    [Safe]
    public static int[] OwnElementByIndex(int[] a)
    {
        int[] r = new int[a.Length];
        ParallelEnumerable.Range(0, a.Length).ForAll(i => r[i] = a[i] * 2);
        return r;
    }

    [Racy("r")]
    public static int[] NeighbourByIndex(int[] a)
    {
        int[] r = new int[a.Length];
        ParallelEnumerable.Range(1, a.Length - 1).ForAll(i => r[i] = r[i - 1] + a[i]);
        return r;
    }

    [Safe]
    public static int OneWorker(int[] a)
    {
        int count = 0;
        a.AsParallel().WithDegreeOfParallelism(1).ForAll(v => count++);
        return count;
    }

    // After AsSequential, the operators are LINQ's.
    [Safe]
    public static int[] BackToSequential(int[] a)
    {
        int index = 0;
        return a.AsParallel().AsOrdered().Select(v => v * 2).AsSequential().Select(v => v + index++).ToArray();
    }

    // AsOrdered orders the results, not the calls.
    [Racy("index")]
    public static int[] OrderedOnly(int[] a)
    {
        int index = 0;
        return a.AsParallel().AsOrdered().Select(v => v * 2).Select(v => v + index++).ToArray();
    }

    // The index that Select hands out is the element's.
    [Safe]
    public static int[] IndexOfSelect(int[] a) => a.AsParallel().AsOrdered().Select((v, index) => v + index).ToArray();

    [Racy("previous")]
    public static int[] Differences(int[] a)
    {
        int previous = 0;
        return a.AsParallel().AsOrdered().Select(v =>
        {
            int d = v - previous;
            previous = v;
            return d;
        }).ToArray();
    }

    [Safe]
    public static int[] DifferencesByIndex(int[] a) =>
        ParallelEnumerable.Range(1, a.Length - 1).AsOrdered().Select(i => a[i] - a[i - 1]).ToArray();

    // In query syntax.
    [Racy("comparisons")]
    public static int[] QuerySyntax(int[] a)
    {
        int comparisons = 0;
        return (from v in a.AsParallel()
                where comparisons++ >= 0 && v > 0
                select v).ToArray();
    }

    [Safe]
    public static int[] QuerySyntaxPure(int[] a, int limit) => (from v in a.AsParallel()
                                                                where v > limit
                                                                select v * limit).ToArray();

    [Racy("random")]
    public static double[] SelectRandom(int n)
    {
        var random = new Random(1);
        return ParallelEnumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray();
    }

    [Racy("calls")]
    public static int[] OrderByCounts(int[] a)
    {
        int calls = 0;
        return a.AsParallel().OrderBy(v =>
        {
            calls++;
            return -v;
        }).ToArray();
    }
}
