using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Collections that are changed by all, by one each, under a lock, or made for several threads.</summary>
internal static class Collections
{
    private static readonly Dictionary<string, int> s_known = new() { ["one"] = 1, ["two"] = 2 };

    [Racy("squares")]
    public static List<int> ListAdd(int n)
    {
        var squares = new List<int>();
        Parallel.For(0, n, i => squares.Add(i * i));
        return squares;
    }

    [Safe]
    public static List<int> ListAddLocked(int n)
    {
        var squares = new List<int>();
        Parallel.For(0, n, i =>
        {
            lock (squares)
            {
                squares.Add(i * i);
            }
        });
        return squares;
    }

    [Safe]
    public static ConcurrentBag<int> BagAdd(int n)
    {
        var squares = new ConcurrentBag<int>();
        Parallel.For(0, n, i => squares.Add(i * i));
        return squares;
    }

    // A list that has its length, an element each.
    [Safe]
    public static List<int> ListSetOwn(int n)
    {
        List<int> squares = Enumerable.Repeat(0, n).ToList();
        Parallel.For(0, n, i => squares[i] = i * i);
        return squares;
    }

    [Racy("squares")]
    public static List<int> ListSetFromNeighbour(int n)
    {
        List<int> squares = Enumerable.Repeat(0, n).ToList();
        Parallel.For(1, n, i => squares[i] = squares[i - 1] + i);
        return squares;
    }

    // Reading is fine as long as nobody changes it.
    [Safe]
    public static int[] ListRead(List<int> words)
    {
        int[] r = new int[words.Count];
        Parallel.For(0, words.Count, i => r[i] = words[i] + words.Count);
        return r;
    }

