using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Races that are in a called method, or are prevented there: statics, parameters, references, recursion.</summary>
internal static class Calls
{
    private static int s_calls;
    private static double s_last;
    private static int s_depth;
    private static readonly int[] s_memo = new int[100];
    private static readonly Dictionary<int, int> s_cache = [];
    private static readonly ConcurrentDictionary<int, int> s_concurrentCache = new();
    private static readonly object s_gate = new();

    private static int Counted(int v)
    {
        s_calls++;
        return v * v;
    }

    private static int CountedAtomically(int v)
    {
        Interlocked.Increment(ref s_calls);
        return v * v;
    }

    private static int Pure(int v) => v * v + 1;

    private static double Remembered(double v)
    {
        s_last = v;
        return Math.Sqrt(s_last);
    }

    private static double RememberedLocally(double v)
    {
        double last = v;
        return Math.Sqrt(last);
    }

    private static int Memoized(int v)
    {
        if (s_memo[v] == 0)
        {
            s_memo[v] = v * v;
        }

        return s_memo[v];
    }

    private static int Cached(int v)
    {
        if (!s_cache.TryGetValue(v, out int r))
        {
            s_cache[v] = r = v * v;
        }

        return r;
    }

    private static int CachedUnderALock(int v)
    {
        lock (s_gate)
        {
            return Cached(v);
        }
    }

    private static int CachedConcurrently(int v) => s_concurrentCache.GetOrAdd(v, x => x * x);

    private static void Put(int[] to, int at, int what) => to[at] = what;

    private static int Next(int[] from, int at) => from[at + 1];

