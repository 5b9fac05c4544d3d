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

    /// <summary>The lowered body of a loop over i from 0 to n around the statements.</summary>
    internal static string PrintBody(string statements, string parameters, string members = "", bool isChecked = false)
    {
        string printed = Print($"void F({parameters}, int n) {{ for (int i = 0; i < n; i++) {{ {statements} }} }} {members}", isChecked);
        string[] lines = printed.Split('\n');
        Assert.Equal("for int i = 0; < n; += 1:long", lines[0]);
        return string.Join("\n", lines.Skip(1).Select(line => line.Substring(2)));
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
    [InlineData(
        "static void F(double[,] A, double[,] B, int n) { for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) A[i, j] = B[j, i]; }",
        """
        for int i = 0; < n; += 1:long
          for int j = 0; < i; += 1:long
            A[i, j] = B[j, i]
        """)]
    [InlineData(
        "static void F(double[][] J, double t) { for (int i = 0; i < J.Length; i++) for (int j = 0; j < J[i].Length; j++) J[i][j] += t; }",
        """
        for int i = 0; < J.Length; += 1:long
          for int j = 0; < J[i].Length; += 1:long
            J[i, j] = (J[i, j] + t)
        """)]
    [InlineData(
        "static unsafe void F(double* p, Span<double> s, List<double> l) { for (int i = 0; i < l.Count; i++) p[i] = s[i] + l[i]; }",
        """
        for int i = 0; < l.Length; += 1:long
          p[i] = (s[i] + l[i])
        """)]
    [InlineData(
        "void F(int n) { for (int i = 0; i < n; i++) _data[i] *= Gain + Twice; } double _scale = 1; double[] _data = []; double Gain { get; set; } double Twice => _scale * 2;",
        """
        for int i = 0; < n; += 1:long
          _data[i] = (_data[i] * (Gain + (_scale * 2d)))
        """)]
    [InlineData(
        "static void F(Span<int> s, List<int> l) { for (int i = 1; i < s.Length; i++) s[^i] = l[^1]; }",
        """
        for int i = 1; < s.Length; += 1:long
          s[(s.Length - i)] = l[(l.Length - 1)]
        """)]
    [InlineData(
        "static void F(Particles p, Vector2 shift, double t) { for (int i = 0; i < p.X.Length; i++) p.X[i] += p.V[i] * t + shift.X; } class Particles { public double[] X = []; public double[] V { get; } = []; }",
        """
        for int i = 0; < X.Length; += 1:long
          X[i] = (X[i] + ((V[i] * t) + double(X2)))
        """)]
    [InlineData(
        "static void F(Particles p, Particles q) { for (int i = 0; i < p.X.Length; i++) { p.X[i] = q.X[i]; } } class Particles { public double[] X = []; }",
        """
        for int i = 0; < X.Length; += 1:long
          X[i] = X2[i]
        """)]
    [InlineData(
        "static void F(Particles p, double[] b) { for (int i = 0; i < 9; i++) { p.X[i] = 1; p.X = b; } } class Particles { public double[] X = []; }",
        """
        for int i = 0; < 9; += 1:long
          opaque (p.X[i]) AP2003 p.X[i] | what it refers to can change while the loop runs
          opaque (p.X, of type double[],) AP1003 X | p.X
        """)]
    public void Loop_is_lowered(string method, string expected) => Assert.Equal(expected, Print(method));
}
