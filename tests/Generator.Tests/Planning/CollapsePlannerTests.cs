using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Planning;

/// <summary>Nests of which threads take parts of the inner loop, too.</summary>
public class CollapsePlannerTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) C[i, j] = A[i, j] + 1;", "j")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 2; j <= m; j++) C[i, j] = Math.Sin(A[i, j]);", "j")]
    [InlineData("for (int i = 0; i < n; i++) { double t = x[i]; for (int j = 0; j < m; j++) C[i, j] = t; }", "j")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) { double t = 0; for (int k = 0; k < n; k++) t += A[i, k] * C[k, j]; B[i, j] = t; }", "j")]
    [InlineData("for (int i = 0; i < n; i++) { int p = i * m; for (int j = 0; j < m; j++) { y[p] = j; p++; } }", "j")]
    public void Both_loops_are_independent(string loops, string inner)
    {
        RegionPlan region = Assert.Single(Plan(loops).ParallelRegions);
        Assert.Equal(inner, region.Collapse?.Inner.Index.Name);
    }

    [Theory]
    // The inner loop depends on itself, ends elsewhere in each row, or yields something.
    [InlineData("for (int i = 0; i < n; i++) for (int j = 1; j < m; j++) C[i, j] = C[i, j - 1] * 0.5;")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) C[i, j] = A[i, j];")]
    [InlineData("for (int i = 0; i < n; i++) { double t = 0; for (int j = 0; j < m; j++) t += A[i, j]; y[i] = t; }")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += (int)A[i, j];")]
    // Something else has effects, or what is loaded before may be stored.
    [InlineData("for (int i = 0; i < n; i++) { y[i] = 0; for (int j = 0; j < m; j++) C[i, j] = A[i, j]; }")]
    [InlineData("for (int i = 0; i < n; i++) { double t = C[i, 0]; for (int j = 0; j < m; j++) C[i, j] = t; }")]
    [InlineData("for (int i = 0; i < n; i++) { double t = A[i, 0]; for (int j = 0; j < m; j++) C[i, j] = t; }")]
    // It's short, the outer one is long, or the outer one is in lanes.
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < 8; j++) C[i, j] = A[i, j];")]
    [InlineData("for (int i = 0; i < 5000; i++) for (int j = 0; j < m; j++) C[i, j] = A[i, j];")]
    [InlineData("for (int i = 0; i < n; i++) { double t = 0; for (int j = 0; j < m; j++) t = t * 0.5 + x[i]; y[i] = t; }")]
    public void Others_stay_whole(string loops) => Assert.All(Plan(loops).ParallelRegions, region => Assert.Null(region.Collapse));

    private static MethodPlan Plan(string loops) => MethodPlanner.Plan(TestCompilation.LowerMethod(
        $"static int F(double[,] A, double[,] B, double[,] C, float[] x, double[] y, int n, int m) {{ int s = 0; {loops} return s; }}", false));
}
