using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>A task for every element, row or chunk.</summary>
internal static class TaskLoops
{
    [Racy("sum")]
    public static int TaskPerElement(int[] a)
    {
        int sum = 0;
        var tasks = new List<Task>();
        foreach (int value in a)
        {
            tasks.Add(Task.Run(() => { sum += value; }));
        }

        Task.WaitAll(tasks.ToArray());
        return sum;
    }

    [Safe]
    public static int TaskPerElementResults(int[] a)
    {
        var tasks = new List<Task<int>>();
        foreach (int value in a)
        {
            tasks.Add(Task.Run(() => value * value));
        }

        int sum = 0;
        foreach (Task<int> task in tasks)
        {
            sum += task.Result;
        }

        return sum;
    }

    [Racy("i")]
    public static void LoopVariableOfForCaptured(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            tasks[i] = Task.Run(() => slots[i % slots.Length] = 1);
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void LoopVariableOfForCopied(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            int slot = i;
            tasks[slot] = Task.Run(() => slots[slot] = 1);
        }

        Task.WaitAll(tasks);
    }

    [Safe]
    public static void LoopVariableAsState(int[] slots)
    {
        var tasks = new Task[slots.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            tasks[i] = Task.Factory.StartNew(s => slots[(int)s!] = 1, i);
        }

        Task.WaitAll(tasks);
    }

    [Racy("a")]
    public static int[] TaskLoopOverRowsCarried(int n)
    {
        var a = new int[n];
        Task[] chunks = new Task[4];
        for (int c = 0; c < 4; c++)
        {
            int from = c * n / 4, to = (c + 1) * n / 4;
            chunks[c] = Task.Run(() =>
            {
                for (int i = Math.Max(from, 1); i < to; i++)
                {
                    a[i] = a[i - 1] + 1;
                }
            });
        }

        Task.WaitAll(chunks);
        return a;
    }

    [Safe]
    public static int[] TaskLoopOverRows(int n)
    {
        var a = new int[n];
        Task[] chunks = new Task[4];
        for (int c = 0; c < 4; c++)
        {
            int from = c * n / 4, to = (c + 1) * n / 4;
            chunks[c] = Task.Run(() =>
            {
                for (int i = from; i < to; i++)
                {
                    a[i] = a[i] + 1;
                }
            });
        }

        Task.WaitAll(chunks);
        return a;
    }

    [Racy("j")]
    public static void TaskLoopSharedInner(int[,] a)
    {
        int j = 0;
        var tasks = Enumerable.Range(0, a.GetLength(0)).Select(i => Task.Run(() =>
        {
            for (j = 0; j < a.GetLength(1); j++)
            {
                a[i, j]++;
            }
        })).ToArray();
        Task.WaitAll(tasks);
    }

    [Safe]
    public static void TaskLoopOwnInner(int[,] a)
    {
        var tasks = Enumerable.Range(0, a.GetLength(0)).Select(i => Task.Run(() =>
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j]++;
            }
        })).ToArray();
        Task.WaitAll(tasks);
    }
}
