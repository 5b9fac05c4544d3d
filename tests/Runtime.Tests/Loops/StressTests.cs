using System.Diagnostics;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class StressTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    /// <summary>
    /// Many callers, jobs of one type reused at once, late helpers all the time: a helper that ran another loop's body, a
    /// lost or doubled chunk, or a caller that left too early would show in the counts.
    /// </summary>
    [Fact]
    public void Loops_of_many_threads_keep_apart()
    {
        var failures = new List<string>();
        var time = Stopwatch.StartNew();
        var callers = new Thread[6];
        for (int c = 0; c < callers.Length; c++)
        {
            int seed = c;
            callers[c] = new Thread(() =>
            {
                var random = new System.Random(seed);
                while (time.ElapsedMilliseconds < 2500 && failures.Count == 0)
                {
                    int trips = random.Next(2, 300);
                    var counts = new int[trips];
                    var kind = (Schedule)random.Next(4);
                    LoopDriver.For(trips, new CountingBody(counts), ForkEverything.Schedule(kind, random.Next(4), random.Next(9)));
                    int[] seen = (int[])counts.Clone();
                    if (random.Next(4) == 0)
                    {
                        Thread.Yield();
                    }

                    if (Array.Exists(seen, count => count != 1) || !seen.AsSpan().SequenceEqual(counts))
                    {
                        lock (failures)
                        {
                            failures.Add($"{trips} trips, {kind}");
                        }
                    }
                }
            });
            callers[c].Start();
        }

        Array.ForEach(callers, caller => caller.Join());
        Assert.Empty(failures);
    }

    /// <summary>Failing loops stop handing out chunks, change what completion means, and wake callers: all at once.</summary>
    [Fact]
    public void Failing_loops_of_many_threads_keep_apart()
    {
        int wrong = 0;
        var time = Stopwatch.StartNew();
        var callers = new Thread[6];
        for (int c = 0; c < callers.Length; c++)
        {
            int seed = c;
            callers[c] = new Thread(() =>
            {
                var random = new System.Random(seed);
                while (time.ElapsedMilliseconds < 2000)
                {
                    int trips = random.Next(2, 200), first = random.Next(trips), second = random.Next(first, trips);
                    var counts = new int[trips];
                    var kind = (Schedule)random.Next(4);
                    string message = "none";
                    try
                    {
                        LoopDriver.For(trips, new ActionBody(i => Visit(i)), ForkEverything.Schedule(kind, random.Next(4), random.Next(9)));
                    }
                    catch (InvalidOperationException exception)
                    {
                        message = exception.Message;
                    }

                    int[] seen = (int[])counts.Clone();
                    Thread.Yield();
                    if (message != $"{seed}: {first}"
                        || Array.Exists(seen, count => count > 1)
                        || seen.AsSpan(0, first).Contains(0)
                        || !seen.AsSpan().SequenceEqual(counts))
                    {
                        Interlocked.Increment(ref wrong);
                    }

                    void Visit(long i)
                    {
                        if (i == first || i == second)
                        {
                            throw new InvalidOperationException($"{seed}: {i}");
                        }

                        Interlocked.Increment(ref counts[i]);
                    }
                }
            });
            callers[c].Start();
        }

        Array.ForEach(callers, caller => caller.Join());
        Assert.Equal(0, wrong);
    }

    /// <summary>All workers are in another thread's loop; they come back while the last of many loops is running.</summary>
    [Fact]
    public void Loops_that_find_everybody_busy_run_alone()
    {
        using var release = new ManualResetEventSlim();
        using var begun = new CountdownEvent(8);
        var other = new Thread(() => LoopDriver.For(8, new ActionBody(_ =>
        {
            begun.Signal();
            release.Wait();
        }), ForkEverything.Schedule(Schedule.Dynamic, 1)));
        other.Start();
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));

        int caller = Environment.CurrentManagedThreadId;
        var counts = new int[50][];
        for (int loop = 0; loop < counts.Length; loop++)
        {
            int[] mine = counts[loop] = new int[40];
            bool last = loop == counts.Length - 1;
            LoopDriver.For(40, new ActionBody(i =>
            {
                Assert.True(last || Environment.CurrentManagedThreadId == caller);
                if (last && i == 20)
                {
                    release.Set();
                    Thread.Sleep(20);
                }

                Interlocked.Increment(ref mine[i]);
            }), ForkEverything.Schedule(Schedule.Dynamic, 1));
        }

        other.Join();
        Assert.All(counts, mine => Assert.All(mine, count => Assert.Equal(1, count)));
    }

    [Fact]
    public void Reductions_of_many_threads_keep_apart()
    {
        int wrong = 0;
        var time = Stopwatch.StartNew();
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, seed =>
        {
            var random = new System.Random(seed);
            while (time.ElapsedMilliseconds < 1500)
            {
                int trips = random.Next(2, 400);
                float[] values = Enumerable.Range(0, trips).Select(_ => random.NextSingle()).ToArray();
                float expected = LoopDriver.ReduceHere<SumBody, float>(trips, new SumBody(values), 4);
                float sum = LoopDriver.Reduce<SumBody, float>(trips, new SumBody(values), ForkEverything.Schedule((Schedule)random.Next(4), random.Next(20)));
                if (BitConverter.SingleToInt32Bits(sum) != BitConverter.SingleToInt32Bits(expected))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_starved_pool_is_no_deadlock()
    {
        ThreadPool.GetMinThreads(out int minimum, out _);
        int blockers = 4 * minimum, begun = 0;

        // Not disposed here: blockers may still be in their calls.
        var release = new ManualResetEventSlim();
        var ended = new CountdownEvent(blockers);
        for (int i = 0; i < blockers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                Interlocked.Increment(ref begun);
                release.Wait();
                ended.Signal();
            }, null);
        }

        try
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref begun) >= minimum, TimeSpan.FromSeconds(30)));
            for (int repeat = 0; repeat < 2000; repeat++)
            {
                var counts = new int[100];
                LoopDriver.For(100, new CountingBody(counts), ForkEverything.Schedule(Schedule.Dynamic, 1));
                Assert.All(counts, count => Assert.Equal(1, count));
            }

            // Workers aren't the pool's: they still help.
            using var both = new Barrier(2);
            LoopDriver.For(2, new ActionBody(_ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)))), ForkEverything.Schedule(Schedule.Dynamic, 1));
        }
        finally
        {
            release.Set();
            Assert.True(ended.Wait(TimeSpan.FromSeconds(60)));
        }
    }

    [Fact]
    public void Loops_from_all_pool_threads_at_once_finish()
    {
        using var done = new CountdownEvent(64);
        for (int i = 0; i < 64; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                LoopDriver.For(50, new ActionBody(_ => Thread.SpinWait(100)), ForkEverything.Schedule(Schedule.Dynamic, 1));
                done.Signal();
            }, null);
        }

        Assert.True(done.Wait(TimeSpan.FromSeconds(60)));
    }

    public void Dispose() => _fork.Dispose();
}
