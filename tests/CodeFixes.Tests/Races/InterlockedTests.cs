using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class InterlockedTests
{
    [Theory]
    [InlineData("int", "count++", "Interlocked.Increment(ref count)")]
    [InlineData("long", "--count", "Interlocked.Decrement(ref count)")]
    [InlineData("long", "count += a[i]", "Interlocked.Add(ref count, a[i])")]
    [InlineData("uint", "count += 2", "Interlocked.Add(ref count, 2)")]
    [InlineData("int", "count -= a[i] + 1", "Interlocked.Add(ref count, -(a[i] + 1))")]
    [InlineData("int", "count = count + a[i]", "Interlocked.Add(ref count, a[i])")]
    [InlineData("int", "count = a[i] * 2 + count", "Interlocked.Add(ref count, a[i] * 2)")]
    public Task Each_form_of_a_sum(string type, string update, string expected) => VerifyAsync(
        "AP1002", Count(type, $" {{ {update}; }}"), Count(type, $" {{ System.Threading.{expected}; }}"));

    [Fact]
    public Task The_body_of_a_lambda_and_comments() => VerifyAsync("AP1002",
        Count("int", "\n            // all of them\n            count += a[i] /* here */").Replace("using System.Threading.Tasks;", Usings),
        Count("int", "\n            // all of them\n            Interlocked.Add(ref count, a[i]) /* here */").Replace("using System.Threading.Tasks;", Usings));

    [Fact]
    public Task All_updates_of_a_field_in_one_go() => VerifyAsync("AP1003",
        Field("if (a[i] > 0) { _found += 1; } else { this._found -= a[i]; }"),
        Field("if (a[i] > 0) { Interlocked.Add(ref _found, 1); } else { Interlocked.Add(ref this._found, -(a[i])); }").Replace("-(a[i])", "-a[i]"));

    [Fact]
    public Task A_histogram() => VerifyAsync("AP1001", Histogram("bins[values[i]]++;"), Histogram("Interlocked.Increment(ref bins[values[i]]);"));

    [Fact]
    public Task Tasks_that_return_the_value() => VerifyAsync("AP1002",
        Tasks("count++", "count += 2"), Tasks("Interlocked.Increment(ref count) - 1", "Interlocked.Add(ref count, 2)"));

    [Theory]
    [InlineData("{ a[count++] = i; }", "{ a[Interlocked.Increment(ref count) - 1] = i; }")]
    [InlineData("{ int mine = ++count; a[i] = mine; }", "{ int mine = Interlocked.Increment(ref count); a[i] = mine; }")]
    [InlineData("{ a[i] = 2 * count--; }", "{ a[i] = 2 * (Interlocked.Decrement(ref count) + 1); }")]
    [InlineData("{ a[i] = count += 2; }", "{ a[i] = Interlocked.Add(ref count, 2); }")]
    public Task Each_iteration_gets_a_number_of_its_own(string body, string expected) => VerifyAsync("AP1002", Count("int", " " + body), Count("int", " " + expected.Replace("Interlocked", "System.Threading.Interlocked", StringComparison.Ordinal)));

    [Theory]
    [InlineData("private static int Next() => s_count++;", "private static int Next() => Interlocked.Increment(ref s_count) - 1;")]
    [InlineData("private static int Next() { s_count += 2; return 0; }", "private static int Next() { Interlocked.Add(ref s_count, 2); return 0; }")]
    public Task A_field_that_a_called_method_counts_in(string method, string expected) => VerifyAsync("AP1004", Calling(method), Calling(expected));

    [Theory]
    [InlineData("private static int Next() { s_count++; return s_count; }")]
    [InlineData("private static int Next() { s_count = s_count * 2; return 0; }")]
    public Task No_fix_where_the_called_method_reads_it_again(string method) =>
        CodeFixVerifier.VerifyNothingAsync(new InterlockedCodeFix(), "AP1004", Calling(method));

    [Theory]
    [InlineData("int", "{ count++; a[i] = count; }")]
    [InlineData("double", "{ count += a[i]; }")]
    [InlineData("int", "{ checked { count += a[i]; } }")]
    [InlineData("int", "{ count *= a[i]; }")]
    [InlineData("long", "{ count -= a[i]; }")]
    [InlineData("int", "{ count += count + 1; }")]
    public Task No_fix_for_what_is_not_one_operation(string type, string body) =>
        CodeFixVerifier.VerifyNothingAsync(new InterlockedCodeFix(), "AP1002", Count(type, " " + body));

    [Fact]
    public Task No_fix_where_the_code_after_the_start_races_too() => CodeFixVerifier.VerifyNothingAsync(new InterlockedCodeFix(), "AP1002", """
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static int Run()
            {
                int x = 0;
                Task task = Task.Run(() => x++);
                x++;
                task.Wait();
                return x;
            }
        }
        """);

    [Fact]
    public Task Variables_are_mended_together() => CodeFixVerifier.VerifyAsync(
        new InterlockedCodeFix(), "AP1002",
        Two("count++;", "total += a[i];"),
        Two("Interlocked.Increment(ref count);", "total += a[i];"),
        Two("Interlocked.Increment(ref count);", "Interlocked.Add(ref total, a[i]);"));

    private const string Usings = "using System.Threading;\nusing System.Threading.Tasks;";

    private static Task VerifyAsync(string rule, string source, string expected) =>
        CodeFixVerifier.VerifyAsync(new InterlockedCodeFix(), rule, source, expected);

    private static string Count(string type, string body) => $$"""
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static {{type}} Count(int[] a)
            {
                {{type}} count = 0;
                Parallel.For(0, a.Length, i =>{{body}});
                return count;
            }
        }
        """;

    private static string Two(string first, string second) => $$"""
        {{Usings}}
        public static class Kernels
        {
            public static long Count(int[] a)
            {
                int count = 0;
                long total = 0;
                Parallel.For(0, a.Length, i =>
                {
                    {{first}}
                    {{second}} // of all
                });
                return total / count;
            }
        }
        """;

    private static string Field(string body) => $$"""
        {{Usings}}
        public class Search
        {
            private int _found;

            public void Run(int[] a)
            {
                Parallel.For(0, a.Length, i => { {{body}} });
            }
        }
        """;

    private static string Histogram(string update) => $$"""
        {{Usings}}
        public static class Kernels
        {
            public static void Histogram(int[] bins, byte[] values) =>
                Parallel.For(0, values.Length, i =>
                {
                    {{update}}
                });
        }
        """;

    private static string Calling(string method) => $$"""
        {{Usings}}
        public static class Kernels
        {
            private static int s_count;
            public static void Run(int[] a)
            {
                Parallel.For(0, a.Length, i => a[i] = Next());
            }
            {{method}}
        }
        """;

    private static string Tasks(string first, string second) => $$"""
        {{Usings}}
        public static class Kernels
        {
            public static int Run()
            {
                int count = 0;
                Task one = Task.Run(() => {{first}});
                Task two = Task.Run(() => {{second}});
                Task.WaitAll(one, two);
                return count;
            }
        }
        """;
}
