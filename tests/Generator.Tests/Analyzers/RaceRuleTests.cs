using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>AP1xxx: what is reported, where, and in which words.</summary>
public class RaceRuleTests
{
    [Theory]
    [InlineData("for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + b[i]);", "AP1001", "a[i]", "a[i - 1]")]
    [InlineData("for (int i = 4; i < a.Length; i++) a[i] = Math.Sqrt(a[i - 4]) + b[i];", "AP1001", "a[i]", "a[i - 4]")]
    [InlineData("for (int i = a.Length - 2; i >= 0; i--) a[i] = Math.Sqrt(a[i + 1]);", "AP1001", "a[i]", "a[i + 1]")]
    public async Task AP1001_names_both_accesses_and_points_at_them(string loop, string ruleId, string source, string sink)
    {
        Diagnostic race = Assert.Single(await RacesAsync($"[Parallelize] public static void F(double[] a, double[] b) {{ {loop} }}"));
        Assert.Equal(ruleId, race.Id);
        Assert.Equal(source, Text(race.Location));
        Assert.Equal(sink, Text(Assert.Single(race.AdditionalLocations)));
        Assert.Contains(source, race.GetMessage());
        Assert.Contains(sink, race.GetMessage());
        Assert.Contains("iteration", race.GetMessage());
    }

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < a.Length; i++) s = a[i] - s; return s;", "s = a[i] - s")]
    [InlineData("double e = 1; for (int i = 0; i < a.Length; i++) { e = Math.Sqrt(e + a[i]); a[i] = e; } return e;", "e = Math.Sqrt(e + a[i])")]
    public async Task AP1002_at_the_assignment(string body, string at)
    {
        Diagnostic race = Assert.Single(await RacesAsync($"[Parallelize] public static double F(double[] a) {{ {body} }}"));
        Assert.Equal("AP1002", race.Id);
        Assert.StartsWith(at, Text(race.Location));
    }

    [Fact]
    public async Task AP1003_for_a_field()
    {
        Diagnostic race = Assert.Single(await RacesAsync(
            "private static double s_e; [Parallelize] public static void F(double[] a) { for (int i = 0; i < a.Length; i++) { s_e = Math.Sqrt(s_e + a[i]); a[i] = s_e; } }"));
        Assert.Equal("AP1003", race.Id);
        Assert.Contains("s_e", race.GetMessage());
    }

    [Fact]
    public async Task AP1004_at_the_call_and_at_the_access_in_the_callee()
    {
        Diagnostic race = Assert.Single(await RacesAsync("""
            private static readonly int[] s_memo = new int[100];
            private static int Cached(int v) { try { for (int k = 0; k <= v; k++) { s_memo[k] = k; } } finally { } return s_memo[v]; }
            [Parallelize] public static void F(int[] p, int[] r) { for (int i = 0; i < r.Length; i++) r[i] = Cached(p[i]); }
            """));
        Assert.Equal("AP1004", race.Id);
        Assert.Equal("Cached(p[i])", Text(race.Location));
        Assert.StartsWith("s_memo[k]", Text(Assert.Single(race.AdditionalLocations)));
        Assert.Contains("Cached", race.GetMessage());
    }

    [Fact]
    public async Task AP1004_at_the_access_in_a_callee_that_was_inlined()
    {
        Diagnostic race = Assert.Single(await RacesAsync("""
            private static readonly int[] s_memo = new int[100];
            private static int Cached(int v) => s_memo[v] != 0 ? s_memo[v] : s_memo[v] = v * v;
            [Parallelize] public static void F(int[] p, int[] r) { for (int i = 0; i < r.Length; i++) r[i] = Cached(p[i]); }
            """));
        Assert.Equal("AP1004", race.Id);
        Assert.Equal("s_memo[v]", Text(race.Location));
        Assert.Contains("Cached", race.GetMessage());
    }

    [Fact]
    public async Task A_callee_that_stores_where_it_is_told_is_no_race() =>
        Assert.Empty(await RacesAsync("""
            private static void Put(int[] r, int at, int v) => r[at] = v;
            [Parallelize] public static void F(int[] p, int[] r) { for (int i = 0; i < r.Length; i++) Put(r, p[i], i); }
            """));

    [Theory]
    [InlineData("Dictionary<int, int> shared", "shared[p[i]] = i;")]
    [InlineData("Random shared", "p[i] = shared.Next();")]
    [InlineData("System.Text.StringBuilder shared", "shared.Append(p[i]);")]
    public async Task AP1005_for_shared_objects(string parameter, string statement)
    {
        Diagnostic race = Assert.Single(await RacesAsync(
            $"[Parallelize] public static void F({parameter}, int[] p) {{ for (int i = 0; i < p.Length; i++) {{ {statement} }} }}"));
        Assert.Equal("AP1005", race.Id);
        Assert.Contains("shared", race.GetMessage());
    }

    [Theory]
    [InlineData("for (int i = 0; i < a.Length; i++) a[i] = b[i] * 2;")]
    [InlineData("double e; for (int i = 0; i < a.Length; i++) { e = a[i] - b[i]; a[i] = e * e; }")]
    [InlineData("for (int i = 0; i < a.Length; i++) { double[] local = new double[2]; local[0] = a[i]; a[i] = local[0]; }")]
    [InlineData("for (int i = 0; i < a.Length / 2; i++) a[2 * i] = a[2 * i + 1];")]
    [InlineData("for (int i = 0; i < a.Length; i++) { var seen = new Dictionary<int, int>(); seen[i] = i; b[i] = seen.Count; }")]
    public async Task NoFalsePositive(string body) =>
        Assert.Empty(await RacesAsync($"[Parallelize] public static void F(double[] a, double[] b) {{ {body} }}"));

    [Fact]
    public async Task NoFalsePositive_without_the_attribute() =>
        Assert.Empty(await RacesAsync("[Vectorize] public static void F(double[] a) { for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + 2); }"));

    private static async Task<ImmutableArray<Diagnostic>> RacesAsync(string members) =>
        [.. (await AnalyzerRun.AnalyzeAsync($"{AnalyzerRun.Usings}public static partial class Kernels\n{{\n{members}\n}}"))
            .Where(one => one.Id.StartsWith("AP1", StringComparison.Ordinal))];

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
