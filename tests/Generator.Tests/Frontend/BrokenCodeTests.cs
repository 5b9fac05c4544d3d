using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>Half-typed and erroneous code gives a model, never an exception.</summary>
public class BrokenCodeTests
{
    private const string Source = """
        using System;
        using AutoPar;
        namespace N;
        public partial class K<T> where T : struct
        {
            [Parallelize(ChunkSize = 3), Vectorize]
            public static double F<U>(double[] a, Span<int> s, ref double total, U[] u, int n = 3) where U : class
            {
                int k = 0; double sum = 0;
                for (int i = 0, j = n; i < n; i++, j--)
                {
                    if (a[i] is > 0 and not 5) { a[i] += s[k++] switch { 1 => 2, > 3 when j > 2 => Sq(a[i]), _ => 0 }; continue; }
                    (a[i], a[j]) = (a[j], a[i]);
                    switch (s[j]) { case 1: case 2: sum += a[i]; break; default: return sum; }
                }
                while (n-- > 0) { total += Math.Max(a[n], sum); try { sum++; } finally { lock (a) { } } }
                foreach (var v in s) { Func<int, int> f = x => x + v; sum += f(v); u[0] = null!; }
                do { sum *= a[^1] + u.Length; n++; } while (n < 10);
                return sum;
            }
            static double Sq(double v) { if (v < 0) return 0; return v * v; }
            [Vectorize] static float G(float x) => x > 0 ? x : -x;
        }
        """;

    [Fact]
    public void Cut_anywhere()
    {
        for (int length = 60; length < Source.Length; length += 13)
        {
            TestCompilation.LowerAll(Source.Substring(0, length), allowErrors: true);
        }
    }

    [Fact]
    public void With_any_token_missing()
    {
        string[] tokens = Source.Split(' ');
        for (int missing = 6; missing < tokens.Length; missing += 3)
        {
            TestCompilation.LowerAll(string.Join(" ", tokens.Where((_, index) => index != missing)), allowErrors: true);
        }
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = Missing(i);")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = \"text\";")]
    [InlineData("for (int i = 0; i < n; i++) missing[i] = 1;")]
    [InlineData("for (Missing i = 0; i < n; i++) a[0] = 1;")]
    public void Errors_in_a_loop_refuse_it(string loop)
    {
        MethodModel model = Assert.Single(TestCompilation.LowerAll(
            TestCompilation.InClass($"[Parallelize] static void F(int[] a, int n) {{ {loop} }}"), allowErrors: true));
        LoopNest nest = Assert.Single(model.Nests);
        Assert.Null(nest.Root);
        Assert.NotEmpty(nest.NotLowered);
    }
}
