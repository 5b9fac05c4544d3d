using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Planning;

/// <summary>Which loops are distributed for threads, into what, and what is said where that wouldn't gain.</summary>
public class DistributionPlannerTests
{
    [Theory]
    // The second statement first; with it, what may run together does.
    [InlineData("a[i] = Math.Sqrt(b[i]); a[i + 1] = c[i];", "a[i + 1] | a[i]")]
    [InlineData("a[i] = Math.Sqrt(b[i]); d[i] = b[i]; a[i + 1] = c[i];", "d[i] a[i + 1] | a[i]")]
    [InlineData(
        "a[i] = Math.Exp(b[i]) + Math.Cos(b[i]); a[i + 1] = Math.Sin(b[i]) - Math.Tanh(b[i]); d[i + 1] = d[i] + b[i];",
        "a[i + 1] | a[i] | d[i + 1] in order")]
    public void Parts_run_in_an_order_that_keeps_all_dependences(string body, string expected) => Assert.Equal(
        expected,
        string.Join(" | ", Region(body).Parts.Select(part => Stored(part) + (part.RunsOnThreads ? "" : " in order"))));

    [Fact]
    public void One_guard_tests_what_all_parts_need()
    {
        RegionPlan region = Region("a[i] = Math.Sqrt(b[i]); a[i + 1] = c[i];");
        Assert.Equal(2, region.Parts.Count);
        Assert.All(region.Parts, part => Assert.Empty(part.Guards));

        // If c were a, the part that stores last as written would load too early.
        Assert.Contains(region.Guards.OfType<Different>(), guard => guard.First.Name == "a" && guard.Second.Name == "c");
    }

    [Theory]
    [InlineData("s += b[i]; a[i] = b[i]; a[i + 1] = c[i];")] // a float sum, whose bits would depend on the strips
    [InlineData("s = Math.Sqrt(s) + b[i]; a[i] = Math.Exp(b[i]); a[i + 1] = c[i];")] // a scalar is carried
    [InlineData("b[p[i]] = Math.Sqrt(a[i]); a[i + 1] = c[i]; p[i + 1] = i;")] // subscripts that the loop itself stores
    [InlineData("a[i] = Math.Sqrt(b[i]); Console.WriteLine(); a[i + 1] = c[i];")]
    [InlineData("if (b[i] > 4) break; a[i] = Math.Sqrt(b[i]); a[i + 1] = c[i];")]
    public void Other_loops_stay_whole(string body) => Assert.DoesNotContain(Plan(body).ParallelRegions, region => !region.Parts.IsEmpty);

    [Theory]
    // What remains in order takes as long as the whole loop.
    [InlineData("b[i] = Math.Sqrt(a[i]); c[i + 1] = Math.Max(c[i] * 0.5, b[i]);")]
    // Elements are moved, and no more: each part takes as long as the whole.
    [InlineData("a[i] = b[i]; a[i + 1] = b[i] * 2;")]
    // Both parts would mispredict.
    [InlineData("if (a[i] > 0) c[i] = b[i]; else b[i + 1] = a[i];")]
    public void What_would_not_gain_is_told(string body) =>
        Assert.Equal("AP2012", Assert.Single(Plan(body).Findings).RuleId);

    [Fact]
    public void Where_threads_gain_nothing_lanes_take_over()
    {
        MethodPlan plan = Plan("a[i] = Math.Sqrt(b[i]); a[i + 1] = c[i];", "[Parallelize, Vectorize]");
        RegionPlan threads = Assert.Single(plan.ParallelRegions);
        Assert.Equal(Assert.Single(plan.VectorizedRegions), threads.Otherwise);
        Assert.NotEqual(threads.Name, threads.Otherwise!.Name);
        Assert.All(threads.Parts, part => Assert.NotNull(part.Vector));
    }

    [Fact]
    public void Where_lanes_compute_other_functions_no_part_runs_without_them()
    {
        RegionPlan threads = Assert.Single(Plan(
            "a[i] = Math.Exp(b[i]); a[i + 1] = Math.Sin(c[i]); d[i] = Math.Cos(d[i]);", "[Parallelize, Vectorize]").ParallelRegions);
        Assert.NotEmpty(threads.Parts);
        Assert.All(threads.Otherwise!.Guards.OfType<Different>(), guard => Assert.Contains(guard, threads.Guards));
    }

    [Fact]
    public void A_sum_in_lanes_has_the_order_of_the_loop_as_a_whole() => Assert.DoesNotContain(
        Plan("double e = 0; for (int j = 0; j < n; j++) { e += b[j] * c[j]; } d[i] = a[i] / 3; a[i + 1] = e;", "[Parallelize, Vectorize]").ParallelRegions,
        region => !region.Parts.IsEmpty);

    private static string Stored(RegionPlan part) =>
        string.Join(" ", LoopTree.Statements(part.Root.Body).OfType<Store>().Select(store => store.Target.Text));

    private static RegionPlan Region(string body) => Assert.Single(Plan(body).ParallelRegions);

    private static MethodPlan Plan(string body, string attributes = "[Parallelize]") => MethodPlanner.Plan(Assert.Single(TestCompilation.LowerAll(
        $$"""
        using System;
        using AutoPar;

        public static partial class C
        {
            {{attributes}}
            public static double M(double[] a, double[] b, double[] c, double[] d, int[] p, int n)
            {
                double s = 0;
                for (int i = 0; i < n; i++)
                {
                    {{body}}
                }

                return s;
            }
        }
        """)));
}