    private static void Clear(int[] a, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            a[i] = 0;
        }
    }

    private static void Increase(ref int what) => what++;

    private static void Swap(ref int x, ref int y) => (x, y) = (y, x);

    private static void Split(int v, out int tens, out int ones) => (tens, ones) = (v / 10, v % 10);

    private static ref int At(int[] a, int i) => ref a[i];

    private static void Accumulate(int[] sums, int v) => sums[0] += v;

    private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);

    private static int FibonacciWithDepth(int n)
    {
        s_depth++;
        return n < 2 ? n : FibonacciWithDepth(n - 1) + FibonacciWithDepth(n - 2);
    }

    private static T Same<T>(T v) => v;

    private static void Apply(int n, Action<int> action) => Parallel.For(0, n, action);

    private static void ApplyInTurn(int n, Action<int> action)
    {
        for (int i = 0; i < n; i++)
        {
            action(i);
        }
    }

    [Racy("s_calls", "Counted")]
    public static void CalleeCounts(int[] a) => Parallel.For(0, a.Length, i => a[i] = Counted(a[i]));

    [Safe]
    public static void CalleeCountsAtomically(int[] a) => Parallel.For(0, a.Length, i => a[i] = CountedAtomically(a[i]));

    [Safe]
    public static void CalleeIsPure(int[] a) => Parallel.For(0, a.Length, i => a[i] = Pure(a[i]));

    [Racy("s_last", "Remembered")]
    public static void CalleeRemembers(double[] a) => Parallel.For(0, a.Length, i => a[i] = Remembered(a[i]));

    [Safe]
    public static void CalleeRemembersLocally(double[] a) => Parallel.For(0, a.Length, i => a[i] = RememberedLocally(a[i]));

    [Racy("s_memo", "Memoized")]
    public static void CalleeMemoizes(int[] a) => Parallel.For(0, a.Length, i => a[i] = Memoized(i % 10));

    [Racy("s_cache", "Cached")]
    public static void CalleeCaches(int[] a) => Parallel.For(0, a.Length, i => a[i] = Cached(a[i]));

    [Safe]
    public static void CalleeCachesUnderALock(int[] a) => Parallel.For(0, a.Length, i => a[i] = CachedUnderALock(a[i]));

    [Safe]
    public static void CalleeCachesConcurrently(int[] a) => Parallel.For(0, a.Length, i => a[i] = CachedConcurrently(a[i]));

    [Safe]
    public static void CalleeStoresAtTheIndex(int[] a) => Parallel.For(0, a.Length, i => Put(a, i, i * i));

    [Racy("a", "Put")]
    public static void CalleeStoresAtZero(int[] a) => Parallel.For(0, a.Length, i => Put(a, 0, i * i));

    // The array is read at i + 1 by a callee.
    [Racy("a", "Next")]
    public static void CalleeReadsTheNext(int[] a) => Parallel.For(0, a.Length - 1, i => a[i] = Next(a, i));

    // i - 1 + 1 is i.
    [Safe]
    public static void CalleeReadsTheNextOfThePrevious(int[] a) => Parallel.For(1, a.Length, i => a[i] = Next(a, i - 1) + 1);

    [Safe]
    public static void CalleeClearsARange(int[] a) => Parallel.For(0, a.Length / 8, k => Clear(a, 8 * k, 8 * k + 8));

    [Racy("a", "Clear")]
    public static void CalleeClearsARangeOneTooFar(int[] a) => Parallel.For(0, a.Length / 8 - 1, k => Clear(a, 8 * k, 8 * k + 9));

    [Racy("count", "Increase")]
    public static int ReferenceToALocal(int n)
    {
        int count = 0;
        Parallel.For(0, n, i => Increase(ref count));
        return count;
    }

    [Safe]
    public static void ReferenceToAnElement(int[] a) => Parallel.For(0, a.Length, i => Increase(ref a[i]));

    [Safe]
    public static void SwappedPairs(int[] a) => Parallel.For(0, a.Length / 2, i => Swap(ref a[2 * i], ref a[2 * i + 1]));

    [Racy("a", "Swap")]
    public static void SwappedNeighbours(int[] a) => Parallel.For(0, a.Length - 1, i => Swap(ref a[i], ref a[i + 1]));

    [Racy("tens", "ones", "Split")]
    public static int OutIntoLocalsOutside(int[] a)
    {
        int tens = 0, ones = 0;
        Parallel.For(0, a.Length, i => Split(a[i], out tens, out ones));
        return tens + ones;
    }

    [Safe]
    public static void OutIntoElements(int[] a)
    {
        int[] tens = new int[a.Length], ones = new int[a.Length];
        Parallel.For(0, a.Length, i => Split(a[i], out tens[i], out ones[i]));
    }

    [Safe]
    public static void ReturnedReference(int[] a) => Parallel.For(0, a.Length, i => At(a, i) += 1);

    [Racy("a", "At")]
    public static void ReturnedReferenceToOneElement(int[] a) => Parallel.For(0, a.Length, i => At(a, 3) += 1);

    [Racy("sums", "Accumulate")]
    public static int AccumulatedInAnArray(int[] a)
    {
        int[] sums = new int[1];
        Parallel.For(0, a.Length, i => Accumulate(sums, a[i]));
        return sums[0];
    }

    [Safe]
    public static int AccumulatedInOwnArrays(int[][] rows)
    {
        Parallel.For(0, rows.Length, i =>
        {
            int[] sums = new int[1];
            foreach (int v in rows[i])
            {
                Accumulate(sums, v);
            }
        });
        return rows.Length;
    }

    [Safe]
    public static void Recursive(int[] a) => Parallel.For(0, a.Length, i => a[i] = Fibonacci(i % 20));

    [Racy("s_depth", "FibonacciWithDepth")]
    public static void RecursiveWithAStatic(int[] a) => Parallel.For(0, a.Length, i => a[i] = FibonacciWithDepth(i % 20));

    [Safe]
    public static void Generic(int[] a) => Parallel.For(0, a.Length, i => a[i] = Same(a[i]) + 1);

    // The same array, through a method that returns it.
    [Racy("a", "Same")]
    public static void GenericReturnsTheArray(int[] a) => Parallel.For(0, a.Length - 1, i => Same(a)[i] = a[i + 1]);

    // The parallel loop is in the callee, the sum here.
    [Racy("sum")]
    public static int AppliedInParallel(int[] a)
    {
        int sum = 0;
        Apply(a.Length, i => sum += a[i]);
        return sum;
    }

    [Safe]
    public static int AppliedInTurn(int[] a)
    {
        int sum = 0;
        ApplyInTurn(a.Length, i => sum += a[i]);
        return sum;
    }

    // A delegate that the caller supplies.
    [CannotKnow]
    public static int[] UnknownFunction(int n, Func<int, int> f)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i => r[i] = f(i));
        return r;
    }

    // Two halves by recursion, each in a task of its own.
    [Safe]
    public static void SortedByHalves(int[] a, int from, int to)
    {
        if (to - from < 100)
        {
            Array.Sort(a, from, to - from);
            return;
        }

        int middle = (from + to) / 2;
        Parallel.Invoke(() => SortedByHalves(a, from, middle), () => SortedByHalves(a, middle, to));
    }

    // The halves share the element in the middle.
    [Racy("a")]
    public static void ClearedByOverlappingHalves(int[] a, int from, int to)
    {
        if (to - from < 100)
        {
            Clear(a, from, to);
            return;
        }

        int middle = (from + to) / 2;
        Parallel.Invoke(() => ClearedByOverlappingHalves(a, from, middle + 1), () => ClearedByOverlappingHalves(a, middle, to));
    }
}
