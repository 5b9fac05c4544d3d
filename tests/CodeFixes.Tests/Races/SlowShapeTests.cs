using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

/// <summary>AP1011, AP1012 and AP1014: what may never end, or is slow.</summary>
public class SlowShapeTests
{
    [Theory]
    [InlineData("a[i] = Task.Run(() => a[i] + 1).Result;", "a[i] = a[i] + 1;")]
    [InlineData("a[i] = 2 * Task.Run(() => a[i] + 1).Result;", "a[i] = 2 * (a[i] + 1);")]
    [InlineData("Task.Run(() => a[i]++).Wait();", "a[i]++;")]
    [InlineData("a[i] = Task.Run(Seven).GetAwaiter().GetResult();", "a[i] = Seven();")]
    public Task Work_of_a_task_that_is_waited_for_at_once(string body, string expected) => VerifyWaitAsync(Loop(body), Loop(expected));

    [Theory]
    [InlineData("a[i] = LaterAsync(i).Result;", "a[i] = await LaterAsync(i);")]
    [InlineData("LaterAsync(i).Wait();", "await LaterAsync(i);")]
    [InlineData("a[i] = LaterAsync(i).Result.CompareTo(3);", "a[i] = (await LaterAsync(i)).CompareTo(3);")]
    [InlineData("Task.WaitAll(LaterAsync(i), LaterAsync(i + 1));", "await Task.WhenAll(LaterAsync(i), LaterAsync(i + 1));")]
    public Task A_wait_in_an_async_body(string body, string expected) => VerifyWaitAsync(AsyncLoop(body), AsyncLoop(expected));

    [Theory]
    [InlineData("a[i] = LaterAsync(i).Result;")]
    [InlineData("Task.Run(() => { a[i]++; }).Wait();")]
    public Task No_fix_where_the_body_cannot_await(string body) => CodeFixVerifier.VerifyNothingAsync(new BlockingCodeFix(), "AP1011", Waiting(Loop(body)));

    [Theory]
    [InlineData("lock (s_b) { lock (s_a) { a[0]++; } }", "lock (s_a) { lock (s_b) { a[0]++; } }")]
    [InlineData("lock (s_b) lock (s_a) a[0]++;", "lock (s_a) lock (s_b) a[0]++;")]
    public Task Locks_change_places(string second, string expected) => CodeFixVerifier.VerifyAsync(
        new LockOrderCodeFix(), "AP1012", Locking("lock (s_a) { a[1] = 2; lock (s_b) { a[0]--; } }", second), Locking("lock (s_a) { a[1] = 2; lock (s_b) { a[0]--; } }", expected));

    [Fact]
    public Task No_other_order_where_something_is_done_between() => CodeFixVerifier.VerifyNothingAsync(
        new LockOrderCodeFix(), "AP1012", Locking("lock (s_a) { a[1] = 2; lock (s_b) { a[0]--; } }", "lock (s_b) { a[2] = 1; lock (s_a) { a[0]++; } }"));

    [Fact]
    public Task An_element_lives_in_a_local_variable() => VerifySharingAsync(
        """
                // Rows.
                for (int j = 0; j < rows[i].Length; j++)
                    sums[i] += rows[i][j];
        """,
        """
                // Rows.
                double sum = sums[i];
                for (int j = 0; j < rows[i].Length; j++)
                    sum += rows[i][j];
                sums[i] = sum;
        """);

    [Fact]
    public Task All_loops_around_it_run_with_the_variable() => VerifySharingAsync(
        """
                double sum = 3;
                sums[i] = sum;
                for (int j = 0; j < rows[i].Length; j++)
                {
                    for (int k = 0; k < j; k++)
                    {
                        sums[i] = Math.Max(sums[i], rows[i][k]);
                    }
                }
        """,
        """
                double sum = 3;
                sums[i] = sum;
                double sum2 = sums[i];
                for (int j = 0; j < rows[i].Length; j++)
                {
                    for (int k = 0; k < j; k++)
                    {
                        sum2 = Math.Max(sum2, rows[i][k]);
                    }
                }
                sums[i] = sum2;
        """);

    [Theory]
    [InlineData("for (int j = 0; j < 9; j++) { if (rows[i][j] < 0) return; sums[i] += rows[i][j]; }")]
    [InlineData("for (int j = 0; j < 9; j++) { sums[i] += Total(); }")]
    [InlineData("for (int j = 0; j < 9; j++) { sums[i] += sums.Length; }")]
    [InlineData("if (rows[i].Length > 0) for (int j = 0; j < 9; j++) { sums[i] += j; }")]
    public Task No_variable_where_the_loop_may_end_early_or_something_else_looks(string body) =>
        CodeFixVerifier.VerifyNothingAsync(new LocalElementCodeFix(), "AP1014", Sharing("        " + body));

    private static Task VerifyWaitAsync(string body, string expected) =>
        CodeFixVerifier.VerifyAsync(new BlockingCodeFix(), "AP1011", Waiting(body), Waiting(expected));

    private static Task VerifySharingAsync(string body, string expected) =>
        CodeFixVerifier.VerifyAsync(new LocalElementCodeFix(), "AP1014", Sharing(body), Sharing(expected));

    private static string Loop(string body) => $"Parallel.For(0, a.Length, i => {{ {body} }}); await Task.Yield();";

    private static string AsyncLoop(string body) =>
        $"await Parallel.ForEachAsync(Enumerable.Range(0, a.Length - 1), async (i, cancellation) => {{ {body} await Task.Yield(); }});";

    private static string Waiting(string body) => $$"""
        using System.Linq;
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static async Task RunAsync(int[] a)
            {
                {{body}}
            }
            private static async Task<int> LaterAsync(int i) { await Task.Yield(); return i; }
            private static int Seven() => 7;
        }
        """;

    private static string Locking(string first, string second) => $$"""
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static readonly object s_a = new(), s_b = new();
            public static void Run(int[] a)
            {
                Parallel.Invoke(() => { {{first}} }, () => { {{second}} });
            }
        }
        """;

    private static string Sharing(string body) => $$"""
        using System;
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static double s_total;
            public static void Run(double[][] rows, double[] sums)
            {
                Parallel.For(0, rows.Length, i =>
                {
        {{body}}
                });
            }
            private static double Total() => s_total;
        }
        """;
}
