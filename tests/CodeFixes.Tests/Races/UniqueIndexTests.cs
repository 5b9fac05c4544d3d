using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class UniqueIndexTests
{
    [Fact]
    public Task An_index_array_is_claimed_to_be_unique() => CodeFixVerifier.VerifyAsync(
        new UniqueIndexCodeFix(), "AP1010", Method("int[] p", "a[p[i]] = i"), Method("[Unique] int[] p", "a[p[i]] = i"));

    [Theory]
    [InlineData("a[p[i] / 2] = i")]
    [InlineData("a[k + i] = a[i]")]
    public Task Nothing_where_that_would_not_be_enough(string body) =>
        CodeFixVerifier.VerifyNothingAsync(new UniqueIndexCodeFix(), "AP1010", Method("int[] p", body));

    private static string Method(string parameter, string body) => $$"""
        using System.Threading.Tasks;
        using AutoPar;
        public static class Kernels
        {
            public static void Run(int[] a, {{parameter}}, int k)
            {
                Parallel.For(0, a.Length, i => {{body}});
            }
        }
        """;
}
