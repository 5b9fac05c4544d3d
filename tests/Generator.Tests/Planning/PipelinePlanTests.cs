using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Planning;

/// <summary>Updates that must keep their order, on threads that compute what they need.</summary>
public class PipelinePlanTests
{
    private const string Much = "Math.Sin(a[i]) * Math.Exp(a[i])";

    [Theory]
    [InlineData("d[p[i]] += " + Much + ";", 1)]
    [InlineData("if (b[i] > 0) d[p[i]] -= " + Much + ";", 1)]
    [InlineData("d[p[i]] *= " + Much + "; d[p[i + 1]] += a[i];", 1)]
    // The place, too, or two values.
    [InlineData("d[i % 4] += " + Much + ";", 2)]
    [InlineData("d[p[i]] += " + Much + "; d[p[i] & 3] *= Math.Cos(b[i]) + Math.Log(b[i]);", 2)]
    public void Values_are_computed_before_and_updates_keep_their_order(string body, int buffers)
    {
        RegionPlan region = Assert.Single(Plan(body).ParallelRegions);
        Assert.Equal(buffers, region.Pipeline!.Buffers.Count);
        Assert.Equal(["d"], region.Pipeline.Updated);
        Assert.All(LoopTree.Statements(region.Pipeline.Computing.Root.Body).OfType<Store>(), store => Assert.NotEqual("d", store.Target.Object.Name));
    }

    [Theory]
    // Next to nothing to compute.
    [InlineData("d[p[i]] += a[i];")]
    [InlineData("d[i % 4] += a[i];")]
    public void It_must_gain(string body)
    {
        MethodPlan plan = Plan(body);
        Assert.Empty(plan.ParallelRegions);
        Assert.Contains(plan.Findings, finding => finding.RuleId == "AP2012");
    }

    [Theory]
    // It yields something else.
    [InlineData("double e = " + Much + "; d[p[i]] += e; s += e;")]
    // What it has read is overwritten after it.
    [InlineData("d[p[i]] += a[i] + " + Much + "; a[i] = 0;")]
    [InlineData("d[p[i]] += " + Much + "; if (a[i] > 3) break;")]
    public void Others_stay_as_they_were(string body) => Assert.All(Plan(body).ParallelRegions, region => Assert.Null(region.Pipeline));

    [Fact]
    public void Integers_in_any_order_need_none()
    {
        RegionPlan region = Assert.Single(Plan("q[p[i]] += (int)(" + Much + ");").ParallelRegions);
        Assert.Null(region.Pipeline);
        Assert.NotEmpty(region.ArrayReductions);
    }

    [Fact]
    public void The_two_loops_hand_values_over_in_buffers()
    {
        RegionPlan region = Assert.Single(Plan("d[p[i]] += " + Much + ";").ParallelRegions);
        var computed = Assert.IsType<Store>(Assert.Single(region.Pipeline!.Computing.Root.Body.Statements));
        Assert.Equal("partAhead", computed.Target.Object.Name);
        Assert.Equal("(long(i) - first)", IrPrinter.Print(computed.Target.Subscripts[0]));
        Assert.Equal(["first"], region.Pipeline.Computing.Inputs.Select(input => input.Name).Except(region.Inputs.Select(input => input.Name)));
    }

    [Fact]
    public void A_scalar_that_both_loops_assign_has_no_place_in_buffers()
    {
        LoopNest nest = TestCompilation.Lower(Method("double e = " + Much + "; if (d[p[i]] > 0) e = -e; d[p[i]] += e;")).Nests[0];
        LoopNest ordered = OrderedUpdates.Apply(nest, isPipeline: true);
        Assert.NotSame(nest, ordered);
        Assert.Null(PipelineLoops.Of(ordered, ordered.Root!));
    }

    private static string Method(string body) =>
        TestCompilation.InClass($"[Parallelize] static double M(double[] a, double[] b, double[] d, int[] p, int[] q, int n) {{ double s = 0; for (int i = 0; i < n; i++) {{ {body} }} return s; }}");

    private static MethodPlan Plan(string body) => MethodPlanner.Plan(TestCompilation.Lower(Method(body)));
}
