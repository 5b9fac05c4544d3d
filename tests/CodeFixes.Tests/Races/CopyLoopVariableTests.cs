using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class CopyLoopVariableTests
{
    [Fact]
    public Task A_statement_without_a_block_gets_one() => VerifyAsync(
        """
                for (int i = 0; i < a.Length; i++)
                    tasks[i] = Task.Run(() => a[i] = t); // one each
        """,
        """
                for (int i = 0; i < a.Length; i++)
                {
                    int iCopy = i;
                    tasks[i] = Task.Run(() => a[iCopy] = t); // one each
                }
        """);

    [Fact]
    public Task The_copy_stands_before_the_statement_and_comments_stay() => VerifyAsync(
        """
                for (int i = 0; i < a.Length; i++)
                {
                    double factor = t * i;

                    // Each has its own element.
                    tasks[i] = Task.Run(() =>
                    {
                        a[i] = factor; // here
                        a[i] += i;
                    });
                }
        """,
        """
                for (int i = 0; i < a.Length; i++)
                {
                    double factor = t * i;

                    // Each has its own element.
                    int iCopy = i;
                    tasks[i] = Task.Run(() =>
                    {
                        a[iCopy] = factor; // here
                        a[iCopy] += iCopy;
                    });
                }
        """);

    [Fact]
    public Task A_taken_name_is_not_used_again() => VerifyAsync(
        """
                int iCopy = 3;
                for (int i = 0; i < a.Length; i++)
                {
                    tasks[i] = Task.Run(() => a[i] = t + iCopy);
                }
        """,
        """
                int iCopy = 3;
                for (int i = 0; i < a.Length; i++)
                {
                    int iCopy2 = i;
                    tasks[i] = Task.Run(() => a[iCopy2] = t + iCopy);
                }
        """);

    [Fact]
    public Task Two_loops_are_mended_at_once() => CodeFixVerifier.VerifyAsync(
        new CopyLoopVariableCodeFix(), "AP1006",
        Method(Loop("i", "i") + "\n        Task.WaitAll(tasks);\n" + Loop("k", "k")),
        Method(Loop("i", "iCopy", "int iCopy = i;") + "\n        Task.WaitAll(tasks);\n" + Loop("k", "k")),
        Method(Loop("i", "iCopy", "int iCopy = i;") + "\n        Task.WaitAll(tasks);\n" + Loop("k", "kCopy", "int kCopy = k;")));

    [Theory]
    [InlineData("for (int i = 0; i < a.Length; ) { tasks[i] = Task.Run(() => a[i] = t); i++; }")]
    [InlineData("for (int i = 0; i < a.Length; i++) { tasks[i] = Task.Run(() => a[i++] = t); }")]
    [InlineData("for (int i = 0; i < a.Length; i++) { void Store() => a[i] = t; tasks[i] = Task.Run(Store); }")]
    public Task No_fix_where_the_variable_changes_in_the_body_or_a_local_function_uses_it(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new CopyLoopVariableCodeFix(), "AP1006", Method(loop));

    private static string Loop(string variable, string used, string? copy = null) => $$"""
                for (int {{variable}} = 0; {{variable}} < a.Length; {{variable}}++)
                {{{(copy is null ? "" : "\n            " + copy)}}
                    tasks[{{variable}}] = Task.Run(() => a[{{used}}] = t);
                }
        """;

    private static Task VerifyAsync(string loop, string expected) =>
        CodeFixVerifier.VerifyAsync(new CopyLoopVariableCodeFix(), "AP1006", Method(loop), Method(expected));

    private static string Method(string body) => $$"""
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static void Fill(double[] a, double t)
            {
                var tasks = new Task[a.Length];
        {{body}}
                Task.WaitAll(tasks);
            }
        }
        """;
}
