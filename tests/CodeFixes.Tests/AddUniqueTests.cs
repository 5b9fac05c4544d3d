namespace AutoPar.CodeFixes.Tests;

public class AddUniqueTests
{
    [Fact]
    public Task The_index_array_becomes_unique() => CodeFixVerifier.VerifyAsync(
        new AddUniqueCodeFix(), "AP2010", Scatter("int[] p"), Scatter("[Unique] int[] p"));

    [Fact]
    public Task Without_the_using_directive_the_name_is_qualified() => CodeFixVerifier.VerifyAsync(
        new AddUniqueCodeFix(), "AP2010",
        Scatter("int[] p").Replace("using AutoPar;", "").Replace("[Parallelize]", "[AutoPar.Parallelize]"),
        Scatter("[AutoPar.Unique] int[] p").Replace("using AutoPar;", "").Replace("[Parallelize]", "[AutoPar.Parallelize]"));

    [Fact]
    public Task A_subscript_without_an_index_array_has_no_fix() => CodeFixVerifier.VerifyNothingAsync(
        new AddUniqueCodeFix(), "AP2001", """
        using AutoPar;
        public static partial class Kernels
        {
            [Parallelize]
            public static void Relax(double[] a)
            {
                for (int i = 1; i < a.Length; i++)
                    a[i] = 1 / (a[i - 1] + 2);
            }
        }
        """);

    private static string Scatter(string parameter) => $$"""
        using AutoPar;
        public static partial class Kernels
        {
            [Parallelize]
            public static void Scatter(double[,] a, double[] b, {{parameter}})
            {
                for (int i = 0; i < p.Length; i++)
                    a[p[i], 0] = b[i];
            }
        }
        """;
}
