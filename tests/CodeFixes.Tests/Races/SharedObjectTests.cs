using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class SharedObjectTests
{
    [Fact]
    public Task Items_go_to_the_place_of_their_iteration() => CodeFixVerifier.VerifyAsync(
        new OrderedBufferCodeFix(), "AP1005",
        Method("""
                // Squares.
                Parallel.For(0, a.Length, i =>
                {
                    int x = a[i];
                    list.Add(x * x); // each one
                });
        """),
        Method("""
                // Squares.
                var buffer = new int[a.Length];
                Parallel.For(0, a.Length, i =>
                {
                    int x = a[i];
                    buffer[i] = x * x; // each one
                });
                list.AddRange(buffer);
        """));

    [Fact]
    public Task An_end_that_may_be_negative_and_two_loops() => CodeFixVerifier.VerifyAsync(
        new OrderedBufferCodeFix(), "AP1005",
        Method("        Parallel.For(0, n, i => list.Add(i));\n        var names = new List<string>();\n        Parallel.For(0, 10, i => names.Add(\"a\"));"),
        Method("        var buffer = new int[Math.Max(0, n)];\n        Parallel.For(0, n, i => buffer[i] = i);\n        list.AddRange(buffer);\n        var names = new List<string>();\n        Parallel.For(0, 10, i => names.Add(\"a\"));"),
        Method("        var buffer = new int[Math.Max(0, n)];\n        Parallel.For(0, n, i => buffer[i] = i);\n        list.AddRange(buffer);\n        var names = new List<string>();\n        var buffer2 = new string[10];\n        Parallel.For(0, 10, i => buffer2[i] = \"a\");\n        names.AddRange(buffer2);"));

    [Theory]
    [InlineData("Parallel.For(0, n, i => { if (a[i] > 0) { list.Add(i); } });")]
    [InlineData("Parallel.For(0, n, i => { if (a[i] > 0) return; list.Add(i); });")]
    [InlineData("Parallel.For(1, n, i => list.Add(i));")]
    [InlineData("Parallel.For(0, n, i => { list.Add(i); list.Add(-i); });")]
    [InlineData("Parallel.ForEach(a, x => list.Add(x));")]
    public Task No_array_where_an_iteration_adds_none_or_two_or_has_no_place(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new OrderedBufferCodeFix(), "AP1005", Method("        " + loop));

    [Theory]
    [InlineData("Parallel.ForEach(a, x => list.Add(x * x));", "list.AddRange(a.AsParallel().AsOrdered().Select(x => x * x));")]
    [InlineData("Parallel.ForEach(rows, row => { list.Add(row.Length); });", "list.AddRange(rows.AsParallel().AsOrdered().Select(row => row.Length));")]
    [InlineData("a.AsParallel().Where(x => x > 1).ForAll(x => list.Add(x));", "list.AddRange(a.AsParallel().AsOrdered().Where(x => x > 1));")]
    [InlineData("a.AsParallel().ForAll(x => list.Add(x + n));", "list.AddRange(a.AsParallel().AsOrdered().Select(x => x + n));")]
    public Task A_query_collects_items_in_order(string loop, string expected) => CodeFixVerifier.VerifyAsync(
        new QueryItemsCodeFix(), "AP1005", Method("        " + loop), Method("        " + expected));

    [Theory]
    [InlineData("Parallel.ForEach(a, x => { if (x > 1) { list.Add(x); } });")]
    [InlineData("Parallel.ForEach(a, x => { list.Add(x); list.Add(-x); });")]
    [InlineData("Parallel.ForEach(a, (x, state) => list.Add(x));")]
    [InlineData("Parallel.For(0, n, i => list.Add(i));")]
    public Task No_query_where_an_item_adds_none_or_two(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new QueryItemsCodeFix(), "AP1005", Method("        " + loop));

    [Fact]
    public Task A_lock_around_each_use() => CodeFixVerifier.VerifyAsync(
        new LockObjectCodeFix(), "AP1005",
        Method("""
                Parallel.ForEach(a, x =>
                {
                    // once
                    list.Add(x); // here
                });
        """),
        Method("""
                Parallel.ForEach(a, x =>
                {
                    // once
                    lock (list)
                    {
                        list.Add(x); // here
                    }
                });
        """));

    [Fact]
    public Task The_body_of_a_lambda_becomes_a_block() => CodeFixVerifier.VerifyAsync(
        new LockObjectCodeFix(), "AP1005",
        Method("        Parallel.ForEach(a, x => list.Add(x));"),
        Method("        Parallel.ForEach(a, x => { lock (list) { list.Add(x); } });"));

    [Fact]
    public Task A_check_and_what_depends_on_it_are_under_one_lock() => CodeFixVerifier.VerifyAsync(
        new LockObjectCodeFix(), "AP1005",
        Method("""
                Parallel.ForEach(a, x =>
                {
                    if (!list.Contains(x))
                    {
                        list.Add(x);
                    }
                });
        """),
        Method("""
                Parallel.ForEach(a, x =>
                {
                    lock (list)
                    {
                        if (!list.Contains(x))
                        {
                            list.Add(x);
                        }
                    }
                });
        """));

    [Theory]
    [InlineData("var other = list; Parallel.Invoke(() => list.Add(1), () => other.Add(2));")]
    [InlineData("Task task = Task.Run(() => list.Add(1)); list.Add(2); task.Wait();")]
    [InlineData("var d = new Dictionary<int, int>(); Parallel.ForEach(a, x => { if (!d.TryGetValue(x, out int v)) { v = x; d[x] = v; } a[0] = v; });")]
    public Task No_lock_where_it_would_not_mend_or_not_compile(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new LockObjectCodeFix(), "AP1005", Method("        " + loop));

    [Theory]
    [InlineData("Parallel.ForEach(a, x => { int c = list.Count; list.Add(c); });")]
    [InlineData("Parallel.ForEach(a, x => { if (x > 3) { list = new List<int>(); } list.Add(x); });")]
    [InlineData("Parallel.ForEach(a, x => { if (list.Contains(x)) return; list.Add(x); });")]
    public Task No_lock_where_a_use_reaches_further(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new LockObjectCodeFix(), "AP1005", Method("        " + loop));

    [Fact]
    public Task One_object_to_lock() => CodeFixVerifier.VerifyAsync(
        new SharedLockCodeFix(), "AP1007",
        Method("""
                int sum = 0;
                Parallel.For(0, a.Length, i =>
                {
                    lock (new object())
                        sum += a[i];
                });
                list.Add(sum);
        """),
        Method("""
                int sum = 0;
                var gate = new object();
                Parallel.For(0, a.Length, i =>
                {
                    lock (gate)
                        sum += a[i];
                });
                list.Add(sum);
        """));

    [Fact]
    public Task The_lambdas_own_object_moves_out() => CodeFixVerifier.VerifyAsync(
        new SharedLockCodeFix(), "AP1007",
        Method("""
                int sum = 0;
                Parallel.For(0, a.Length, i =>
                {
                    object mine = new();
                    lock (mine)
                    {
                        sum += a[i];
                    }
                });
                list.Add(sum);
        """),
        Method("""
                int sum = 0;
                var gate = new object();
                Parallel.For(0, a.Length, i =>
                {
                    lock (gate)
                    {
                        sum += a[i];
                    }
                });
                list.Add(sum);
        """));

    [Theory]
    [InlineData("Parallel.ForEach(rows, row => { lock (row) { sum += row[0]; } });")]
    [InlineData("Parallel.ForEach(rows, row => { object o = new(); row[1] = o.GetHashCode(); lock (o) { sum += row[0]; } });")]
    [InlineData("Parallel.ForEach(rows, row => { object o = row; lock (o) { sum += row[0]; } });")]
    public Task No_other_object_where_the_lock_may_mean_something_else(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new SharedLockCodeFix(), "AP1007", Method("        int sum = 0;\n        " + loop + "\n        list.Add(sum);"));

    private static string Method(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static void Run(int[] a, int n, List<int[]> rows)
            {
                var list = new List<int>();
        {{body}}
            }
        }
        """;
}
