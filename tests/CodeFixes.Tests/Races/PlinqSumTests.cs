using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class PlinqSumTests
{
    [Theory]
    [InlineData("long", "a.AsParallel().ForAll(x => sum += x)", "sum += a.AsParallel().Sum(x => (long)x)")]
    [InlineData("long", "a.AsParallel().ForAll(x => sum += (long)x * x)", "sum += a.AsParallel().Sum(x => (long)x * x)")]
    [InlineData("int", "a.AsParallel().Where(x => x > 1).ForAll(x => { sum -= 2 * x; })", "sum -= a.AsParallel().Where(x => x > 1).Sum(x => 2 * x)")]
    [InlineData("int", "a.AsParallel().ForAll(x => sum++)", "sum += a.AsParallel().Count()")]
    [InlineData("long", "a.AsParallel().ForAll(x => { if (x > 3 || x < 0) { sum++; } })", "sum += a.AsParallel().LongCount(x => x > 3 || x < 0)")]
    [InlineData("double", "a.AsParallel().ForAll(x => { if (x > 3) sum += x + 1; })", "sum += a.AsParallel().Where(x => x > 3).Sum(x => (double)(x + 1))")]
    public Task A_query_adds_up_itself(string type, string query, string expected) =>
        CodeFixVerifier.VerifyAsync(new PlinqSumCodeFix(), "AP1002", Method(type, query), Method(type, expected));

    [Theory]
    [InlineData("uint", "a.AsParallel().ForAll(x => sum += (uint)x)")]
    [InlineData("int", "a.AsParallel().ForAll(x => { sum += x; b[x] = x; })")]
    [InlineData("int", "a.AsParallel().ForAll(x => { if (sum < 9) { sum++; } })")]
    [InlineData("int", "a.AsParallel().ForAll(x => { if (x < 9) { sum++; } else { sum--; } })")]
    [InlineData("int", "a.AsParallel().ForAll(x => sum = x)")]
    public Task No_sum_no_fix(string type, string query) => CodeFixVerifier.VerifyNothingAsync(new PlinqSumCodeFix(), "AP1002", Method(type, query));

    private static string Method(string type, string query) => $$"""
        using System.Linq;
        public static class Kernels
        {
            public static {{type}} Run(int[] a, int[] b)
            {
                {{type}} sum = 0;
                {{query}};
                return sum;
            }
        }
        """;
}
