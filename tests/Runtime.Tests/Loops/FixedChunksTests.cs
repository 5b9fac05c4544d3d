namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Chunks whose ends are known before the fork.</summary>
public sealed class FixedChunksTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(Schedule.Auto, 0)]
    [InlineData(Schedule.Static, 0)]
    [InlineData(Schedule.Static, 70)]
    [InlineData(Schedule.Dynamic, 3)]
    [InlineData(Schedule.Guided, 0)]
    [InlineData(Schedule.Guided, 9)]
    public void Each_chunk_ends_where_it_was_said(Schedule kind, int chunkSize)
    {
        foreach (long trips in (long[])[1, 2, 15, 16, 17, 63, 64, 1000, 100_003])
        {
            LoopSchedule schedule = ForkEverything.Schedule(kind, chunkSize);
            long chunk = LoopDriver.FixChunks(trips, seam: 2, least: 4, ref schedule);
            Assert.InRange(chunk, Math.Min(trips, 8), trips);
            if (chunk == trips)
            {
                continue;
            }

            var ends = new List<long>();
            LoopDriver.For(trips, new EndsBody(ends), in schedule);
            ends.Sort();
            Assert.Equal(Enumerable.Range(1, (int)((trips - 1) / chunk)).Select(border => border * chunk).Append(trips), ends);
        }
    }

    [Fact]
    public void Blocks_of_reductions_are_as_long_as_it_was_said()
    {
        LoopSchedule schedule = ForkEverything.Schedule();
        long block = LoopDriver.FixBlocks(10_000, seam: 3, least: 100, ref schedule);
        Assert.Equal(300, block);
        Assert.Equal(block, LoopBlocks.Length(10_000, schedule.MinimumBlock));
    }

    [Theory]
    [InlineData(100, 26, 4)]
    [InlineData(100, long.MaxValue, 4)]
    [InlineData(100, 100, 1)]
    public void Too_long_an_end_leaves_one_chunk(long trips, long seam, int least)
    {
        LoopSchedule schedule = ForkEverything.Schedule();
        Assert.Equal(trips, LoopDriver.FixChunks(trips, seam, least, ref schedule));
        Assert.Equal(trips, LoopDriver.FixBlocks(trips, seam, least, ref schedule));
    }

    [Fact]
    public void One_thread_has_one_chunk()
    {
        LoopSchedule schedule = ForkEverything.Schedule(degree: 1);
        Assert.Equal(1000, LoopDriver.FixChunks(1000, 1, 4, ref schedule));
    }

    public void Dispose() => _fork.Dispose();

    private readonly struct EndsBody(List<long> ends) : ILoopBody
    {
        public void Run(long from, long to)
        {
            lock (ends)
            {
                ends.Add(to);
            }
        }
    }
}
