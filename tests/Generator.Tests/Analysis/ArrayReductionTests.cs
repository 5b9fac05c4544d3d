using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Which arrays threads may update copies of, and by which operator.</summary>
public class ArrayReductionTests
{
    [Theory]
    [InlineData("r[p[i]]++;", "r Add")]
    [InlineData("r[p[i]] -= q[i];", "r Add")]
    [InlineData("r[p[i]] = q[i] + r[p[i]] + 1;", "r Add")]
    [InlineData("u[p[i]] += 3;", "u Add")]
    [InlineData("r[p[i]] *= q[i];", "r Multiply")]
    [InlineData("r[p[i]] |= 1 << i;", "r Or")]
    [InlineData("r[p[i]] &= q[i];", "r And")]
    [InlineData("r[p[i]] ^= q[i];", "r Xor")]
    [InlineData("r[p[i]] = Math.Max(r[p[i]], q[i]);", "r Max")]
    [InlineData("if (q[i] < r[p[i]]) r[p[i]] = q[i];", "r Min")]
    [InlineData("if (r[p[i]] <= q[i]) r[p[i]] = q[i];", "r Max")]
    [InlineData("r[p[i]] = r[p[i]] < q[i] ? r[p[i]] : q[i];", "r Min")]
    [InlineData("r[p[i]]++; r[q[i]] -= i;", "r Add")]
    [InlineData("r[p[i]]++; z[q[i]] ^= 1u;", "r Add, z Xor")]
    [InlineData("for (int j = 0; j < m; j++) r[p[j]] += i;", "r Add")]
    [InlineData("if (q[i] > 0) r[p[i]]++; else r[p[i]] += 2;", "r Add")]
    public void Updates_in_any_order(string body, string expected) => Assert.Equal(expected, Of(body));

    [Theory]
    [InlineData("r[p[i]] = q[i] - r[p[i]];")]
    [InlineData("r[p[i]] += r[p[i]];")]
    [InlineData("r[p[i]] += r[q[i]];")]
    [InlineData("r[r[i]]++;")]
    [InlineData("r[p[i]]++; r[q[i]] ^= 1;")]
    [InlineData("r[p[i]]++; r[q[i]] = 0;")]
    [InlineData("q[i] = r[p[i]]++;")]
    [InlineData("q[i] = ++r[p[i]];")]
    [InlineData("checked { r[p[i]]++; }")]
    [InlineData("r[p[i]] <<= 1;")]
    [InlineData("r[p[i]] /= 2;")]
    [InlineData("r[p[i]] = (byte)(r[p[i]] + 1);")]
    [InlineData("if (q[i] < r[p[i]]) r[q[i]] = q[i];")]
    [InlineData("if (q[i] < r[p[i]]) r[p[i]] = p[i];")]
    [InlineData("if (q[i] < r[p[i]]) { r[p[i]] = q[i]; cnt = i; }")]
    [InlineData("a[p[i]] += b[i];")]
    [InlineData("f[p[i]] += 1;")]
    [InlineData("r[p[i]]++; cnt = r[0];")]
    [InlineData("R[p[i], q[i]]++;")]
    [InlineData("r[p[i]]++; throw new Exception();")]
    [InlineData("r[p[i]]++; if (cnt++ > 3) break;")]
    [InlineData("r[p[i]]++; cnt += string.Format(\"{0}\", i).Length;")]
    public void Not_an_array_reduction(string body)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.True(verdict.ArrayReductions.IsEmpty || !verdict.IsLegal, Verdicts.Print(verdict));
    }

    [Fact]
    public void Nothing_that_is_read_may_be_the_array()
    {
        Assert.Contains("r!=p", Verdicts.Print(Verdict("r[p[i] & 7] += q[i];")));
        Assert.Contains("r!=q", Verdicts.Print(Verdict("r[p[i] & 7] += q[i];")));
        Assert.Contains("r!=z", Verdicts.Print(Verdict("r[p[i] & 7] += (int)z[i];")));
    }

    [Fact]
    public void Lanes_have_no_copies() =>
        Assert.True(Verdicts.Of(Nest("r[p[i]]++;"), ExecutionTarget.Lanes) is { IsLegal: false, ArrayReductions.IsEmpty: true });

    private static string Of(string body)
    {
        LoopVerdict verdict = Verdict(body);
        Assert.True(verdict.IsLegal, Verdicts.Print(verdict));
        return string.Join(", ", verdict.ArrayReductions.Select(reduction => $"{reduction.Object.Name} {reduction.Operator}").Order());
    }

    private static LoopVerdict Verdict(string body) => Verdicts.Of(Nest(body), ExecutionTarget.Threads);

    private static LoopNest Nest(string body) => Verdicts.Nest($"int cnt = 0; for (int i = 0; i < n; i++) {{ {body} }} Use(t, cnt, off, k);");
}
