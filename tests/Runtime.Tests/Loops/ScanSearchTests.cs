using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ScanSearchTests : IDisposable
{
    private const int Minimum = 4;

    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(3001)]
    public void The_loop_ends_where_the_sum_first_exceeds_a_limit_on_any_number_of_threads(int trips)
    {
        int[] values = Values(trips);
        foreach (int degree in (int[])[1, 2, 3, 8, 64])
        {
            AutoParOptions.MaxDegreeOfParallelism = degree;
            for (int repeat = 0; repeat < 60; repeat++)
            {
                int start = (repeat % 7) - 3;
                int limit = repeat * 41;
                Assert.Equal(Expected(values, start, limit), Search(new SumBody(values, limit, tells: repeat % 2 == 0), start));
            }
        }
    }

    [Fact]
    public void Every_exit_is_found_in_whatever_block_it_is()
    {
        int[] ones = [.. Enumerable.Repeat(1, 1200)];
        for (int limit = -1; limit <= ones.Length; limit++)
        {
            Assert.Equal(Expected(ones, 0, limit), Search(new SumBody(ones, limit, tells: true), 0));
        }
    }

    [Fact]
    public void Ends_are_found_a_thousand_times_under_load_on_up_to_64_threads()
    {
        int[] values = Values(3001);
        BusyProcessors.Beside(() =>
        {
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                AutoParOptions.MaxDegreeOfParallelism = ((int[])[2, 3, 8, 64])[repeat % 4];
                int limit = (repeat * 7919) % 2500;
                Assert.Equal(Expected(values, 1, limit), Search(new SumBody(values, limit, tells: repeat % 3 > 0), 1));
            }
        });
    }

    [Fact]
    public void Blocks_from_the_last_to_the_first_give_the_same()
    {
        int[] values = Values(1000);
        ChunkQueue.IsDescending = true;
        try
        {
            for (int limit = 0; limit < 900; limit += 13)
            {
                Assert.Equal(Expected(values, 0, limit), Search(new SumBody(values, limit, tells: limit % 2 == 0), 0));
            }
        }
        finally
        {
            ChunkQueue.IsDescending = false;
        }
    }

    /// <summary>Where totals show that nothing leaves, a block that others work beside need not run.</summary>
    [Fact]
    public void Only_blocks_run_that_may_leave()
    {
        int least = int.MaxValue;
        int[] ones = [.. Enumerable.Repeat(1, 100_000)];
        for (int repeat = 0; repeat < 100; repeat++)
        {
            int blocks = 0;
            Assert.Equal(70_000, Search(new SumBody(ones, 70_000, tells: true) { OnRun = () => Interlocked.Increment(ref blocks) }, 0).Done);
            least = Math.Min(least, blocks);
        }

        Assert.InRange(least, 1, 900);
    }

    [Fact]
    public void What_is_thrown_behind_the_exit_is_not_seen_and_ends_the_loop_before_its_block_otherwise()
    {
        int[] ones = [.. Enumerable.Repeat(1, 1000)];
        var random = new System.Random(7);
        for (int repeat = 0; repeat < 300; repeat++)
        {
            int exit = random.Next(1000), thrower = random.Next(100, 1000);
            Found found;
            try
            {
                found = Search(new SumBody(ones, exit, tells: repeat % 2 == 0) { ThrowsAt = thrower }, 0);
            }
            catch (InvalidOperationException)
            {
                // The caller alone ran it, in order.
                Assert.True(thrower <= exit);
                continue;
            }

            Assert.InRange(found.Done, Math.Min(exit, thrower - (2 * Minimum)), Math.Min(exit, thrower));
            Assert.Equal(found.Done, found.Sum);
        }
    }

    [Fact]
    public void A_loop_that_is_cancelled_says_so()
    {
        using var source = new CancellationTokenSource();
        int[] ones = [.. Enumerable.Repeat(1, 100_000)];
        int runs = 0;
        var body = new SumBody(ones, int.MaxValue, tells: false) { OnRun = () => { if (Interlocked.Increment(ref runs) == 20) { source.Cancel(); } } };
        LoopSchedule schedule = ForkEverything.Schedule() with { Token = source.Token };
        Assert.Throws<OperationCanceledException>(() => LoopDriver.ScanSearch<SumBody, Carry, Found>(ones.Length, body, default, 0.5, schedule));
    }

    [Theory]
    [InlineData(1.0, 1.5, false)]
    [InlineData(1.0, 2.0, false)]
    [InlineData(1000.0, 0.5, true)]
    [InlineData(1000.0, 1.9, true)]
    [InlineData(1000.0, 2.0, false)]
    public void Two_threads_are_called_where_they_take_less_than_one(double nanoseconds, double shareAhead, bool isWorth)
    {
        ForkCost.Threshold = 10_000;
        AutoParOptions.MaxDegreeOfParallelism = 2;
        Assert.Equal(isWorth, LoopDriver.IsWorthScanSearching(1000, shareAhead, ForkEverything.Schedule(nanoseconds: nanoseconds)));
    }

    public void Dispose() => _fork.Dispose();

    // Small steps up and down, mostly up.
    private static int[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => ((i * 7919) % 13) - 5)];

    private static Found Search(SumBody body, int start)
    {
        ForkEverything.WaitForHelpers();
        return LoopDriver.ScanSearch<SumBody, Carry, Found>(body.Length, body, new Carry(start, 0, 0), 0.5, ForkEverything.Schedule());
    }

    private static Found Expected(int[] values, int start, int limit)
    {
        int sum = start;
        for (int i = 0; i < values.Length; i++)
        {
            if (sum + values[i] > limit)
            {
                return new Found(i, sum);
            }

            sum += values[i];
        }

        return new Found(values.Length, sum);
    }

    private readonly record struct Found(long Done, int Sum);

    private readonly record struct Carry(int Sum, int High, int Low);

    private readonly struct SumBody(int[] values, int limit, bool tells) : IScanSearchBody<Carry, Found>
    {
        public int Length => values.Length;

        public Action? OnRun { get; init; }

        public int ThrowsAt { get; init; } = -1;

        public Carry Total(long from, long to)
        {
            int sum = 0, high = 0, low = 0;
            for (long i = from; i < to; i++)
            {
                ThrowAt(i);
                sum += values[i];
                high = Math.Max(high, sum);
                low = Math.Min(low, sum);
            }

            return new Carry(sum, high, low);
        }

        public Carry Advance(in Carry carry, in Carry total) => new(carry.Sum + total.Sum, 0, 0);

        public Carry After(in Carry carry, in Found partial) => new(partial.Sum, 0, 0);

        public Found Run(long from, long to, in Carry carry)
        {
            OnRun?.Invoke();
            int sum = carry.Sum;
            for (long i = from; i < to; i++)
            {
                ThrowAt(i);
                if (sum + values[i] > limit)
                {
                    return new Found(i - from, sum);
                }

                sum += values[i];
            }

            return new Found(to - from, sum);
        }

        public Found Combine(in Found left, in Found right) => new(left.Done + right.Done, right.Sum);

        public long Done(in Found partial) => partial.Done;

        public bool MayLeave(in Carry carry, in Carry total) => !tells || carry.Sum + total.High > limit;

        public Found Passed(long iterations, in Carry carry) => new(iterations, carry.Sum);

        private void ThrowAt(long iteration)
        {
            if (iteration == ThrowsAt)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
