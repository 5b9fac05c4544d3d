using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class LocalReductionTests
{
    [Fact]
    public Task A_sum_of_a_lambda_with_a_block() => VerifyAsync(
        Method("double", "0", """
                // Adds them up.
                Parallel.For(0, a.Length, i =>
                {
                    double x = a[i]; // the value
                    result += x * x;
                });
        """),
        Method("double", "0", """
                // Adds them up.
                var gate = new object();
                Parallel.For(0, a.Length, () => 0.0, (i, _, local) =>
                {
                    double x = a[i]; // the value
                    local += x * x;
                    return local;
                }, local =>
                {
                    lock (gate)
                    {
                        result += local;
                    }
                });
        """));

    [Theory]
    [InlineData("double", "i => result += a[i]", "() => 0.0, (i, _, local) => local + a[i]", "result += local;")]
    [InlineData("double", "i => result -= a[i] - 1", "() => 0.0, (i, _, local) => local - (a[i] - 1)", "result += local;")]
    [InlineData("double", "i => result *= a[i]", "() => 1.0, (i, _, local) => local * a[i]", "result *= local;")]
    [InlineData("long", "i => result++", "() => 0L, (i, _, local) => local + 1", "result += local;")]
    [InlineData("double", "i => result = Math.Max(result, a[i])", "() => double.NegativeInfinity, (i, _, local) => Math.Max(local, a[i])", "result = Math.Max(result, local);")]
    [InlineData("double", "(int i, ParallelLoopState state) => result = a[i] < result ? a[i] : result", "() => double.PositiveInfinity, (int i, ParallelLoopState state, double local) => a[i] < local ? a[i] : local", "if (local < result) { result = local; }")]
    public Task Lambdas_with_an_expression(string type, string body, string expected, string merge) => VerifyAsync(
        Method(type, "0", $"        Parallel.For(0, a.Length, {body});"),
        Method(type, "0", Merged($"Parallel.For(0, a.Length, {expected}", merge)));

    [Fact]
    public Task An_extremum_with_early_returns_over_items() => VerifyAsync(
        Method("double", "double.MinValue", """
                Parallel.ForEach(a, x =>
                {
                    if (x < 0)
                        return;
                    if (x > result)
                        result = x;
                });
        """),
        Method("double", "double.MinValue", """
                var gate = new object();
                Parallel.ForEach(a, () => double.NegativeInfinity, (x, _, local) =>
                {
                    if (x < 0)
                        return local;
                    if (x > local)
                        local = x;
                    return local;
                }, local =>
                {
                    lock (gate)
                    {
                        if (local > result) { result = local; }
                    }
                });
        """));

    [Fact]
    public Task Two_variables_are_a_tuple() => VerifyAsync(
        Method("double", "0", """
                int count = 0;
                Parallel.For(0, a.Length, i =>
                {
                    result += a[i];
                    if (a[i] > 0)
                    {
                        count++;
                    }
                });
                result /= count;
        """),
        Method("double", "0", """
                int count = 0;
                var gate = new object();
                Parallel.For(0, a.Length, () => (result: 0.0, count: 0), (i, _, local) =>
                {
                    local.result += a[i];
                    if (a[i] > 0)
                    {
                        local.count++;
                    }
                    return local;
                }, local =>
                {
                    lock (gate)
                    {
                        result += local.result;
                        count += local.count;
                    }
                });
                result /= count;
        """));

    [Fact]
    public Task A_histogram_is_an_array_for_each_thread() => CodeFixVerifier.VerifyAsync(
        new LocalReductionCodeFix(), "AP1001",
        Method("int", "0", """
                int[] bins = new int[10];
                Parallel.For(0, a.Length, i => bins[a[i]]++);
                result = bins[0];
        """),
        Method("int", "0", """
                int[] bins = new int[10];
                var gate = new object();
                Parallel.For(0, a.Length, () => new int[bins.Length], (i, _, local) => { local[a[i]]++; return local; }, local =>
                {
                    lock (gate)
                    {
                        for (int k = 0; k < local.Length; k++)
                        {
                            bins[k] += local[k];
                        }
                    }
                });
                result = bins[0];
        """));

    [Fact]
    public Task A_histogram_and_a_count() => CodeFixVerifier.VerifyAsync(
        new LocalReductionCodeFix(), "AP1001",
        Method("double", "0", """
                double[] bins = new double[10];
                Parallel.ForEach(a, x =>
                {
                    bins[(int)x % bins.Length] += x;
                    result++;
                });
        """),
        Method("double", "0", """
                double[] bins = new double[10];
                var gate = new object();
                Parallel.ForEach(a, () => (bins: new double[bins.Length], result: 0.0), (x, _, local) =>
                {
                    local.bins[(int)x % local.bins.Length] += x;
                    local.result++;
                    return local;
                }, local =>
                {
                    lock (gate)
                    {
                        for (int k = 0; k < local.bins.Length; k++)
                        {
                            bins[k] += local.bins[k];
                        }
                        result += local.result;
                    }
                });
        """));

    [Theory]
    [InlineData("Parallel.For(0, 3, i => bins[bins[i]]++);")]
    [InlineData("Parallel.For(0, 3, i => { bins[0] += i; bins[1] = bins[0]; });")]
    [InlineData("int[,] grid = new int[3, 3]; Parallel.For(0, 3, i => grid[0, 0]++); bins[0] = grid[0, 0];")]
    public Task No_array_where_bins_are_read(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new LocalReductionCodeFix(), "AP1001", Method("int", "0", "        int[] bins = new int[10];\n        " + loop));

    [Fact]
    public Task A_lock_in_each_iteration_becomes_one_at_the_end_of_each_thread() => CodeFixVerifier.VerifyAsync(
        new LocalReductionCodeFix(), "AP1013",
        Method("double", "0", """
                object gate = new();
                Parallel.For(0, a.Length, i =>
                {
                    lock (gate)
                    {
                        // All of it.
                        result += a[i];
                    }
                });
        """),
        Method("double", "0", """
                object gate = new();
                Parallel.For(0, a.Length, () => 0.0, (i, _, local) =>
                {
                    // All of it.
                    local += a[i];
                    return local;
                }, local =>
                {
                    lock (gate)
                    {
                        result += local;
                    }
                });
        """));

    [Theory]
    [InlineData("Parallel.For(0, a.Length, i => { lock (gate) { result = a[i] - result; } });")]
    [InlineData("Parallel.For(0, a.Length, i => { lock (gate) { result += a[i]; a[0] = 1; } });")]
    [InlineData("Parallel.For(0, a.Length, i => { lock (gate) { result += a[i]; } }); lock (gate) { result++; }")]
    public Task A_lock_stays_where_it_does_more(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new LocalReductionCodeFix(), "AP1013", Method("double", "0", "        object gate = new();\n        " + loop));

    [Fact]
    public Task A_method_that_is_the_loop_gets_a_block() => CodeFixVerifier.VerifyAsync(
        new LocalReductionCodeFix(), "AP1003",
        Field("Add(double[] a) => Parallel.For(0, a.Length, i => s_sum += a[i]);"),
        Field("""
        Add(double[] a)
            {
                var gate = new object();
                Parallel.For(0, a.Length, () => 0.0, (i, _, local) => local + a[i], local =>
                {
                    lock (gate)
                    {
                        s_sum += local;
                    }
                });
            }
        """));

    private static string Field(string method) => $$"""
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static double s_sum;

            public static void {{method}}
        }
        """;

    [Fact]
    public Task Two_loops_are_mended_at_once()
    {
        const string First = "        Parallel.For(0, a.Length, i => result += a[i]);";
        const string Second = "        Parallel.For(0, a.Length, i => other += a[i] * a[i]);";
        string firstFixed = Merged("Parallel.For(0, a.Length, () => 0.0, (i, _, local) => local + a[i]", "result += local;");
        string secondFixed = Merged("Parallel.For(0, a.Length, () => 0.0, (i, _, local) => local + a[i] * a[i]", "other += local;").Replace("gate", "gate2").Replace("local", "local2");
        return CodeFixVerifier.VerifyAsync(
            new LocalReductionCodeFix(), "AP1002",
            Method("double", "0", First + "\n        double other = 0;\n" + Second + "\n        result -= other;"),
            Method("double", "0", firstFixed + "\n        double other = 0;\n" + Second + "\n        result -= other;"),
            Method("double", "0", firstFixed + "\n        double other = 0;\n" + secondFixed + "\n        result -= other;"));
    }

    [Theory]
    [InlineData("Parallel.For(0, a.Length, i => { result += a[i]; a[i] = result; });")]
    [InlineData("Parallel.For(0, a.Length, i => { result += a[i]; result *= 2; });")]
    [InlineData("Parallel.For(0, a.Length, i => { if (a[i] > result) { result = a[i]; at = i; } });")]
    [InlineData("Parallel.For(0, a.Length, i => { result = a[i] - result; });")]
    [InlineData("Parallel.For(0, a.Length, i => Parallel.For(0, i, k => { result += a[k]; }));")]
    [InlineData("Parallel.Invoke(() => result += a[0], () => result += a[1]);")]
    public Task No_fix_for_what_is_no_reduction_of_one_loop(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new LocalReductionCodeFix(), "AP1002", Method("double", "0", "        int at = 0;\n        " + loop + "\n        result += at;"));

    private static string Merged(string start, string merge) => $$"""
                var gate = new object();
                {{start}}, local =>
                {
                    lock (gate)
                    {
                        {{merge}}
                    }
                });
        """;

    private static Task VerifyAsync(string source, string expected) =>
        CodeFixVerifier.VerifyAsync(new LocalReductionCodeFix(), "AP1002", source, expected);

    private static string Method(string type, string start, string body) => $$"""
        using System;
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static {{type}} Reduce({{type}}[] a)
            {
                {{type}} result = {{start}};
        {{body}}
                return result;
            }
        }
        """;
}
