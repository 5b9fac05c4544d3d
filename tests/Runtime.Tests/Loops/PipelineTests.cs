using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class PipelineTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(1001)]
    [InlineData(100_003)]
    public void Updates_are_made_in_order_on_any_number_of_threads(int trips)
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        double[] expected = AsWritten(trips);
        foreach (int degree in (int[])[1, 2, 3, 8, 64])
        {
            foreach (PipelineShape shape in (PipelineShape[])[trips < 100 ? new(1, 1) : new(100, 1), new(trips < 100 ? 3 : 64, 2), new(16, 192), new(4096, 128)])
            {
                double[] sums = new double[5];
                LoopDriver.Pipeline(trips, new UpdatesBody(sums, shape), shape, ForkEverything.Schedule(degree: degree));
                Assert.Equal(expected, sums);
            }
        }
    }

    [Fact]
    public void The_order_stays_a_thousand_times_under_load_on_up_to_64_threads()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        double[] expected = AsWritten(3001);
        BusyProcessors.Beside(() =>
        {
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                LoopSchedule schedule = ForkEverything.Schedule(degree: ((int[])[2, 3, 8, 64])[repeat % 4]);
                double[] sums = new double[5];
                Assert.True(LoopDriver.IsWorthPipelining(3001, 5, 2, in schedule, out PipelineShape shape));
                LoopDriver.Pipeline(3001, new UpdatesBody(sums, shape), shape, in schedule);
                Assert.Equal(expected, sums);
            }
        });
    }

    [Fact]
    public void Blocks_before_one_that_throws_are_applied_and_those_behind_it_are_not()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var shape = new PipelineShape(10, 4);
            int[] order = new int[1000];
            var body = new ThrowingBody(order, new int[1], computeFails: 500, applyFails: int.MaxValue);
            Assert.Throws<InvalidOperationException>(() => LoopDriver.Pipeline(1000, in body, shape, ForkEverything.Schedule(degree: 8)));
            Assert.Equal(Enumerable.Range(1, 500).Concat(Enumerable.Repeat(0, 500)), order);
        }
    }

    [Fact]
    public void Nothing_is_applied_behind_what_could_not_be()
    {
        for (int repeat = 0; repeat < 200; repeat++)
        {
            var shape = new PipelineShape(10, 4);
            int[] order = new int[1000];
            var body = new ThrowingBody(order, new int[1], computeFails: int.MaxValue, applyFails: 500);
            Assert.Throws<InvalidOperationException>(() => LoopDriver.Pipeline(1000, in body, shape, ForkEverything.Schedule(degree: 8)));
            Assert.Equal(Enumerable.Range(1, 500).Concat(Enumerable.Repeat(0, 500)), order);
        }
    }

    [Fact]
    public void Cancelled_in_between_it_has_applied_the_first_blocks_in_order()
    {
        var source = new CancellationTokenSource();
        int[] order = new int[1000];
        var body = new ThrowingBody(order, new int[1], computeFails: int.MaxValue, applyFails: int.MaxValue) { Source = source, CancelsAt = 300 };
        Assert.Throws<OperationCanceledException>(() =>
            LoopDriver.Pipeline(1000, in body, new PipelineShape(10, 4), ForkEverything.Schedule(degree: 8) with { Token = source.Token }));
        int applied = order.Count(place => place > 0);
        Assert.InRange(applied, 300, 1000);
        Assert.Equal(Enumerable.Range(1, applied).Concat(Enumerable.Repeat(0, 1000 - applied)), order);
    }

    [Fact]
    public void It_must_pay()
    {
        ForkCost.Threshold = 4000;
        var schedule = new LoopSchedule(Schedule.Auto, 0, 2, 10, 1);
        Assert.True(LoopDriver.IsWorthPipelining(10_000_000, 9, 2, in schedule, out PipelineShape shape));
        Assert.Equal(0, shape.Block % 16);
        Assert.InRange(shape.Block, 16, 4096);
        Assert.False(LoopDriver.IsWorthPipelining(10_000_000, 9, 10, schedule));
        Assert.False(LoopDriver.IsWorthPipelining(100, 9, 2, schedule));
    }

    public void Dispose() => _fork.Dispose();

    private static double Value(long i) => Math.Sin(i) * Math.Pow(10, i % 13);

    private static double[] AsWritten(int trips)
    {
        double[] sums = new double[5];
        for (int i = 0; i < trips; i++)
        {
            sums[i * 7919L % 5] += Value(i);
        }

        return sums;
    }

    private readonly struct UpdatesBody(double[] sums, PipelineShape shape) : IPipelineBody
    {
        private readonly double[] _values = new double[shape.Length];

        public void Compute(long from, long to)
        {
            long first = shape.First(from);
            for (long i = from; i < to; i++)
            {
                _values[i - first] = Value(i);
            }
        }

        public void Apply(long from, long to)
        {
            long first = shape.First(from);
            for (long i = from; i < to; i++)
            {
                sums[i * 7919 % 5] += _values[i - first];
            }
        }
    }

    /// <summary>Writes down which iteration was applied when.</summary>
    private readonly struct ThrowingBody(int[] order, int[] count, int computeFails, int applyFails) : IPipelineBody
    {
        public CancellationTokenSource? Source { get; init; }

        public int CancelsAt { get; init; }

        public void Compute(long from, long to)
        {
            if (from <= computeFails && computeFails < to)
            {
                throw new InvalidOperationException();
            }
        }

        public void Apply(long from, long to)
        {
            if (from <= applyFails && applyFails < to)
            {
                throw new InvalidOperationException();
            }

            for (long i = from; i < to; i++)
            {
                order[i] = ++count[0];
            }

            if (from <= CancelsAt && CancelsAt < to)
            {
                Source?.Cancel();
            }
        }
    }
}
