using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Counters that inner loops move are functions of their indices.</summary>
public class InnerInductionsTests
{
    [Fact]
    public void A_row_that_says_where_it_begins_needs_no_steps() => Assert.Equal(
        """
        for int y = 0; < n; += 1:long
          p = (y * m)
          for int x = 0; < m; += 1:long
            b[(p + x)] = a[(p + x)]
        """,
        Print("for (int y = 0; y < n; y++) { int p = y * m; for (int x = 0; x < m; x++) { b[p] = a[p]; p++; } }"));

    [Fact]
    public void A_counter_that_goes_on_moves_by_rows() => Assert.Equal(
        """
        for int y = 0; < n; += 1:long
          for int x = 1; < m; += 1:long
            b[(p + ((x - 1) * 2))] = a[((p + ((x - 1) * 2)) + 1)]
          p = (p + ((m - 1) * 2))
        """,
        Print("int p = 0; for (int y = 0; y < n; y++) for (int x = 1; x < m; x++) { b[p] = a[p + 1]; p += 2; }"));

    [Fact]
    public void It_may_only_go_on_where_rows_have_no_less_than_no_elements() => Assert.Equal(
        "(1:long <= long(m))",
        string.Join(" ", Apply("int p = 0; for (int y = 0; y < n; y++) for (int x = 1; x < m; x++) { b[p] = a[p]; p++; }").Assumed.Select(IrPrinter.Print)));

    [Fact]
    public void What_is_added_behind_the_row_is_added_at_once() => Assert.Equal(
        """
        for int y = 0; < n; += 1:long
          for int x = 0; < m; += 1:long
            b[(p + x)] = a[y]
          p = (p + (m + k))
        """,
        Print("int p = 0; for (int y = 0; y < n; y++) { for (int x = 0; x < m; x++) { b[p] = a[y]; p++; } p += k; }"));

    [Fact]
    public void Steps_in_the_header_are_the_bodys_last() => Assert.Equal(
        """
        for int y = 0; < n; += 1:long
          p = (y * m)
          for int x = 0; < m; += 1:long
            b[(p + x)] = a[(p + x)]
        """,
        Print("for (int y = 0; y < n; y++) { int p = y * m; for (int x = 0; x < m; x++, p++) b[p] = a[p]; }"));

    [Fact]
    public void Down_and_in_64_bits() => Assert.Equal(
        """
        for int y = 0; < n; += 1:long
          p = long(y)
          for int x = m; > 0; += -1:long
            b[(p + ((long(m) - long(x)) * long(k)))] = a[x]
        """,
        Print("for (int y = 0; y < n; y++) { long p = y; for (int x = m; x > 0; x--) { b[p] = a[x]; p += k; } }"));

    [Theory]
    // A reduction, a condition, a step that changes, or one that is checked.
    [InlineData("for (int y = 0; y < n; y++) for (int x = 0; x < m; x++) { b[x] = a[x]; k++; }")]
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < m; x++) { if (a[x] > 0) p++; b[x] = a[p]; }")]
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < m; x++) { b[x] = a[p]; p += x; }")]
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < m; x++) { b[x] = a[p]; checked { p++; } }")]
    // It goes on by what isn't known before.
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < y; x++) { b[p] = a[p]; p++; }")]
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < (int)a[y]; x++) { b[p] = a[p]; p++; }")]
    // The loop may be left.
    [InlineData("int p = 0; for (int y = 0; y < n; y++) for (int x = 0; x < m; x++) { if (a[x] < 0) return; b[p] = a[p]; p++; }")]
    public void Others_stay(string loops)
    {
        LoopNest nest = Lower(loops);
        Assert.Same(nest, InnerInductions.Apply(nest));
    }

    private static string Print(string loops) => IrPrinter.Print(Apply(loops)).TrimEnd();

    private static LoopNest Apply(string loops) => InnerInductions.Apply(Lower(loops));

    private static LoopNest Lower(string loops) => Assert.Single(TestCompilation.LowerMethod(
        $"static void F(double[] a, double[] b, int n, int m, int k) {{ {loops} }}", false).Nests);
}
