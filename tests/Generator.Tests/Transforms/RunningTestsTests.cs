using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>What could throw is tested before anything is stored, and only where the value tested is the value used.</summary>
public class RunningTestsTests
{
    [Fact]
    public void A_subscript_is_tested_first() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          if (uint(p[i]) >= uint(b.Length))
            exit stop
          a[i] = (a[i] + b[p[i]])
        """,
        Print(Apply("a[i] += b[p[i]];")));

    [Fact]
    public void A_place_that_is_computed_moves_before_its_test() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          k = (p[i] + 1)
          if (uint(k) >= uint(b.Length))
            exit stop
          a[i] = (a[i] + b[k])
        """,
        Print(Apply("int k = p[i] + 1; a[i] += b[k];")));

    [Fact]
    public void Where_the_branch_isn_t_taken_anything_goes() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          if ((a[i] > 0d) && (uint(p[i]) >= uint(b.Length)))
            exit stop
          if (a[i] > 0d)
            a[i] = b[p[i]]
        """,
        Print(Apply("if (a[i] > 0) a[i] = b[p[i]];")));

    [Theory]
    [InlineData("int k = p[i]; a[i] += b[k]; k = q[i]; a[i] += b[k];")] // another place under the same name
    [InlineData("if (a[i] > 0) { int k = p[i]; a[i] = b[k]; }")] // computed in a branch
    [InlineData("if (a[i] > 0) a[i] += b[q[p[i]]];")] // the second hop would be looked up where the first isn't tested
    [InlineData("a[i] += b[l]; l += p[i];")] // carried
    [InlineData("p[i] = q[i]; int k = p[i]; a[i] += b[k];")] // computed of what is stored before
    [InlineData("a[i] += b[i];")] // nothing to test
    [InlineData("q[i] = p[i] / q[i];")] // no subscript, and nothing leaves
    public void Left_alone(string body)
    {
        LoopNest nest = Lower(body);
        Assert.Same(nest, RunningTests.Apply(nest));
    }

    private static LoopNest Apply(string body) => RunningTests.Apply(Lower(body));

    private static LoopNest Lower(string body) => TestCompilation.LowerMethod(
        $$"""
        public static int M(double[] a, double[] b, int[] p, int[] q, int n)
        {
            int l = 0;
            for (int i = 0; i < n; i++)
            {
                {{body}}
            }

            return l;
        }
        """).Nests[0];

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
