using System.Diagnostics;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class WorkerTeamTests : IDisposable
{
    /// <summary>Of all tests.</summary>
    private const int MostThreads = 64;

    private readonly ForkEverything _fork = new();

    [Fact]
    public void Workers_are_background_threads_outside_of_the_pool()
    {
        Thread caller = Thread.CurrentThread;
        using var both = new Barrier(2);
        LoopDriver.For(2, new ActionBody(_ =>
        {
            Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
            Assert.True(Thread.CurrentThread == caller || Thread.CurrentThread is { IsBackground: true, IsThreadPoolThread: false });
        }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void There_are_never_more_workers_than_the_degree_leaves_room_for(int degree)
    {
        WaitUntilAllRetired();
        AutoParOptions.MaxDegreeOfParallelism = degree;
        int most = 0;
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            for (int repeat = 0; repeat < 50; repeat++)
            {
                LoopDriver.For(20, new ActionBody(_ => Thread.SpinWait(20)), ForkEverything.Schedule(Schedule.Dynamic, 1));
                most = Math.Max(most, WorkerTeam.Count);
            }
        });
        Assert.InRange(most, 0, degree - 1);
    }

    [Fact]
    public void Workers_retire_and_others_take_their_places()
    {
        for (int repeat = 0; repeat < 3; repeat++)
        {
            WaitUntilAllRetired();
            AutoParOptions.MaxDegreeOfParallelism = 8;

            // Counted while both are there: with a patience of a millisecond the other may be gone right after.
            int workers = 0;
            using var both = new Barrier(2, _ => workers = WorkerTeam.Count);
            LoopDriver.For(2, new ActionBody(_ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)))), ForkEverything.Schedule(Schedule.Dynamic, 1));
            Assert.InRange(workers, 1, 7);
        }
    }

    [Fact]
    public void Sleeping_workers_use_no_processor_time()
    {
        LoopDriver.For(100, new ActionBody(_ => Thread.SpinWait(1000)), ForkEverything.Schedule(Schedule.Dynamic, 1));
        Assert.True(SpinWait.SpinUntil(() => WorkerTeam.Look() == Readiness.Asleep, TimeSpan.FromSeconds(30)));

        // The JIT works in the background, too, but not for long.
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                Thread.Sleep(100);
                return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds < 10;
            },
            TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Short_loops_wake_nobody_unless_many_come_close_together()
    {
        ForkCost.Threshold = 20_000;
        long millisecond = Stopwatch.Frequency / 1000, now = Stopwatch.GetTimestamp() + Stopwatch.Frequency;
        Assert.True(WakePolicy.ShouldWake(20_001, now));
        Assert.False(WakePolicy.ShouldWake(5_000, now));

        // Missed while running alone: 16 µs, then 8 more right after.
        WakePolicy.Missed(now, now + (16 * millisecond / 1000));
        Assert.False(WakePolicy.ShouldWake(5_000, now + (16 * millisecond / 1000)));
        WakePolicy.Missed(now + (16 * millisecond / 1000), now + (24 * millisecond / 1000));
        Assert.True(WakePolicy.ShouldWake(5_000, now + (24 * millisecond / 1000)));
        Assert.False(WakePolicy.ShouldWake(5_000, now + (24 * millisecond / 1000)));

        // The same, but the second comes when a worker would sleep again.
        WakePolicy.Missed(now, now + (16 * millisecond / 1000));
        WakePolicy.Missed(now + millisecond, now + millisecond + (8 * millisecond / 1000));
        Assert.False(WakePolicy.ShouldWake(5_000, now + millisecond + (8 * millisecond / 1000)));
    }

    [Fact]
    public void A_loop_that_takes_longer_than_estimated_gets_help()
    {
        int caller = Environment.CurrentManagedThreadId, helped = 0;

        // Estimated as 12 µs: enough to fork if somebody is awake, but not to wake anybody.
        ForkCost.Threshold = 10_000;
        ForkCost.WakeThreshold = 1_000_000;
        Assert.True(SpinWait.SpinUntil(() => WorkerTeam.Look() == Readiness.Asleep, TimeSpan.FromSeconds(30)));
        LoopDriver.For(40, new ActionBody(_ =>
        {
            Thread.Sleep(1);
            if (Environment.CurrentManagedThreadId != caller)
            {
                helped = 1;
            }
        }), new LoopSchedule(Schedule.Dynamic, 1, 2, 300, 1));
        Assert.Equal(1, helped);
    }

    public void Dispose()
    {
        Worker.MillisecondsToRetirement = 20_000;
        _fork.Dispose();
    }

    private static void WaitUntilAllRetired()
    {
        // Those that sleep already have the old patience: a loop that needs them all wakes them.
        AutoParOptions.MaxDegreeOfParallelism = MostThreads;
        Worker.MillisecondsToRetirement = 1;
        using var all = new Barrier(MostThreads);
        LoopDriver.For(MostThreads, new ActionBody(_ => Assert.True(all.SignalAndWait(TimeSpan.FromSeconds(30)))), ForkEverything.Schedule(Schedule.Dynamic, 1));
        Assert.True(SpinWait.SpinUntil(() => WorkerTeam.Count == 0, TimeSpan.FromSeconds(30)));
    }
}
