using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class RandomTests
{
    [Fact]
    public Task A_local_generator_becomes_the_shared_one() => CodeFixVerifier.VerifyAsync(
        new SharedRandomCodeFix(), "AP1005",
        Method("        var random = new Random(7);\n", "a[i] = random.NextDouble() /* from 0 */ + random.Next(3);"),
        Method("", "a[i] = Random.Shared.NextDouble() /* from 0 */ + Random.Shared.Next(3);"));

    [Fact]
    public Task A_parameter_stays() => CodeFixVerifier.VerifyAsync(
        new SharedRandomCodeFix(), "AP1005",
        Method("", "a[i] = given.NextDouble();"), Method("", "a[i] = Random.Shared.NextDouble();"));

    [Fact]
    public Task Two_generators_are_mended_at_once() => CodeFixVerifier.VerifyAsync(
        new SharedRandomCodeFix(), "AP1005",
        Method("        var random = new Random();\n", "a[i] = given.NextDouble() + random.NextDouble();"),
        Method("        var random = new Random();\n", "a[i] = Random.Shared.NextDouble() + random.NextDouble();"),
        Method("", "a[i] = Random.Shared.NextDouble() + Random.Shared.NextDouble();"));

    [Theory]
    [InlineData("        var list = new List<int>();\n", "list.Add(i);")]
    [InlineData("        var random = new Random();\n", "if (i == 0) { random = new Random(); } a[i] = random.NextDouble();")]
    [InlineData("        Own random = new();\n", "a[i] = random.NextDouble();")]
    public Task No_shared_one_for_other_types_or_assigned_variables(string before, string body) =>
        CodeFixVerifier.VerifyNothingAsync(new SharedRandomCodeFix(), "AP1005", Method(before, body));

    [Fact]
    public Task A_seed_and_an_index_make_numbers_without_state() => CodeFixVerifier.VerifyAsync(
        new CounterRandomCodeFix(), "AP1005",
        Method("        var random = new Random(7);\n", "a[i] = random.NextDouble() + random.Next(3) + random.Next(-1, 2);"),
        Method("", "a[i] = ParallelRandom.Double(7, i) + ParallelRandom.Int32(7, i, 0, 3, stream: 1) + ParallelRandom.Int32(7, i, -1, 2, stream: 2);"));

    [Theory]
    [InlineData("        var random = new Random();\n", "a[i] = random.NextDouble();")]
    [InlineData("        var random = new Random(7);\n", "for (int k = 0; k < 3; k++) { a[i] += random.NextDouble(); }")]
    [InlineData("        var random = new Random(7);\n", "a[i] = random.Next(a.Length);")]
    [InlineData("        var random = new Random(7);\n        a[0] = random.Next();\n", "a[i] = random.NextDouble();")]
    public Task No_numbers_without_state_where_no_seed_is_known_or_one_call_draws_more(string before, string body) =>
        CodeFixVerifier.VerifyNothingAsync(new CounterRandomCodeFix(), "AP1005", Method(before, body));

    private static string Method(string before, string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using AutoPar;
        public static class Kernels
        {
            public static void Draw(double[] a, Random given)
            {
        {{before}}        Parallel.For(0, a.Length, i =>
                {
                    {{body}}
                });
            }

            private sealed class Own : Random;
        }
        """;
}
