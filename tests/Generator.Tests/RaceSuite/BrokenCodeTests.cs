using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>
/// Code that doesn't compile, or not yet: what isn't bound may lock, wait or make another object, so that no warning rests on it. Each case has
/// a partner whose error comes after the accesses, or in other code, and orders nothing.
/// </summary>
public class BrokenCodeTests
{
    [Theory]
    [InlineData("Missing.Wait(); total++;")]
    [InlineData("using (Missing.Lock()) { total++; }")]
    [InlineData("lock (Missing.Gate) { total++; }")]
    [InlineData("var gate = new Missing(); gate.Enter(); total++; gate.Leave();")]
    [InlineData("if (i > 3) { Missing.Enter(); } total++;")]
    [InlineData("total++; Missing.Leave();")]
    [InlineData("unknown = 3; total++;")]
    public async Task What_is_not_bound_in_the_body_leads_to_no_warning(string body)
    {
        Diagnostic[] found = await RacesIn($"int total = 0; Parallel.For(0, 9, Body); void Body(int i) {{ {body} }}");
        Assert.All(found, one => Assert.Equal(DiagnosticSeverity.Info, one.Severity));
        Assert.NotEmpty(found);
    }

    [Theory]
    [InlineData("Task t = Task.Run(() => total++); Missing.WaitFor(t); total++;")]
    [InlineData("for (int k = 0; k < 9; k++) { Task t = Task.Run(() => total++); Missing.WaitFor(t); }")]
    [InlineData("Task t = Task.Run(() => total++); if (n > 3) { Missing.WaitFor(t); } total++;")]
    [InlineData("for (int k = 0; k < 1; k++) { Task t = Task.Run(() => total++); Missing.WaitFor(t); } total++;")]
    [InlineData("Task t = Task.Run(() => total++); t.WaitLonger(); total++; t.Wait();")]
    public async Task What_is_not_bound_may_have_waited(string statements) =>
        Assert.All(await RacesIn("int total = 0; " + statements), one => Assert.Equal(DiagnosticSeverity.Info, one.Severity));

    [Theory]
    [InlineData("int total = 0; Parallel.For(0, 9, i => { total++; }); Missing.Wait();")]
    [InlineData("int total = 0; if (n > 3) { Missing.Wait(); return; } Parallel.For(0, 9, i => { total++; });")]
    [InlineData("int total = 0; Task t = Task.Run(() => total++); total++; Missing.WaitFor(t);")]
    public async Task An_error_elsewhere_changes_nothing(string statements) =>
        Assert.Contains(await RacesIn(statements), one => one.Severity == DiagnosticSeverity.Warning);

    private static async Task<Diagnostic[]> RacesIn(string statements)
    {
        CSharpCompilation compilation = AnalyzerRun.Compile($$"""
            using System.Threading.Tasks;
            class C
            {
                void M(int n)
                {
                    {{statements}}
                }
            }
            """);
        Assert.Contains(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);
        return [.. (await AnalyzerRun.AnalyzeAsync(compilation)).Where(one => one.Id.StartsWith("AP10", StringComparison.Ordinal))];
    }
}
