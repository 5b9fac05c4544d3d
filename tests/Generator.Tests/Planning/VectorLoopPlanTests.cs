using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Planning;

/// <summary>What is decided of a loop in lanes beyond its width.</summary>
public class VectorLoopPlanTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = b[i] * 2;", true)]
    [InlineData("for (int i = 0; i < n; i++) { double e = b[i]; if (e > 0) a[i] = e; }", true)]
    [InlineData("for (int i = 0; i < n; i++) a[i] = Math.Sqrt(b[i]) + p[0];", true)]
    // It leaves a value behind.
    [InlineData("double e = 0; for (int i = 0; i < n; i++) { e = b[i]; a[i] = e; } a[0] = e;", false)]
    [InlineData("double s = 0; for (int i = 0; i < n; i++) s += b[i]; a[0] = s;", false)]
    // Elements that don't lie side by side.
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = b[2 * i] * b[2 * i] + 1;", false)]
    [InlineData("for (int i = n - 1; i >= 0; i--) a[i] = b[i] * b[i];", false)]
    // A masked load of bytes takes AVX-512.
    [InlineData("for (int i = 0; i < n; i++) u[i] = 3;", false)]
    // What lanes beyond the end would divide by is zero.
    [InlineData("for (int i = 0; i < n; i++) p[i] = p[i] / 7 + p[i];", false)]
    public void What_is_left_is_one_vector(string body, bool expected) => Assert.Equal(expected, Planned(body).MasksRemainder);

    [Theory]
    [InlineData("for (int i = 8; i < n; i++) a[i] = a[i - 8] + b[i];", 1)]
    [InlineData("for (int i = 8; i < n; i++) a[i] = (a[i - 8] + b[i]) * a[i - 8] + a[i - 4 - 4];", 1)]
    [InlineData("for (int i = 16; i < n; i++) p[i] = p[i - 16] + 1;", 1)]
    // The place isn't known before the loop.
    [InlineData("for (int i = 8; i < n; i++) { int k = i - 8; a[i] = a[k] + b[i]; }", 0)]
    // Two vectors away.
    [InlineData("for (int i = 16; i < n; i++) a[i] = a[i - 16] + b[i];", 0)]
    // Some iterations don't store.
    [InlineData("for (int i = 8; i < n; i++) if (b[i] > 0) a[i] = a[i - 8] + b[i];", 0)]
    // b may be a.
    [InlineData("for (int i = 8; i < n; i++) { a[i] = a[i - 8] + 1; b[i] = 2; }", 0)]
    // It is loaded after the store as well.
    [InlineData("for (int i = 8; i < n; i++) { a[i] = a[i - 8] + 1; p[i] = (int)a[i - 8]; }", 0)]
    public void The_vector_before_stays_in_a_register(string body, int expected) => Assert.Equal(expected, Planned(body).Carried.Count);

    private static VectorLoopPlan Planned(string body)
    {
        MethodModel method = TestCompilation.LowerMethod($"public static void M(double[] a, double[] b, int[] p, byte[] u, int n) {{ {body} }}");
        return Assert.Single(MethodPlanner.Plan(method).VectorizedRegions).Vector!;
    }
}
