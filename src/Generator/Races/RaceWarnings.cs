using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Judgement;
using AutoPar.Generator.Races.Model;
using AutoPar.Generator.Races.Report;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Races;

/// <summary>AP10xx for hand-written parallel code: methods with a parallel construct are run on what is known of their values.</summary>
internal sealed class RaceWarnings(Compilation compilation)
{
    private readonly ConstructFilter _filter = new();
    private readonly CompilationFacts _facts = new(compilation);

    public void Analyze(CodeBlockAnalysisContext block)
    {
        if (!_filter.MayStartThreads(block.CodeBlock, block.SemanticModel, block.CancellationToken))
        {
            return;
        }

        using Work.Meter work = Work.Begin();
        try
        {
            foreach (Diagnostic diagnostic in Find(block.CodeBlock, block.OwningSymbol as IMethodSymbol, block.SemanticModel,
                block.CancellationToken))
            {
                block.ReportDiagnostic(diagnostic);
            }
        }
        catch (Exception exception) when (exception is WorkSpentException or OverflowException)
        {
            // Nothing is known of the method: it takes too long, or numbers beyond 64 bits.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            block.ReportDiagnostic(Diagnostics.DiagnosticFactory.Create(Fault.In("Races", block.OwningSymbol.Name, exception)));
        }
    }

    private IEnumerable<Diagnostic> Find(SyntaxNode code, IMethodSymbol? method, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(code, cancellation) is not { } body || OperationDepth.TooDeep(body, RaceContext.Deepest) is not null)
        {
            return [];
        }

        Unknowns unknowns = new();
        Interpreter run = new(new RaceContext(_facts, model, cancellation), unknowns);
        run.Run(body, method);
        IReadOnlyList<Verdict> verdicts = new RaceJudge(run, unknowns, cancellation).Judge();
        return new RaceReport(code, run, unknowns).Of(verdicts);
    }
}
