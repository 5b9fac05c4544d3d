namespace AutoPar.CodeFixes.Tests;

public class OptionTests
{
    [Theory]
    [InlineData("Parallelize(ChunkSize = -1)", "Parallelize")]
    [InlineData("Parallelize(Schedule = Schedule.Static, ChunkSize = -1)", "Parallelize(Schedule = Schedule.Static)")]
    [InlineData("Parallelize(ChunkSize = -2, Require = true)", "Parallelize(Require = true)")]
    [InlineData("Vectorize(FloatMode = (FloatMode)7)", "Vectorize")]
    [InlineData("Parallelize, Vectorize(FloatMode = (FloatMode)7)", "Parallelize, Vectorize")]
    public Task An_invalid_option_is_removed(string attribute, string expected) =>
        CodeFixVerifier.VerifyAsync(new RemoveInvalidOptionCodeFix(), "AP0005", Scale(attribute), Scale(expected));

    [Fact]
    public Task Two_invalid_options_are_removed_together() => CodeFixVerifier.VerifyAsync(
        new RemoveInvalidOptionCodeFix(), "AP0005",
        Scale("Parallelize(ChunkSize = -1, FloatMode = (FloatMode)7)"),
        Scale("Parallelize(FloatMode = (FloatMode)7)"),
        Scale("Parallelize"));

    [Theory]
    [InlineData("Parallelize", "AP3002")]
    [InlineData("Vectorize", "AP3502")]
    public Task Strict_becomes_reproducible(string attribute, string ruleId) => CodeFixVerifier.VerifyAsync(
        new ReproducibleFloatModeCodeFix(), ruleId,
        Sum($"{attribute}(FloatMode = FloatMode.Strict)"), Sum($"{attribute}(FloatMode = FloatMode.Reproducible)"));

    private static string Scale(string attribute) => $$"""
        using AutoPar;
        public static partial class Kernels
        {
            [{{attribute}}]
            public static void Scale(double[] a, double t)
            {
                for (int i = 0; i < a.Length; i++)
                    a[i] *= t;
            }
        }
        """;

    private static string Sum(string attribute) => $$"""
        using AutoPar;
        public static partial class Kernels
        {
            [{{attribute}}]
            public static double Sum(double[] a)
            {
                double sum = 0;
                for (int i = 0; i < a.Length; i++)
                    sum += a[i];
                return sum;
            }
        }
        """;
}
