using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>AP1012: two locks that are taken one right after the other change places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LockOrderCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LockOrder];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        Candidates(root, model, diagnostic, cancellation).FirstOrDefault();

    private protected override IEnumerable<Fix> Candidates(SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation) =>
        from location in diagnostic.AdditionalLocations.Append(diagnostic.Location)
        where location.SourceTree == model.SyntaxTree
        let inner = root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<LockStatementSyntax>()
        where inner is not null
        let outer = (inner.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : inner.Parent) as LockStatementSyntax
        where outer is not null && FunctionSyntax.IsPure(inner.Expression) && FunctionSyntax.IsPure(outer.Expression)
        select new Fix($"Lock '{inner.Expression}' before '{outer.Expression}' here, too", outer, editor =>
        {
            editor.ReplaceNode(outer.Expression, inner.Expression.WithTriviaFrom(outer.Expression));
            editor.ReplaceNode(inner.Expression, outer.Expression.WithTriviaFrom(inner.Expression));
        });
}
