namespace AutoPar.Runtime.Tests.Options;

public sealed class AutoParOptionsTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData(" 12 ", 12)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("four", null)]
    [InlineData("2.5", null)]
    [InlineData("99999999999", null)]
    [InlineData(null, null)]
    public void Thread_counts_of_the_environment_are_integers_or_ignored(string? text, int? expected) =>
        Assert.Equal(expected, AutoParOptions.ParseThreads(text));

    [Fact]
    public void Negative_degrees_count_from_all_processors()
    {
        int all = Environment.ProcessorCount, before = AutoParOptions.MaxDegreeOfParallelism;
        (int Degree, int Threads)[] cases = [(-1, all), (-2, Math.Max(1, all - 1)), (-all, 1), (-all - 1, 1), (int.MinValue, 1)];
        try
        {
            foreach ((int degree, int threads) in cases)
            {
                Assert.Equal(threads, AutoParOptions.ParseThreads($"{degree}"));
                AutoParOptions.MaxDegreeOfParallelism = degree;
                Assert.Equal(threads, AutoParOptions.MaxDegreeOfParallelism);
                AutoParOptions.MaxDegreeOfParallelism = all + 5;
                using (AutoParOptions.Limit(degree))
                {
                    Assert.Equal(threads, AutoParOptions.MaxDegreeOfParallelism);
                }
            }
        }
        finally
        {
            AutoParOptions.MaxDegreeOfParallelism = before;
        }
    }

    [Fact]
    public void A_degree_of_zero_is_refused_by_name()
    {
        const int degree = 0;
        int before = AutoParOptions.MaxDegreeOfParallelism;
        Assert.Equal("MaxDegreeOfParallelism", Assert.Throws<ArgumentOutOfRangeException>(() => AutoParOptions.MaxDegreeOfParallelism = degree).ParamName);
        Assert.Equal("maxDegreeOfParallelism", Assert.Throws<ArgumentOutOfRangeException>(() => AutoParOptions.Limit(degree)).ParamName);
        Assert.Equal(before, AutoParOptions.MaxDegreeOfParallelism);
        Assert.True(AutoParOptions.Enabled);
    }

    [Fact]
    public void Scopes_nest_and_the_smallest_limit_holds()
    {
        int before = AutoParOptions.MaxDegreeOfParallelism;
        AutoParOptions.MaxDegreeOfParallelism = 7;
        try
        {
            using (AutoParOptions.Limit(3))
            {
                Assert.Equal(3, AutoParOptions.MaxDegreeOfParallelism);
                using (AutoParOptions.Limit(5))
                {
                    Assert.Equal(3, AutoParOptions.MaxDegreeOfParallelism);
                }

                using (AutoParOptions.Disable())
                {
                    Assert.False(AutoParOptions.Enabled);
                    Assert.Equal(3, AutoParOptions.MaxDegreeOfParallelism);
                }

                Assert.True(AutoParOptions.Enabled);
            }

            Assert.Equal(7, AutoParOptions.MaxDegreeOfParallelism);
        }
        finally
        {
            AutoParOptions.MaxDegreeOfParallelism = before;
        }
    }

    [Fact]
    public void The_process_wide_switch_holds_everywhere()
    {
        AutoParOptions.Enabled = false;
        try
        {
            Assert.False(AutoParOptions.Enabled);
            Assert.False(Elsewhere(() => AutoParOptions.Enabled));
        }
        finally
        {
            AutoParOptions.Enabled = true;
        }
    }

    [Fact]
    public void Other_threads_dont_see_a_scope()
    {
        using var opened = new ManualResetEventSlim();
        using var looked = new ManualResetEventSlim();
        bool enabledHere = true;
        var other = new Thread(() =>
        {
            using (AutoParOptions.Disable())
            {
                enabledHere = AutoParOptions.Enabled;
                opened.Set();
                looked.Wait();
            }
        });
        other.Start();
        opened.Wait();
        Assert.True(AutoParOptions.Enabled);
        looked.Set();
        other.Join();
        Assert.False(enabledHere);
    }

    [Fact]
    public async Task A_scope_holds_across_await_and_in_tasks_started_inside()
    {
        Task<bool> outlives;
        using var closed = new ManualResetEventSlim();
        using (AutoParOptions.Disable())
        {
            await Task.Yield();
            Assert.False(AutoParOptions.Enabled);
            Assert.False(await Task.Run(() => AutoParOptions.Enabled));
            outlives = Task.Run(() =>
            {
                closed.Wait();
                return AutoParOptions.Enabled;
            });
        }

        closed.Set();
        Assert.True(await outlives);
        Assert.True(AutoParOptions.Enabled);
    }

    [Fact]
    public void Scopes_close_in_any_order_and_only_once()
    {
        AutoParScope outer = AutoParOptions.Disable();
        AutoParScope inner = AutoParOptions.Limit(1);
        outer.Dispose();
        outer.Dispose();
        Assert.True(AutoParOptions.Enabled);
        Assert.Equal(1, AutoParOptions.MaxDegreeOfParallelism);
        inner.Dispose();
        Assert.True(AutoParOptions.MaxDegreeOfParallelism >= 1);
        Assert.False(AutoParScope.AnyOpen);
    }

    private static bool Elsewhere(Func<bool> question)
    {
        bool answer = false;
        var thread = new Thread(() => answer = question());
        thread.Start();
        thread.Join();
        return answer;
    }
}
