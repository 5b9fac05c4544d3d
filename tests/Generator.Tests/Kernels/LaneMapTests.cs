namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Element-wise loops in lanes: the bits of the loop as written.</summary>
public class LaneMapTests
{
    [Theory]
    [InlineData("static void F(double[] a, double[] b, double[] c, int n) { for (int i = 0; i < n; i++) c[i] = a[i] + b[i]; }")]
    [InlineData("static void F(float[] x, float[] y, float t, int n) { for (int i = 0; i < n; i++) y[i] += t * x[i]; }")]
    [InlineData("static void F(int[] p, int[] q, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = p[i] * q[i] - i; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 1; i <= n; i++) b[i] = a[i - 1] + a[i] + a[i + 1]; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = n - 1; i >= 0; i--) b[i] = -a[i]; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) b[i] = a[2 * i] + a[2 * i + 1]; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) b[3 * i + 1] = a[n - i]; }")]
    [InlineData("static void F(float[] a, int n) { for (int i = 0; i < 2 * n; i += 2) a[i] = i; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) { double e = a[i] - b[i]; b[i] = e * e; } }", "e:Private")]
    [InlineData("static double F(double[] a, double[] b, int n) { double e = -1; for (int i = 0; i < n; i++) { e = a[i]; b[i] = e * e; } return e; }", "e:Private")]
    [InlineData("static void F(byte[] u, byte[] v, int n) { for (int i = 0; i < n; i++) v[i] = (byte)((u[i] + v[i] + 1) >> 1); }")]
    [InlineData("static void F(byte[] u, double[] a, int n) { for (int i = 0; i < n; i++) a[i] += u[i]; }")]
    [InlineData("static void F(short[] u, sbyte[] v, long[] a, int n) { for (int i = 0; i < n; i++) { a[i] += u[i] * v[i]; } }")]
    [InlineData("static void F(byte[] u, int n) { for (int i = 0; i < n; i++) u[i] = 0; }")]
    [InlineData("static void F(byte[] u, double[] a, int n) { for (int i = 0; i < n; i++) u[i] = (byte)a[i]; }")]
    [InlineData("static void F(char[] u, ushort[] v, int n) { for (int i = 0; i < n; i++) u[i] = (char)(v[i] + 1); }")]
    [InlineData("static void F(int[] r, double[] a, int n) { for (int i = 0; i < n; i++) r[i] = (int)a[i]; }")]
    [InlineData("static void F(uint[] r, double[] a, int n) { for (int i = 0; i < n; i++) r[i] = (uint)a[i]; }")]
    [InlineData("static void F(long[] r, double[] a, int n) { for (int i = 0; i < n; i++) r[i] = (long)a[i]; }")]
    [InlineData("static void F(ulong[] r, double[] a, int n) { for (int i = 0; i < n; i++) r[i] = (ulong)a[i]; }")]
    [InlineData("static void F(int[] r, float[] a, int n) { for (int i = 0; i < n; i++) r[i] = (int)a[i]; }")]
    [InlineData("static void F(uint[] r, float[] a, int n) { for (int i = 0; i < n; i++) r[i] = (uint)a[i]; }")]
    [InlineData("static void F(long[] r, float[] a, int n) { for (int i = 0; i < n; i++) r[i] = (long)a[i]; }")]
    [InlineData("static void F(ulong[] r, float[] a, int n) { for (int i = 0; i < n; i++) r[i] = (ulong)a[i]; }")]
    [InlineData("static void F(int[] r, float[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(uint[] r, float[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(long[] r, float[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(ulong[] r, float[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(uint[] r, double[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(long[] r, double[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(ulong[] r, double[] a, int n) { for (int i = 0; i < n; i++) a[i] = r[i]; }")]
    [InlineData("static void F(float[] f, float[] g, int n) { for (int i = 0; i < n; i++) f[i] = (float)(f[i] * 1.1 + g[i]); }")]
    [InlineData("static void F(short[] r, float[] a, int n) { for (int i = 0; i < n; i++) r[i] = (short)a[i]; }")]
    [InlineData("static void F(int[] p, int[] q, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = (p[i] << q[i]) ^ (p[i] >> q[i]) ^ (p[i] >>> q[i]); }")]
    [InlineData("static void F(long[] p, int[] q, int n) { for (int i = 0; i < n; i++) p[i] = (p[i] << q[i]) ^ (p[i] >> q[i]) ^ (p[i] >>> q[i]); }")]
    [InlineData("static void F(uint[] p, int m, int n) { for (int i = 0; i < n; i++) p[i] = (p[i] << m) ^ (p[i] >> 37) ^ ~p[i]; }")]
    [InlineData("static void F(int[] p, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = p[i] / 7 + p[i] % 5; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) a[i] = a[i] % b[i] - a[i] / 3; }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) a[i] = Math.Exp(-a[i] * a[i]) + Math.Pow(a[i], b[i]); }")]
    [InlineData("static void F(uint[] p, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = BitOperations.PopCount(p[i]) - BitOperations.LeadingZeroCount(p[i]); }")]
    public void Bits_are_those_of_the_loop(string method, string roles = "") => KernelRun.Check(new KernelCase(method, roles));

    [Theory]
    [InlineData("Math.Min(a[i], b[i])")]
    [InlineData("Math.Max(a[i], b[i])")]
    [InlineData("double.MinNumber(a[i], b[i])")]
    [InlineData("double.MaxNumber(a[i], b[i])")]
    [InlineData("Math.Floor(a[i]) + Math.Ceiling(b[i])")]
    [InlineData("Math.Round(a[i]) - Math.Truncate(b[i])")]
    [InlineData("Math.CopySign(a[i], b[i]) + Math.Abs(a[i])")]
    [InlineData("Math.Sqrt(a[i])")]
    [InlineData("Math.FusedMultiplyAdd(a[i], b[i], a[i])")]
    [InlineData("Math.Clamp(a[i], -1, 1)")]
    [InlineData("a[i] * 0 - b[i]")]
    [InlineData("double.IsNaN(a[i]) || double.IsInfinity(b[i]) ? 1 : double.IsNegative(a[i]) ? 2 : 3")]
    [InlineData("a[i] > b[i] ? a[i] : b[i]")]
    [InlineData("a[i] <= b[i] && a[i] != 0 ? i : -b[i]")]
    [InlineData("n > 20 ? a[i] : b[i]")]
    public void Float_expression(string expression)
    {
        KernelRun.Check(new KernelCase($"static void F(double[] a, double[] b, double[] c, int n) {{ for (int i = 0; i < n; i++) c[i] = {expression}; }}"));
        KernelRun.Check(new KernelCase(
            $"static void F(float[] a, float[] b, float[] c, int n) {{ for (int i = 0; i < n; i++) c[i] = {expression.Replace("Math.", "MathF.").Replace("MathF.Clamp", "Math.Clamp").Replace("double.", "float.")}; }}"));
    }
}
