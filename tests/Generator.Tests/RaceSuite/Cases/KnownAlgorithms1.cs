#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Sorts, trees, factorizations, stencils and their usual mistakes.</summary>
internal static class KnownAlgorithms1
{
    private static int s_total;

    [Safe]
    public static void QuickSort(int[] a) => Sort(a, 0, a.Length - 1);

    [Racy("a")]
    public static void QuickSortBad(int[] a, int lo, int hi)
    {
        if (lo >= hi)
            return;
        int p = Part(a, lo, hi);
        Parallel.Invoke(() => QuickSortBad(a, lo, p), () => QuickSortBad(a, p, hi));
    }

    [Safe]
    public static void MergeSort(int[] a)
    {
        var tmp = new int[a.Length];
        MSort(a, tmp, 0, a.Length);
    }

    [Racy("a", "tmp")]
    public static void MergeSortNoWait(int[] a, int[] tmp, int lo, int hi)
    {
        if (hi - lo < 2)
            return;
        int mid = lo + (hi - lo) / 2;
        var t = Task.Run(() => MergeSortNoWait(a, tmp, lo, mid));
        MergeSortNoWait(a, tmp, mid, hi);
        Merge(a, tmp, lo, mid, hi);
        t.Wait();
    }

    [Racy("tmp")]
    public static void MergeSortSharedTmp(int[] a, int lo, int hi, int[] tmp)
    {
        if (hi - lo < 2)
            return;
        int mid = lo + (hi - lo) / 2;
        Parallel.Invoke(() => MergeSortSharedTmp(a, lo, mid, tmp), () => MergeSortSharedTmp(a, mid, hi, tmp));
        int n = 0;
        for (int i = lo; i < hi; i++)
            tmp[n++] = a[i];
        Array.Sort(tmp, 0, n);
        for (int i = lo; i < hi; i++)
            a[i] = tmp[i - lo];
    }

    [Safe]
    public static int TreeSum(Node? n)
    {
        if (n == null)
            return 0;
        int l = 0, r = 0;
        Parallel.Invoke(() => l = TreeSum(n.L), () => r = TreeSum(n.R));
        return n.V + l + r;
    }

    [Racy("s_total")]
    public static void TreeSumBad(Node? n)
    {
        if (n == null)
            return;
        s_total += n.V;
        Parallel.Invoke(() => TreeSumBad(n.L), () => TreeSumBad(n.R));
    }

    [Safe]
    public static void TreeMark(Node? n, int d)
    {
        if (n == null)
            return;
        n.Depth = d;
        Parallel.Invoke(() => TreeMark(n.L, d + 1), () => TreeMark(n.R, d + 1));
    }

    [Racy("found")]
    public static void TreeFind(Node? n, int v, List<Node> found)
    {
        if (n == null)
            return;
        if (n.V == v)
            found.Add(n);
        var l = Task.Run(() => TreeFind(n.L, v, found));
        var r = Task.Run(() => TreeFind(n.R, v, found));
        Task.WaitAll(l, r);
    }

    [Safe]
    public static void FillRec(int[] a, int lo, int hi)
    {
        if (hi - lo <= 1024)
        {
            for (int i = lo; i < hi; i++)
                a[i] = i;
            return;
        }

        int m = (lo + hi) / 2;
        Parallel.Invoke(() => FillRec(a, lo, m), () => FillRec(a, m, hi));
    }

    [Racy("a")]
    public static void FillRecBad(int[] a, int lo, int hi)
    {
        if (hi - lo <= 1024)
        {
            for (int i = lo; i <= hi; i++)
                a[i] = i;
            return;
        }

        int m = (lo + hi) / 2;
        Parallel.Invoke(() => FillRecBad(a, lo, m), () => FillRecBad(a, m, hi));
    }

