using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Updates that may collide stand side by side, in the order of the text; what lanes can share comes before.</summary>
public class OrderedUpdatesTests
{
    [Fact]
    public void What_is_added_is_computed_before()
    {
        LoopNest nest = Apply("d[p[i]] += a[i] * a[i] + 1;");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              part = ((a[i] * a[i]) + 1d)
              index = p[i]
              d[index] = (d[index] + part)
            """,
            Print(nest));
        Assert.Equal((1, 2), (nest.Root!.Ordered!.First, nest.Root.Ordered.Count));
        Assert.Equal(["a d"], nest.Apart.Select(pair => string.Join(' ', new[] { pair.First.Name, pair.Second.Name }.Order())).Order());
        Assert.Contains("updates of d in order", nest.Transformations);
    }

    [Fact]
    public void A_condition_is_computed_before_but_nothing_inside_it()
    {
        LoopNest nest = Apply("if (a[i] * a[i] + 1 > b[i]) d[p[i]] += a[i] * a[i] + 2;");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              part = ((a[i] * a[i]) + 1d)
              if (part > b[i])
                index = p[i]
                d[index] = (d[index] + ((a[i] * a[i]) + 2d))
            """,
            Print(nest));
    }

    [Fact]
    public void Others_between_them_come_before_them()
    {
        LoopNest nest = Apply("d[p[i]] += a[i]; f[i] = i; d[p[i + 1]] -= a[i];");
        Assert.Equal("f", ((Store)nest.Root!.Body.Statements[0]).Target.Object.Name);
        Assert.Equal((1, 4), (nest.Root.Ordered!.First, nest.Root.Ordered.Count));
    }

    [Theory]
    // b may be d.
    [InlineData("d[p[i]] += a[i]; b[i] = a[i] * 2; d[p[i + 1]] -= a[i];")]
    // What stands between needs what was counted, or changes what is counted by.
    [InlineData("double e = d[p[i]]; d[p[i]] = e + 1; s += e; d[p[i + 1]] -= a[i];")]
    // Every iteration needs the one before.
    [InlineData("d[i + 1] = d[i] * 0.5 + a[i];")]
    [InlineData("d[p[i]] = s; s += a[i] * d[p[i]];")]
    // Nothing collides.
    [InlineData("d[i] += a[i];")]
    [InlineData("d[p[i]] = a[i];")]
    // Not straight code.
    [InlineData("for (int j = 0; j < 3; j++) d[p[i]] += a[j];")]
    [InlineData("if (a[i] > 3) break; d[p[i]] += a[i];")]
    public void Stays_as_it_is(string body)
    {
        LoopNest nest = Nest(body);
        Assert.Same(nest, OrderedUpdates.Apply(nest));
    }

    private static LoopNest Apply(string body) => OrderedUpdates.Apply(Nest(body));

    private static LoopNest Nest(string body) => TestCompilation.LowerMethod(
        $"static double M(double[] a, double[] b, double[] d, float[] f, int[] p, int n) {{ double s = 0; for (int i = 0; i < n; i++) {{ {body} }} return s; }}").Nests[0];

    private static string Print(LoopNest nest) => string.Join("\n", IrPrinter.Print(nest).Split('\n').SkipWhile(line => !line.StartsWith("for", StringComparison.Ordinal))).TrimEnd();
}
