using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes;

/// <summary>AP0005: removes the option, so that its default holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveInvalidOptionCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.InvalidOption];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (DiagnosticArguments.Get(diagnostic, 0) is not { } option || DiagnosticArguments.Get(diagnostic, 1) is not { } value)
        {
            return null;
        }

        AttributeArgumentSyntax? argument = AnnotationSyntax.Around(root, model, diagnostic.Location.SourceSpan.Start, cancellation)
            .Select(attribute => AnnotationSyntax.Option(attribute.Syntax, option))
            .FirstOrDefault(candidate => candidate is not null && Value(model, candidate, cancellation) == value);
        return argument is null
            ? null
            : new Fix($"Remove '{option} = {argument.Expression}'", argument, editor => editor.RemoveNode(argument));
    }

    private static string? Value(SemanticModel model, AttributeArgumentSyntax argument, CancellationToken cancellation) =>
        model.GetConstantValue(argument.Expression, cancellation) is { HasValue: true, Value: { } value }
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;
}
