using System.Collections.Immutable;
using AutoPar.Generator.Analyzers;
using AutoPar.Generator.Emit;
using AutoPar.Generator.Emit.Interceptors;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>A fault in one stage, at one method: AP9999 there, siblings that call it as written, and nothing else is lost.</summary>
public sealed class FaultTests
{
    private const string Source = """
        using AutoPar;

        public static partial class Kernels
        {
            [Parallelize, Vectorize]
            public static void Good(double[] a) { for (int i = 0; i < a.Length; i++) a[i] += 1; }

            [Parallelize, Vectorize]
            public static void Bad(double[] a) { for (int i = 0; i < a.Length; i++) a[i] += 1; }

            [Vectorize]
            public static double BadScalar(double x) => x + 1;

            public static void Use(double[] a)
            {
                Good(a);
                Bad(a);
                GoodParallel(a);
                BadParallel(a);
                BadVectorized(a);
                BadSequential(a);
                BadScalar(a, a);
                BadScalarVectorized(a, a);
            }
        }
        """;

    [Fact]
    public async Task AFaultOfPlanningIsContained() =>
        await AssertContained(new MethodCompiler(method => IsBad(method) ? throw new InvalidOperationException("injected") : MethodPlanner.Plan(method), MethodFile.Write));

    [Fact]
    public async Task AFaultOfEmissionIsContained() =>
        await AssertContained(new MethodCompiler(MethodPlanner.Plan, (plan, overloads) => HasRegions(plan, overloads) && IsBad(plan.Method)
            ? throw new InvalidOperationException("injected")
            : MethodFile.Write(plan, overloads)));

    [Fact]
    public async Task WithoutAnyFileTheOthersStillStand()
    {
        var compiler = new MethodCompiler(MethodPlanner.Plan, (plan, overloads) => IsBad(plan.Method)
            ? throw new InvalidOperationException("injected")
            : MethodFile.Write(plan, overloads));
        var run = GeneratorRun.Of(compiler, InterceptorFile.Write, Source);
        Assert.Null(run.Result.Exception);
        Assert.Contains(run.Files.Keys, name => name.Contains("Good", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Files.Keys, name => name.Contains("Bad", StringComparison.Ordinal));
        Assert.Equal(2, (await Findings(compiler, run)).Count(finding => finding.Id == "AP9999"));
    }

    [Fact]
    public void AFaultOfAnInterceptorIsToldAndTheOthersAreWritten()
    {
        var run = GeneratorRun.Of(
            MethodCompiler.Default,
            method => method.Signature.Name == "Bad" ? throw new InvalidOperationException("injected") : InterceptorFile.Write(method),
            Source);
        Assert.Null(run.Result.Exception);
        Diagnostic fault = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("AP9999", fault.Id);
        Assert.Contains("Bad: InvalidOperationException: injected", fault.GetMessage(null), StringComparison.Ordinal);
        Assert.Single(run.Files.Keys, name => name.EndsWith("Interceptors.g.cs", StringComparison.Ordinal));
    }

    private static bool IsBad(MethodModel method) => method.Signature.Name is "Bad" or "BadScalar";

    private static bool HasRegions(MethodPlan plan, IEnumerable<MethodPlan> overloads) =>
        overloads.Append(plan).Any(item => !item.ParallelRegions.IsEmpty || !item.VectorizedRegions.IsEmpty);

    private static async Task AssertContained(MethodCompiler compiler)
    {
        GeneratorRun run = GeneratorRun.Of(compiler, InterceptorFile.Write, Source).AssertClean();
        ImmutableArray<Diagnostic> findings = await Findings(compiler, run);
        Assert.Equal(["AP3001", "AP3501", "AP9999", "AP9999"], findings.Select(finding => finding.Id).Order());
        Diagnostic fault = findings.First(finding => finding.Id == "AP9999");
        Assert.Contains("Bad: InvalidOperationException: injected", fault.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("Bad", Source.Substring(fault.Location.SourceSpan.Start, fault.Location.SourceSpan.Length));
        string bad = run.Files.Single(file => file.Key.Contains("Bad", StringComparison.Ordinal) && !file.Key.Contains("Scalar", StringComparison.Ordinal)).Value;
        Assert.Contains("BadParallel(double[] a)\n        => Bad(a);", bad.Replace("\r\n", "\n"), StringComparison.Ordinal);
        Assert.Contains("// AP9999: AutoPar failed", bad, StringComparison.Ordinal);
        Assert.Single(run.Files.Keys, name => name.EndsWith("Interceptors.g.cs", StringComparison.Ordinal));
    }

    private static async Task<ImmutableArray<Diagnostic>> Findings(MethodCompiler compiler, GeneratorRun run)
    {
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(run.Output, [new AutoParAnalyzer(compiler)], (AnalyzerOptions?)null)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(finding => finding.Location.SourceSpan.Start)];
    }
}
