using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class AllocationTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    /// <summary>
    /// The caller allocates nothing once jobs exist. A job whose late helper hasn't left can't be reused, and the next loop
    /// makes another, so on a busy machine a few rounds may allocate.
    /// </summary>
    [Fact]
    public void Forked_loops_allocate_nothing_after_warm_up()
    {
        var counts = new int[64];
        var values = new float[1000];
        int roundsWithAllocation = 0;
        for (int round = 0; round < 300; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            LoopDriver.For(64, new CountingBody(counts), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
            LoopDriver.Reduce<SumBody, float>(1000, new SumBody(values), ForkEverything.Schedule(Schedule.Guided, 0, 2));
            if (GC.GetAllocatedBytesForCurrentThread() != before && round >= 100)
            {
                roundsWithAllocation++;
            }

            ForkEverything.WaitForHelpers();
        }

        Assert.InRange(roundsWithAllocation, 0, 20);
    }

    [Fact]
    public void Inline_loops_never_allocate()
    {
        ForkCost.Threshold = double.MaxValue;
        var counts = new int[64];
        var values = new float[1000];
        RunBoth();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunBoth();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void RunBoth()
        {
            LoopDriver.For(64, new CountingBody(counts), ForkEverything.Schedule());
            LoopDriver.Reduce<SumBody, float>(1000, new SumBody(values), ForkEverything.Schedule());
        }
    }

    public void Dispose() => _fork.Dispose();
}
