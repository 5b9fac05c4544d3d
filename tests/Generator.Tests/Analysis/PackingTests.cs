using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Loops that pack, on threads: blocks store to different elements, and what a block picks is known before it runs.</summary>
public class PackingTests
{
    [Theory]
    [InlineData("if (a[i] > t) b[l++] = a[i];", "if a!=b")]
    [InlineData("if (on[i]) b[i] = a[l++];", "if b!=a")]
    [InlineData("if (on[i]) { b[l] = a[i]; c[l] = t; l++; }", "if b!=a, a!=c")]
    [InlineData("if (on[i]) b[l++] += a[i];", "if b!=a")] // the element is its own iteration's
    [InlineData("if (a[i] > t) b[l++] = a[i]; else c[cnt++] = a[i];", "if a!=b, a!=c, b!=c")]
    [InlineData("if (on[i]) b[++l] = a[i];", "if b!=a")]
    [InlineData("if (on[i]) { s += a[i]; b[l++] = a[i]; }", "if a!=b")]
    [InlineData("if (on[i]) { b[l] = a[i]; b[l + 1] = t; l += 2; }", "if b!=a")]
    [InlineData("if (on[i]) { b[l++] = a[i]; b[l++] = t; }", "if b!=a")]
    [InlineData("if (on[i]) { b[l] = a[i]; b[l + 2] = t; l += 2; }", "no AP2009 packing in place")] // the next one picked stores there
    [InlineData("if (a[i] > t) a[l++] = a[i];", "no AP2009 packing in place")]
    [InlineData("if (on[i]) a[i] = a[l++];", "no AP2009 packing in place")]
    [InlineData("if (b[i] > t) b[l++] = a[i];", "no AP2009 packing in place")]
    [InlineData("if (on[i]) { b[l] = a[i]; l++; b[l] = t; }", "no AP2009 packing in place")] // the next one picked overwrites it
    [InlineData("if (on[i]) b[l++] = a[i]; else b[cnt++] = t;", "no AP2009 packing in place")] // two counters may meet
    [InlineData("if (a[i] > s) { s = a[i]; b[l++] = s; }", "no AP1002; AP2002; AP2009 packing (a scan of counts)")] // what it picks depends on what came before
    public void On_threads(string body, string verdict)
    {
        LoopNest nest = Packing.Apply(Verdicts.Nest($"double s = t; int cnt = k; int l = m; for (int i = 0; i < n; i++) {{ {body} }} Use(s, cnt, 0, l);"), forLanes: false);
        Assert.Equal(verdict, Verdicts.Brief(Verdicts.Of(nest, ExecutionTarget.Threads)));
    }

    [Theory]
    [InlineData("if (on[i] && l < k) b[l++] = a[i];")] // the count decides
    [InlineData("if (on[i]) b[l++] = a[i]; r[i] = l;")] // it is used elsewhere
    [InlineData("if (on[i]) { b[l] = a[i]; l += p[i]; }")] // it may stand still
    [InlineData("if (on[i]) b[l--] = a[i];")]
    [InlineData("if (on[i]) b[checked(l++)] = a[i];")]
    [InlineData("if (on[i]) b[l] = a[i]; l++;")]
    public void No_cursor(string body)
    {
        LoopNest nest = Verdicts.Nest($"int l = m; for (int i = 0; i < n; i++) {{ {body} }} Use(t, k, 0, l);");
        Assert.Same(nest, Packing.Apply(nest, forLanes: false));
    }
}
