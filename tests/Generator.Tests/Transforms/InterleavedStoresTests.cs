using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Stores that fill their memory are put together where an iteration doesn't notice.</summary>
public class InterleavedStoresTests
{
    [Fact]
    public void Values_come_first_and_stores_in_the_order_of_memory() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          cValue_ = (a[i] + 1d)
          b[i] = a[i]
          cValue = b[i]
          c[(2 * i)] = cValue
          c[((2 * i) + 1)] = cValue_
        """,
        Print(InterleavedStores.Apply(Lower("c[2 * i + 1] = a[i] + 1; b[i] = a[i]; c[2 * i] = b[i];"))));

    [Fact]
    public void What_is_passed_by_must_be_another_object() => Assert.Equal(
        [("a", "c"), ("b", "c")],
        InterleavedStores.Apply(Lower("c[2 * i] = 1; b[2 * i] = a[2 * i]; c[2 * i + 1] = 2;")).Apart
            .Select(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0 ? (pair.First.Name, pair.Second.Name) : (pair.Second.Name, pair.First.Name)).OrderBy(pair => pair.Item1));

    [Theory]
    [InlineData("c[2 * i] = a[i];")] // gaps stay as they are
    [InlineData("c[3 * i] = a[i]; c[3 * i + 1] = b[i];")]
    [InlineData("c[3 * i] = a[i]; c[3 * i + 2] = b[i];")]
    [InlineData("c[2 * i] = a[i]; if (a[i] > 0) c[2 * i + 1] = b[i];")] // not in every iteration
    [InlineData("c[2 * i] = a[i]; c[2 * i + 1] = c[2 * i];")] // read in between
    [InlineData("c[2 * i] = a[i]; c[2 * i + 1] = 1; c[2 * i] = 2;")] // stored twice
    [InlineData("c[2 * i] = a[i]; b[2 * i + 1] = 1;")]
    [InlineData("c[2 * i] = a[i]; c[2 * n + 1] = 1;")]
    [InlineData("c[5 * i] = 0; c[5 * i + 1] = 1; c[5 * i + 2] = 2; c[5 * i + 3] = 3; c[5 * i + 4] = 4;")] // no vectors for it
    public void Everything_else_stays_as_it_is(string body)
    {
        LoopNest nest = Lower(body);
        Assert.Same(nest, InterleavedStores.Apply(nest));
    }

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();

    private static LoopNest Lower(string body) => TestCompilation.LowerMethod(
        $"static void F(double[] a, double[] b, double[] c, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }}", false).Nests[0];
}
