using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>What reads a value of the iteration before reads a copy, and the update comes first, where an iteration doesn't notice.</summary>
public class CarriedReadsTests
{
    [Fact]
    public void The_update_comes_first()
    {
        LoopNest nest = Apply("b[i] = a[i] - e; e = a[i];");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              eBefore = e
              e = a[i]
              b[i] = (a[i] - eBefore)
            """,
            Print(nest));
        // Otherwise it would have to read what is stored.
        Assert.Equal([("b", "a")], nest.Apart.Select(pair => (pair.First.Name, pair.Second.Name)));
    }

    [Fact]
    public void What_it_needs_comes_before_it()
    {
        LoopNest nest = Apply("double own = a[i]; a[i] = own - e; e = own;");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              own = a[i]
              eBefore = e
              e = own
              a[i] = (own - eBefore)
            """,
            Print(nest));
        Assert.Empty(nest.Apart);
    }

    [Fact]
    public void A_chain_of_copies() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          eBefore = e
          e = a[i]
          gBefore = g
          g = eBefore
          b[i] = gBefore
        """,
        Print(Apply("b[i] = g; g = e; e = a[i];")));

    [Fact]
    public void A_branch_is_split() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          taken = (a[i] > 0d)
          eBefore = e
          if taken
            e = (e + a[i])
          if taken
            b[i] = eBefore
        """,
        Print(Apply("if (a[i] > 0) { b[i] = e; e += a[i]; }")));

    [Theory]
    // What is stored is read back.
    [InlineData("a[i] = a[i] - e; e = a[i];")]
    // The update needs what has read the value.
    [InlineData("double w = a[i] + e; b[i] = e; e = w;")]
    // Not a scan.
    [InlineData("b[i] = e; e = Math.Sqrt(e + a[i]);")]
    public void What_needs_the_old_value_stays(string body) => Assert.Empty(Apply(body).Transformations);

    private static LoopNest Apply(string body) => CarriedReads.Apply(Assert.Single(TestCompilation.LowerMethod(
        $"static double F(double[] a, double[] b, double e, double g, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} return e + g; }}", false).Nests));

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
