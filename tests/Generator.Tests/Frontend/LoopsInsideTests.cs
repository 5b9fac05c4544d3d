using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>A loop that isn't lowered: the loops in it are nests of their own, and one finding for each attribute tells of them.</summary>
public sealed class LoopsInsideTests
{
    [Theory]
    [InlineData("while (a[0] < k) { for (int i = 0; i < n; i++) b[i] = a[i]; (a, b) = (b, a); }", 1)]
    [InlineData("for (int o = 0; o < k; o++) { for (int i = 0; i < n; i++) b[i] = a[i]; (a, b) = (b, a); }", 1)]
    [InlineData("while (a[0] < k) { while (b[0] < k) { for (int i = 0; i < n; i++) b[i]++; } for (int i = 0; i < n; i++) a[i]++; }", 2)]
    [InlineData("do { } while (a[0] < k); for (int i = 0; i < n; i++) b[i]++;", 0)]
    [InlineData("while (a[0] < k) { System.Action f = () => { for (int i = 0; i < n; i++) b[i]++; }; f(); }", 0)]
    public void Loops_inside_are_found(string body, int inside) =>
        Assert.Equal(inside, TestCompilation.LowerMethod($"static void F(double[] a, double[] b, int n, int k) {{ {body} }}", false).Nests[0].Inside.Count);

    [Fact]
    public void One_finding_tells_of_all_regions()
    {
        MethodPlan plan = MethodPlanner.Plan(TestCompilation.LowerMethod(
            "static void F(double[] a, double[] b, int n) { while (a[0] < 9) { for (int i = 0; i < n; i++) b[i]++; for (int j = 0; j < n; j++) a[j]++; } }", false));
        Assert.Equal([RuleIds.Parallelized, RuleIds.Vectorized], plan.Findings.Select(finding => finding.RuleId));
        Assert.All(plan.Findings, finding => Assert.Equal("loop over i, loop over j", finding.Arguments[0]));
        Assert.Equal(2, plan.ParallelRegions.Count);
    }

    [Fact]
    public void Without_a_region_inside_the_outer_loop_is_refused()
    {
        MethodPlan plan = MethodPlanner.Plan(TestCompilation.LowerMethod(
            "static void F(double[] a, int n) { while (a[0] < 9) { for (int i = 1; i < n; i++) a[i] = 1 / a[i - 1]; } }", false));
        Assert.Equal([RuleIds.NotCounted, RuleIds.LanesNotCounted], plan.Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void What_flows_to_the_next_run_is_read_after()
    {
        MethodModel model = TestCompilation.LowerMethod(
            "static void F(int[] p, int[] q, int n) { int l = 0; while (p[0] < 9) { for (int i = 0; i < n; i++) { q[l] = p[i]; l += 2; } p[0]++; } }", false);
        Assert.True(model.Nests[0].Inside[0].Variables.Single(variable => variable.Name == "l").ReadAfter);
    }
}
