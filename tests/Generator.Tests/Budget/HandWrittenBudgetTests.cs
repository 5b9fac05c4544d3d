using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Judgement;
using AutoPar.Generator.Races.Model;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Tests.Budget;

/// <summary>No method with parallel constructs takes more than its budget: in steps and in allocated bytes, not in time.</summary>
public sealed class HandWrittenBudgetTests
{
    private const long MostBytes = 1_000_000_000;

    public static TheoryData<string> Names { get; } = [.. HostileMethods.HandWritten.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AHostileMethodStaysInIt(string name)
    {
        CSharpCompilation compilation = TestCompilation.Create(HostileMethods.HandWritten[name]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "Hostile");
        IOperation body = model.GetOperation(syntax)!;
        if (OperationDepth.TooDeep(body, RaceContext.Deepest) is not null)
        {
            // The analyzer leaves code that is nested so deeply alone: the stack wouldn't last.
            return;
        }

        RaceContext context = new(new CompilationFacts(compilation), model, CancellationToken.None);
        Unknowns unknowns = new();
        Interpreter run = new(context, unknowns);

        long before = GC.GetAllocatedBytesForCurrentThread();
        using Work.Meter work = Work.Begin();
        run.Run(body, model.GetDeclaredSymbol(syntax));
        _ = new RaceJudge(run, unknowns, CancellationToken.None).Judge();

        // With more it would have ended in a WorkSpentException.
        Assert.InRange(work.Spent, 0, Work.Most);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.NotEmpty(run.Constructs);
    }
}
