using System;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Subscripts with strides and divisors that are inputs: columns, round-robin distribution, remainders.</summary>
internal static class SymbolicStrides
{
    [Safe]
    public static void Columns(double[] a, double[] b, int rows, int columns) => Parallel.For(0, rows, i =>
    {
        for (int j = 0; j < columns; j++)
        {
            a[i + j * rows] = b[j];
        }
    });

    // Iteration rows of column j is iteration 0 of column j + 1.
    [Racy("a")]
    public static void ColumnsOneRowTooFar(double[] a, double[] b, int rows, int columns) => Parallel.For(0, rows + 1, i =>
    {
        for (int j = 0; j < columns; j++)
        {
            a[i + j * rows] = b[j];
        }
    });

    [Safe]
    public static void RoundRobin(double[] a, int workers) => Parallel.For(0, workers, worker =>
    {
        for (int i = worker; i < a.Length; i += workers)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    // Worker 0 and worker `workers` begin in one place of the first round.
    [Racy("a")]
    public static void RoundRobinOneWorkerTooMany(double[] a, int workers) => Parallel.For(0, workers + 1, worker =>
    {
        for (int i = worker; i < a.Length; i += workers)
        {
            a[i] = Math.Sqrt(a[i]);
        }
    });

    [Racy("counts")]
    public static void BucketsByRemainder(int[] counts, int n, int buckets) => Parallel.For(0, n, i => counts[i % buckets]++);

    [Safe]
    public static void OneBucketEach(int[] counts, int n, int buckets) => Parallel.For(0, n, i =>
        counts[(i / buckets) * buckets + (i % buckets)]++);

    [Racy("a")]
    public static void RingReadsNext(int[] a, int ring) => Parallel.For(0, 1000, i => a[i % ring] = a[(i + 1) % ring]);

    [Safe]
    public static void RowAndColumn(double[,] a, int width, int n) => Parallel.For(0, n, i => a[i / width, i % width] = i);

    [Racy("a")]
    public static void ColumnOnly(double[,] a, int width, int n) => Parallel.For(0, n, i => a[0, i % width] = i);
}
