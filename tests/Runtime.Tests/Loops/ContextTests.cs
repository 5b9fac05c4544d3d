using System.Globalization;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ContextTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Fact]
    public void A_failure_in_a_chunk_doesnt_leave_the_thread_marked_as_working()
    {
        Assert.Throws<InvalidOperationException>(() =>
            LoopDriver.For(4, new ActionBody(_ => throw new InvalidOperationException()), ForkEverything.Schedule(Schedule.Dynamic, 1)));
        Assert.False(LoopJob.IsWorking);
    }

    [Fact]
    public void Cultures_flow_to_helpers_and_dont_stick()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        var own = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        own.NumberFormat.NumberDecimalSeparator = "·";
        var ownUi = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        try
        {
            CultureInfo.CurrentCulture = own;
            CultureInfo.CurrentUICulture = ownUi;
            using var both = new Barrier(2);
            LoopDriver.For(2, new ActionBody(_ =>
            {
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
                Assert.Same(own, CultureInfo.CurrentCulture);
                Assert.Same(ownUi, CultureInfo.CurrentUICulture);
                Assert.Equal("1·5", 1.5.ToString());
            }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }

        ForkEverything.WaitForHelpers();
        using var meet = new Barrier(2);
        LoopDriver.For(2, new ActionBody(_ =>
        {
            Assert.True(meet.SignalAndWait(TimeSpan.FromSeconds(30)));
            Assert.Same(before, CultureInfo.CurrentCulture);
        }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
    }

    [Fact]
    public void An_interrupted_caller_still_waits_for_the_chunks()
    {
        int finished = 0;
        bool interruptedAfterwards = false;
        var caller = new Thread(() =>
        {
            Thread self = Thread.CurrentThread;
            LoopDriver.For(2, new ActionBody(_ =>
            {
                if (Thread.CurrentThread != self)
                {
                    self.Interrupt();
                    Thread.Sleep(100);
                }
                else
                {
                    // Leaves the other iteration to a helper.
                    Thread.SpinWait(2_000_000);
                }

                Interlocked.Increment(ref finished);
            }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
            Assert.Equal(2, finished);
            try
            {
                Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                interruptedAfterwards = true;
            }
        });
        caller.Start();
        Assert.True(caller.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal(2, finished);
        Assert.True(interruptedAfterwards);
    }

    [Fact]
    public void What_a_body_leaves_on_a_worker_is_gone_with_the_loop()
    {
        var local = new AsyncLocal<string?>();
        int seen = 0;
        for (int round = 0; round < 20; round++)
        {
            Thread caller = Thread.CurrentThread;
            using var both = new Barrier(2);
            LoopDriver.For(2, new ActionBody(_ =>
            {
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
                if (Thread.CurrentThread != caller)
                {
                    Assert.Null(local.Value);
                    Assert.Null(SynchronizationContext.Current);
                    local.Value = "left behind";
                    SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
                    seen++;
                }
            }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
        }

        Assert.Equal(20, seen);
    }

    [Fact]
    public void A_worker_that_is_interrupted_goes_on()
    {
        for (int round = 0; round < 5; round++)
        {
            Thread caller = Thread.CurrentThread;
            Thread? worker = null;
            using var both = new Barrier(2);
            LoopDriver.For(2, new ActionBody(_ =>
            {
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
                if (Thread.CurrentThread != caller)
                {
                    worker = Thread.CurrentThread;
                }
            }), ForkEverything.Schedule(Schedule.Dynamic, 1, 2));
            Thread.Sleep(2 * round);
            worker!.Interrupt();
            Thread.Sleep(10);
        }
    }

    public void Dispose() => _fork.Dispose();
}
