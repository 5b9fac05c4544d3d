using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Lengths that make a look at the subscripts superfluous.</summary>
public class TypeBoundsTests
{
    [Theory]
    [InlineData("r[u[i]]++;", "r.Length > 255")]
    [InlineData("r[u[i] >> 4]++;", "r.Length > 15")]
    [InlineData("r[p[i] & 7]++;", "r.Length > 7")]
    [InlineData("r[7 & p[i]]++;", "r.Length > 7")]
    [InlineData("r[p[i] & u[i]]++;", "r.Length > 255")]
    [InlineData("r[u[i] % 10]++;", "r.Length > 9")]
    [InlineData("r[u[i] + 1]++;", "r.Length > 256")]
    [InlineData("r[u[i]]++; r[v[i] & 3]++; z[u[i] & 1]++;", "r.Length > 255 && z.Length > 1")]
    [InlineData("int w = u[i]; w += 1; r[w]++;", null)]
    [InlineData("int w = u[i]; r[w]++;", "r.Length > 255")]
    [InlineData("r[u[i] - 1]++;", null)]
    [InlineData("r[p[i] % 4]++;", null)]
    [InlineData("r[p[i] & -8]++;", null)]
    [InlineData("r[p[i]]++;", null)]
    [InlineData("r[u[i]]++; q[i] = q[i] / p[i];", null)]
    public void Lengths(string body, string? expected)
    {
        LoopVerdict verdict = Verdicts.Of(Verdicts.Nest($"for (int i = 0; i < n; i++) {{ {body} }}"), ExecutionTarget.Threads);
        Content content = Assert.Single(verdict.Guards.OfType<Content>());
        Assert.Equal(expected, content.Unless is null ? null : ExpressionPrinter.Print(content.Unless));
    }
}
