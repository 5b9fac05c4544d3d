using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Bodies that stand somewhere else: variables, local functions, method groups, arrays of actions.</summary>
internal sealed class DelegatesAndBodies
{
    private readonly int[] _grid = new int[256];
    private int _calls;
    private long _checksum;

    [Racy("total")]
    public static int BodyInAVariable(int[] data)
    {
        int total = 0;
        Action<int> body = i => total += data[i];
        Parallel.For(0, data.Length, body);
        return total;
    }

    [Safe]
    public static int[] BodyInAVariableOwnElement(int[] data)
    {
        int[] result = new int[data.Length];
        Action<int> body = i => result[i] = data[i] + 1;
        Parallel.For(0, data.Length, body);
        return result;
    }

    [Racy("count")]
    public static int BodyIsALocalFunction(string[] lines)
    {
        int count = 0;
        Parallel.ForEach(lines, Scan);
        return count;

        void Scan(string line)
        {
            if (line.Length > 80)
            {
                count++;
            }
        }
    }

    [Safe]
    public static int BodyIsALocalFunctionWithLock(string[] lines)
    {
        int count = 0;
        var gate = new object();
        Parallel.ForEach(lines, Scan);
        return count;

        void Scan(string line)
        {
            if (line.Length > 80)
            {
                lock (gate)
                {
                    count++;
                }
            }
        }
    }

    [Racy("_calls")]
    public void BodyIsAMethod(int[] data) => Parallel.ForEach(data, Process);

    private void Process(int item)
    {
        _calls++;
        Interlocked.Add(ref _checksum, item);
    }

    [Safe]
    public void BodyIsASafeMethod(int[] data) => Parallel.ForEach(data, ProcessSafely);

    private void ProcessSafely(int item)
    {
        Interlocked.Increment(ref _calls);
        Interlocked.Add(ref _checksum, item);
    }

    [Racy("a")]
    public static void ArrayOfActions()
    {
        int a = 0;
        Action[] actions = [() => a++, () => a--, () => Console.WriteLine("nothing")];
        Parallel.Invoke(actions);
    }

    [Safe]
    public static int ArrayOfActionsApart()
    {
        int a = 0, b = 0;
        Action[] actions = [() => a++, () => b--, () => Console.WriteLine("nothing")];
        Parallel.Invoke(actions);
        return a + b;
    }

    [Racy("log")]
    public static void ListOfTasksBySelect(int n)
    {
        var log = new List<string>();
        Task[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => log.Add($"task {i}"))).ToArray();
        Task.WaitAll(tasks);
    }

    [Safe]
    public static void ListFilledByTheQuery(int n)
    {
        var log = new List<string>();
        Task<string>[] tasks = Enumerable.Range(0, n).Select(i => Task.Run(() => $"task {i}")).ToArray();
        Task.WaitAll(tasks);
        log.AddRange(tasks.Select(t => t.Result));
    }

    [Racy("_grid")]
    public void InstanceMethodThreeDeep() => Parallel.For(0, 255, Outer);

    private void Outer(int i) => Middle(i, i + 1);

    private void Middle(int from, int to) => Inner(to, _grid[from]);

    private void Inner(int at, int value) => _grid[at] = value + 1;

    [Safe]
    public void InstanceMethodThreeDeepOwn() => Parallel.For(0, 255, OuterOwn);

    private void OuterOwn(int i) => Middle(i, i);

    [Racy("acc")]
    public static double FunctionReturnsABody(double[] v)
    {
        double acc = 0;
        Action<int> Make(double factor) => i => acc += factor * v[i];
        Parallel.For(0, v.Length, Make(2));
        return acc;
    }

    [Safe]
    public static void BodyGetsItsArrays(double[] v)
    {
        double[] w = new double[v.Length];
        Run(v.Length, i => w[i] = v[i]);

        static void Run(int n, Action<int> step) => Parallel.For(0, n, step);
    }

    [Racy("w")]
    public static void BodyGetsItsArraysShifted(double[] v)
    {
        double[] w = new double[v.Length + 1];
        Run(v.Length, i => w[i] = w[i + 1]);

        static void Run(int n, Action<int> step) => Parallel.For(0, n, step);
    }

    [Racy("state")]
    public static int StateMachineInContinuations()
    {
        int state = 0;
        Task root = Task.Run(() => Thread.Sleep(1));
        Task a = root.ContinueWith(_ => state = 1);
        Task b = root.ContinueWith(_ => state = 2);
        Task.WaitAll(a, b);
        return state;
    }

    [Safe]
    public static int StateMachineInAChain()
    {
        int state = 0;
        Task root = Task.Run(() => state = 1);
        Task a = root.ContinueWith(_ => state += 1);
        Task b = a.ContinueWith(_ => state += 2);
        b.Wait();
        return state;
    }

    [Safe]
    public static int ContinueWhenAll(int n)
    {
        int[] parts = new int[n];
        var tasks = new Task[n];
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks[k] = Task.Factory.StartNew(() => parts[k] = k);
        }

        return Task.Factory.ContinueWhenAll(tasks, _ => parts.Sum()).Result;
    }

    [Racy("parts")]
    public static int ContinueWhenAny(int n)
    {
        int[] parts = new int[n];
        var tasks = new Task[n];
        for (int i = 0; i < n; i++)
        {
            int k = i;
            tasks[k] = Task.Factory.StartNew(() => { parts[k] = k; });
        }

        return Task.Factory.ContinueWhenAny(tasks, _ => parts.Sum()).Result;
    }

    [Racy("hits")]
    public static int OptionsAndState(int[] data, int wanted)
    {
        int hits = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4 };
        Parallel.ForEach(data, options, (item, state, index) =>
        {
            if (item == wanted)
            {
                hits++;
            }

            if (index > 1_000_000)
            {
                state.Break();
            }
        });
        return hits;
    }

    [Safe]
    public static int OptionsOfOneWorker(int[] data)
    {
        int hits = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        Parallel.ForEach(data, options, item => hits += item);
        return hits;
    }

    [Safe]
    public static long[] LongIndices(long n)
    {
        long[] squares = new long[n];
        Parallel.For(0L, n, i => squares[i] = i * i);
        return squares;
    }

    [Racy("squares")]
    public static long[] LongIndicesHalved(long n)
    {
        long[] squares = new long[n];
        Parallel.For(0L, n, i => squares[i >> 1] = i * i);
        return squares;
    }

    [Safe]
    public static void ForEachWithIndex(double[] source, double[] target)
    {
        Parallel.ForEach(source, (value, _, index) => target[index] = value * value);
    }

    [Racy("last")]
    public static double ForEachWithIndexRemembersTheLast(double[] source)
    {
        long last = -1;
        Parallel.ForEach(source, (value, _, index) =>
        {
            if (value > 0 && index > last)
            {
                last = index;
            }
        });
        return last;
    }

    [Racy("squares", "own")]
    public static List<int> LocalStateIsTheSharedList(int n)
    {
        var squares = new List<int>();
        Parallel.For(0, n, () => squares, (i, _, own) =>
        {
            own.Add(i * i);
            return own;
        },
        _ => { });
        return squares;
    }

    [Safe]
    public static List<int> LocalStateIsAnOwnList(int n)
    {
        var squares = new List<int>();
        Parallel.For(0, n, () => new List<int>(), (i, _, own) =>
        {
            own.Add(i * i);
            return own;
        },
        own =>
        {
            lock (squares)
            {
                squares.AddRange(own);
            }
        });
        return squares;
    }
}
