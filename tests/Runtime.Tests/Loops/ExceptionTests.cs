using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ExceptionTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(Schedule.Auto, 0)]
    [InlineData(Schedule.Static, 0)]
    [InlineData(Schedule.Static, 3)]
    [InlineData(Schedule.Dynamic, 1)]
    [InlineData(Schedule.Guided, 0)]
    public void The_exception_object_of_the_lowest_iteration_surfaces(Schedule kind, int chunkSize)
    {
        for (int lowest = 0; lowest < 200; lowest++)
        {
            var thrown = new Exception?[200];
            Exception caught = Assert.ThrowsAny<Exception>(() => LoopDriver.For(200, new ActionBody(i =>
            {
                if (i >= lowest)
                {
                    thrown[i] = new ArgumentException($"{i}");
                    throw thrown[i]!;
                }
            }), ForkEverything.Schedule(kind, chunkSize, nanoseconds: 5000)));

            Assert.Equal($"{lowest}", caught.Message);
            Assert.Same(thrown[lowest], caught);
        }
    }

    [Fact]
    public void Everything_below_the_failure_runs_and_nothing_runs_after_it_surfaced()
    {
        for (int repeat = 0; repeat < 300; repeat++)
        {
            var counts = new int[500];
            var body = new ActionBody(i =>
            {
                if (i is 250 or 400)
                {
                    throw new InvalidOperationException($"{i}");
                }

                Interlocked.Increment(ref counts[i]);
            });
            var exception = Assert.Throws<InvalidOperationException>(() => LoopDriver.For(500, body, ForkEverything.Schedule(Schedule.Dynamic, 7)));
            int[] after = (int[])counts.Clone();

            Assert.Equal("250", exception.Message);
            Assert.All(after[..250], count => Assert.Equal(1, count));
            Thread.Yield();
            Assert.Equal(after, counts);
        }
    }

    [Fact]
    public void Chunks_are_no_longer_handed_out_after_a_failure()
    {
        int ran = 0;
        Assert.Throws<InvalidOperationException>(() => LoopDriver.For(1_000_000, new ActionBody(i =>
        {
            Interlocked.Increment(ref ran);
            throw new InvalidOperationException();
        }), ForkEverything.Schedule(Schedule.Dynamic, 1)));
        Assert.InRange(ran, 1, 8);
    }

    [Fact]
    public void The_stack_names_the_place_that_threw()
    {
        // Two iterations that wait for each other: one of them runs on a helper, and both throw.
        using var both = new Barrier(2);
        var exception = Assert.Throws<InvalidOperationException>(() => LoopDriver.For(2, new ActionBody(_ =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            ThrowHere();
        }), ForkEverything.Schedule(Schedule.Dynamic, 1)));
        Assert.Contains(nameof(ThrowHere), exception.StackTrace, StringComparison.Ordinal);
    }

    public void Dispose() => _fork.Dispose();

    private static void ThrowHere() => throw new InvalidOperationException();
}
