namespace AutoPar.Runtime.Tests.Loops;

/// <summary>When a loop is distributed, and into what strips.</summary>
public sealed class DistributionTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Fact]
    public void Parts_must_take_less_than_the_loop_as_a_whole()
    {
        ForkCost.Threshold = 2000;
        LoopSchedule two = ForkEverything.Schedule(degree: 2, nanoseconds: 10);
        Assert.True(LoopDriver.IsWorthDistributing(10_000, 0, 1, 2, 0, in two));
        Assert.False(LoopDriver.IsWorthDistributing(10_000, 0.5, 1, 2, 0, in two));
        Assert.False(LoopDriver.IsWorthDistributing(10_000, 0, 2, 2, 0, in two));

        // Each part is forked, which has to be worth it twice over.
        Assert.True(LoopDriver.IsWorthDistributing(1700, 0, 1, 2, 0, in two));
        Assert.False(LoopDriver.IsWorthDistributing(1500, 0, 1, 2, 0, in two));
        Assert.False(LoopDriver.IsWorthDistributing(1700, 0, 1, 3, 0, in two));

        // More threads share more.
        Assert.True(LoopDriver.IsWorthDistributing(10_000, 0.5, 1, 2, 0, ForkEverything.Schedule(degree: 8, nanoseconds: 10)));
        Assert.False(LoopDriver.IsWorthDistributing(10_000, 0, 1, 2, 0, ForkEverything.Schedule(degree: 1, nanoseconds: 10)));
    }

    [Fact]
    public void What_waits_for_memory_is_distributed_only_in_the_caches()
    {
        ForkCost.Threshold = 2000;
        LoopSchedule two = ForkEverything.Schedule(degree: 2, nanoseconds: 1);
        Assert.True(LoopDriver.IsWorthDistributing(300_000, 0, 1, 2, 24, in two));
        Assert.False(LoopDriver.IsWorthDistributing(400_000, 0, 1, 2, 24, in two));
        Assert.True(LoopDriver.IsWorthDistributing(400_000, 0, 1, 2, 0, in two));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(10_000_000)]
    [InlineData(long.MaxValue)]
    public void Strips_are_few_iterations_and_worth_their_forks(long trips)
    {
        ForkCost.Threshold = 2000;
        long strip = LoopDriver.StripOf(trips, bytes: 16, parts: 2, nanoseconds: 10);
        Assert.InRange(strip, 1, trips);
        Assert.True(strip == trips || strip * 16 <= 1 << 20);
        Assert.True(LoopDriver.StripOf(trips, 16, 2, 0) >= strip);
        Assert.InRange(LoopDriver.StripOf(trips, double.PositiveInfinity, 2, 1e9), 1, trips);
    }

    public void Dispose() => _fork.Dispose();
}
