using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Of an element whose place is one of two, by the index, a choice of two elements.</summary>
public class SubscriptChoicesTests
{
    [Theory]
    [InlineData("b[i] = a[i == 0 ? n - 1 : i - 1];", "b[i] = ((i == 0) ? a[(n - 1)] : a[(i - 1)])")]
    [InlineData("b[i] = a[(i > m ? i : m) + 1];", "b[i] = ((i > m) ? a[(i + 1)] : a[(m + 1)])")]
    [InlineData("b[i] = a[Math.Max(i - 1, 0)];", "b[i] = (((i - 1) >= 0) ? a[(i - 1)] : a[0])")]
    [InlineData("b[i] = a[Math.Min(i + 1, n - 1)];", "b[i] = (((i + 1) <= (n - 1)) ? a[(i + 1)] : a[(n - 1)])")]
    [InlineData("b[i] = a[(i + 1) % n];", "b[i] = (((i + 1) < n) ? a[(i + 1)] : a[((i + 1) - n)])")]
    [InlineData("int before = i == 0 ? n - 1 : i - 1; b[i] = a[before];", "b[i] = ((i == 0) ? a[(n - 1)] : a[(i - 1)])")]
    [InlineData("b[i == 0 ? n - 1 : i - 1] += t;", "if (i == 0) b[(n - 1)] = (b[(n - 1)] + t) else b[(i - 1)] = (b[(i - 1)] + t)")]
    public void Each_place_is_affine(string body, string expected)
    {
        string printed = IrPrinter.Print(SubscriptChoices.Apply(Nest(body)));
        Assert.Equal(expected, string.Join(" ", printed.Split('\n').Skip(1).Select(line => line.Trim())).Trim());
    }

    [Theory]
    // By data, or by what the loop changes.
    [InlineData("b[i] = a[p[i] == 0 ? n - 1 : i];")]
    [InlineData("b[i] = a[i == m ? 0 : i]; m = p[i];")]
    // The sum may wrap around, so that it isn't known where the condition changes.
    [InlineData("b[i] = a[i + m < n ? i : 0];")]
    [InlineData("b[i] = a[Math.Min(i + m, n)];")]
    // More than once around, or the remainder is negative.
    [InlineData("b[i] = a[(2 * i + 1) % n];")]
    [InlineData("b[i] = a[(i - 1) % n];")]
    [InlineData("b[i] = a[i % m];")]
    // The same for all iterations.
    [InlineData("b[i] = a[m > 0 ? i : 0];")]
    // Too many places.
    [InlineData("b[i] = a[Math.Min(i, 1) + Math.Min(i, m) + Math.Max(i, k) + Math.Max(i, 7)];")]
    public void Otherwise_the_subscript_stays(string body)
    {
        LoopNest nest = Nest(body);
        Assert.Same(nest, SubscriptChoices.Apply(nest));
    }

    private static LoopNest Nest(string body) => Assert.Single(TestCompilation.LowerMethod(
        $"static void F(int n, int m, int k, double t, double[] a, double[] b, int[] p) {{ for (int i = 0; i < n; i++) {{ {body} }} }}", false).Nests);
}
