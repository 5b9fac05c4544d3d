using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Tasks, threads and work items started in a loop: what they capture, and whether they are awaited one by one.</summary>
internal static class TasksInLoops
{
    internal sealed record Node(int Value, Node? Next);

    // All closures share one i, which the loop goes on writing.
    [Racy("i")]
    public static void ForVariable(double[] a, double t)
    {
        var tasks = new Task[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            tasks[i] = Task.Run(() => a[i] = t);
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void CopyOfTheForVariable(double[] a, double t)
    {
        var tasks = new Task[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            int o = i;
            tasks[i] = Task.Run(() => a[o] = t);
        }

        Task.WaitAll(tasks);
    }

    // A copy, but declared in front of the loop.
    [Racy("o")]
    public static void CopyOutsideTheLoop(double[] a, double t)
    {
        var tasks = new Task[a.Length];
        int o;
        for (int i = 0; i < a.Length; i++)
        {
            o = i;
            tasks[i] = Task.Run(() => a[o] = t);
        }

        Task.WaitAll(tasks);
    }

    // A foreach variable is a new one each time.
    [Safe]
    public static void ForEachVariable(double[] a, double t)
    {
        List<Task> tasks = [];
        foreach (int i in Enumerable.Range(0, a.Length))
        {
            tasks.Add(Task.Run(() => a[i] = t));
        }

        Task.WaitAll(tasks);
    }

    // Waited for before i goes on.
    [Safe]
    public static void ForVariableWaitedFor(double[] a, double t)
    {
        for (int i = 0; i < a.Length; i++)
        {
            Task.Run(() => a[i] = t).Wait();
        }
    }

    [Safe]
    public static async Task ForVariableAwaited(double[] a, double t)
    {
        for (int i = 0; i < a.Length; i++)
        {
            await Task.Run(() => a[i] = t);
        }
    }

    // Awaited only after the loop has gone on.
    [Racy("i")]
    public static async Task ForVariableAwaitedLater(double[] a, double t)
    {
        for (int i = 0; i < a.Length; i++)
        {
            Task task = Task.Run(() => a[i] = t);
            i++;
            await task;
        }
    }

    [Racy("sum")]
    public static async Task<int> SumOfAll(int[] a)
    {
        int sum = 0;
        List<Task> tasks = [];
        foreach (int v in a)
        {
            tasks.Add(Task.Run(() => sum += v));
        }

        await Task.WhenAll(tasks);
        return sum;
    }

    // Each task awaited before the next one starts.
    [Safe]
    public static async Task<int> SumOneByOne(int[] a)
    {
        int sum = 0;
        foreach (int v in a)
        {
            await Task.Run(() => sum += v);
        }

        return sum;
    }

    // The results are summed by the awaiting method.
    [Safe]
    public static async Task<int> SumOfResults(int[] a)
    {
        int[] squares = await Task.WhenAll(a.Select(v => Task.Run(() => v * v)));
        return squares.Sum();
    }

    [Racy("sum")]
    public static async Task<int> SumInsideSelect(int[] a)
    {
        int sum = 0;
        await Task.WhenAll(a.Select(v => Task.Run(() => sum += v * v)));
        return sum;
    }

    [Racy("i")]
    public static void StartNew(int[] a)
    {
        var tasks = new Task[10];
        for (int i = 0; i < 10; i++)
        {
            tasks[i] = Task.Factory.StartNew(() => Console.WriteLine(a[i]));
        }

        Task.WaitAll(tasks);
    }

    // Handed over as the task's state.
    [Safe]
    public static void StartNewWithState(int[] a)
    {
        var tasks = new Task[10];
        for (int i = 0; i < 10; i++)
        {
            tasks[i] = Task.Factory.StartNew(state => a[(int)state!]++, i);
        }

        Task.WaitAll(tasks);
    }

    [Racy("node")]
    public static void WalkedList(Node? head)
    {
        List<Task> tasks = [];
        Node? node = head;
        while (node != null)
        {
            tasks.Add(Task.Run(() => Console.WriteLine(node.Value)));
            node = node.Next;
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void WalkedListWithCopy(Node? head)
    {
        List<Task> tasks = [];
        Node? node = head;
        while (node != null)
        {
            Node current = node;
            tasks.Add(Task.Run(() => Console.WriteLine(current.Value)));
            node = node.Next;
        }

        Task.WaitAll(tasks);
    }

    // A counter beside the foreach variable.
    [Racy("k")]
    public static void CounterBeside(string[] words, int[] lengths)
    {
        List<Task> tasks = [];
        int k = 0;
        foreach (string word in words)
        {
            tasks.Add(Task.Run(() => lengths[k] = word.Length));
            k++;
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void CounterBesideCopied(string[] words, int[] lengths)
    {
        List<Task> tasks = [];
        int k = 0;
        foreach (string word in words)
        {
            int at = k++;
            tasks.Add(Task.Run(() => lengths[at] = word.Length));
        }

        Task.WaitAll(tasks);
    }

    [Racy("i")]
    public static void ThreadsWithForVariable(int[] a)
    {
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => a[i]++);
            threads[i].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    // Started and joined in turn.
    [Safe]
    public static void ThreadsInTurn(int[] a)
    {
        for (int i = 0; i < 4; i++)
        {
            var thread = new Thread(() => a[i]++);
            thread.Start();
            thread.Join();
        }
    }

    [Safe]
    public static void ThreadsWithParameter(int[] a)
    {
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(state => a[(int)state!]++);
            threads[i].Start(i);
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    [Racy("count")]
    public static int WorkItems(int n)
    {
        int count = 0;
        using var done = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                count++;
                done.Signal();
            });
        }

        done.Wait();
        return count;
    }

    [Safe]
    public static int WorkItemsInterlocked(int n)
    {
        int count = 0;
        using var done = new CountdownEvent(n);
        for (int i = 0; i < n; i++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                Interlocked.Increment(ref count);
                done.Signal();
            });
        }

        done.Wait();
        return count;
    }

    // Each task has a list, joined after all have ended.
    [Safe]
    public static List<int> ListsOfTasks(int[][] rows)
    {
        var tasks = rows.Select(row => Task.Run(() =>
        {
            var found = new List<int>();
            foreach (int v in row)
            {
                found.Add(v);
            }

            return found;
        })).ToArray();
        return tasks.SelectMany(task => task.Result).ToList();
    }

    [Racy("found")]
    public static List<int> OneListOfTasks(int[][] rows)
    {
        var found = new List<int>();
        var tasks = rows.Select(row => Task.Run(() =>
        {
            foreach (int v in row)
            {
                found.Add(v);
            }
        })).ToArray();
        Task.WaitAll(tasks);
        return found;
    }
}
