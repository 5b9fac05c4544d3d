using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class CancellationTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(Schedule.Auto, 1)]
    [InlineData(Schedule.Auto, 2)]
    [InlineData(Schedule.Auto, 8)]
    [InlineData(Schedule.Static, 2)]
    [InlineData(Schedule.Guided, 3)]
    public void A_loop_ends_within_a_slice_of_its_cancellation(Schedule kind, int degree)
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            using var source = new CancellationTokenSource();
            CancellationToken token = source.Token;
            int begun = 0, ended = 0, afterwards = 0;
            var body = new ActionBody(_ =>
            {
                Interlocked.Add(ref afterwards, token.IsCancellationRequested ? 1 : 0);
                if (Interlocked.Increment(ref begun) == 500)
                {
                    source.Cancel();
                }

                Interlocked.Increment(ref ended);
            });
            LoopSlices.LengthForTests = 1;
            var cancelled = Assert.Throws<OperationCanceledException>(() =>
                LoopDriver.For(100_000, body, ForkEverything.Schedule(kind, degree: degree) with { Token = token }));
            LoopSlices.LengthForTests = 0;

            Assert.Equal(token, cancelled.CancellationToken);
            Assert.Equal(begun, ended);

            // A slice of each thread that had looked already.
            Assert.InRange(afterwards, 0, degree);
        }
    }

    [Fact]
    public void Reductions_are_cancelled_between_blocks()
    {
        using var source = new CancellationTokenSource();
        CancellationToken token = source.Token;
        foreach (int degree in new[] { 1, 2, 8 })
        {
            Assert.Equal(10_000, LoopDriver.Reduce<CancellingSum, long>(10_000, new CancellingSum(null), ForkEverything.Schedule(degree: degree) with { Token = token }));
        }

        Assert.Throws<OperationCanceledException>(() =>
            LoopDriver.Reduce<CancellingSum, long>(10_000, new CancellingSum(source), ForkEverything.Schedule(degree: 2) with { Token = token }));
        Assert.Throws<OperationCanceledException>(() =>
            LoopDriver.Reduce<CancellingSum, long>(10_000, new CancellingSum(null), ForkEverything.Schedule(degree: 1) with { Token = token }));
    }

    [Fact]
    public void A_loop_that_is_cancelled_already_runs_nothing()
    {
        foreach (double nanoseconds in new[] { 0.0, 1000 })
        {
            var counts = new int[1000];
            Assert.Throws<OperationCanceledException>(() => LoopDriver.For(
                1000, new CountingBody(counts), ForkEverything.Schedule(nanoseconds: nanoseconds) with { Token = new CancellationToken(true) }));
            Assert.All(counts, count => Assert.Equal(0, count));
        }
    }

    [Fact]
    public void A_token_that_is_never_cancelled_changes_nothing()
    {
        using var source = new CancellationTokenSource();
        foreach (long length in new long[] { 0, 1, 7 })
        {
            LoopSlices.LengthForTests = length;
            foreach (Schedule kind in new[] { Schedule.Auto, Schedule.Static, Schedule.Guided })
            {
                var counts = new int[3001];
                LoopDriver.For(3001, new CountingBody(counts), ForkEverything.Schedule(kind) with { Token = source.Token });
                Assert.All(counts, count => Assert.Equal(1, count));
            }
        }

        LoopSlices.LengthForTests = 0;
    }

    [Fact]
    public void Slices_follow_what_iterations_take()
    {
        using var source = new CancellationTokenSource();
        var cheap = new LoopSlices(10_000_000_000, 0.5, source.Token);
        long most = 0;
        while (cheap.Next(out long from, out long to) && from < 1_000_000_000)
        {
            most = Math.Max(most, to - from);
        }

        Assert.True(most > 1_000_000, $"{most}");
        var dear = new LoopSlices(20, 20, source.Token);
        while (dear.Next(out long from, out long to))
        {
            Assert.InRange(to - from, 1, 2);
            Thread.Sleep(1);
        }
    }

    [Fact]
    public void A_loop_after_a_cancelled_one_knows_nothing_of_it()
    {
        Assert.Throws<OperationCanceledException>(() =>
            LoopDriver.For(1000, new CountingBody(new int[1000]), ForkEverything.Schedule() with { Token = new CancellationToken(true) }));
        var counts = new int[1000];
        LoopDriver.For(1000, new CountingBody(counts), ForkEverything.Schedule());
        Assert.All(counts, count => Assert.Equal(1, count));
    }

    public void Dispose()
    {
        LoopSlices.LengthForTests = 0;
        _fork.Dispose();
    }

    private readonly struct CancellingSum(CancellationTokenSource? source) : IReductionBody<long>
    {
        public long Run(long from, long to)
        {
            if (from > 5000)
            {
                source?.Cancel();
            }

            return to - from;
        }

        public long Combine(in long left, in long right) => left + right;
    }
}
