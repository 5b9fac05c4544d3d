using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Which loads of later overwritten elements chunks on threads may take from copies.</summary>
public class SeamCopyTests
{
    [Theory]
    [InlineData("a[i] = a[i + 1] + a[i + 4];", "a[i + 1] 1L, a[i + 4] 4L")]
    [InlineData("a[2 * i] = a[2 * i + 4];", "a[2 * i + 4] 2L")]
    [InlineData("a[i] += a[i + 1];", "a[i + 1] 1L")]
    [InlineData("if (on[i]) a[i] = t; else a[i] = a[i + 2];", "a[i + 2] 2L")]
    [InlineData("double e = a[i + 1]; a[i] = e; b[i] = e * e;", "a[i + 1] 1L")]
    [InlineData("for (int j = 0; j < m; j++) A[i, j] = A[i + 1, j];", "A[i + 1, j] 1L")]
    [InlineData("for (int j = 0; j < m; j++) A[i, j] = A[i + 1, 0];", "A[i + 1, 0] 1L")]
    [InlineData("cnt += p[i + 1]; p[i] = q[i];", "p[i + 1] 1L")]
    public void Anti_dependences_of_known_distance(string body, string expected)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.True(verdict.IsLegal, Verdicts.Print(verdict));
        Assert.Equal(expected, string.Join(", ", verdict.Seams.Select(seam => $"{seam.Load.Text} {ExpressionPrinter.Print(seam.Distance)}")));
    }

    [Theory]
    [InlineData("a[i] = a[i - 1] + a[i + 1];")]
    [InlineData("a[i + 1] = t; b[i] = a[i + 1]; a[i] = b[i];")]
    [InlineData("p[i + 1] = 0; q[i] = p[i + 1]; p[i] = 0;")]
    [InlineData("a[p[i]] = a[i + 1];")]
    [InlineData("J[i][0] = J[i + 1][0];")]
    [InlineData("a[i] = a[i + 1]; s += a[i + 1];")]
    [InlineData("a[i] = a[i + 1]; if (a[i] > t) break;")]
    [InlineData("a[i] = a[i + 1]; string.Format(\"{0}\", i);")]
    public void Not_a_seam(string body)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.True(verdict.Seams.IsEmpty || !verdict.IsLegal, Verdicts.Print(verdict));
    }

    [Fact]
    public void A_symbol_as_distance_is_tested()
    {
        LoopVerdict verdict = Verdict("a[i] = a[i + k];");
        Assert.Contains("(long(k) >= 0:long)", Verdicts.Print(verdict));
        Assert.Single(verdict.Seams);
    }

    [Fact]
    public void Lanes_have_no_chunks() =>
        Assert.True(Verdicts.Of(Nest("a[i] = a[i + 1];"), ExecutionTarget.Lanes) is { IsLegal: true, Seams.IsEmpty: true });

    private static LoopVerdict Verdict(string body) => Verdicts.Of(Nest(body), ExecutionTarget.Threads);

    private static LoopNest Nest(string body) =>
        Verdicts.Nest($"int cnt = 0; double s = 0; for (int i = 0; i < n; i++) {{ {body} }} Use(s, cnt, off, k);");
}
