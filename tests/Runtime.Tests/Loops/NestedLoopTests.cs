using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class NestedLoopTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Three_levels_run_each_iteration_once_on_no_more_threads_than_the_outermost_may_have(int limit)
    {
        for (int repeat = 0; repeat < 20; repeat++)
        {
            var counts = new int[6 * 7 * 8];
            var threads = new ThreadCounter();
            LoopDriver.For(6, new ActionBody(i =>
                LoopDriver.For(7, new ActionBody(j =>
                    LoopDriver.For(8, new ActionBody(k =>
                    {
                        threads.Enter();
                        Interlocked.Increment(ref counts[(((i * 7) + j) * 8) + k]);
                        Thread.SpinWait(50);
                        threads.Leave();
                    }), ForkEverything.Schedule(Schedule.Dynamic, 1))), ForkEverything.Schedule(Schedule.Dynamic, 1))),
                ForkEverything.Schedule(Schedule.Dynamic, 1, limit));

            Assert.All(counts, count => Assert.Equal(1, count));
            if (limit > 1)
            {
                Assert.InRange(threads.Most, 1, limit);
            }
        }
    }

    [Fact]
    public void Inner_loops_use_workers_that_the_outer_one_leaves_idle()
    {
        // The inner loop's two iterations wait for each other.
        LoopDriver.For(2, new ActionBody(_ =>
        {
            using var both = new Barrier(2);
            LoopDriver.For(2, new ActionBody(_ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)))), ForkEverything.Schedule(Schedule.Dynamic, 1));
        }), ForkEverything.Schedule(Schedule.Dynamic, 1));
    }

    [Fact]
    public void An_inner_failure_passes_through_both_loops()
    {
        for (int repeat = 0; repeat < 100; repeat++)
        {
            var exception = Assert.Throws<InvalidOperationException>(() => LoopDriver.For(20, new ActionBody(i =>
                LoopDriver.For(20, new ActionBody(j =>
                {
                    if (i >= 5 && j >= 7)
                    {
                        throw new InvalidOperationException($"{i} {j}");
                    }
                }), ForkEverything.Schedule(Schedule.Dynamic, 1))), ForkEverything.Schedule(Schedule.Dynamic, 1)));
            Assert.Equal("5 7", exception.Message);
            Assert.False(LoopJob.IsWorking);
        }
    }

    [Fact]
    public void Reductions_inside_loops_have_the_same_bits()
    {
        float[] values = Enumerable.Range(0, 1000).Select(i => 1f / (i + 1)).ToArray();
        float expected = LoopDriver.ReduceHere<SumBody, float>(values.Length, new SumBody(values), 4);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            var sums = new float[30];
            LoopDriver.For(30, new ActionBody(i =>
                sums[i] = LoopDriver.Reduce<SumBody, float>(values.Length, new SumBody(values), ForkEverything.Schedule(Schedule.Guided, 3))),
                ForkEverything.Schedule(Schedule.Dynamic, 1));
            Assert.All(sums, sum => Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(sum)));
        }
    }

    public void Dispose() => _fork.Dispose();

    private sealed class ThreadCounter
    {
        private int _now;
        private int _most;

        public int Most => _most;

        public void Enter()
        {
            int now = Interlocked.Increment(ref _now);
            lock (this)
            {
                _most = Math.Max(_most, now);
            }
        }

        public void Leave() => Interlocked.Decrement(ref _now);
    }
}
