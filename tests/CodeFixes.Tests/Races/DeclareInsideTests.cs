using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class DeclareInsideTests
{
    [Fact]
    public Task The_declaration_moves_to_the_assignment() => VerifyAsync(
        """
                double t;
                Parallel.For(0, a.Length, i =>
                {
                    // the root
                    t = Math.Sqrt(a[i]); // of a
                    a[i] = t + 1 / t;
                });
        """,
        """
                Parallel.For(0, a.Length, i =>
                {
                    // the root
                    double t = Math.Sqrt(a[i]); // of a
                    a[i] = t + 1 / t;
                });
        """);

    [Fact]
    public Task An_inferred_type_is_written_and_other_variables_stay() => VerifyAsync(
        """
                var t = 0.0;
                double scale = 2, u = 1;
                Parallel.ForEach(rows, row =>
                {
                    if (row.Length > 0)
                    {
                        t = row[0];
                        row[0] = t * t + scale;
                    }
                });
                a[0] = u;
        """,
        """
                double scale = 2, u = 1;
                Parallel.ForEach(rows, row =>
                {
                    if (row.Length > 0)
                    {
                        double t = row[0];
                        row[0] = t * t + scale;
                    }
                });
                a[0] = u;
        """);

    [Fact]
    public Task The_counter_of_an_inner_loop() => VerifyAsync(
        """
                int k;
                Parallel.For(0, rows.Length, i =>
                {
                    for (k = 0; k < rows[i].Length; k++)
                    {
                        rows[i][k] = k;
                    }

                    for (k = 1; k < rows[i].Length; k++)
                        rows[i][k] += k;
                });
        """,
        """
                Parallel.For(0, rows.Length, i =>
                {
                    for (int k = 0; k < rows[i].Length; k++)
                    {
                        rows[i][k] = k;
                    }

                    for (int k = 1; k < rows[i].Length; k++)
                        rows[i][k] += k;
                });
        """);

    [Fact]
    public Task Two_variables_of_one_declaration_are_mended_at_once() => CodeFixVerifier.VerifyAsync(
        new DeclareInsideCodeFix(), "AP1002",
        Method(Two("        double t, u;\n", "t", "u")),
        Method(Two("        double u;\n", "double t", "u")),
        Method(Two("", "double t", "double u")));

    [Fact]
    public Task Two_loops_with_one_variable() => VerifyAsync(
        """
                double t = 0;
                Parallel.For(0, a.Length, i => { t = a[i]; a[i] = t * t; });
                Parallel.For(0, a.Length, i => { t = a[i]; a[i] = t + 1; });
        """,
        """
                Parallel.For(0, a.Length, i => { double t = a[i]; a[i] = t * t; });
                Parallel.For(0, a.Length, i => { double t = a[i]; a[i] = t + 1; });
        """);

    [Theory]
    [InlineData("Parallel.For(0, a.Length, i => { t = a[i]; a[i] = t * t; }); a[0] = t;")]
    [InlineData("Parallel.For(0, a.Length, i => { if (a[i] > 0) { t = a[i]; } a[i] = t * t; });")]
    [InlineData("Parallel.For(0, a.Length, i => { t = t + a[i]; a[i] = t; });")]
    [InlineData("Parallel.For(0, a.Length, i => { a[i] = t; t = 2; });")]
    public Task No_fix_where_a_value_comes_from_outside_or_is_used_there(string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new DeclareInsideCodeFix(), "AP1002", Method("        double t = 0;\n        " + loop));

    private static string Two(string declaration, string first, string second) => $$"""
        {{declaration}}        Parallel.For(0, a.Length, i =>
                {
                    {{first}} = a[i];
                    {{second}} = t * t;
                    a[i] = t + u;
                });
        """;

    private static Task VerifyAsync(string loop, string expected) =>
        CodeFixVerifier.VerifyAsync(new DeclareInsideCodeFix(), "AP1002", Method(loop), Method(expected));

    private static string Method(string body) => $$"""
        using System;
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static void Run(double[] a, double[][] rows)
            {
        {{body}}
            }
        }
        """;
}
