using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>Shapes of methods that a copy of their text could break.</summary>
public class CompilesTests
{
    [Theory]
    [InlineData("void F(int[] a, out int last) { for (int i = 0; i < a.Length; i++) { last = a[i] * 2; a[i] = last; } last = 0; }")]
    [InlineData("void F(int[] a, out int sum) { sum = 0; for (int i = 0; i < a.Length; i++) sum += a[i]; }")]
    [InlineData("void F(int[] a, int[] b) { int e; for (int i = 0; i < a.Length; i++) { e = a[i] * 2; b[i] = e + e; } }")]
    [InlineData("int F(int[] a) { int best = -1, at; for (int i = 0; i < a.Length; i++) { if (a[i] > best) { best = a[i]; at = i; } } return best; }")]
    [InlineData("int F(int[] a, int n) { int i = 0, e; do { e = a[i]; a[i] = e + 1; i++; } while (i < n); return e; }")]
    [InlineData("void F(int[] a, int[] c) { var e = new int[3]; for (int i = 0; i < c.Length; i++) { for (int j = 0; j < 3; j++) { if (j < 2) e[j] = a[2 * i + j] << j; else e[j] = 5; } c[i] = e[0] - e[1]; } }")]
    [InlineData("void F<T>(T[] a, T v) { for (int i = 0; i < a.Length; i++) a[i] = v; }")]
    [InlineData("void F<T>(string[] a) { for (int i = 0; i < a.Length; i++) a[i] = typeof(T).Name; }")]
    [InlineData("int F(int[] a) { if (a.Length > 3) goto end; again: for (int i = 0; i < a.Length; i++) { int y = a[i]; a[i] = y + 1; } if (a[0] == 0) goto again; end: return 1; }")]
    [InlineData("int F(int[] a, int m) { switch (m) { case 0: for (int i = 0; i < a.Length; i++) a[i]++; break; default: for (int i = a.Length; --i >= 0;) a[i] = 0; break; } return 0; }")]
    [InlineData("string F(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = i; return @\"x\n   y\"; }")]
    [InlineData("unsafe void F(double* x, double* y, int n) { for (int i = 0; i < n; i++) y[i] = x[i] + 1; }")]
    [InlineData("int F(int[] @for, int trips, int result) { int @in = 0; for (int @do = 0; @do < trips; @do++) @in += @for[@do] + result; return @in; }")]
    [InlineData("int F(int[] a) { int s = 0; foreach (int v in a) s += v; return s; } [Parallelize, Vectorize] static long F(long[] a) { long s = 0; foreach (long v in a) s += v; return s; }")]
    [InlineData("double F(double a, double b) => a * b + 1;")]
    [InlineData("double F(double a, double b, float c, int d, long e, double f) => (a * b) + (c * d) + (e * f);")]
    [InlineData("double F(double x) => x + 1; public static void F(System.ReadOnlySpan<double> x, System.Span<double> y) { } public static void FParallel(System.ReadOnlySpan<double> x, System.Span<double> y) { }")]
    [InlineData("int F(int x, int y) => x + y; public static void FSequential(System.ReadOnlySpan<int> x, int y, System.Span<int> z) { }")]
    public void Without_warnings(string method)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using AutoPar;
            public static partial class C
            {
                [Parallelize, Vectorize]
                public static {{method}}
            }
            """);
        run.AssertClean();
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void A_ref_struct_and_a_generic_type()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using System;
            using AutoPar;
            public ref partial struct R
            {
                public int X;
                public Span<int> S;
                [Parallelize, Vectorize] public int Sum(int[] a) { int s = X; for (int i = 0; i < a.Length; i++) { s += a[i]; } for (int i = 0; i < S.Length; i++) S[i] += X; return s; }
                [Parallelize] public void Names(string[] a) { for (int i = 0; i < a.Length; i++) { a[i] = a[i].Trim() + X; } }
            }
            public partial record G<T>(int N)
            {
                private static int s_x;
                public T[] Items = [];
                [Parallelize, Vectorize] public int Sum(int[] a) { int s = N; for (int i = 0; i < a.Length; i++) { s += a[i]; s_x += a[i]; } return s; }
                [Parallelize] public void Names(string[] a) { for (int i = 0; i < a.Length; i++) { a[i] = a[i].Trim() + N + Items.Length; } }
            }
            """);
        run.AssertClean();
        Assert.Equal(4, run.Files.Count);
    }

    /// <summary>The namespace Complex hides an alias at the top of a file, not one inside.</summary>
    [Fact]
    public void An_alias_inside_a_namespace()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace A.Complex
            {
                using AutoPar;
                using Complex = System.Numerics.Complex;
                public static partial class C
                {
                    [Parallelize] public static void F(Complex[] a) { for (int i = 0; i < a.Length; i++) { Complex c = a[i]; a[i] = Complex.Sqrt(c); } }
                }
            }
            """);
        run.AssertClean();
        Assert.Single(run.Files);
    }

    [Fact]
    public void A_callee_that_reads_private_fields_of_another_type()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using AutoPar;
            public static class Limits
            {
                private static readonly double s_least = 0.5;
                private static readonly double[] s_table = [1, 2];
                public static bool IsLess(double x) => x < s_least;
                public static double At(int i) => s_table[i];
                public static double Rounded(double x) => (double)((decimal)x * (decimal)s_least);
            }
            public static partial class C
            {
                [Parallelize, Vectorize] public static void F(double[] a) { for (int i = 0; i < a.Length; i++) a[i] = Limits.IsLess(a[i]) ? 1 : Limits.At(i & 1); }
                [Parallelize] public static void G(double[] a) { for (int i = 0; i < a.Length; i++) a[i] = Limits.Rounded(a[i]); }
            }
            """);
        run.AssertClean();
        Assert.Equal(2, run.Files.Count);
    }
}
