using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>The innermost loop runs along rows, in rectangles and triangles, where no dependence forbids it.</summary>
public class LoopInterchangeTests
{
    [Fact]
    public void Columns_become_rows() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          for int j = 1; < m; += 1:long
            A[i, j] = B[i, j]
        """,
        Print("for (int j = 1; j < m; j++) for (int i = 0; i < n; i++) A[i, j] = B[i, j];"));

    [Fact]
    public void A_triangle_is_read_the_other_way_round() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          for int j = 0; < (long(i) + 1:long); += 1:long
            A[i, j] = B[i, j]
        """,
        Print("for (int j = 0; j < n; j++) for (int i = j; i < n; i++) A[i, j] = B[i, j];"));

    [Fact]
    public void What_lies_above_the_diagonal_starts_behind_it() => Assert.Equal(
        """
        for int i = 0; < (long(n) - 1:long); += 1:long
          for int j = (i + 1); < n; += 1:long
            A[i, j] = B[i, j]
        """,
        Print("for (int j = 0; j < n; j++) for (int i = 0; i < j; i++) A[i, j] = B[i, j];"));

    [Fact]
    public void A_triangle_that_something_else_cuts_off_has_two_ends() => Assert.Equal(
        """
        for int i = 1; < n; += 1:long
          for int j = 0; < Min(long(m), long(i)); += 1:long
            A[i, j] = B[i, j]
        """,
        Print("for (int j = 0; j < m; j++) for (int i = j + 1; i < n; i++) A[i, j] = B[i, j];"));

    [Fact]
    public void A_product_keeps_its_sums_in_registers() => Assert.Equal(
        """
        for int i = 0; < n; += 1:long
          for int j = 0; < n; += 1:long
            for int k = 0; < n; += 1:long
              A[i, j] = (A[i, j] + (B[i, k] * C[k, j]))
        """,
        Print("for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) for (int i = 0; i < n; i++) A[i, j] += B[i, k] * C[k, j];"));

    [Fact]
    public void Two_arrays_that_may_be_one_must_not_be() => Assert.Equal(
        ["A", "B"],
        Apply("for (int j = 1; j < m; j++) for (int i = 0; i < n; i++) A[i, j] = B[i + 1, j - 1];").Apart
            .SelectMany(pair => new[] { pair.First.Name, pair.Second.Name }).Order());

    [Theory]
    // The sink in a later iteration of the one and an earlier one of the other.
    [InlineData("for (int j = 1; j < m; j++) for (int i = 0; i < n; i++) A[i, j] = A[i + 1, j - 1];")]
    [InlineData("for (int j = 1; j < m; j++) for (int i = 1; i < n; i++) { A[i, j] = i; A[i + 1, j - 1] = j; }")]
    // Along rows already, or no better the other way.
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) A[i, j] = B[i, j];")]
    [InlineData("for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) A[i, j] = B[j, i];")]
    [InlineData("for (int j = 0; j < 4; j++) for (int i = 0; i < n; i++) A[i, j] = B[i, j];")]
    // Something else stands between the loops, or is carried, or leaves them.
    [InlineData("for (int j = 0; j < m; j++) { C[0, j] = 1; for (int i = 0; i < n; i++) A[i, j] = B[i, j]; }")]
    [InlineData("for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) { s += A[i, j]; B[i, j] = 0; }")]
    [InlineData("for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) { if (A[i, j] < 0) return s; B[i, j] = 0; }")]
    // Bounds that no other order has, that may wrap, or that are read from memory.
    [InlineData("for (int j = 0; j < m; j++) for (int i = 2 * j; i < n; i++) A[i, j] = B[i, j];")]
    [InlineData("for (int j = 0; j <= m; j++) for (int i = j + 1; i < n; i++) A[i, j] = B[i, j];")]
    [InlineData("for (int j = 0; j < m; j++) for (int i = 0; i < (int)C[0, 0]; i++) A[i, j] = B[i, j];")]
    [InlineData("for (int j = 0; j < m; j++) for (int i = 0; i < n / m; i++) A[i, j] = B[i, j];")]
    public void The_order_stays(string loops)
    {
        LoopNest nest = Lower(loops);
        Assert.Same(nest, LoopInterchange.Apply(nest));
    }

    private static string Print(string loops) => IrPrinter.Print(Apply(loops)).TrimEnd();

    private static LoopNest Apply(string loops) => LoopInterchange.Apply(Lower(loops));

    private static LoopNest Lower(string loops) => Assert.Single(TestCompilation.LowerMethod(
        $"static double F(double[,] A, double[,] B, double[,] C, double s, int n, int m) {{ {loops} return s; }}", false).Nests);
}
