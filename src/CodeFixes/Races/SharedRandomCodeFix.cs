using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes.Races;

/// <summary>AP1005: a <c>Random</c> that iterations or tasks share becomes <c>Random.Shared</c>, which is one for each thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SharedRandomCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeSharedObject];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || !SharedRandom.IsRandom(shared.Symbol, model.Compilation)
            || !SharedRandom.HasSharedInstance(model.Compilation)
            || shared.Captures.Select(SharedPlace.Whole).ToList() is not { Count: > 0 } uses
            || uses.Any(use => !IsRead(use)))
        {
            return null;
        }

        return new Fix($"Draw from Random.Shared instead of '{shared.Symbol.Name}' (no seed)", uses[0], editor =>
        {
            foreach (ExpressionSyntax use in uses)
            {
                editor.ReplaceNode(use, SyntaxFactory.ParseExpression("global::System.Random.Shared").WithTriviaFrom(use)
                    .WithAdditionalAnnotations(Simplifier.Annotation));
            }

            if (SharedRandom.Declaration(shared) is { } declarator && uses.Count == shared.References.Count)
            {
                editor.RemoveNode(declarator, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            }
        });
    }

    // Passed on by value, or called: not assigned, and not passed by reference.
    private static bool IsRead(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == use,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None),
        _ => false,
    };
}
