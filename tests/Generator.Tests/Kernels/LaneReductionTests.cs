namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Reductions in lanes.</summary>
public class LaneReductionTests
{
    [Theory]
    [InlineData("static int F(int[] p, int n) { int s = 7; for (int i = 0; i < n; i++) s += p[i]; return s; }", "s:Add")]
    [InlineData("static int F(int[] p, int n) { int s = 7; for (int i = 0; i < n; i++) s -= p[i] * p[i]; return s; }", "s:Add")]
    [InlineData("static long F(int[] p, int[] q, int n) { long s = 0; for (int i = 0; i < n; i++) s += p[i] * q[i]; return s; }", "s:Add")]
    [InlineData("static long F(byte[] p, int n) { long s = 0; for (int i = 0; i < n; i++) s += p[i]; return s; }", "s:Add")]
    [InlineData("static int F(double[] a, double t, int n) { int s = 0; for (int i = 0; i < n; i++) if (a[i] > t) s++; return s; }", "s:Add")]
    [InlineData("static short F(short[] p, int n) { short s = 3; for (int i = 0; i < n; i++) s += p[i]; return s; }", "s:Add")]
    [InlineData("static uint F(uint[] p, int n) { uint s = 1; for (int i = 0; i < n; i++) s *= p[i]; return s; }", "s:Multiply")]
    [InlineData("static ulong F(ulong[] p, int n) { ulong s = ~0UL; for (int i = 0; i < n; i++) s &= p[i]; return s; }", "s:And")]
    [InlineData("static int F(int[] p, int n) { int s = 0; for (int i = 0; i < n; i++) s ^= p[i] | i; return s; }", "s:Xor")]
    [InlineData("static bool F(int[] p, int n) { bool s = true; for (int i = 0; i < n; i++) s &= p[i] != 1; return s; }", "s:And")]
    [InlineData("static bool F(int[] p, int n) { bool s = false; for (int i = 0; i < n; i++) s |= p[i] == 5; return s; }", "s:Or")]
    [InlineData("static bool F(double[] p, int n) { bool s = false; for (int i = 0; i < n; i++) s ^= p[i] > 0; return s; }", "s:Xor")]
    [InlineData("static double F(double[] a, double t, int n) { double s = t; for (int i = 0; i < n; i++) s = Math.Min(s, a[i]); return s; }", "s:Min")]
    [InlineData("static float F(float[] a, float t, int n) { float s = t; for (int i = 0; i < n; i++) s = Math.Max(s, a[i]); return s; }", "s:Max")]
    [InlineData("static double F(double[] a, int n) { double s = a[0]; for (int i = 1; i < n; i++) if (a[i] < s) s = a[i]; return s; }", "s:LessFirst")]
    [InlineData("static double F(double[] a, int n) { double s = a[0]; for (int i = 1; i < n; i++) if (a[i] <= s) s = a[i]; return s; }", "s:LessLast")]
    [InlineData("static float F(float[] a, int n) { float s = a[0]; for (int i = 1; i < n; i++) if (a[i] > s) s = a[i]; return s; }", "s:GreaterFirst")]
    [InlineData("static double F(double[] a, double t, int n) { double s = t; for (int i = 0; i < n; i++) if (a[i] >= s) s = a[i]; return s; }", "s:GreaterLast")]
    [InlineData("static double F(double[] a, double t, int n) { double s = t; for (int i = 0; i < n; i++) s = s < a[i] ? s : a[i]; return s; }", "s:LessOrReplace")]
    [InlineData("static float F(float[] a, float t, int n) { float s = t; for (int i = 0; i < n; i++) s = s > a[i] ? s : a[i]; return s; }", "s:GreaterOrReplace")]
    [InlineData("static int F(int[] a, int n) { int s = a[0]; for (int i = 1; i < n; i++) if (a[i] < s) s = a[i]; return s; }", "s:LessFirst")]
    [InlineData("static int F(double[] a, double t, int n) { double s = t; int l = -1; for (int i = 0; i < n; i++) if (a[i] < s) { s = a[i]; l = i; } return l; }", "s:LessFirst(l)")]
    [InlineData("static double F(double[] a, double t, int n) { double s = t; int l = -1; for (int i = 0; i < n; i++) if (a[i] <= s) { s = a[i]; l = i; } return s + l; }", "s:LessLast(l)")]
    [InlineData("static long F(int[] a, int n) { int s = int.MinValue; long l = 5; bool o = true; for (int i = 0; i < n; i++) if (a[i] > s) { s = a[i]; l = i * 3; o = i % 2 == 0; } return o ? l : s; }", "s:GreaterFirst(l,o)")]
    [InlineData("static int F(float[] a, float[] b, int n) { float s = a[0]; int l = 0; for (int i = 1; i < n; i++) if (a[i] >= s) { s = a[i]; l = i; } return l; }", "s:GreaterLast(l)")]
    [InlineData("static double F(double[] a, double t, int n) { double e = -1; for (int i = 0; i < n; i++) if (a[i] > t) e = a[i] * 2; return e; }", "e:Last")]
    [InlineData("static int F(int[] a, int n) { int s = 0; double e = -1; for (int i = 0; i < n; i++) { s += a[i]; e = a[i] / 2.0; } return s + (int)e; }", "s:Add e:Private")]
    [InlineData("static int F(int[] a, int[] b, int n) { int l = 3; for (int i = 0; i < n; i++) { b[l] = a[i]; l += 2; } return 0; }", "l:Step(2)")]
    [InlineData("static int F(int[] a, int n) { int l = 3; int s = 0; for (int i = 0; i < n; i++) { s += a[i] * l; l -= 2; s ^= 0; } return s; }", "l:Step(-2) s:Add")]
    public void Exact(string method, string roles)
    {
        KernelRun.Check(new KernelCase(method, roles));
        KernelRun.Check(new KernelCase(method, roles, unroll: 1), isChecked: false, seeds: 2);
    }

    [Theory]
    [InlineData("static double F(double[] a, double[] b, int n) { double s = 1; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }", "s:Add")]
    [InlineData("static float F(float[] f, int n) { float s = 0; for (int i = 0; i < n; i++) s += f[i]; return s; }", "s:Add")]
    [InlineData("static double F(double[] a, double t, int n) { double s = 0; for (int i = 0; i < n; i++) if (a[i] > t) s += a[i]; return s; }", "s:Add")]
    public void Reassociated(string method, string roles) =>
        KernelRun.Check(new KernelCase(method, roles, unroll: 4), tolerance: 1e-3, seeds: 1);
}
