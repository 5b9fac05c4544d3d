using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ScanTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(1001)]
    [InlineData(100_003)]
    public void Running_sums_are_those_of_the_loop_on_any_number_of_threads(int trips)
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        int[] values = [.. Enumerable.Range(0, trips).Select(i => (i * 7919) % 1013)];
        int[] expected = new int[trips];
        int sum = 5;
        for (int i = 0; i < trips; i++)
        {
            sum += values[i];
            expected[i] = sum;
        }

        foreach (int degree in (int[])[1, 2, 3, 8, 64])
        {
            for (int repeat = 0; repeat < 10; repeat++)
            {
                int[] sums = new int[trips];
                int total = Scan(new SumsBody(values, sums), trips, 5, degree);
                Assert.Equal(sum, total);
                Assert.Equal(expected, sums);
            }
        }
    }

    [Fact]
    public void Float_sums_have_the_same_bits_a_thousand_times_under_load_on_up_to_64_threads()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        float[] values = [.. Enumerable.Range(0, 3001).Select(i => MathF.Sin(i) * MathF.Pow(10, i % 13))];
        float[] expected = new float[values.Length];
        float last = ScanFloats(values, expected, 1);
        float[] sums = new float[values.Length];
        BusyProcessors.Beside(() =>
        {
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                // In place, too: a block overwrites what its total reads.
                float[] read = repeat % 2 == 0 ? values : sums;
                values.CopyTo(sums, 0);
                Assert.Equal(last, ScanFloats(read, sums, ((int[])[1, 2, 3, 8, 64])[repeat / 2 % 5]));
                Assert.True(expected.AsSpan().SequenceEqual(sums));
            }
        });
    }

    [Fact]
    public void A_filter_keeps_the_same_in_order_a_thousand_times_under_load_on_up_to_64_threads()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        int[] values = [.. Enumerable.Range(0, 3001).Select(i => (i * 7919) % 1013)];
        int[] expected = [.. values.Where(value => value % 3 == 0)];
        int[] kept = new int[expected.Length];
        BusyProcessors.Beside(() =>
        {
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                Array.Clear(kept);
                LoopSchedule schedule = ForkEverything.Schedule(degree: ((int[])[1, 2, 3, 8, 64])[repeat % 5]);
                int count = LoopDriver.Scan<FilterBody, int, int>(values.Length, new FilterBody(values, kept), 0, 100, schedule, inBlocks: false);
                Assert.Equal(expected.Length, count);
                Assert.True(expected.AsSpan().SequenceEqual(kept));
            }
        });
    }

    /// <summary>A block overwrites what its total reads, also where another thread computes that in its place.</summary>
    [Fact]
    public void Sums_in_place_are_those_of_the_loop()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        int[] values = [.. Enumerable.Range(0, 20_001).Select(i => (i * 7919) % 1013)];
        int[] expected = new int[values.Length];
        int sum = Scan(new SumsBody(values, expected), values.Length, 0, 1);
        for (int repeat = 0; repeat < 300; repeat++)
        {
            int[] sums = [.. values];
            Assert.Equal(sum, Scan(new SumsBody(sums, sums), values.Length, 0, 2 + (repeat % 63)));
            Assert.True(expected.AsSpan().SequenceEqual(sums));
        }
    }

    [Fact]
    public void An_exception_surfaces_as_thrown_and_all_iterations_below_have_run()
    {
        AutoParOptions.MaxDegreeOfParallelism = 8;
        int[] values = [.. Enumerable.Repeat(1, 4001)];
        for (int repeat = 0; repeat < 200; repeat++)
        {
            int[] sums = new int[values.Length];
            int bad = (repeat * 37) % values.Length;
            var body = new SumsBody(values, sums) { ThrowsAt = bad, ThrowsInTotal = repeat % 3 == 0 };
            Assert.Throws<InvalidOperationException>(() => Scan(body, values.Length, 0, 8));
            int first = bad / 4 * 4;
            Assert.Equal(Enumerable.Range(1, first), sums.Take(first));
            Assert.Equal(values.Length, Scan(new SumsBody(values, sums), values.Length, 0, 8));
        }
    }

    [Fact]
    public void Chunks_from_the_last_to_the_first_give_the_same()
    {
        int[] values = [.. Enumerable.Range(0, 1001)];
        int[] sums = new int[values.Length];
        ChunkQueue.IsDescending = true;
        try
        {
            Assert.Equal(500_500, Scan(new SumsBody(values, sums), values.Length, 0, 8));
        }
        finally
        {
            ChunkQueue.IsDescending = false;
        }

        Assert.Equal([0, 1, 3, 6, 10], sums.Take(5));
    }

    [Fact]
    public void One_thread_asks_for_no_totals()
    {
        int[] values = [.. Enumerable.Repeat(1, 4001)];
        var body = new SumsBody(values, new int[values.Length]) { ThrowsAt = 1000, ThrowsInTotal = true };
        Assert.Throws<InvalidOperationException>(() => Scan(body, values.Length, 0, 1));
        ForkCost.Threshold = 1e12;
        int[] sums = new int[values.Length];
        Assert.Equal(4001, Scan(new SumsBody(values, sums) { RefusesTotals = true }, values.Length, 0, 8));
        Assert.Equal(4001, sums[^1]);
    }

    [Fact]
    public void What_would_run_on_one_thread_isn_t_worth_it()
    {
        Assert.True(LoopDriver.IsWorthScanning(4001, 100, ForkEverything.Schedule(degree: 2)));
        Assert.False(LoopDriver.IsWorthScanning(4001, 100, ForkEverything.Schedule(degree: 1)));
        ForkCost.Threshold = 1e12;
        Assert.False(LoopDriver.IsWorthScanning(4001, 100, ForkEverything.Schedule(degree: 2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_scan_is_cancelled_between_blocks(int degree)
    {
        AutoParOptions.MaxDegreeOfParallelism = 8;
        int[] values = [.. Enumerable.Repeat(1, 40_001)];
        for (int repeat = 0; repeat < 50; repeat++)
        {
            using var cancelling = new CancellationTokenSource();
            int[] sums = new int[values.Length];
            var body = new SumsBody(values, sums) { CancelsAt = repeat * 500, Cancelling = cancelling };
            LoopSchedule schedule = ForkEverything.Schedule(degree: degree) with { Token = cancelling.Token };
            Exception? thrown = Record.Exception(() => LoopDriver.Scan<SumsBody, int, int>(values.Length, body, 0, 100, schedule, inBlocks: false));

            // While one thread cancels, others may come to the end.
            Assert.True(thrown is OperationCanceledException cancelled ? cancelled.CancellationToken == cancelling.Token : thrown is null && degree > 1);
            Assert.All(Enumerable.Range(0, values.Length), i => Assert.True(sums[i] == 0 || sums[i] == i + 1));
            if (degree == 1)
            {
                Assert.InRange(sums.Count(sum => sum != 0) - body.CancelsAt, 1, LoopBlocks.ScanLength(values.Length, schedule.MinimumBlock));
            }
        }
    }

    public void Dispose() => _fork.Dispose();

    private static int Scan(SumsBody body, int trips, int start, int degree) =>
        LoopDriver.Scan<SumsBody, int, int>(trips, body, start, 100, ForkEverything.Schedule(degree: degree), inBlocks: false);

    private static float ScanFloats(float[] values, float[] sums, int degree) => LoopDriver.Scan<FloatSumsBody, float, (float Sum, float Block)>(
        values.Length, new FloatSumsBody(values, sums), 0.5f, 100, ForkEverything.Schedule(degree: degree), inBlocks: true).Sum;

    private readonly struct SumsBody(int[] values, int[] sums) : IScanBody<int, int>
    {
        public int ThrowsAt { get; init; } = -1;

        public bool ThrowsInTotal { get; init; }

        public int CancelsAt { get; init; } = -1;

        public CancellationTokenSource? Cancelling { get; init; }

        public bool RefusesTotals { get; init; }

        public int Total(long from, long to)
        {
            if (RefusesTotals || (ThrowsInTotal && from <= ThrowsAt && ThrowsAt < to))
            {
                throw new InvalidOperationException();
            }

            int sum = 0;
            for (long i = from; i < to; i++)
            {
                sum += values[i];
            }

            return sum;
        }

        public int Advance(in int carry, in int total) => carry + total;

        public int Run(long from, long to, in int carry)
        {
            int sum = carry;
            for (long i = from; i < to; i++)
            {
                if (i == ThrowsAt)
                {
                    throw new InvalidOperationException();
                }

                if (i == CancelsAt)
                {
                    Cancelling!.Cancel();
                }

                sum += values[i];
                sums[i] = sum;
            }

            return sum;
        }

        public int After(in int carry, in int partial) => partial;

        public int Combine(in int left, in int right) => right;
    }

    /// <summary>Numbers that 3 divides, one after the other: the carried value is how many there are before.</summary>
    private readonly struct FilterBody(int[] values, int[] kept) : IScanBody<int, int>
    {
        public int Total(long from, long to)
        {
            int count = 0;
            for (long i = from; i < to; i++)
            {
                count += values[i] % 3 == 0 ? 1 : 0;
            }

            return count;
        }

        public int Advance(in int carry, in int total) => carry + total;

        public int Run(long from, long to, in int carry)
        {
            int count = carry;
            for (long i = from; i < to; i++)
            {
                if (values[i] % 3 == 0)
                {
                    kept[count++] = values[i];
                }
            }

            return count;
        }

        public int After(in int carry, in int partial) => partial;

        public int Combine(in int left, in int right) => right;
    }

    /// <summary>A block starts where its predecessor started and its total, added up from 0, lead to.</summary>
    private readonly struct FloatSumsBody(float[] values, float[] sums) : IScanBody<float, (float Sum, float Block)>
    {
        public float Total(long from, long to)
        {
            float sum = 0;
            for (long i = from; i < to; i++)
            {
                sum += values[i];
            }

            return sum;
        }

        public float Advance(in float carry, in float total) => carry + total;

        public (float Sum, float Block) Run(long from, long to, in float carry)
        {
            float sum = carry, block = 0;
            for (long i = from; i < to; i++)
            {
                sum += values[i];
                block += values[i];
                sums[i] = sum;
            }

            return (sum, block);
        }

        public float After(in float carry, in (float Sum, float Block) partial) => carry + partial.Block;

        public (float Sum, float Block) Combine(in (float Sum, float Block) left, in (float Sum, float Block) right) => right;
    }
}
