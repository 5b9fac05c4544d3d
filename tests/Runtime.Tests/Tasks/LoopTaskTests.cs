using System.Diagnostics;
using AutoPar.Runtime.Tests.Loops;

namespace AutoPar.Runtime.Tests.Tasks;

public sealed class LoopTaskTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task The_result_is_the_forms(int degree)
    {
        AutoParOptions.MaxDegreeOfParallelism = degree;
        float[] values = [.. Enumerable.Range(0, 10_000).Select(i => 1f / (i + 1))];
        float here = LoopDriver.Reduce<SumBody, float>(values.Length, new SumBody(values), ForkEverything.Schedule());
        Assert.Equal(here, await LoopTask.Run(
            () => LoopDriver.Reduce<SumBody, float>(values.Length, new SumBody(values), ForkEverything.Schedule()), 1, null, default));
    }

    [Fact]
    public async Task It_runs_on_threads_of_its_own_and_the_caller_goes_on()
    {
        using var release = new ManualResetEventSlim();
        var pool = new bool[200];
        Task task = LoopTask.Run(
            () =>
            {
                release.Wait();
                LoopDriver.For(200, new ActionBody(i => pool[i] = Thread.CurrentThread.IsThreadPoolThread), ForkEverything.Schedule());
            }, 1, null, default);
        Assert.False(task.IsCompleted);
        release.Set();
        await task;
        Assert.All(pool, isPool => Assert.False(isPool));
    }

    [Fact]
    public void A_starved_pool_is_no_obstacle()
    {
        ThreadPool.GetMinThreads(out int minimum, out _);
        using var release = new ManualResetEventSlim();
        using var ended = new CountdownEvent(4 * minimum);
        for (int i = 0; i < 4 * minimum; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                release.Wait();
                ended.Signal();
            }, null);
        }

        try
        {
            for (int repeat = 0; repeat < 100; repeat++)
            {
                var counts = new int[100];
                Task task = LoopTask.Run(() => LoopDriver.For(100, new CountingBody(counts), ForkEverything.Schedule()), 1, null, default);
                Assert.True(SpinWait.SpinUntil(() => task.IsCompletedSuccessfully, TimeSpan.FromSeconds(30)));
                Assert.All(counts, count => Assert.Equal(1, count));
            }
        }
        finally
        {
            release.Set();
            Assert.True(ended.Wait(TimeSpan.FromSeconds(60)));
        }
    }

    [Fact]
    public async Task The_exception_is_the_lowest_iterations_own()
    {
        for (int lowest = 0; lowest < 100; lowest++)
        {
            var thrown = new Exception?[200];
            Task task = LoopTask.Run(
                () => LoopDriver.For(200, new ActionBody(i =>
                {
                    if (i >= lowest)
                    {
                        throw thrown[i] = new ArgumentException($"{i}");
                    }
                }), ForkEverything.Schedule(nanoseconds: 5000)), 1, null, default);
            Exception caught = await Assert.ThrowsAnyAsync<Exception>(() => task);

            Assert.Same(thrown[lowest], caught);
            Assert.Same(caught, Assert.Single(task.Exception!.InnerExceptions));
            Assert.Contains("LoopTaskTests", caught.StackTrace, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task It_is_cancelled_within_a_slice(int degree)
    {
        AutoParOptions.MaxDegreeOfParallelism = degree;
        using var source = new CancellationTokenSource();
        int running = 0;
        bool begun = false;
        var clock = new Stopwatch();
        Task task = LoopTask.Run(
            () => LoopDriver.For(1_000_000, new ActionBody(_ =>
            {
                Interlocked.Increment(ref running);
                Volatile.Write(ref begun, true);
                Thread.Sleep(1);
                Interlocked.Decrement(ref running);
            }), ForkEverything.Schedule(Schedule.Static)), 1, null, source.Token);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun), TimeSpan.FromSeconds(30)));
        clock.Start();
        await source.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);

        Assert.True(task.IsCanceled);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(0, running);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task Loops_inside_chunks_are_cancelled_too()
    {
        using var source = new CancellationTokenSource();
        int begun = 0;
        Task task = LoopTask.Run(
            () => LoopDriver.For(2, new ActionBody(_ => LoopDriver.For(1_000_000, new ActionBody(_ =>
            {
                Interlocked.Increment(ref begun);
                Thread.Sleep(1);
            }), ForkEverything.Schedule())), ForkEverything.Schedule()), 1, null, source.Token);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) > 2, TimeSpan.FromSeconds(30)));
        source.CancelAfter(0);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled);
    }

    [Fact]
    public async Task Cancelled_before_it_begins_it_runs_nothing()
    {
        Task task = LoopTask.Run(() => Assert.Fail("runs"), 1, null, new CancellationToken(true));
        Assert.True(task.IsCanceled);

        // In line behind others it is cancelled, too.
        using var source = new CancellationTokenSource();
        using var release = new ManualResetEventSlim();
        Task[] others = [.. Enumerable.Range(0, 8).Select(_ => LoopTask.Run(release.Wait, 0, null, default))];
        Task waiting = LoopTask.Run(() => Assert.Fail("runs"), 1, null, source.Token);
        await source.CancelAsync();
        Assert.True(waiting.IsCanceled);
        release.Set();
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task An_exception_of_ones_own_is_no_cancellation()
    {
        Task task = LoopTask.Run(() => throw new OperationCanceledException("no token"), 0, null, default);
        Assert.Equal("no token", (await Assert.ThrowsAsync<OperationCanceledException>(() => task)).Message);
        Assert.True(task.IsFaulted);
    }

    [Fact]
    public async Task Scopes_cultures_and_locals_flow_to_the_call()
    {
        var local = new AsyncLocal<int> { Value = 7 };
        using (AutoParOptions.Limit(1))
        {
            Assert.Equal((7, 1), await LoopTask.Run(() => (local.Value, AutoParOptions.MaxDegreeOfParallelism), 0, null, default));
        }

        await LoopTask.Run(() => local.Value = 8, 0, null, default);
        Assert.Equal(7, local.Value);
    }

    [Fact]
    public async Task There_are_never_more_runners_than_the_degree_and_all_calls_end()
    {
        int most = 0, running = 0;
        Task[] tasks =
        [
            .. Enumerable.Range(0, 200).Select(_ => LoopTask.Run(
                () =>
                {
                    int now = Interlocked.Increment(ref running);
                    InterlockedMax(ref most, now);
                    Thread.Sleep(1);
                    Interlocked.Decrement(ref running);
                }, 0, null, default)),
        ];
        await Task.WhenAll(tasks);
        Assert.InRange(most, 2, 8);
        Assert.InRange(RunnerTeam.Count, 1, 8);
    }

    [Fact]
    public async Task Failures_and_cancellations_leave_nothing_unobserved()
    {
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) => Interlocked.Increment(ref unobserved);
        TaskScheduler.UnobservedTaskException += Count;
        for (int repeat = 0; repeat < 50; repeat++)
        {
            using var source = new CancellationTokenSource();
            int number = repeat;
            Task task = LoopTask.Run(
                () => LoopDriver.For(500, new ActionBody(i =>
                {
                    if (i == 100 && number % 2 == 0)
                    {
                        source.Cancel();
                    }
                    else if (i >= 200)
                    {
                        throw new InvalidOperationException();
                    }
                }), ForkEverything.Schedule()), 1, null, source.Token);
            await Assert.ThrowsAnyAsync<Exception>(() => task);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Count;
        Assert.Equal(0, unobserved);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (value > seen && Interlocked.CompareExchange(ref most, value, seen) is var now && now != seen)
        {
            seen = now;
        }
    }

    public void Dispose() => _fork.Dispose();
}
