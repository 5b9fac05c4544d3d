namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Loops around others, of whose iterations threads take parts.</summary>
public sealed class CollapseTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(Schedule.Auto)]
    [InlineData(Schedule.Static)]
    [InlineData(Schedule.Dynamic)]
    [InlineData(Schedule.Guided)]
    public void Each_iteration_of_both_runs_once(Schedule kind)
    {
        foreach (long trips in (long[])[0, 1, 2, 3, 7, 40, 1000])
        {
            foreach ((long start, long end) in ((long, long)[])[(0, 0), (0, 1), (3, 2), (-5, 60), (2, 1000), (0, 4097)])
            {
                foreach (int degree in (int[])[1, 2, 3, 8])
                {
                    var body = new CountingBody(trips, start, end);
                    LoopDriver.Collapse(trips, in body, start, end, 8, ForkEverything.Schedule(kind, degree: degree, nanoseconds: 1e6));
                    Assert.All(body.Counts, count => Assert.Equal(1, count));
                }
            }
        }
    }

    [Fact]
    public void Few_iterations_are_cut_into_as_many_tiles_as_workers_want()
    {
        var body = new CountingBody(3, 0, 1000);
        LoopDriver.Collapse(3, in body, 0, 1000, 8, ForkEverything.Schedule(degree: 2, nanoseconds: 1e6));
        Assert.Equal(3 * 11, body.Runs.Count);
        Assert.All(body.Runs, run => Assert.True(run.End == 1000 || (run.End - run.First) % 8 == 0));
    }

    [Theory]
    [InlineData(32, 1e6, 0)]
    [InlineData(3, 3999, 0)]
    [InlineData(3, 1e6, 1)]
    public void What_has_enough_iterations_or_little_work_or_a_chunk_size_stays_whole(long trips, double nanoseconds, int chunkSize)
    {
        var body = new CountingBody(trips, 0, 1000);
        LoopDriver.Collapse(trips, in body, 0, 1000, 1, ForkEverything.Schedule(chunkSize: chunkSize, degree: 2, nanoseconds: nanoseconds));
        Assert.All(body.Runs, run => Assert.Equal((0, 1000), (run.First, run.End)));
        Assert.All(body.Counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void Bounds_whose_distance_leaves_64_bits_run_nothing_that_is_not_there()
    {
        var body = new CountingBody(2, 0, 0);
        LoopDriver.Collapse(2, in body, long.MaxValue - 1, long.MinValue + 5, 1, ForkEverything.Schedule(degree: 2, nanoseconds: 1e6));
        Assert.All(body.Runs, run => Assert.Equal((0, 0), (run.First, run.End)));
    }

    [Fact]
    public void The_lowest_tile_that_throws_is_heard_and_all_below_have_run()
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            var body = new CountingBody(4, 0, 1000) { ThrowsFrom = 2500 };
            ArithmeticException thrown = Assert.Throws<ArithmeticException>(() =>
                LoopDriver.Collapse(4, in body, 0, 1000, 1, ForkEverything.Schedule(degree: 3, nanoseconds: 1e6)));
            Assert.Equal("2500", thrown.Message);
            Assert.All(body.Counts.Take(2500), count => Assert.Equal(1, count));
        }
    }

    public void Dispose() => _fork.Dispose();

    private readonly struct CountingBody(long trips, long start, long end) : ITiledBody
    {
        private readonly long _inner = Math.Max(0, end - start);

        public int[] Counts { get; } = new int[trips * Math.Max(0, end - start)];

        public List<(long First, long End)> Runs { get; } = [];

        public long ThrowsFrom { get; init; } = long.MaxValue;

        public void Run(long from, long to) => Run(from, to, start, end);

        public void Run(long from, long to, long first, long end)
        {
            lock (Runs)
            {
                Runs.AddRange(Enumerable.Repeat((first, end), (int)(to - from)));
            }

            for (long outer = from; outer < to; outer++)
            {
                for (long inner = first; inner < end; inner++)
                {
                    long place = (outer * _inner) + inner - start;
                    if (place >= ThrowsFrom)
                    {
                        throw new ArithmeticException(place.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    }

                    Interlocked.Increment(ref Counts[place]);
                }
            }
        }
    }
}
