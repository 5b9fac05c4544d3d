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

/// <summary>Tasks that are joined or not, continuations, asynchronous lambdas.</summary>
internal sealed class Tasks
{
    private int _progress;
    private int _pending;

    [Safe]
    public static async Task<int> AwaitedBeforeRead(int[] values)
    {
        int sum = 0;
        Task task = Task.Run(() =>
        {
            foreach (int v in values)
            {
                sum += v;
            }
        });
        await task;
        return sum;
    }

    [Racy("sum")]
    public static async Task<int> ReadBeforeAwaited(int[] values)
    {
        int sum = 0;
        Task task = Task.Run(() =>
        {
            foreach (int v in values)
            {
                sum += v;
            }
        });
        int early = sum;
        await task;
        return early;
    }

    [Racy("first")]
    public static async Task<int> OneOfTwoAwaited(int[] values)
    {
        int first = 0, second = 0;
        Task a = Task.Run(() => first = values.Min());
        Task b = Task.Run(() => second = values.Max());
        await b;
        int result = first + second;
        await a;
        return result;
    }

    [Safe]
    public static async Task<int> BothAwaited(int[] values)
    {
        int first = 0, second = 0;
        Task a = Task.Run(() => first = values.Min());
        Task b = Task.Run(() => second = values.Max());
        await Task.WhenAll(a, b);
        return first + second;
    }

    [Racy("first")]
    public static async Task<int> AnyAwaited(int[] values)
    {
        int first = 0, second = 0;
        Task a = Task.Run(() => first = values.Min());
        Task b = Task.Run(() => second = values.Max());
        await Task.WhenAny(a, b);
        return first + second;
    }

    [Safe]
    public static int Continued(int[] values)
    {
        int sum = 0;
        Task chain = Task.Run(() => sum = values.Sum()).ContinueWith(_ => sum *= 2);
        chain.Wait();
        return sum;
    }

    [Racy("sum")]
    public static int NotContinued(int[] values)
    {
        int sum = 0;
        Task one = Task.Run(() => sum = values.Sum());
        Task two = Task.Run(() => sum *= 2);
        Task.WaitAll(one, two);
        return sum;
    }

    [Racy("sum")]
    public static int TwoContinuations(int[] values)
    {
        int sum = 0;
        Task<int> first = Task.Run(() => values.Sum());
        Task a = first.ContinueWith(done => sum += done.Result);
        Task b = first.ContinueWith(done => sum -= done.Result);
        Task.WaitAll(a, b);
        return sum;
    }

    [Safe]
    public static int ChainOfContinuations(int[] values)
    {
        int sum = 0;
        Task<int> first = Task.Run(() => values.Sum());
        Task last = first.ContinueWith(done => sum += done.Result).ContinueWith(_ => sum -= 1);
        last.Wait();
        return sum;
    }

    [Racy("i")]
    public static Task[] StartAllWithLoopVariable(int[] slots)
    {
        var tasks = new List<Task>();
        for (int i = 0; i < slots.Length; i++)
        {
            tasks.Add(Task.Run(() => Console.WriteLine(i)));
        }
        return tasks.ToArray();
    }

    [Safe]
    public static Task[] StartAllWithCopy(int[] slots)
    {
        var tasks = new List<Task>();
        for (int i = 0; i < slots.Length; i++)
        {
            int copy = i;
            tasks.Add(Task.Run(() => slots[copy] = copy));
        }
        return tasks.ToArray();
    }

    [Safe]
    public static void StartAllWithForeach(string[] names)
    {
        var lengths = new int[names.Length];
        var tasks = new List<Task>();
        foreach ((int index, string name) in names.Index())
        {
            tasks.Add(Task.Run(() => lengths[index] = name.Length));
        }
        Task.WaitAll(tasks.ToArray());
    }

    [Racy("current")]
    public static void StartAllWithOuterCopy(string[] names)
    {
        var tasks = new List<Task>();
        string current;
        foreach (string name in names)
        {
            current = name;
            tasks.Add(Task.Run(() => Console.WriteLine(current)));
        }
        Task.WaitAll(tasks.ToArray());
    }

    [Safe]
    public static void StartAndWaitEach(string[] names)
    {
        int total = 0;
        foreach (string name in names)
        {
            Task task = Task.Run(() => total += name.Length);
            task.Wait();
        }
        Console.WriteLine(total);
    }

    [Racy("total")]
    public static void StartEachWaitLater(string[] names)
    {
        int total = 0;
        var tasks = new List<Task>();
        foreach (string name in names)
        {
            Task task = Task.Run(() => total += name.Length);
            tasks.Add(task);
        }
        Task.WaitAll(tasks.ToArray());
        Console.WriteLine(total);
    }

    [Racy("_progress")]
    public Task Advance(IEnumerable<string> urls) => Task.WhenAll(urls.Select(url => Task.Run(async () =>
    {
        await Task.Delay(url.Length);
        _progress++;
    })));

    [Safe]
    public async Task AdvanceInOrder(IEnumerable<string> urls)
    {
        foreach (string url in urls)
        {
            await Task.Run(async () =>
            {
                await Task.Delay(url.Length);
                _pending++;
            });
        }
    }
}
