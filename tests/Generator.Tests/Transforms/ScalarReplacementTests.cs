using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>An element that some iterations store is kept in a scalar, as long as nothing else may be stored in its place.</summary>
public class ScalarReplacementTests
{
    [Fact]
    public void A_load_after_a_store_under_a_condition() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          aElement = a[i]
          if (b[i] > 0d)
            aElement = b[i]
            a[i] = aElement
          b[i] = aElement
        """,
        Print(Apply("if (b[i] > 0) a[i] = b[i]; b[i] = a[i];")));

    [Fact]
    public void Stores_of_both_arms_are_one_after_them() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          aElement = a[i]
          if (b[i] > 0d)
            aElement = (aElement + 1d)
          else
            aElement = (aElement * 2d)
          a[i] = aElement
        """,
        Print(Apply("if (b[i] > 0) a[i] += 1; else a[i] *= 2;")));

    [Fact]
    public void It_is_not_loaded_for_nothing() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          if (b[i] > 0d)
            aElement = 1d
          else
            aElement = 2d
          a[i] = aElement
        """,
        Print(Apply("if (b[i] > 0) a[i] = 1; else a[i] = 2;")));

    [Fact]
    public void Not_past_what_may_be_the_element() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          aElement = a[i]
          if (b[i] > 0d)
            aElement = 1d
            a[i] = aElement
          e = aElement
          b[i] = 3d
          aElement = a[i]
          b[i] = (aElement + e)
        """,
        Print(Apply("if (b[i] > 0) a[i] = 1; e = a[i]; b[i] = 3; b[i] = a[i] + e;")));

    [Fact]
    public void Elements_at_a_stride_are_loaded_once() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          bElement = b[(3 * i)]
          a[i] = ((bElement * bElement) + bElement)
        """,
        Print(Apply("a[i] = b[3 * i] * b[3 * i] + b[3 * i];")));

    [Fact]
    public void Neighbours_are_loaded_together() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          bElement_ = b[(2 * i)]
          bElement = b[((2 * i) + 1)]
          e = (bElement + 1d)
          a[i] = (e - bElement_)
        """,
        Print(Apply("e = b[2 * i + 1] + 1; a[i] = e - b[2 * i];")));

    [Fact]
    public void Not_past_a_store_to_what_may_be_theirs() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          bElement = b[(2 * i)]
          a[i] = bElement
          bElement_ = b[((2 * i) + 1)]
          e = bElement_
        """,
        Print(Apply("a[i] = b[2 * i]; e = b[2 * i + 1];")));

    [Fact]
    public void A_place_that_both_arms_move_to_is_one() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          if (b[i] > 0d)
            aElement = 1d
          else
            aElement = e
          a[k] = aElement
          k = (k + 1)
        """,
        Print(Apply("if (b[i] > 0) a[k] = 1; else a[k] = e; k++;")));

    [Theory]
    // Another iteration's element is touched, not this one's.
    [InlineData("if (b[i] > 0) a[i] = 1; b[i] = a[i + 1];")]
    // b may be a.
    [InlineData("if (b[i] > 0) a[i] = 1; b[i] = 2; e = a[i];")]
    // Nothing loads it.
    [InlineData("if (b[i] > 0) a[i] = 1;")]
    // It is loaded once.
    [InlineData("a[i] = b[3 * i];")]
    // The place moves on between the loads.
    [InlineData("e = b[3 * k]; k++; a[i] = b[3 * k];")]
    // It is stored by all.
    [InlineData("a[i] = 1; b[i] = a[i];")]
    // It may not exist where the condition doesn't hold.
    [InlineData("if (b[i] > 0) a[i] = 1; if (e > 1) b[i] = a[i];")]
    // The place moves on in between.
    [InlineData("if (b[i] > 0) a[k] = 1; k++; e = a[k];")]
    public void Otherwise_it_stays(string body) => Assert.Empty(Apply(body).Transformations);

    private static LoopNest Apply(string body) => ScalarReplacement.Apply(Assert.Single(TestCompilation.LowerMethod(
        $"static double F(double[] a, double[] b, double e, int k, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} return e; }}", false).Nests));

    private static string Print(LoopNest nest) => IrPrinter.Print(nest).TrimEnd();
}
