using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes;

/// <summary>AP0007: names the generated form where a call of the method itself can't be intercepted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseSiblingCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.NeverIntercepted];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(DiagnosticArguments.Sibling, out string? sibling) || sibling is null)
        {
            return null;
        }

        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        ExpressionSyntax? callee = node is InvocationExpressionSyntax call ? call.Expression : node as ExpressionSyntax;
        SimpleNameSyntax? name = callee switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is null
            ? null
            : new Fix($"Use '{sibling}'", name, editor => editor.ReplaceNode(
                name, name.WithIdentifier(SyntaxFactory.Identifier(sibling).WithTriviaFrom(name.Identifier))));
    }
}
