using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Statements change places only where lanes need it and an iteration doesn't notice.</summary>
public class StatementReorderingTests
{
    [Fact]
    public void What_feeds_the_next_iteration_comes_first()
    {
        LoopNest nest = Apply("b[i] = a[i] * 2; a[i + 1] = c[i];");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              a[(i + 1)] = c[i]
              b[i] = (a[i] * 2d)
            """,
            Print(nest));
        // The order of the two would matter if c were b.
        Assert.Equal([("b", "c")], nest.Apart.Select(pair => (pair.First.Name, pair.Second.Name)));
    }

    [Fact]
    public void An_element_is_loaded_before_it_is_overwritten() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          aBefore = a[(i + 1)]
          a[i] = b[i]
          c[i] = (a[i] + aBefore)
        """,
        Print(Apply("a[i] = b[i]; c[i] = a[i] + a[i + 1];")));

    [Fact]
    public void Branches_are_split_on_a_condition_evaluated_once()
    {
        LoopNest nest = Apply("if (a[i] > 0) c[i] = b[i]; else b[i + 1] = a[i];");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              taken = (a[i] > 0d)
              if taken
              else
                b[(i + 1)] = a[i]
              if taken
                c[i] = b[i]
            """,
            Print(nest));
    }

    [Theory]
    [InlineData("a[i] = b[i]; c[i] = a[i];")] // nothing to gain
    [InlineData("a[i + 1] = b[i]; b[i + 1] = a[i];")] // a cycle
    [InlineData("a[i + 1] = a[i] * 2; b[i] = a[i + 1];")] // a recurrence
    [InlineData("double e = a[i]; a[i + 1] = e;")] // a scalar keeps them in order
    public void Everything_else_stays_as_it_is(string body)
    {
        LoopNest nest = Lower(body);
        Assert.Same(nest, StatementReordering.Apply(nest));
    }

    private static LoopNest Lower(string body) => Assert.Single(TestCompilation.LowerMethod(
        $"static void F(double[] a, double[] b, double[] c, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }}", false).Nests);

    private static LoopNest Apply(string body) => StatementReordering.Apply(Lower(body));

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
