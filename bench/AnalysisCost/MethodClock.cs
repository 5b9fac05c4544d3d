using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using AutoPar.Generator;
using AutoPar.Generator.Analyzers;
using AutoPar.Generator.Races;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.AnalysisCost;

/// <summary>
/// Runs the parts of the analyzer and notes how long each takes for each method, one after the other. What the compiler takes to
/// bind the method itself isn't theirs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MethodClock : DiagnosticAnalyzer
{
    public const string Races = "races";
    public const string Loops = "annotated loops";

    /// <summary>Least milliseconds of all runs, of the clock or of the processor.</summary>
    public ConcurrentDictionary<(string Part, string Method, string File), double> Times { get; } = [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new AutoParAnalyzer().SupportedDiagnostics;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var races = new RaceWarnings(start.Compilation);
            var methods = new AnnotatedMethodRules(MethodCompiler.Default);
            start.RegisterCodeBlockAction(block =>
            {
                block.SemanticModel.GetOperation(block.CodeBlock, block.CancellationToken);
                Time(Races, block.OwningSymbol, block.CodeBlock, () => races.Analyze(block));
            });
            start.RegisterSyntaxNodeAction(
                node =>
                {
                    if (((MethodDeclarationSyntax)node.Node).AttributeLists.Count > 0)
                    {
                        node.SemanticModel.GetOperation(node.Node, node.CancellationToken);
                        Time(Loops, node.ContainingSymbol!, node.Node, () => methods.Analyze(node));
                    }
                },
                SyntaxKind.MethodDeclaration);
        });
    }

    private void Time(string part, ISymbol symbol, SyntaxNode place, Action analyze)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        try
        {
            analyze();
        }
        finally
        {
            // Either is too much: time that the machine gave to others, or that the JIT's threads took.
            Note(part, symbol, place, Math.Min(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
        }
    }

    private void Note(string part, ISymbol symbol, SyntaxNode place, double milliseconds)
    {
        Times.AddOrUpdate(
            (part, symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), $"{Path.GetFileName(place.SyntaxTree.FilePath)}:{place.GetLocation().GetLineSpan().StartLinePosition.Line + 1}"),
            milliseconds, (_, known) => Math.Min(known, milliseconds));
    }
}
