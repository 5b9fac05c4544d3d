using System.Collections.Concurrent;
using System.Diagnostics;
using AutoPar.Runtime.Tests.Loops;

namespace AutoPar.Runtime.Tests.Tasks;

public sealed class ProgressTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(8, 1)]
    [InlineData(8, 3)]
    public async Task Progress_ascends_to_one_at_most_every_50_ms(int degree, int loops)
    {
        AutoParOptions.MaxDegreeOfParallelism = degree;
        var reports = new Reports();
        await LoopTask.Run(
            () =>
            {
                for (int loop = 0; loop < loops; loop++)
                {
                    LoopDriver.For(500, new ActionBody(_ => Thread.Sleep(1 + (degree / 2))), ForkEverything.Schedule(nanoseconds: 1e6));
                }
            }, loops, reports, default);

        (double Value, long Time)[] seen = [.. reports.All];
        Assert.True(seen.Length > 2, $"{seen.Length} reports");
        Assert.Equal(1.0, seen[^1].Value);
        for (int i = 1; i < seen.Length; i++)
        {
            Assert.True(seen[i].Value > seen[i - 1].Value, $"{seen[i - 1].Value} and then {seen[i].Value}");
            Assert.True(seen[i - 1].Value is > 0 and < 1);
            Assert.True(i == seen.Length - 1 || Stopwatch.GetElapsedTime(seen[i - 1].Time, seen[i].Time).TotalMilliseconds >= 49.9);
        }
    }

    [Fact]
    public async Task Where_the_loops_are_unknown_the_end_alone_is_told()
    {
        var reports = new Reports();
        await LoopTask.Run(() => LoopDriver.For(100, new ActionBody(_ => Thread.Sleep(5)), ForkEverything.Schedule()), 0, reports, default);
        Assert.Equal(1.0, Assert.Single(reports.All).Value);
    }

    [Fact]
    public async Task A_failed_or_cancelled_call_does_not_report_its_end()
    {
        var reports = new Reports();
        await Assert.ThrowsAsync<InvalidOperationException>(() => LoopTask.Run(() => throw new InvalidOperationException(), 1, reports, default));
        Assert.Empty(reports.All);
    }

    [Fact]
    public async Task An_exception_of_the_report_is_the_tasks()
    {
        var reports = new Reports { Throws = true };
        await Assert.ThrowsAsync<FormatException>(() => LoopTask.Run(
            () => LoopDriver.For(100, new ActionBody(_ => Thread.Sleep(5)), ForkEverything.Schedule(nanoseconds: 1e6)), 1, reports, default));
    }

    [Fact]
    public async Task Loops_inside_chunks_do_not_count()
    {
        var reports = new Reports();
        await LoopTask.Run(
            () => LoopDriver.For(50, new ActionBody(_ => LoopDriver.For(50, new ActionBody(_ => Thread.Sleep(1)), ForkEverything.Schedule(nanoseconds: 1e6))), ForkEverything.Schedule(nanoseconds: 1e6)),
            1,
            reports,
            default);
        double[] values = [.. reports.All.Select(report => report.Value)];
        Assert.Equal(values.Order(), values);
        Assert.Equal(values.Distinct(), values);
    }

    public void Dispose() => _fork.Dispose();

    private sealed class Reports : IProgress<double>
    {
        public ConcurrentQueue<(double Value, long Time)> All { get; } = [];

        public bool Throws { get; init; }

        public void Report(double value)
        {
            if (Throws)
            {
                throw new FormatException();
            }

            All.Enqueue((value, Stopwatch.GetTimestamp()));
        }
    }
}
