using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>A recurrence's statements stand side by side, what they need before them, what needs them behind.</summary>
public class DistributionTests
{
    [Fact]
    public void The_value_from_before_is_kept_for_what_reads_it()
    {
        LoopNest nest = Apply("b[i] = Math.Sqrt(e) * g; e += 0.1;");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              eBefore = e
              e = (e + 0.1d)
              b[i] = (Sqrt(eBefore) * g)
            """,
            Print(nest));
        AssertOrdered(nest, 0, 2);
    }

    [Fact]
    public void What_it_needs_comes_before_it_in_lanes()
    {
        LoopNest nest = Apply("e = e * 0.5 + Math.Sqrt(a[i]) / g; b[i] = e + 1;");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              part = (Sqrt(a[i]) / g)
              e = ((e * 0.5d) + part)
              b[i] = (e + 1d)
            """,
            Print(nest));
        AssertOrdered(nest, 1, 1);
    }

    [Fact]
    public void An_element_is_handed_on_where_nothing_else_may_store_it()
    {
        LoopNest nest = Apply("a[i + 1] = Math.Sqrt(a[i]); b[i] = a[i + 1] * g;");
        Assert.Contains("distribution (a[i + 1] in order)", nest.Transformations);
        Assert.Equal(["a", "b"], nest.Apart.SelectMany(pair => new[] { pair.First.Name, pair.Second.Name }).Distinct().Order());
    }

    [Fact]
    public void Two_recurrences_run_together()
    {
        LoopNest nest = Apply("double w = e - g; g = e * g; e = w; b[i] = Math.Sqrt(w);");
        AssertOrdered(nest, 0, 3);
        Assert.Contains("distribution (e, g in order)", nest.Transformations);
    }

    [Theory]
    // Nothing is left for lanes.
    [InlineData("e = a[i] - e; b[i] = e;")]
    [InlineData("a[i + 1] = Math.Sqrt(a[i]) + b[i];")]
    // What the update needs has to be stored first.
    [InlineData("a[i] = Math.Sqrt(b[i]) + g; b[i + 1] = a[i] * g;")]
    // It says where elements are, or may throw.
    [InlineData("b[i] = Math.Sqrt(a[(int)e]) * g; e = 1 - e;")]
    [InlineData("int w = (int)e; e = checked((int)a[i] - w * 2); b[i] = Math.Sqrt(a[i]) * g;")]
    // A scan, and a reduction.
    [InlineData("e = a[i]; b[i] = Math.Sqrt(e) * g;")]
    [InlineData("e += a[i]; b[i] = Math.Sqrt(a[i]);")]
    public void What_gains_nothing_stays(string body) => Assert.DoesNotContain(
        Apply(body).Transformations, text => text.StartsWith("distribution", StringComparison.Ordinal));

    [Fact]
    public void A_temporary_that_is_assigned_anew_is_two() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          wEarlier = a[i]
          b[i] = wEarlier
          w = (wEarlier * g)
          a[i] = w
        """,
        Print(ScalarRenaming.Apply(Lower("double w = a[i]; b[i] = w; w = w * g; a[i] = w;"))));

    [Theory]
    // Under a condition, and carried.
    [InlineData("double w = a[i]; if (w > 0) w = g; b[i] = w;")]
    [InlineData("b[i] = e; e = a[i]; a[i] = e; e = g;")]
    public void Otherwise_it_keeps_its_name(string body)
    {
        LoopNest nest = Lower(body);
        Assert.Same(nest, ScalarRenaming.Apply(nest));
    }

    private static void AssertOrdered(LoopNest nest, int first, int count) =>
        Assert.Equal((first, count), (nest.Root!.Ordered!.First, nest.Root.Ordered.Count));

    private static LoopNest Apply(string body) => Distribution.Apply(Lower(body), Ir.FloatMode.Reproducible);

    private static LoopNest Lower(string body) => Assert.Single(TestCompilation.LowerMethod(
        $"static double F(double[] a, double[] b, double e, double g, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} return e + g; }}", false).Nests);

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
