using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Loops that append to lists, on threads.</summary>
public class AppendTests
{
    private const string Parameters =
        "int[] p, double[] a, System.Collections.Generic.List<int> list, System.Collections.Generic.List<int> other, "
        + "System.Collections.Generic.List<double> numbers, System.Collections.Generic.List<int>[] all, System.Collections.Generic.List<string>[] texts, "
        + "System.Collections.Generic.HashSet<int> set, System.Span<int> x, int n, int m";

    [Theory]
    [InlineData("list.Add(p[i]);", "yes")]
    [InlineData("if (p[i] > 0) { list.Add(i); list.Add(p[i]); }", "yes")]
    [InlineData("for (int j = 0; j < m; j++) list.Add(p[i] + j);", "yes")]
    [InlineData("switch (p[i]) { case 1: list.Add(i); break; case 2: list.Add(-i); break; }", "yes")]
    [InlineData("if (p[i] > 0) list.Add(i); else other.Add(i);", "if list ≠ other")]
    [InlineData("list.Add(i); numbers.Add(a[i]);", "if list ≠ numbers")]
    [InlineData("list.Add(other[i]);", "if list ≠ other")]
    [InlineData("list.Add(x[i]);", "if list ≠ x")]
    [InlineData("list.Add(texts[i].Count);", "yes")]
    public void Iterations_may_append(string body, string expected)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.True(verdict.IsLegal, Verdicts.Print(verdict));
        Assert.Equal(expected, Guards(verdict));
        Assert.All(Appends.Of(verdict.Loop), list => Assert.Contains(new NotNull(list), verdict.Guards));
    }

    [Theory]
    [InlineData("if (list.Count < m) list.Add(i);", "AP1005, AP2001")]
    [InlineData("list.Add(list.Count);", "AP2003")]
    [InlineData("list.Add(p[i]); a[i] = list[0];", "AP1005, AP2001")]
    [InlineData("list.Add(all[i].Count);", "AP2003")]
    [InlineData("foreach (int e in all[i]) list.Add(e);", "AP2003")]
    [InlineData("list.Add(p[i]); if (p[i] == m) list.Clear();", "AP1005, AP2003")]
    [InlineData("list?.Add(p[i]);", "AP2003")]
    [InlineData("all[i].Add(p[i]);", "AP1005, AP2003")]
    [InlineData("list.AddRange(p);", "AP1005, AP2003")]
    [InlineData("set.Add(p[i]);", "AP1005, AP2003")]
    [InlineData("s += p[i]; list.Add(s);", "AP1002, AP2002")]
    [InlineData("list.Add(p[i]); p[i] = p[i + 1];", "AP2009")]
    public void What_else_is_done_with_a_list_is_refused(string body, string expected)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.Equal(expected, string.Join(", ", verdict.Obstacles.Select(obstacle => obstacle.RuleId).Distinct()));
    }

    [Fact]
    public void Both_accesses_are_named()
    {
        Refusal told = Verdict("if (list.Count < m) list.Add(i);").Obstacles.Single(obstacle => obstacle.RuleId == RuleIds.CarriedDependence);
        Assert.Equal("iteration i appends by list.Add(i), a later iteration reads list.Count", told.Arguments[0]);
        Assert.NotNull(told.Second);
    }

    [Fact]
    public void Lanes_append_nothing() =>
        Assert.Contains(Verdicts.Of(Nest("list.Add(p[i]);"), ExecutionTarget.Lanes).Obstacles, obstacle => obstacle.RuleId == RuleIds.LanesNotLowered);

    private static string Guards(LoopVerdict verdict)
    {
        string[] apart = [.. verdict.Guards.OfType<Different>().Select(guard => $"{guard.First.Name} ≠ {guard.Second.Name}")];
        return apart.Length == 0 ? "yes" : "if " + string.Join(", ", apart);
    }

    private static LoopVerdict Verdict(string body) => Verdicts.Of(Nest(body), ExecutionTarget.Threads);

    private static LoopNest Nest(string body) =>
        Verdicts.Nest($"int s = 0; for (int i = 0; i < n; i++) {{ {body} }} Use(s, 0, 0, 0);", Parameters);
}
