namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Kernels without lanes, and expressions as scalar C#, also in projects that check overflow by default.</summary>
public class ScalarKernelTests
{
    [Theory]
    [InlineData("(p[i] & 3) == 1 || p[i] > 7 && q[i] != p[i] ? p[i] - (q[i] - 3) : -(p[i] ^ q[i] | 5)")]
    [InlineData("(p[i] + q[i] << 3 & 0xFF) - -i * (p[i] - -1)")]
    [InlineData("~p[i] >> (q[i] & 7) >>> 2")]
    [InlineData("(int)(byte)(p[i] * 77) + (sbyte)q[i] + (short)(p[i] + q[i]) + (char)p[i]")]
    [InlineData("(int)((long)p[i] * q[i] >> 7) + (int)((uint)p[i] / 3) + (int)(ulong)q[i]")]
    [InlineData("-(-p[i]) - (-2147483648) + (int)(p[i] * 0.1f) + (int)(q[i] / 0.3)")]
    [InlineData("Math.Max(p[i], q[i]) % 17 + Math.Min(p[i], (int)(uint)q[i]) / 3")]
    [InlineData("(p[i] > 0) == (q[i] > 0) ? 1 : (p[i] < 0 ^ q[i] < 0) ? 2 : 3")]
    [InlineData("(int)(float)1e30 + (int)double.NaN + (p[i] * -0.0 == 0 ? 'a' : '\\'')")]
    public void Expression(string expression)
    {
        string method = $"static void F(int[] p, int[] q, int[] r, int n) {{ unchecked {{ for (int i = 0; i < n; i++) r[i] = {expression}; }} }}";
        KernelRun.Check(new KernelCase(method, lanes: ""), seeds: 2);
        KernelRun.Check(new KernelCase(method, lanes: ""), isChecked: true, seeds: 2);
        KernelRun.Check(new KernelCase(method), isChecked: true, seeds: 2);
    }

    [Theory]
    [InlineData("static void F(int[] a, int n) { int i = 2; while (i < n) { a[i] = 2 * i; i++; } }", "i")]
    [InlineData("static void F(double[] a, int n) { int i = n; while (i-- > 0) a[i] *= 2; }", "i")]
    [InlineData("static void F(double[] a, int n) { for (int k = 0; k < 4; k++) { int j = k; while (j < n) { a[j] *= 2; j++; } } }", "j")]
    [InlineData("static void F(double[] a, int n) { for (int k = 0; k < 4; k++) { int j = k; while (j < n) { a[j] *= 2; j += 3; } } }", "")]
    public void While_loop_starts_at_its_index(string method, string lanes)
    {
        KernelRun.Check(new KernelCase(method, lanes: lanes, unroll: 1), seeds: 1);
        KernelRun.Check(new KernelCase(method, lanes: ""), seeds: 1);
    }

    [Theory]
    [InlineData("static void F(uint[] a, int n) { for (byte i = 200; i > 100; i -= 3) a[i - 100] = i; }", "")]
    [InlineData("static double F(double[] a, int n) { double s = 0; for (int i = n; i >= 0; i--) { int j = 0; while (j < 3) { s += a[i]; j++; } } return s; }", "s:Add j:Private")]
    [InlineData("static int F(int[] a, int n) { int s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < 5; j++) { if (a[i + j] > 3) break; s += j; } return s; }", "s:Add")]
    [InlineData("static int F(int[] a, int n) { int c = 5; for (int i = 2; i < n; i += 2) { c += 3; a[i] = c; } return 0; }", "c:Step(3)")]
    [InlineData("static void F(float[] a, int n) { for (int i = 0; i < n; i++) a[i] = (float)(a[i] * 1.1 + 1.5f) - 1e-8f + 123456.7f; }", "")]
    public void Loop(string method, string roles)
    {
        KernelRun.Check(new KernelCase(method, roles, lanes: ""), tolerance: 1e-9, seeds: 1);
    }
}
