using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>What is told of a method that is generic in a number: of its own loops, never of the copies.</summary>
public class SpecializationRuleTests
{
    [Fact]
    public Task Types_with_lanes_are_a_remark_at_the_loop() => AnalyzerVerifier.VerifyMembersAsync("""
        [Parallelize, Vectorize]
        public static T F<T>(T[] x, T[] y, T k) where T : System.Numerics.INumber<T>
        {
            T s = T.Zero;
            {|AP3001:{|AP3501:for (int i = 0; i < x.Length; i++) s += x[i];|}|}
            {|AP3001:{|AP3501:for (int i = 0; i < x.Length; i++) y[i] = T.Max(x[i], k) * T.One;|}|}
            return s;
        }
        """, remarks: true);

    [Fact]
    public Task A_reason_of_all_types_points_at_the_users_text() => AnalyzerVerifier.VerifyMembersAsync("""
        [Vectorize]
        public static void F<T>(T[] x, T k) where T : System.Numerics.INumber<T>
        {
            for (int i = 1; i < x.Length; i++) {|AP2501:x[i]|} = T.One / (T.Zero + x[i - 1]);
        }
        """);

    [Theory]
    [InlineData("x[i] *= T.CreateChecked(2);", "Vectorized loop over i: where T is double, long or ulong: 8 lanes × 4 vectors; masked remainder; where T is float, int or uint: 16 lanes × 4 vectors; masked remainder")]
    [InlineData("x[i] = -x[i];", "Vectorized loop over i: where T is double or long: 8 lanes × 4 vectors; masked remainder; where T is float or int: 16 lanes × 4 vectors; masked remainder")]
    public async Task The_remark_names_the_types(string body, string message)
    {
        ImmutableArray<Diagnostic> found = await AnalyzerRun.AnalyzeAsync($$"""
            {{AnalyzerRun.Usings}}
            public static partial class Kernels
            {
                [Vectorize]
                public static void F<T>(T[] x) where T : System.Numerics.INumber<T>
                {
                    for (int i = 0; i < x.Length; i++) { {{body}} }
                }

                public static void Caller(double[] x) => F(x);
            }
            """);
        Assert.Equal(message, Assert.Single(found).GetMessage());
    }
}