    [Safe]
    public static long SumRec(int[] a, int lo, int hi)
    {
        if (hi - lo <= 1024)
        {
            long s = 0;
            for (int i = lo; i < hi; i++)
                s += a[i];
            return s;
        }

        int m = (lo + hi) / 2;
        var left = Task.Run(() => SumRec(a, lo, m));
        long right = SumRec(a, m, hi);
        return left.Result + right;
    }

    [Safe]
    public static int NQueens(int n, int row, int[] cols)
    {
        if (row == n)
            return 1;
        int[] counts = new int[n];
        Parallel.For(0, n, c =>
        {
            var mine = (int[])cols.Clone();
            mine[row] = c;
            if (Ok(mine, row))
                counts[c] = NQueens(n, row + 1, mine);
        });
        return counts.Sum();
    }

    [Racy("cols")]
    public static int NQueensBad(int n, int row, int[] cols)
    {
        if (row == n)
            return 1;
        int[] counts = new int[n];
        Parallel.For(0, n, c =>
        {
            cols[row] = c;
            if (Ok(cols, row))
                counts[c] = NQueensBad(n, row + 1, cols);
        });
        return counts.Sum();
    }

    [Safe]
    public static void Floyd(double[, ] d, int n)
    {
        for (int k = 0; k < n; k++)
        {
            Parallel.For(0, n, i =>
            {
                if (i == k)
                    return;
                for (int j = 0; j < n; j++)
                {
                    double via = d[i, k] + d[k, j];
                    if (via < d[i, j])
                        d[i, j] = via;
                }
            });
        }
    }

    [Racy("d")]
    public static void FloydK(double[, ] d, int n)
    {
        Parallel.For(0, n, k =>
        {
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                {
                    double via = d[i, k] + d[k, j];
                    if (via < d[i, j])
                        d[i, j] = via;
                }
        });
    }

    [Safe]
    public static void Gauss(double[][] m, int n)
    {
        for (int k = 0; k < n; k++)
        {
            var pivot = m[k];
            Parallel.For(k + 1, n, i =>
            {
                var row = m[i];
                double f = row[k] / pivot[k];
                for (int j = k; j <= n; j++)
                    row[j] -= f * pivot[j];
            });
        }
    }

    private static void Sort(int[] a, int lo, int hi)
    {
        if (lo >= hi)
            return;
        int p = Part(a, lo, hi);
        if (hi - lo < 1000)
        {
            Sort(a, lo, p - 1);
            Sort(a, p + 1, hi);
        }
        else
            Parallel.Invoke(() => Sort(a, lo, p - 1), () => Sort(a, p + 1, hi));
    }

    private static int Part(int[] a, int lo, int hi)
    {
        int pivot = a[hi];
        int i = lo - 1;
        for (int j = lo; j < hi; j++)
        {
            if (a[j] <= pivot)
            {
                i++;
                (a[i], a[j]) = (a[j], a[i]);
            }
        }

        (a[i + 1], a[hi]) = (a[hi], a[i + 1]);
        return i + 1;
    }

    private static void MSort(int[] a, int[] tmp, int lo, int hi)
    {
        if (hi - lo < 2)
            return;
        int mid = (lo + hi) / 2;
        var t = Task.Run(() => MSort(a, tmp, lo, mid));
        MSort(a, tmp, mid, hi);
        t.Wait();
        Merge(a, tmp, lo, mid, hi);
    }

    private static void Merge(int[] a, int[] tmp, int lo, int mid, int hi)
    {
        int i = lo, j = mid;
        for (int k = lo; k < hi; k++)
            tmp[k] = i < mid && (j >= hi || a[i] <= a[j]) ? a[i++] : a[j++];
        Array.Copy(tmp, lo, a, lo, hi - lo);
    }

    public class Node
    {
        public Node? L, R;
        public int V, Sum, Depth;
    }

    private static bool Ok(int[] c, int row)
    {
        for (int i = 0; i < row; i++)
            if (c[i] == c[row] || Math.Abs(c[i] - c[row]) == row - i)
                return false;
        return true;
    }
}
