using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>What reads a scalar of the iteration before computes its value anew, where it is the same.</summary>
public class WrapAroundTests
{
    [Fact]
    public void The_first_iteration_reads_the_value_from_before_the_loop() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          b[i] = (a[i] + a[((i == 0) ? lStart : (i - 1))])
          l = i
        """,
        Print(Apply("b[i] = a[i] + a[l]; l = i;")));

    [Fact]
    public void Of_second_order() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          b[i] = a[((i == 0) ? mStart : (((i - 1) == 0) ? lStart : ((i - 1) - 1)))]
          m = ((i == 0) ? lStart : (i - 1))
          l = i
        """,
        Print(Apply("b[i] = a[m]; m = l; l = i;")));

    [Fact]
    public void What_the_same_iteration_has_assigned_is_known() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          b[i] = (a[((i == 0) ? mStart : (i - 1))] + a[((i == 0) ? lStart : (i - 1))])
          l = i
          m = l
        """,
        Print(Apply("b[i] = a[m] + a[l]; l = i; m = l;")));

    [Fact]
    public void An_element_is_loaded_once_more_where_it_is_the_same()
    {
        LoopNest nest = Apply("b[i] = a[i] - e; e = a[i];");
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              b[i] = (a[i] - ((i == 0) ? eStart : a[(i - 1)]))
              e = a[i]
            """,
            Print(nest));
        Assert.Equal([("b", "a")], nest.Apart.Select(pair => (pair.First.Name, pair.Second.Name)));
    }

    [Fact]
    public void Lanes_alone_keep_it_in_a_register()
    {
        LoopNest nest = Nest("b[i] = a[i] - e; e = a[i];");
        Assert.Same(nest, WrapAround.Apply(nest, reloads: false));
    }

    [Theory]
    // Assigned at times, twice, from itself, or from what it isn't known to be again.
    [InlineData("b[i] = a[l]; if (a[i] > 0) l = i;")]
    [InlineData("b[i] = a[l]; l = i; b[l] = 0; l = i + 1;")]
    [InlineData("b[i] = a[l]; l = l + i;")]
    [InlineData("b[i] = a[l]; l = p[p[i]];")]
    [InlineData("b[i] = a[l]; l = i / m;")]
    [InlineData("b[i] = a[l]; l = checked(i + m);")]
    // The element has been stored to since.
    [InlineData("a[i] = a[i] - e; e = a[i];")]
    // Nothing is read from the iteration before, or it is the same in all of them.
    [InlineData("l = i; b[l] = 1;")]
    [InlineData("b[i] = l; l = n;")]
    // The next iteration isn't the one after.
    [InlineData("b[i] = a[l]; l = i; if (a[i] > 0) break;")]
    public void Otherwise_the_loop_stays(string body)
    {
        LoopNest nest = Nest(body);
        Assert.Same(nest, WrapAround.Apply(nest, reloads: true));
    }

    private static LoopNest Apply(string body) => WrapAround.Apply(Nest(body), reloads: true);

    private static LoopNest Nest(string body) => Assert.Single(TestCompilation.LowerMethod(
        $"static double F(int n, int m, int l, double e, double[] a, double[] b, int[] p) {{ for (int i = 0; i < n; i++) {{ {body} }} return e + l + m; }}", false).Nests);

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
