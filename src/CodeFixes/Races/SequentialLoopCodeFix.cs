using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// Iterations that need each other's results, or that a lock makes wait for each other anyway: the parallel loop becomes a plain
/// one. A lock that nothing else takes goes.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SequentialLoopCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.RaceOnElement, RuleIds.RaceOnScalar, RuleIds.RaceOnField, RuleIds.OrderUnderLock, RuleIds.WholeBodyLocked];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        ParallelLoop? loop = place.Ancestors().Where(FunctionSyntax.IsFunction)
            .Select(function => ParallelLoop.Of(function, model, cancellation)).FirstOrDefault(candidate => candidate is not null);
        if (loop is null
            || (diagnostic.Id is RuleIds.RaceOnElement or RuleIds.RaceOnScalar or RuleIds.RaceOnField
                && IsReduction(root, model, diagnostic, cancellation)))
        {
            return null;
        }

        BodyLock? held = BodyLock.Of(loop, model, cancellation);
        return PlainLoop.Of(loop, model, (old, current) =>
            held is not null && old == loop.Body.Block ? BodyLock.Unlocked((BlockSyntax)current) : current) is { } plain
            ? new Fix("Run the iterations in order, in a plain loop", loop.Call, editor =>
            {
                loop.Replace(editor, plain.WithAdditionalAnnotations(Formatter.Annotation));
                if (held is not null)
                {
                    editor.RemoveNode(held.Declarator, SyntaxRemoveOptions.KeepUnbalancedDirectives);
                }
            })
            : null;
    }

    // Other fixes keep those parallel.
    private static bool IsReduction(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        SharedPlace.Of(root, model, diagnostic, cancellation) is { } shared && Reduction.Of(shared) is not null;
}
