using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Shapes of published libraries and samples that are in use: what no warning may be about.</summary>
internal sealed class WellWrittenCode
{
    private readonly Queue<int> _items = new();
    private int _count;
    private int _running;

    private object ThisLock
    {
        get { return _items; }
    }

    // A wrapper runs the body inline, or in chunks; it returns when all chunks have run.
    private static void InChunks(int from, int to, int size, Action<int, int> body)
    {
        if (to - from < 2 * size)
        {
            body(from, to);
            return;
        }

        Parallel.ForEach(Partitioner.Create(from, to, size), range => body(range.Item1, range.Item2));
    }

    [Safe]
    public static double SumAfterAWrapper(double[] values)
    {
        InChunks(0, values.Length, 4096, (a, b) =>
        {
            for (int i = a; i < b; i++)
                values[i] = Math.Sqrt(values[i]);
        });
        double s = 0;
        foreach (double v in values)
            s += v;
        return s;
    }

    [Safe]
    public static void TwoWrappersInARow(double[] values, double[] others)
    {
        InChunks(0, values.Length, 4096, (a, b) =>
        {
            for (int i = a; i < b; i++)
                values[i] = i;
        });
        InChunks(0, values.Length, 1024, (a, b) =>
        {
            for (int i = a; i < b; i++)
                others[i] = values[values.Length - 1 - i];
        });
    }

    [Racy("values")]
    public static void WrapperWithOverlap(double[] values) => InChunks(0, values.Length - 1, 4096, (a, b) =>
    {
        for (int i = a; i < b; i++)
            values[i] = values[i + 1];
    });

    // Columns [a, b) of a matrix in one array, the place counted along.
    [Safe]
    public static void CountedPlace(double[] target, double[] data, int rows, int columns) => InChunks(0, columns, 32, (a, b) =>
    {
        int index = a * rows;
        for (int j = a; j < b; j++)
        {
            for (int i = 0; i < rows; i++)
            {
                target[index] = data[index] * j;
                index++;
            }
        }
    });

    private struct Shade
    {
        public double R;
        public double G;

        public void Turn(double hue)
        {
            double r = R;
            R = G * hue;
            G = r;
        }
    }

    private static Shade Trace(int x, int y) => new() { R = x, G = y };

    // A struct that a call returns is the iteration's own.
    [Safe]
    public static void OwnStructs(int[] rgb, int width, int height)
    {
        int id = 0;
        Parallel.For(0, height, () => (double)Interlocked.Increment(ref id), (y, _, hue) =>
        {
            for (int x = 0; x < width; x++)
            {
                Shade shade = Trace(x, y);
                shade.Turn(hue);
                rgb[x + (y * width)] = (int)shade.R;
            }

            return hue;
        }, _ => Interlocked.Decrement(ref id));
    }

    private static Shade s_last;

    [Racy("s_last", "R", "G", "Turn")]
    public static void SharedStruct(int height) => Parallel.For(0, height, y => s_last.Turn(y));

    // Tasks sort disjoint parts, whose ends the data decides.
    [CannotKnow]
    public static void QuickSort(int[] keys, int left, int right, int depth)
    {
        if (depth == 0 || right - left < 1000)
        {
            Array.Sort(keys, left, right - left + 1);
            return;
        }

        var tasks = new List<Task>();
        do
        {
            int i = left, j = right;
            int pivot = keys[left + ((right - left) / 2)];
            do
            {
                while (keys[i] < pivot) i++;
                while (pivot < keys[j]) j--;
                if (i > j) break;
                (keys[i], keys[j]) = (keys[j], keys[i]);
                i++;
                j--;
            }
            while (i <= j);

            int end = j, start = left;
            if (left < j)
                tasks.Add(Task.Factory.StartNew(() => QuickSort(keys, start, end, depth - 1)));
            left = i;
        }
        while (left < right);

        Task.WaitAll(tasks.ToArray());
    }

    // The halves of a recursion meet in no element.
    [Safe]
    public static void FillHalves(int[] a, int from, int to)
    {
        if (to - from < 100)
        {
            for (int i = from; i < to; i++)
                a[i] = i;
            return;
        }

        int middle = from + ((to - from) / 2);
        Parallel.Invoke(() => FillHalves(a, from, middle), () => FillHalves(a, middle, to));
    }

    // How many run decides how many more are started: by then another one has been started.
    [Racy("_running")]
    public void StartFew(int[] work)
    {
        Parallel.For(0, work.Length, i =>
        {
            if (_running < 4)
            {
                Interlocked.Increment(ref _running);
                work[i]++;
                Interlocked.Decrement(ref _running);
            }
        });
    }

    [Safe]
    public void LockByProperty(int n) => Parallel.For(0, n, i =>
    {
        lock (ThisLock)
        {
            _count++;
            _items.Enqueue(i);
        }
    });

    private static object NewLock => new();

    private int _unlocked;

    [Racy("_unlocked")]
    public void NewLockByProperty(int n) => Parallel.For(0, n, i =>
    {
        lock (NewLock)
            _unlocked++;
    });

    internal sealed class Waiter
    {
        private bool _isCompleted;

        public void Set() => _isCompleted = true;

        public bool IsCompleted => _isCompleted;
    }

    private static void CompleteAll(object? state)
    {
        foreach (Waiter waiter in (Waiter[])state!)
            waiter.Set();
    }

    private static void CancelAll(object? state)
    {
        foreach (Waiter waiter in (Waiter[])state!)
            waiter.Set();
    }

    // Either callback gets waiters of its own, as far as anybody can tell.
    [CannotKnow]
    public static void CompleteLater(Waiter[] waiters, bool isAvailable)
    {
        if (isAvailable)
            ThreadPool.QueueUserWorkItem(CompleteAll, waiters);
        else
            ThreadPool.QueueUserWorkItem(CancelAll, waiters);
    }

    [CannotKnow]
    public static Task Delayed(Action action, int milliseconds)
    {
        Timer? timer = null;
        var task = new Task(action);
        task.ContinueWith(_ => timer!.Dispose(), TaskScheduler.Default);
        timer = new Timer(state => ((Task)state!).Start(TaskScheduler.Default), task, milliseconds, Timeout.Infinite);
        return task;
    }

    private static Waiter? s_current;
    private static readonly object s_gate = new();

    // Double-checked: references are published safely under the lock, and read whole.
    [CannotKnow]
    public static void DoubleChecked(int n) => Parallel.For(0, n, _ =>
    {
        Waiter? current = s_current;
        if (current == null)
        {
            lock (s_gate)
            {
                if ((current = s_current) == null)
                {
                    current = new Waiter();
                    s_current = current;
                }
            }
        }
    });

    private static WaitCallback? s_callback;

    // The delegate is the same whoever makes it.
    [CannotKnow]
    public static void CachedDelegate(object[] states) => Parallel.ForEach(states, state =>
    {
        s_callback ??= CompleteAll;
        s_callback(state);
    });
}
