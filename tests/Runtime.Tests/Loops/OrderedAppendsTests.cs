using System.Runtime.InteropServices;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>What iterations append is in the list in their order.</summary>
public sealed class OrderedAppendsTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(64)]
    public void A_filter_appends_in_order_on_any_number_of_threads(int degree)
    {
        AutoParOptions.MaxDegreeOfParallelism = degree;
        foreach (Schedule kind in Enum.GetValues<Schedule>())
        {
            for (int repeat = 0; repeat < 10; repeat++)
            {
                List<int> list = [-1, -2];
                Run(50_000, list, ForkEverything.Schedule(kind, repeat, degree), failing: -1);
                Assert.Equal([-1, -2, .. Expected(50_000)], list);
            }
        }
    }

    [Fact]
    public void A_filter_appends_the_same_a_thousand_times_under_load_on_up_to_64_threads()
    {
        AutoParOptions.MaxDegreeOfParallelism = 64;
        using var end = new CancellationTokenSource();
        Thread[] load = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (!end.IsCancellationRequested)
            {
                Thread.SpinWait(100);
            }
        }))];
        Array.ForEach(load, thread => thread.Start());
        try
        {
            int[] expected = Expected(3000);
            for (int repeat = 0; repeat < 1000; repeat++)
            {
                List<int> list = [];
                Run(3000, list, ForkEverything.Schedule(Schedule.Dynamic, 1 + (repeat % 50), 64), failing: -1);
                Assert.Equal(expected, list);
            }
        }
        finally
        {
            end.Cancel();
            Array.ForEach(load, thread => thread.Join());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(9_999)]
    public void After_an_exception_the_list_has_what_the_loop_as_written_has_appended(int failing)
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            List<int> list = [];
            var thrown = Assert.Throws<InvalidOperationException>(() => Run(10_000, list, ForkEverything.Schedule(Schedule.Dynamic, 1 + repeat), failing));
            Assert.Equal($"{failing}", thrown.Message);
            Assert.Equal([.. Expected(failing), failing], list);
        }
    }

    [Fact]
    public void A_cancelled_loop_has_appended_a_beginning()
    {
        for (int repeat = 0; repeat < 50; repeat++)
        {
            List<int> list = [];
            using var source = new CancellationTokenSource();
            source.CancelAfter(repeat % 5);
            try
            {
                Run(5_000_000, list, ForkEverything.Schedule(Schedule.Dynamic) with { Token = source.Token }, failing: -1);
            }
            catch (OperationCanceledException)
            {
            }

            Assert.Equal(Expected(5_000_000).Take(list.Count), list);
        }
    }

    [Fact]
    public void Only_who_comes_next_appends_to_the_list_itself()
    {
        List<string> list = ["a"];
        var appends = new OrderedAppends<string>(list);
        List<string> second = appends.Take(10);
        List<string> first = appends.Take(0);
        List<string> third = appends.Take(20);
        Assert.Same(list, first);
        Assert.NotSame(list, second);
        Assert.NotSame(second, third);
        third.Add("d");
        appends.Return(20, 30, third);
        second.Add("c");
        appends.Return(10, 20, second);
        first.Add("b");
        Assert.Equal(["a", "b"], list);
        appends.Return(0, 10, first);
        Assert.Equal(["a", "b", "c", "d"], list);
        Assert.Empty(second);
        Assert.Same(list, appends.Take(30));
        Assert.Same(third, appends.Take(40));
        appends.End();
        Assert.Equal(4, list.Count);
    }

    [Fact]
    public void Behind_what_is_missing_nothing_is_appended()
    {
        List<int> list = [];
        var appends = new OrderedAppends<int>(list);
        List<int> second = appends.Take(10);
        List<int> third = appends.Take(20);
        third.Add(3);
        appends.Return(20, 30, third);
        second.Add(2);
        appends.End();
        Assert.Empty(list);
        List<int> first = appends.Take(0);
        first.Add(1);
        appends.Return(0, 10, first);
        appends.End();
        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void A_list_reaches_to_the_end_of_its_room()
    {
        List<int> list = [1, 2, 3, 4];
        list.Capacity = 8;
        CollectionsMarshal.SetCount(list, 8);
        Span<int> memory = CollectionsMarshal.AsSpan(list);
        list.RemoveRange(2, 6);
        Assert.False(LoopGuards.IsApart<int, int>(list, memory[5..]));
        Assert.False(LoopGuards.IsOutside(in memory[7], list));
        Assert.True(LoopGuards.IsApart<int, int>(list, memory[5..5]));
        Assert.True(LoopGuards.IsApart<int, int>(list, new int[3]));
        Assert.True(LoopGuards.IsApart<int, int>([], memory));
        int other = 0;
        Assert.True(LoopGuards.IsOutside(in other, list));
    }

    [Fact]
    public void What_is_copied_must_pay()
    {
        ForkCost.Threshold = 4000;
        LoopSchedule schedule = ForkEverything.Schedule(nanoseconds: 4);
        Assert.True(LoopDriver.IsWorthCollecting(45_000, 0.1, in schedule));
        Assert.False(LoopDriver.IsWorthCollecting(45_000, 0.4, in schedule));
        Assert.False(LoopDriver.IsWorthCollecting(1_000_000, 0.1, ForkEverything.Schedule(degree: 1)));
    }

    public void Dispose() => _fork.Dispose();

    private static int[] Expected(int trips) => [.. Enumerable.Range(0, trips).Where(i => i % 3 != 0)];

    private static void Run(int trips, List<int> list, LoopSchedule schedule, int failing)
    {
        var appends = new OrderedAppends<int>(list);
        try
        {
            LoopDriver.For(trips, new FilteringBody(appends, failing), schedule);
        }
        finally
        {
            appends.End();
        }
    }

    private readonly struct FilteringBody(OrderedAppends<int> appends, int failing) : ILoopBody
    {
        public void Run(long from, long to)
        {
            List<int> part = appends.Take(from);
            for (long i = from; i < to; i++)
            {
                if (i == failing)
                {
                    part.Add((int)i);
                    throw new InvalidOperationException($"{i}");
                }

                if (i % 3 != 0)
                {
                    part.Add((int)i);
                }
            }

            appends.Return(from, to, part);
        }
    }
}
