using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Loops and the IR they are lowered to, as <see cref="IrPrinter"/> prints it.</summary>
public class LoweringTests
{
    internal static string Print(string method, bool isChecked = false)
    {
        MethodModel model = TestCompilation.LowerMethod(method, isChecked);
        return string.Join("---\n", model.Nests.Select(IrPrinter.Print)).TrimEnd();
    }

    [Theory]
    [InlineData(
        "static double F(double[] x, double[] y) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] * y[i]; return sum; }",
        """
        for int i = 0; < x.Length; += 1:long
          sum = (sum + (x[i] * y[i]))
        """)]
    [InlineData(
        "static void F(float[] f, float[] g, float t) { for (int i = 0; i < f.Length; ++i) { g[i] += t * f[i]; } }",
        """
        for int i = 0; < f.Length; += 1:long
          g[i] = (g[i] + (t * f[i]))
        """)]
    [InlineData(
        "static void F(double[] a, int n) { for (int i = n - 1; i >= 0; i -= 2) { double e = a[i]; if (e > 0) a[i] = Math.Sqrt(e); else a[i] = -e; } }",
        """
        for int i = (n - 1); >= 0; += -2:long
          e = a[i]
          if (e > 0d)
            a[i] = Sqrt(e)
          else
            a[i] = -e
        """)]
    public void Loop_is_lowered(string method, string expected) => Assert.Equal(expected, Print(method));
}
