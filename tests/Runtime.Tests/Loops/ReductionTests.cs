using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ReductionTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1001)]
    [InlineData(100_003)]
    public void Sums_have_the_same_bits_on_any_number_of_threads(int trips)
    {
        var random = new System.Random(trips);
        var values = new float[trips];
        for (int i = 0; i < trips; i++)
        {
            values[i] = (float)(Math.Pow(10, random.Next(-8, 8)) * (random.NextDouble() - 0.5));
        }

        int expected = BitConverter.SingleToInt32Bits(LoopDriver.ReduceHere<SumBody, float>(trips, new SumBody(values), 4));
        foreach (Schedule kind in Enum.GetValues<Schedule>())
        {
            foreach (int degree in (int[])[1, 2, 3, 8])
            {
                foreach (int chunkSize in (int[])[0, 1, 100, 10_000])
                {
                    for (int repeat = 0; repeat < 5; repeat++)
                    {
                        float sum = LoopDriver.Reduce<SumBody, float>(trips, new SumBody(values), ForkEverything.Schedule(kind, chunkSize, degree));
                        Assert.Equal(expected, BitConverter.SingleToInt32Bits(sum));
                    }
                }
            }
        }
    }

    [Fact]
    public void Sums_have_the_same_bits_a_thousand_times_under_load_on_up_to_64_threads()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        float[] values = [.. Enumerable.Range(0, 3001).Select(i => MathF.Sin(i) * MathF.Pow(10, i % 13))];
        int expected = BitConverter.SingleToInt32Bits(LoopDriver.ReduceHere<SumBody, float>(values.Length, new SumBody(values), 4));
        int[] degrees = [1, 2, 3, 8, 64];
        BusyProcessors.Beside(() =>
        {
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                LoopSchedule schedule = ForkEverything.Schedule((Schedule)(repeat % 4), 0, degrees[repeat / 4 % degrees.Length]);
                float sum = LoopDriver.Reduce<SumBody, float>(values.Length, new SumBody(values), schedule);
                Assert.Equal(expected, BitConverter.SingleToInt32Bits(sum));
            }
        });
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    [InlineData(513, 4)]
    [InlineData(10_000, 4)]
    [InlineData(10_000, 9_999)]
    public void Blocks_are_fixed_cover_everything_and_combine_in_order(long trips, int minimumBlock)
    {
        string here = LoopDriver.ReduceHere<RangesBody, string>(trips, default, minimumBlock);
        string forked = LoopDriver.Reduce<RangesBody, string>(trips, default, new LoopSchedule(Schedule.Dynamic, 1, 8, 1000, minimumBlock));
        Assert.Equal(here, forked);

        long next = 0;
        string[] ranges = here.Trim('[', ')').Split(")[");
        foreach (string range in ranges)
        {
            string[] ends = range.Split(',');
            Assert.Equal(next, long.Parse(ends[0]));
            next = long.Parse(ends[1]);
        }

        Assert.Equal(trips, next);
        Assert.InRange(ranges.Length, 1, LoopBlocks.MaxCount);
    }

    [Fact]
    public void Block_lengths_hold_for_the_largest_trip_count() =>
        Assert.InRange(LoopBlocks.Length(long.MaxValue, 1), long.MaxValue / LoopBlocks.MaxCount, (long.MaxValue / LoopBlocks.MaxCount) + 64);

    [Fact]
    public void A_failed_reduction_leaves_the_next_one_alone()
    {
        for (int i = 0; i < 100; i++)
        {
            Assert.Throws<InvalidOperationException>(() => LoopDriver.Reduce<FailingBody, string>(100, default, ForkEverything.Schedule(Schedule.Dynamic, 1)));
            Assert.StartsWith("[0,4)[4,8)", LoopDriver.Reduce<RangesBody, string>(100, default, ForkEverything.Schedule(Schedule.Dynamic, 1)));
        }
    }

    public void Dispose() => _fork.Dispose();

    private readonly struct FailingBody : IReductionBody<string>
    {
        public string Run(long from, long to) => from >= 40 ? throw new InvalidOperationException() : string.Empty;

        public string Combine(in string left, in string right) => throw new NotSupportedException();
    }
}
