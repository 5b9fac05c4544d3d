using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes;

/// <summary>
/// A float sum that <c>FloatMode.Strict</c> keeps in order: <c>FloatMode.Reproducible</c> reassociates it in an order that
/// is fixed by the trip count.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReproducibleFloatModeCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.FloatOrder, RuleIds.KeptSequential, RuleIds.LanesFloatOrder, RuleIds.KeptScalar];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        string type = diagnostic.Id is RuleIds.FloatOrder or RuleIds.KeptSequential ? AttributeReader.Parallelize : AttributeReader.Vectorize;
        AttributeArgumentSyntax? argument = AnnotationSyntax.Around(root, model, diagnostic.Location.SourceSpan.Start, cancellation)
            .Where(attribute => attribute.Type == type)
            .Select(attribute => AnnotationSyntax.Option(attribute.Syntax, "FloatMode"))
            .FirstOrDefault();
        return argument?.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Strict" } mode
            ? new Fix("Use FloatMode.Reproducible (another rounding of the sum, the same on every machine)", mode, editor => editor.ReplaceNode(
                mode, mode.WithName(SyntaxFactory.IdentifierName("Reproducible"))))
            : null;
    }
}
