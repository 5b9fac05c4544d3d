using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>The spellings of reductions and other roles. Before the loop: <c>double s; int cnt; bool e</c>, used after it.</summary>
public class ScalarRoleTests
{
    [Theory]
    [InlineData("s += a[i];", "s: Add")]
    [InlineData("s = s + a[i];", "s: Add")]
    [InlineData("s = a[i] + s;", "s: Add")]
    [InlineData("s -= a[i];", "s: Add")]
    [InlineData("s = s + a[i] + b[i];", "s: Add")]
    [InlineData("s += a[i]; s += b[i];", "s: Add")]
    [InlineData("s *= a[i];", "s: Multiply")]
    [InlineData("cnt &= p[i];", "cnt: And")]
    [InlineData("cnt |= p[i];", "cnt: Or")]
    [InlineData("cnt ^= p[i];", "cnt: Xor")]
    [InlineData("e = e && on[i];", "e: And")]
    [InlineData("e |= on[i];", "e: Or")]
    [InlineData("if (on[i]) cnt++;", "cnt: Add?")]
    [InlineData("cnt += on[i] ? 1 : 0;", "cnt: Add")]
    [InlineData("s = Math.Min(s, a[i]);", "s: Min")]
    [InlineData("s = Math.Max(a[i], s);", "s: Max")]
    [InlineData("if (a[i] < s) s = a[i];", "s: LessFirst?")]
    [InlineData("if (s > a[i]) s = a[i];", "s: LessFirst?")]
    [InlineData("if (a[i] <= s) s = a[i];", "s: LessLast?")]
    [InlineData("if (a[i] > s) s = a[i];", "s: GreaterFirst?")]
    [InlineData("if (a[i] >= s) s = a[i];", "s: GreaterLast?")]
    [InlineData("s = a[i] < s ? a[i] : s;", "s: LessFirst")]
    [InlineData("s = s < a[i] ? s : a[i];", "s: LessOrReplace")]
    [InlineData("if (a[i] < s) { s = a[i]; cnt = i; }", "cnt: with s, s: arg LessFirst(cnt)")]
    [InlineData("if (a[i] <= s) { cnt = i; s = a[i]; }", "cnt: with s, s: arg LessLast(cnt)")]
    [InlineData("s = a[i];", "s: last")]
    [InlineData("if (on[i]) s = a[i];", "s: lastassigned")]
    [InlineData("b[cnt] = a[i]; cnt += 2;", "cnt: += 2")]
    [InlineData("b[cnt] = a[i]; int w = (int)((decimal)p[i] % 7); cnt += w;", "cnt: recurrence, w: private")]
    [InlineData("double w = a[i]; b[i] = w * w;", "w: private")]
    [InlineData("s = a[i] - s;", "s: recurrence")]
    [InlineData("if (s < t) s += a[i];", "s: recurrence")]
    [InlineData("s += a[i]; b[i] = s;", "s: scan Add")]
    [InlineData("s = a[i] - s; b[i] = s;", "s: recurrence")]
    [InlineData("b[i] = s; s += a[i];", "s: recurrence")]
    [InlineData("double w = s; s += a[i]; b[i] = w;", "s: scan Add after w, w: private")]
    [InlineData("double w = s; s = a[i]; b[i] = w + s;", "s: scan after w, w: private")]
    [InlineData("if (on[i]) { s -= a[i]; b[i] = s; }", "s: scan Add")]
    [InlineData("if (on[i]) s += a[i]; else s -= b[i]; b[i] = s;", "s: scan Add")]
    [InlineData("if (on[i]) s += a[i]; else s *= b[i]; b[i] = s;", "s: recurrence")]
    [InlineData("if (on[i]) s = 1; s *= a[i]; b[i] = s;", "s: scan Multiply restarts")]
    [InlineData("s += a[i]; if (on[i]) s = t; b[i] = s;", "s: scan Add restarts")]
    [InlineData("s += a[i]; b[i] = s; if (on[i]) s = t;", "s: recurrence")]
    [InlineData("if (on[i]) s = t; s = Math.Max(s, a[i]); b[i] = s;", "s: recurrence")]
    [InlineData("if (on[i]) s = a[i]; b[i] = s;", "s: scan restarts")]
    [InlineData("if (s < t) s = a[i]; b[i] = s;", "s: recurrence")]
    [InlineData("if (a[i] > s) s = a[i]; b[i] = s;", "s: scan GreaterFirst")]
    [InlineData("if (a[i] >= s) s = a[i]; b[i] = s;", "s: recurrence")]
    [InlineData("if (p[i] >= cnt) cnt = p[i]; p[i] = cnt;", "cnt: scan Max")]
    [InlineData("if (on[i]) e = !e; on[i] = e;", "e: scan Xor")]
    [InlineData("s += 0.1; b[i] = s;", "s: recurrence")]
    [InlineData("if (on[i]) b[cnt++] = a[i];", "cnt: recurrence, old: private")]
    [InlineData("cnt = (short)(cnt + p[i]); p[i] = cnt;", "cnt: recurrence")]
    [InlineData("cnt = checked(cnt + p[i]); p[i] = cnt;", "cnt: recurrence")]
    [InlineData("for (int j = 0; j < 3; j++) cnt += p[j]; p[i] = cnt;", "cnt: recurrence, j: private")]
    [InlineData("s += a[i] * s;", "s: recurrence")]
    [InlineData("s /= a[i];", "s: recurrence")]
    [InlineData("s = Math.Sqrt(s + a[i]);", "s: recurrence")]
    [InlineData("if (!(a[i] >= s)) s = a[i];", "s: recurrence")]
    public void Statement_gives_role(string statement, string expected)
    {
        LoopNest nest = Verdicts.Nest(
            $"double s = t; int cnt = k; bool e = m > 0; for (int i = 0; i < n; i++) {{ {statement} }} Use(s, cnt, 0, 0); if (e) Use(0, 0, 0, 0);");
        Assert.Equal(expected, Verdicts.PrintRoles(LoopAnalysis.Roles(nest, nest.Root!)));
    }
}
