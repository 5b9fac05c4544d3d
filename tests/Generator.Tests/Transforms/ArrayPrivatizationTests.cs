using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Small arrays of one iteration become scalars; all others stay as they are.</summary>
public class ArrayPrivatizationTests
{
    private const string Fill = "for (int j = 0; j < 2; j++) e[j] = a[i + j];";

    [Fact]
    public void An_array_that_each_iteration_fills_becomes_scalars() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          e0 = a[(i + 0)]
          e1 = a[(i + 1)]
          c[i] = (e0 * e1)
        """,
        Print(Loop(Fill + " c[i] = e[0] * e[1];")));

    [Fact]
    public void Every_copy_of_an_access_is_an_access_of_its_own()
    {
        LoopNest nest = Apply(Loop(Fill + " c[i] = e[0] * e[1];"));
        int[] ids = [.. CompleteUnrolling.Accesses(nest.Root!).Select(access => access.Id)];
        Assert.Equal(3, ids.Length);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.DoesNotContain(nest.Objects, item => item.Name == "e");
        Assert.DoesNotContain(nest.Variables, variable => variable.Name == "j");
    }

    [Fact]
    public void What_the_unrolled_loop_declares_is_the_outer_loops()
    {
        LoopNest nest = Apply(Loop("for (int j = 0; j < 2; j++) { double x = a[i] * j; e[j] = x; } c[i] = e[0] - e[1];"));
        Assert.All(nest.Variables.Where(variable => variable.Name is "x" or "e0" or "e1"), variable => Assert.Equal(nest.Root!.Id, variable.DeclaringLoop));
        Assert.Equal(3, nest.Variables.Count(variable => variable.Name is "x" or "e0" or "e1"));
    }

    [Fact]
    public void Conditions_on_the_index_are_decided() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          e0 = a[i]
          e1 = 1d
          c[i] = (e0 * e1)
        """,
        Print(Loop("for (int j = 0; j < e.Length; j++) { if (j == 0 || j > 5) e[j] = a[i]; else e[j] = j; } c[i] = e[0] * e[1];")));

    [Fact]
    public void The_last_values_go_out_to_an_array_that_is_used_elsewhere()
    {
        LoopNest nest = Apply(Loop(Fill + " c[i] = e[0] * e[1];", before: "var e = new double[2]; e[0] = 1;", after: "c[0] = e[1];"));
        Assert.Equal(["e[0]", "e[1]"], nest.Variables.Where(variable => variable is { ReadAfter: true, DeclaringLoop: null, Kind: VariableKind.Temporary }).Select(variable => variable.AccessText));
    }

    [Theory]
    [InlineData("c[i] = e[0] * e[1]; " + Fill)]
    [InlineData("if (a[i] > 0) { " + Fill + " } c[i] = e[0] * e[1];")]
    [InlineData("for (int j = 0; j < 3; j++) e[j] = a[i]; c[i] = e[0] * e[1];")]
    [InlineData("for (int j = 0; j < 2; j++) e[j] = a[i]; c[i] = e[n];")]
    [InlineData("for (int j = 0; j < 2; j++) e[j] = (byte)(j * 300); c[i] = e[0] * e[1];")]
    [InlineData("for (int j = 0; j < n; j++) e[j] = a[i]; c[i] = e[0] * e[1];")]
    [InlineData("for (int j = 0; j < 2; j++) e[j] = 2147483647 + j; c[i] = e[0] * e[1];")]
    [InlineData("for (int j = 0; j < 2; j++) { if (a[j] < 0) break; e[j] = 1; } c[i] = e[0] * e[1];")]
    [InlineData("int j; for (j = 0; j < 2; j++) e[j] = 1; c[i] = e[0] * j;")]
    [InlineData("e[0] = 1; e[1] = 2; c[i] = e[0] * e[1]; Use(e);")]
    [InlineData("var f = new double[2]; f[0] = a[i]; c[i] = f[0];")]
    [InlineData("e[0] = 1; e[1] = 2; c[i] = e[0] * e[1]; d = e;")]
    public void Unproved_is_left_alone(string body) => AssertUnchanged(Loop(body));

    [Theory]
    [InlineData("var e = new double[2];", "Use(e);")]
    [InlineData("var e = new double[2]; ref double r = ref e[0]; r = 1;", "")]
    [InlineData("var e = new double[2]; ref double r = ref c[0]; r = ref e[1];", "")]
    [InlineData("var e = new double[2]; ref double r = ref (n > 0 ? ref e[0] : ref e[1]);", "")]
    [InlineData("var e = new double[2]; System.Span<double> r = e;", "")]
    [InlineData("var e = new double[2]; System.Action f = () => e[0] = 1; f();", "")]
    [InlineData("var e = new double[n];", "")]
    [InlineData("var e = d;", "")]
    [InlineData("var e = new double[1];", "")]
    [InlineData("var e = new double[2]; e = d;", "")]
    public void An_array_that_others_may_see_or_of_unknown_size_is_left_alone(string before, string after) =>
        AssertUnchanged(Loop(Fill + " c[i] = e[0] * e[1];", before, after));

    private static void AssertUnchanged(string method)
    {
        LoopNest nest = Lower(method);
        Assert.Same(nest, ArrayPrivatization.Apply(nest));
    }

    private static string Loop(string body, string before = "var e = new double[2];", string after = "") =>
        $"static void F(double[] a, double[] c, double[] d, int n) {{ {before} for (int i = 0; i < n; i++) {{ {body} }} {after} }} static void Use(double[] x) {{ }}";

    private static LoopNest Lower(string method) => Assert.Single(TestCompilation.LowerMethod(method, false).Nests);

    private static LoopNest Apply(string method) => ArrayPrivatization.Apply(Lower(method));

    private static string Print(string method) => IrPrinter.Print(Apply(method)).TrimEnd();
}
