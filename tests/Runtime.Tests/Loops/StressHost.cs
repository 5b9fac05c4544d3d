using System.Collections.Concurrent;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>One thread of <see cref="HostStressTests"/>: random nested loops, and what each of them must have left.</summary>
internal sealed class StressHost(int seed, ConcurrentQueue<string> failures)
{
    private readonly System.Random _random = new(seed);

    /// <summary>An outer loop of which each iteration runs an inner one, that adds to its own row.</summary>
    public void RunLoop()
    {
        int rows = _random.Next(1, 12), columns = _random.Next(1, 40);
        var counts = new int[rows * columns];
        var sums = new long[rows];

        // An iteration of the inner loop that throws, or that cancels: then others throw as well.
        int failing = _random.Next(3) == 0 ? _random.Next(rows * columns) : -1;
        bool cancels = _random.Next(2) == 0;
        using var cancellation = new CancellationTokenSource();
        LoopSchedule outer = Schedule(), inner = Schedule();
        using AutoParScope? scope = _random.Next(4) == 0 ? AutoParOptions.Limit(_random.Next(1, 9)) : null;
        Exception? thrown = null;
        try
        {
            LoopDriver.For(rows, new ActionBody(row =>
            {
                LoopDriver.For(columns, new ActionBody(column => Visit((row * columns) + column)), inner);
                sums[row] = LoopDriver.Reduce<RowBody, long>(columns, new RowBody(counts, row * columns), inner);
            }), outer);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        int[] seen = [.. counts];
        Thread.Yield();
        Check(thrown, seen, counts, sums, failing, cancels, columns);

        void Visit(long place)
        {
            cancellation.Token.ThrowIfCancellationRequested();
            if (place == failing)
            {
                if (cancels)
                {
                    cancellation.Cancel();
                    cancellation.Token.ThrowIfCancellationRequested();
                }

                throw new InvalidOperationException($"{seed}: {place}");
            }

            Interlocked.Increment(ref counts[place]);
        }
    }

    private void Check(Exception? thrown, int[] seen, int[] counts, long[] sums, int failing, bool cancels, int columns)
    {
        bool isRight = failing < 0 ? thrown is null && seen.All(count => count == 1) && sums.All(sum => sum == columns)
            : cancels ? thrown is OperationCanceledException && seen.All(count => count <= 1)
            : thrown?.Message == $"{seed}: {failing}" && seen.All(count => count <= 1) && seen.Take(failing).All(count => count == 1);
        if (!isRight || !seen.AsSpan().SequenceEqual(counts))
        {
            failures.Enqueue($"host {seed}, failing {failing}, cancels {cancels}: {thrown?.Message}; {string.Join(' ', seen)}; {string.Join(' ', sums)}");
        }
    }

    private LoopSchedule Schedule() =>
        ForkEverything.Schedule((Schedule)_random.Next(4), _random.Next(4), _random.Next(-2, 9), _random.Next(2) == 0 ? 1000 : 10);

    /// <summary>How often the iterations of a row ran.</summary>
    private readonly struct RowBody(int[] counts, long start) : IReductionBody<long>
    {
        public long Run(long from, long to)
        {
            long sum = 0;
            for (long i = from; i < to; i++)
            {
                sum += Volatile.Read(ref counts[start + i]);
            }

            return sum;
        }

        public long Combine(in long left, in long right) => left + right;
    }
}
