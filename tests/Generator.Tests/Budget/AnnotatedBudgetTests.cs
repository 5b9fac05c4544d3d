using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Analyzers;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Tests.Budget;

/// <summary>
/// No annotated method takes more than its budget. Counted are steps and allocated bytes, which don't depend on the machine or
/// on what else it does; the bytes also show work that counts no steps.
/// </summary>
public sealed class AnnotatedBudgetTests
{
    private const long MostBytes = 1_500_000_000;

    // Lowering, planning, emission.
    private const int Stages = 3;

    // The largest thing that counts its steps at once.
    private const long Overrun = 100_000;

    // As little as a thread of the compiler may have left.
    private const int Stack = 1 << 20;

    public static TheoryData<string> Names { get; } = [.. HostileMethods.Annotated.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AHostileMethodStaysInIt(string name)
    {
        Cost cost = default;
        Thread thread = new(() => cost = CostOf(HostileMethods.Annotated[name]), Stack);
        thread.Start();
        thread.Join();

        Refusal[] findings = [.. cost.Plan.Method.Refusals.Concat(cost.Plan.Findings)];
        Assert.NotEmpty(findings);
        Assert.DoesNotContain(findings, finding => finding.RuleId == RuleIds.InternalError);
        Assert.InRange(cost.Steps, 0, (Stages * Work.Most) + Overrun);
        Assert.InRange(cost.Bytes, 0, MostBytes);

        // Who is under it isn't told otherwise, and both attributes are told the same.
        Assert.True(cost.Steps > Work.Most || !findings.Any(SaysSo));
        Assert.Equal(findings.Count(finding => finding.RuleId == RuleIds.CarriedDependence && SaysSo(finding)), findings.Count(finding => finding.RuleId == RuleIds.LanesCarriedDependence && SaysSo(finding)));
    }

    private static bool SaysSo(Refusal finding) => finding.Arguments[0].Contains("budget", StringComparison.Ordinal);

    [Fact]
    public void WhatIsNotDecidedIsNotTransformed()
    {
        MethodPlan plan = CostOf(HostileMethods.Annotated["300 accesses, one array"]).Plan;
        Assert.Empty(plan.ParallelRegions);
        Assert.Empty(plan.VectorizedRegions);
        Assert.Equal([RuleIds.CarriedDependence, RuleIds.LanesCarriedDependence], plan.Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public void LoopsBeforeTheBudgetEndsKeepTheirForms()
    {
        string hostile = HostileMethods.Annotated["300 accesses, one array"];
        MethodPlan plan = CostOf(hostile.Replace("for (int i =", "for (int k = 0; k < n; k++) a[k] = k; for (int i =", StringComparison.Ordinal)).Plan;
        Assert.Single(plan.ParallelRegions);
        Assert.Contains(plan.Findings, finding => finding.RuleId == RuleIds.Parallelized);
        Assert.Contains(plan.Findings, finding => finding.RuleId == RuleIds.CarriedDependence);
    }

    /// <summary>Methods of ordinary size are far from it.</summary>
    [Fact]
    public void TheKernelsTakeAFractionOfIt()
    {
        CSharpCompilation compilation = TestCompilation.Create("global using System; global using System.Collections.Generic;").AddSyntaxTrees(
            Directory.GetFiles(Repository.File("tests", "Kernels"), "*.cs").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Latest), path)));
        long[] steps = [.. Annotated(compilation).Select(method => CostOf(method.Symbol, method.Syntax, method.Model).Steps)];
        Assert.True(steps.Length > 400);
        Assert.InRange(steps.Max(), 1000, Work.Most / 4);
    }

    private readonly record struct Cost(MethodPlan Plan, long Steps, long Bytes);

    private static Cost CostOf(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        (IMethodSymbol symbol, MethodDeclarationSyntax syntax, SemanticModel model) = Assert.Single(Annotated(compilation));
        return CostOf(symbol, syntax, model);
    }

    private static Cost CostOf(IMethodSymbol symbol, MethodDeclarationSyntax syntax, SemanticModel model)
    {
        // What the compiler itself does is done before.
        model.GetOperation(syntax);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using Work.Meter work = Work.Begin();
        MethodPlan plan = MethodCompiler.Default.Compile(symbol, syntax, model, CancellationToken.None).Plan;
        return new Cost(plan, work.Spent, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IEnumerable<(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, SemanticModel Model)> Annotated(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(syntax)
        where AttributeReader.Find(symbol, AttributeReader.Parallelize) is not null || AttributeReader.Find(symbol, AttributeReader.Vectorize) is not null
        select (symbol, syntax, model);
}
