using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>The editor runs generator and analyzer after every key: on half-typed code neither may fail.</summary>
public class BrokenCodeTests
{
    private const string Loops = """
        using System; using AutoPar;
        public static partial class Kernels
        {
            [Parallelize(Schedule = Schedule.Guided), Vectorize(FloatMode = FloatMode.Strict)]
            public static double Dot(ReadOnlySpan<double> x, [NoAlias] double[] y, in double t)
            {
                double sum = 0, best = double.MaxValue; int at = -1;
                for (int i = 0; i < x.Length; i++)
                {
                    if (x[i] < best) { best = x[i]; at = i; }
                    sum += Math.Max(x[i] * y[i + 1], t) * (y[^1] > 0 ? 1.0 : -1.0);
                }
                foreach (double v in y) { if (v < 0) continue; sum -= v; }
                int k = at; while (k-- > 0) y[k] = -y[k];
                return sum;
            }
        }
        """;

    private const string Shapes = """
        using System; using System.Collections.Generic; using AutoPar;
        namespace N;
        internal partial class C<T> where T : struct
        {
            private readonly double[,] _m = new double[4, 4]; private static int s_hits; private T _value;
            [Parallelize]
            internal unsafe void Sweep(int[][] rows, List<float> list, byte* p, int[] index, Func<int, int> f, ref long total)
            {
                for (int i = 0; i < 4; i++) for (int j = i; j <= 3; j += 2) _m[i, j] += rows[j][i];
                for (var i = list.Count - 1; i >= 0; --i) list[i] *= 2f;
                for (uint i = 0u; i != 16; i++) { p[i] = (byte)(p[i] << 1); s_hits++; }
                for (int i = 0; i < index.Length; i++) { switch (index[i]) { case 0: total++; break; default: index[i] = f(i); break; } }
                do { total >>= 1; } while (total > 0);
                checked { for (long i = 0; i < total; i++) { try { s_hits += rows[i].Length; } finally { _value = default; } } }
            }
            [Vectorize] static float Smooth(float v) { if (v <= 0) return 0; if (v >= 1) return 1; return v * v * (3 - 2 * v); }
        }
        """;

    private const string Generic = """
        using System; using System.Numerics; using AutoPar;
        partial class G
        {
            [Parallelize, Vectorize]
            private static T Sum<T>(T[] x, Span<T> y, ref T k, int n, long b, uint c, float d, double e, string f, object g, ulong h, bool o) where T : INumber<T>
            {
                T s = T.Zero;
                for (int i = 0; i < y.Length; i++) { s += T.Max(x[i], k) * T.CreateChecked(2); y[i] = default; }
                return s;
            }
        }
        """;

    public static TheoryData<string> Sources => [Loops, Shapes, Generic];

    [Theory, MemberData(nameof(Sources))]
    public Task Truncated_before_and_in_any_token(string source) => NothingFailsAsync(Tokens(source)
        .SelectMany(token => token.Span.Length > 1 ? new[] { token.SpanStart, token.SpanStart + 1 } : [token.SpanStart])
        .Select(length => source[..length]));

    [Theory, MemberData(nameof(Sources))]
    public Task Without_any_one_token(string source) => NothingFailsAsync(Tokens(source)
        .Select(token => source.Remove(token.SpanStart, token.Span.Length)));

    [Theory, MemberData(nameof(Sources))]
    public Task With_one_token_doubled(string source) => NothingFailsAsync(EveryThird(Tokens(source))
        .Select(token => source.Insert(token.SpanStart, token.Text + " ")));

    [Theory, MemberData(nameof(Sources))]
    public Task With_one_name_misspelt(string source) => NothingFailsAsync(EveryThird(Tokens(source)
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        .Select(token => source.Insert(token.Span.End, "Q")));

    [Theory, MemberData(nameof(Sources))]
    public Task With_one_type_replaced(string source) => NothingFailsAsync(
        from token in EveryThird(Tokens(source).Where(token => SyntaxFacts.IsPredefinedType(token.Kind())))
        from type in new[] { "object", "decimal", "Missing" }
        select source.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, type));

    // Enough of them to meet every kind of place, few enough for every run of the tests.
    private static IEnumerable<SyntaxToken> EveryThird(IEnumerable<SyntaxToken> tokens) => tokens.Where((_, index) => index % 3 == 0);

    private static IEnumerable<SyntaxToken> Tokens(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0);

    private static async Task NothingFailsAsync(IEnumerable<string> sources)
    {
        CSharpCompilation empty = AnalyzerRun.Compile("");
        int count = 0;
        await Parallel.ForEachAsync(sources, async (source, _) =>
        {
            CSharpCompilation broken = empty.ReplaceSyntaxTree(
                empty.SyntaxTrees[0], CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)empty.SyntaxTrees[0].Options, "Test.cs"));
            (Compilation updated, ImmutableArray<Diagnostic> diagnostics) = AnalyzerRun.Generate(broken, check: false);
            ImmutableArray<Diagnostic> found = [.. diagnostics, .. await AnalyzerRun.AnalyzeAsync(updated)];

            // CS8784 and CS8785: the generator threw. AD0001: the analyzer threw. AP9999: we caught what one of them threw.
            Assert.True(
                !found.Any(one => one.Id is "CS8784" or "CS8785" or "AD0001" or "AP9999"),
                $"{string.Join('\n', found.Where(one => one.Id is "CS8784" or "CS8785" or "AD0001" or "AP9999"))}\nfor:\n{source}");
            Interlocked.Increment(ref count);
        });
        Assert.True(count > 10);
    }
}
