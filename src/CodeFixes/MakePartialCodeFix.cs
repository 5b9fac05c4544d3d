using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes;

/// <summary>AP0001: adds <c>partial</c> to the type that lacks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.NotPartial];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? type = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null || PartialTypes.IsPartial(type)
            ? null
            : new Fix($"Make '{type.Identifier.ValueText}' partial", type, editor => PartialTypes.Make(editor, type));
    }
}