    // The count is read while the list grows.
    [Racy("seen")]
    public static int[] ListCountWhileAdding(int n)
    {
        var seen = new List<int>();
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            r[i] = seen.Count;
            lock (r)
            {
                seen.Add(i);
            }
        });
        return r;
    }

    // The list that is walked through grows.
    [Racy("todo")]
    public static void ListGrowsWhileWalked(List<int> todo)
    {
        Parallel.ForEach(todo, v =>
        {
            if (v > 100)
            {
                lock (todo)
                {
                    todo.Add(v / 2);
                }
            }
        });
    }

    [Racy("lengths")]
    public static Dictionary<string, int> DictionarySet(string[] words)
    {
        var lengths = new Dictionary<string, int>();
        Parallel.ForEach(words, word => lengths[word] = word.Length);
        return lengths;
    }

    [Safe]
    public static ConcurrentDictionary<string, int> ConcurrentDictionarySet(string[] words)
    {
        var lengths = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => lengths[word] = word.Length);
        return lengths;
    }

    [Safe]
    public static int[] DictionaryRead(string[] words)
    {
        int[] r = new int[words.Length];
        Parallel.For(0, r.Length, i => r[i] = s_known.TryGetValue(words[i], out int v) ? v : 0);
        return r;
    }

    // A cache: looked up and filled.
    [Racy("s_known")]
    public static int[] DictionaryReadAndAdd(string[] words)
    {
        int[] r = new int[words.Length];
        Parallel.For(0, r.Length, i =>
        {
            if (!s_known.TryGetValue(words[i], out int v))
            {
                v = words[i].Length;
                s_known[words[i]] = v;
            }

            r[i] = v;
        });
        return r;
    }

    // Each call is safe; between them another one counts.
    [Racy("counts")]
    public static void CountByIndexer(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => counts[word] = counts.GetOrAdd(word, 0) + 1);
    }

    [Safe]
    public static void CountByAddOrUpdate(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => counts.AddOrUpdate(word, 1, (_, n) => n + 1));
    }

    [Racy("counts")]
    public static void CountByIncrement(string[] words)
    {
        var counts = new ConcurrentDictionary<string, int>();
        foreach (string word in words)
        {
            counts[word] = 0;
        }

        Parallel.ForEach(words, word => counts[word]++);
    }

    // Checked, then stored: the first to arrive may be overwritten.
    [Racy("first")]
    public static void CheckThenStore(string[] words)
    {
        var first = new ConcurrentDictionary<char, string>();
        Parallel.ForEach(words, word =>
        {
            if (!first.ContainsKey(word[0]))
            {
                first[word[0]] = word;
            }
        });
    }

    [Safe]
    public static void TryAddOnly(string[] words)
    {
        var first = new ConcurrentDictionary<char, string>();
        Parallel.ForEach(words, word => first.TryAdd(word[0], word));
    }

    // The dictionary is concurrent, the lists in it are not.
    [Racy("groups", "List", "Add")]
    public static void ListsInAConcurrentDictionary(string[] words)
    {
        var groups = new ConcurrentDictionary<char, List<string>>();
        Parallel.ForEach(words, word => groups.GetOrAdd(word[0], _ => []).Add(word));
    }

    [Safe]
    public static void BagsInAConcurrentDictionary(string[] words)
    {
        var groups = new ConcurrentDictionary<char, ConcurrentBag<string>>();
        Parallel.ForEach(words, word => groups.GetOrAdd(word[0], _ => []).Add(word));
    }

    [Racy("distinct")]
    public static int HashSetAdd(int[] a)
    {
        var distinct = new HashSet<int>();
        Parallel.ForEach(a, v => distinct.Add(v));
        return distinct.Count;
    }

    [Safe]
    public static int[] HashSetInside(int[][] rows)
    {
        int[] r = new int[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            var distinct = new HashSet<int>();
            foreach (int v in rows[i])
            {
                distinct.Add(v);
            }

            r[i] = distinct.Count;
        });
        return r;
    }

    [Safe]
    public static bool[] HashSetContains(int[] a, HashSet<int> wanted)
    {
        bool[] r = new bool[a.Length];
        Parallel.For(0, a.Length, i => r[i] = wanted.Contains(a[i]));
        return r;
    }

    [Racy("queue")]
    public static void QueueEnqueue(int n)
    {
        var queue = new Queue<int>();
        Parallel.For(0, n, i => queue.Enqueue(i));
    }

    // Taking out of a queue changes it as well.
    [Racy("queue")]
    public static int[] QueueDequeue(Queue<int> queue)
    {
        int[] r = new int[queue.Count];
        Parallel.For(0, r.Length, i => r[i] = queue.Dequeue());
        return r;
    }

    [Safe]
    public static int[] ConcurrentQueueDequeue(ConcurrentQueue<int> queue)
    {
        int[] r = new int[queue.Count];
        Parallel.For(0, r.Length, i =>
        {
            if (queue.TryDequeue(out int v))
            {
                r[i] = v;
            }
        });
        return r;
    }

    [Racy("stack")]
    public static void StackPush(int[] a)
    {
        Stack<int> stack = new();
        Parallel.ForEach(a, v => stack.Push(v));
    }

    [Safe]
    public static void ConcurrentStackPush(int[] a)
    {
        ConcurrentStack<int> stack = new();
        Parallel.ForEach(a, v => stack.Push(v));
    }

    [Racy("sorted")]
    public static void SortedDictionarySet(int[] a)
    {
        SortedDictionary<int, int> sorted = [];
        Parallel.For(0, a.Length, i => sorted[a[i]] = i);
    }

    [Racy("chain")]
    public static void LinkedListAddLast(int[] a)
    {
        LinkedList<int> chain = [];
        Parallel.ForEach(a, v => chain.AddLast(v));
    }

    [Racy("heap")]
    public static void PriorityQueueEnqueue(int[] a)
    {
        PriorityQueue<int, int> heap = new();
        Parallel.ForEach(a, v => heap.Enqueue(v, -v));
    }

    // 32 bits share an int.
    [Racy("bits")]
    public static void BitArraySet(int n)
    {
        var bits = new BitArray(n);
        Parallel.For(0, n, i => bits[i] = i % 3 == 0);
    }

    [Safe]
    public static bool[] BoolArraySet(int n)
    {
        bool[] bits = new bool[n];
        Parallel.For(0, n, i => bits[i] = i % 3 == 0);
        return bits;
    }

    // The lists do not change; the variable does, and loses some.
    [Racy("all")]
    public static ImmutableList<int> ImmutableAdd(int n)
    {
        ImmutableList<int> all = [];
        Parallel.For(0, n, i => all = all.Add(i));
        return all;
    }

    [Safe]
    public static ImmutableList<int> ImmutableUpdate(int n)
    {
        ImmutableList<int> all = [];
        Parallel.For(0, n, i => ImmutableInterlocked.Update(ref all, (list, v) => list.Add(v), i));
        return all;
    }

    [Safe]
    public static int[] ImmutableInside(int n, ImmutableList<int> start)
    {
        int[] r = new int[n];
        Parallel.For(0, n, i =>
        {
            ImmutableList<int> mine = start.Add(i);
            r[i] = mine.Count;
        });
        return r;
    }
}
