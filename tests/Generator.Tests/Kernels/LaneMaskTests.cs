namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Branches in lanes: nothing is stored, loaded out of range or divided by zero for lanes that don't take them.</summary>
public class LaneMaskTests
{
    [Theory]
    [InlineData("static void F(double[] a, double[] b, double t, int n) { for (int i = 0; i < n; i++) if (a[i] > t) b[i] = a[i]; }")]
    [InlineData("static void F(float[] a, float[] b, int n) { for (int i = 0; i < n; i++) { if (a[i] < 0) continue; b[i] = MathF.Sqrt(a[i]); } }")]
    [InlineData("static void F(int[] p, int[] q, int[] r, int n) { for (int i = 0; i < n; i++) if (q[i] != 0 && q[i] != -1) r[i] = p[i] / q[i] + p[i] % q[i]; }")]
    [InlineData("static void F(int[] p, int[] q, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = q[i] > 0 ? p[i] / q[i] : -1; }")]
    [InlineData("static void F(int[] p, int[] q, int[] r, int n) { for (int i = 0; i < n; i++) r[i] = p[i] switch { 0 => q[i], 1 => -q[i], 2 => q[i] * q[i], _ => 0 }; }")]
    [InlineData("static void F(bool[] on, double[] a, double[] b, int n) { for (int i = 0; i < n; i++) if (on[i]) b[i] = a[i]; else a[i] = b[i]; }")]
    [InlineData("static void F(bool[] on, double[] a, double[] b, int n) { for (int i = 0; i < n; i++) on[i] = a[i] < b[i] || on[i]; }")]
    [InlineData("static void F(byte[] u, double[] a, int n) { for (int i = 0; i < n; i++) if (a[i] > 0) u[i] = (byte)(u[i] + 1); }")]
    [InlineData("static void F(short[] u, float[] a, int n) { for (int i = 0; i < n; i++) if (a[i] > 0) u[i] = (short)-u[i]; else if (a[i] < -1) u[i] = 3; }")]
    [InlineData("static void F(double[] a, double[] b, int m, int n) { for (int i = 0; i < n; i++) if (i > 3) { if (m > 0) b[2 * i] = a[n - i]; else b[i + 1] = -a[i]; } }")]
    [InlineData("static void F(double[] a, double[] b, int n) { for (int i = 0; i < n; i++) { double e = 0; bool o = a[i] > 0; if (o) { e = a[i]; o = b[i] > e; } b[i] = o ? e : -1; } }", "e:Private o:Private")]
    public void Branch(string method, string roles = "")
    {
        KernelRun.Check(new KernelCase(method, roles));
        KernelRun.Check(new KernelCase(method, roles, guarded: false), seeds: 2);
    }

    [Theory]
    [InlineData("static void F(double[,] A, double[,] B, int n) { for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) B[i, j] = A[i, j] + A[i + 1, j + 1] * 2; }", "", "j")]
    [InlineData("static void F(double[,] A, double[,] B, int n) { for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) B[i, j] = A[j, i]; }", "", "j")]
    [InlineData("static void F(double[,] A, double[] c, int n) { for (int i = 0; i < n; i++) { double s = 0; for (int j = 0; j < 9; j++) s += A[j % 2, i] * j; c[i] = s; } }", "s:Private", "i")]
    [InlineData("static void F(double[][] J, double t, int n) { for (int i = 0; i < n; i++) for (int j = 0; j < J[i].Length; j++) J[i][j] += t * i; }", "", "j")]
    [InlineData("static void F(int[] a, int[] b, int n) { for (int i = 0; i < n; i++) { int s = 0; for (int j = 0; j < n; j++) s += a[j]; b[i] = s; } }", "s:Private", "j", "s:Add")]
    [InlineData("static int F(int[,] a, int n) { int s = 0; for (int i = 0; i < n; i++) { for (int j = n; j > 1; j -= 2) if (a[i, j] > 0) s += a[i, j]; } return s; }", "s:Add", "j", "s:Add")]
    [InlineData("static void F(int[] a, int[] b, int n) { for (int i = 0; i < n; i++) { if (a[i] > 0) { int s = 0; for (int j = 0; j < 5; j++) s += a[i + j]; b[i] = s; } } }", "s:Private", "i")]
    [InlineData("static void F(float[] a, float[] b, int n) { for (int i = 0; i < n; i++) b[i] = a[i] > 0 ? 1 : 2; }", "", "")]
    [InlineData("static int F(int[] a, int n) { int s = 3; for (int i = n; i > 0; i -= 3) s += a[i]; return s; }", "s:Add", "")]
    public void Nest(string method, string roles, string lanes, string inner = "") =>
        KernelRun.Check(new KernelCase(method, roles, lanes, unroll: inner.Length > 0 ? 2 : 1, inner), seeds: 2);
}
