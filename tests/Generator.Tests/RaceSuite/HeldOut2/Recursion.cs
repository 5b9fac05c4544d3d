using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Divide and conquer: sorts, trees, sums over ranges.</summary>
internal static class Recursion
{
    private static int s_visited;

    [Safe]
    public static void QuickSort(int[] a) => QuickSort(a, 0, a.Length - 1);

    private static void QuickSort(int[] a, int lo, int hi)
    {
        if (lo >= hi)
        {
            return;
        }

        int p = Split(a, lo, hi);
        Parallel.Invoke(() => QuickSort(a, lo, p - 1), () => QuickSort(a, p + 1, hi));
    }

    private static int Split(int[] a, int lo, int hi)
    {
        int pivot = a[hi], store = lo;
        for (int i = lo; i < hi; i++)
        {
            if (a[i] < pivot)
            {
                (a[i], a[store]) = (a[store], a[i]);
                store++;
            }
        }

        (a[store], a[hi]) = (a[hi], a[store]);
        return store;
    }

    [Racy("buffer")]
    public static void MergeSortOneBuffer(int[] a)
    {
        int[] buffer = new int[a.Length];
        void Sort(int lo, int hi)
        {
            if (hi - lo < 2)
            {
                return;
            }

            int mid = (lo + hi) / 2;
            Parallel.Invoke(() => Sort(lo, mid), () => Sort(mid, hi));
            int i = lo, j = mid, k = 0;
            while (i < mid || j < hi)
            {
                buffer[k++] = j >= hi || (i < mid && a[i] <= a[j]) ? a[i++] : a[j++];
            }

            Array.Copy(buffer, 0, a, lo, hi - lo);
        }

        Sort(0, a.Length);
    }

    [Safe]
    public static void MergeSortOwnBuffer(int[] a)
    {
        void Sort(int lo, int hi)
        {
            if (hi - lo < 2)
            {
                return;
            }

            int mid = (lo + hi) / 2;
            Parallel.Invoke(() => Sort(lo, mid), () => Sort(mid, hi));
            int[] buffer = new int[hi - lo];
            int i = lo, j = mid, k = 0;
            while (i < mid || j < hi)
            {
                buffer[k++] = j >= hi || (i < mid && a[i] <= a[j]) ? a[i++] : a[j++];
            }

            Array.Copy(buffer, 0, a, lo, hi - lo);
        }

        Sort(0, a.Length);
    }

    public static int CountNodesStatic(int depth)
    {
        s_visited = 0;
        Visit(depth);
        return s_visited;
    }

    [Racy("s_visited")]
    private static void Visit(int depth)
    {
        s_visited++;
        if (depth > 0)
        {
            Parallel.Invoke(() => Visit(depth - 1), () => Visit(depth - 1));
        }
    }

    [Safe]
    public static int CountNodesByResult(int depth)
    {
        if (depth == 0)
        {
            return 1;
        }

        int left = 0, right = 0;
        Parallel.Invoke(() => left = CountNodesByResult(depth - 1), () => right = CountNodesByResult(depth - 1));
        return 1 + left + right;
    }

    [Racy("result")]
    public static int CountNodesIntoOneLocal(int depth)
    {
        if (depth == 0)
        {
            return 1;
        }

        int result = 1;
        Parallel.Invoke(() => result += CountNodesIntoOneLocal(depth - 1), () => result += CountNodesIntoOneLocal(depth - 1));
        return result;
    }

    [Safe]
    public static long FibonacciTasks(int n)
    {
        if (n < 2)
        {
            return n;
        }

        Task<long> first = Task.Run(() => FibonacciTasks(n - 1));
        long second = FibonacciTasks(n - 2);
        return first.Result + second;
    }

    [Racy("i")]
    public static int FibonacciSharedHalves(int n)
    {
        int i = 0, j = 0;
        if (n < 2)
        {
            return n;
        }

        Task first = Task.Run(() => { i = FibonacciSharedHalves(n - 1); });
        Task second = Task.Run(() => { j = FibonacciSharedHalves(n - 2); });
        second.Wait();
        int s = i + j;
        first.Wait();
        return s;
    }

    [Safe]
    public static int FibonacciOwnHalves(int n)
    {
        int i = 0, j = 0;
        if (n < 2)
        {
            return n;
        }

        Task first = Task.Run(() => { i = FibonacciOwnHalves(n - 1); });
        Task second = Task.Run(() => { j = FibonacciOwnHalves(n - 2); });
        first.Wait();
        second.Wait();
        return i + j;
    }

    [Safe]
    public static double SumRange(double[] data) => SumRange(data, 0, data.Length);

    private static double SumRange(double[] data, int from, int to)
    {
        if (to - from <= 1024)
        {
            double s = 0;
            for (int i = from; i < to; i++)
            {
                s += data[i];
            }

            return s;
        }

        int mid = from + (to - from) / 2;
        Task<double> upper = Task.Factory.StartNew(() => SumRange(data, mid, to));
        return SumRange(data, from, mid) + upper.Result;
    }

    [Safe]
    public static void FillBackwardsRecursively(int[] a)
    {
        Fill(a, 0, a.Length);

        static void Fill(int[] a, int from, int to)
        {
            if (to - from < 100)
            {
                for (int i = from; i < to; i++)
                {
                    a[i] = to - i;
                }

                return;
            }

            int mid = (from + to) / 2;
            Parallel.Invoke(() => Fill(a, from, mid), () => Fill(a, mid, to));
        }
    }

    [Racy("a")]
    public static void FillSharedMiddleRecursively(int[] a)
    {
        Fill(a, 0, a.Length - 1);

        static void Fill(int[] a, int from, int to)
        {
            if (to - from < 100)
            {
                for (int i = from; i <= to; i++)
                {
                    a[i] = to - i;
                }

                return;
            }

            int mid = (from + to) / 2;
            Parallel.Invoke(() => Fill(a, from, mid), () => Fill(a, mid, to));
        }
    }

    [Racy("path")]
    public static int QueensSharedBoard(int n)
    {
        int[] path = new int[n];
        int solutions = 0;
        void Place(int row)
        {
            if (row == n)
            {
                Interlocked.Increment(ref solutions);
                return;
            }

            Parallel.For(0, n, column =>
            {
                path[row] = column;
                for (int r = 0; r < row; r++)
                {
                    if (path[r] == column || Math.Abs(path[r] - column) == row - r)
                    {
                        return;
                    }
                }

                Place(row + 1);
            });
        }

        Place(0);
        return solutions;
    }

    [Safe]
    public static int QueensOwnBoard(int n)
    {
        int solutions = 0;
        Parallel.For(0, n, first =>
        {
            int[] path = new int[n];
            path[0] = first;
            Place(path, 1);
        });
        return solutions;

        void Place(int[] path, int row)
        {
            if (row == path.Length)
            {
                Interlocked.Increment(ref solutions);
                return;
            }

            for (int column = 0; column < path.Length; column++)
            {
                bool free = true;
                for (int r = 0; r < row; r++)
                {
                    free &= path[r] != column && Math.Abs(path[r] - column) != row - r;
                }

                if (free)
                {
                    path[row] = column;
                    Place(path, row + 1);
                }
            }
        }
    }
}
