using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Which statements of a loop may be loops of their own, and in which order these run.</summary>
public class LoopPartsTests
{
    [Fact]
    public void What_feeds_the_next_iteration_is_ready_first()
    {
        LoopParts parts = Of("b[i] = a[i] * 2; a[i + 1] = c[i];", out _);
        Assert.Equal([[0], [1]], parts.Components);
        Assert.False(parts.IsReady([0], new HashSet<int>()));
        Assert.True(parts.IsReady([1], new HashSet<int>()));
        Assert.True(parts.IsReady([0], new HashSet<int> { 1 }));
    }

    [Fact]
    public void What_the_other_order_takes_for_granted_is_told()
    {
        LoopParts parts = Of("b[i] = a[i] * 2; a[i + 1] = c[i];", out _);

        // If c were b, what the second loop stores would come too late.
        Assert.Equal([("b", "c")], parts.Apart([[1], [0]]).Select(pair => (pair.First.Name, pair.Second.Name)));
        Assert.Empty(parts.Apart([[0, 1]]));
    }

    [Theory]
    [InlineData("a[i + 1] = b[i]; b[i + 1] = a[i];")] // a cycle over two arrays
    [InlineData("a[i] = b[i]; c[i] = a[i] + a[i + 1];")] // the new element and the old one
    [InlineData("s += a[i]; a[i + 1] = s;")] // a scalar that iterations carry
    [InlineData("a[p[i]] = b[i]; b[i + 1] = a[p[i] + 1];")] // places that data tell
    public void A_cycle_stays_in_one_loop(string body) => Assert.Single(Of(body, out _).Components);

    [Fact]
    public void Private_scalars_are_computed_where_they_are_needed()
    {
        LoopParts parts = Of("double e = c[i] * 2; double f = e + 1; b[i] = a[i] * f; a[i + 1] = e;", out LoopNest nest);
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              e = (c[i] * 2d)
              a[(i + 1)] = e
            """,
            Print(nest, parts.Part([1])));
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              e = (c[i] * 2d)
              f = (e + 1d)
              b[i] = (a[i] * f)
            """,
            Print(nest, parts.Part([0])));
    }

    [Fact]
    public void Conditions_and_loops_go_with_what_is_in_them()
    {
        LoopParts parts = Of("if (c[i] > 0) { b[i] = a[i]; } else { for (int j = 0; j < 3; j++) { a[i + 1] = c[j]; d[i] = c[i + j]; } }", out LoopNest nest);
        Assert.Equal(3, parts.Components.Count);
        Assert.Equal(
            """
            for int i = 0; < n; += 1:long
              if (c[i] > 0d)
              else
                for int j = 0; < 3; += 1:long
                  a[(i + 1)] = c[j]
            """,
            Print(nest, parts.Part([1])));
    }

    [Fact]
    public void A_condition_is_evaluated_before_what_it_reads_is_stored()
    {
        LoopParts parts = Of("if (a[i] > 0) { a[i] = 1; b[i] = 2; }", out _);
        Assert.Equal([[0], [1]], parts.Components);
        Assert.False(parts.IsReady([0], new HashSet<int>()));
        Assert.True(parts.IsReady([1], new HashSet<int>()));
    }

    [Fact]
    public void A_copy_loads_what_no_part_before_has_stored()
    {
        // Both compute e: the first store to a[i] comes last.
        LoopParts parts = Of("double e = a[i]; a[i] = e + 1; b[i] = e;", out _);
        Assert.Equal([[0], [1]], parts.Components);
        Assert.False(parts.IsReady([0], new HashSet<int>()));
        Assert.True(parts.IsReady([1], new HashSet<int>()));
    }

    [Theory]
    [InlineData("int t = p[i]; for (; t < 5; t++) { b[i] = a[i] * t; } a[i + 1] = t;")]
    [InlineData("int t = p[i]; for (; t < 5; t++) { b[i] = a[i] * t; } for (; t < 8; t++) { a[i + 1] = t; }")]
    public void No_part_goes_without_a_loop_whose_index_it_reads(string body) => Assert.Null(TryOf(body, out _));

    private static LoopParts Of(string body, out LoopNest nest) => Assert.IsType<LoopParts>(TryOf(body, out nest));

    private static LoopParts? TryOf(string body, out LoopNest nest)
    {
        nest = Assert.Single(TestCompilation.LowerMethod(
            $"static double F(double[] a, double[] b, double[] c, double[] d, int[] p, int n) {{ double s = 0; for (int i = 0; i < n; i++) {{ {body} }} return s; }}",
            false).Nests);
        return LoopParts.Of(nest, nest.Root!);
    }

    private static string Print(LoopNest nest, Loop part) => IrPrinter.Print(nest with { Root = part }).TrimEnd();
}
