using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class CoverageTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    public static TheoryData<Schedule, int, int> Cases()
    {
        var cases = new TheoryData<Schedule, int, int>();
        foreach (Schedule kind in Enum.GetValues<Schedule>())
        {
            foreach (int chunkSize in (int[])[0, 1, 7, 1000, int.MaxValue])
            {
                foreach (int degree in (int[])[1, 2, 3, 8])
                {
                    cases.Add(kind, chunkSize, degree);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_iteration_runs_exactly_once(Schedule kind, int chunkSize, int degree)
    {
        foreach (int trips in (int[])[0, 1, 2, 3, 63, 64, 65, 1001, 65_537])
        {
            foreach (double nanoseconds in (double[])[0.01, 1, 5000])
            {
                var counts = new int[trips];
                LoopDriver.For(trips, new CountingBody(counts), ForkEverything.Schedule(kind, chunkSize, degree, nanoseconds));
                Assert.All(counts, count => Assert.Equal(1, count));
            }
        }
    }

    [Fact]
    public void Negative_trip_counts_run_nothing() =>
        LoopDriver.For(-5, new ActionBody(_ => Assert.Fail("ran")), ForkEverything.Schedule());

    [Theory]
    [InlineData(65_536, 0.08, 2, 2)]
    [InlineData(1_000_000, 0.01, 4, 4)]
    [InlineData(100, 1000, 2, 20)]
    [InlineData(5, 1e6, 4, 3)]
    public void Each_worker_could_take_as_many_chunks_as_the_others(long units, double nanoseconds, int degree, long chunks)
    {
        ChunkPlan plan = ChunkPlan.Create(units, nanoseconds, Schedule.Auto, 0, degree, lanes: 1);
        Assert.Equal(chunks, ((units - 1) / plan.Size) + 1);
    }

    [Theory]
    [InlineData(3000, 4000, Schedule.Auto, 8)]
    [InlineData(1000, 40_000, Schedule.Guided, 8)]
    [InlineData(1001, 40_000, Schedule.Static, 16)]
    [InlineData(37, 1e6, Schedule.Guided, 4)]
    [InlineData(20, 1e6, Schedule.Auto, 16)]
    public void Only_the_last_chunk_leaves_lanes_a_remainder(long units, double nanoseconds, Schedule kind, int lanes)
    {
        var queue = new ChunkQueue();
        queue.Reset(ChunkPlan.Create(units, nanoseconds, kind, 0, 2, lanes));
        long end = 0;
        while (queue.TryTake(out long from, out long to))
        {
            Assert.Equal(end, from);
            Assert.Equal(0, from % lanes);
            end = to;
        }

        Assert.Equal(units, end);
    }

    [Theory]
    [InlineData(1000, 16, 16)]
    [InlineData(2100, 16, 32)]
    [InlineData(100_000, 16, 832)]
    [InlineData(1000, 1, 8)]
    public void Blocks_are_multiples_of_the_shortest(long trips, int minimum, long length) => Assert.Equal(length, LoopBlocks.Length(trips, minimum));

    [Fact]
    public void Several_threads_take_part()
    {
        // Each iteration waits until a second thread is in the loop.
        var threads = new HashSet<int>();
        using var second = new ManualResetEventSlim();
        LoopDriver.For(2, new ActionBody(_ =>
        {
            lock (threads)
            {
                threads.Add(Environment.CurrentManagedThreadId);
                if (threads.Count == 2)
                {
                    second.Set();
                }
            }

            Assert.True(second.Wait(TimeSpan.FromSeconds(30)));
        }), ForkEverything.Schedule());
        Assert.Equal(2, threads.Count);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(8, 3)]
    [InlineData(8, -1)]
    [InlineData(8, int.MinValue)]
    public void No_more_threads_than_allowed_work_at_once(int processWide, int own)
    {
        AutoParOptions.MaxDegreeOfParallelism = processWide;
        int allowed = own == 0 ? processWide : Math.Min(AutoParOptions.ThreadsOf(own), processWide);
        int now = 0, most = 0;
        LoopDriver.For(200, new ActionBody(_ =>
        {
            int current = Interlocked.Increment(ref now);
            InterlockedMax(ref most, current);
            Thread.Sleep(1);
            Interlocked.Decrement(ref now);
        }), ForkEverything.Schedule(Schedule.Dynamic, 1, own));
        Assert.InRange(most, 1, allowed);
    }

    [Fact]
    public void Short_loops_run_inline()
    {
        ForkCost.Threshold = 1000;
        int caller = Environment.CurrentManagedThreadId;
        LoopDriver.For(999, new ActionBody(_ => Assert.Equal(caller, Environment.CurrentManagedThreadId)), ForkEverything.Schedule(nanoseconds: 1));
    }

    private static void InterlockedMax(ref int location, int value)
    {
        int seen = Volatile.Read(ref location);
        while (seen < value)
        {
            int before = Interlocked.CompareExchange(ref location, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public void Dispose() => _fork.Dispose();
}
