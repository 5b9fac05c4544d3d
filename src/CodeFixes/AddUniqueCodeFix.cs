using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes;

/// <summary>
/// A store through an index array, <c>a[p[i]] = …</c>: suggests <c>[Unique]</c> on the parameter. Only the user can know
/// whether that is true, so the title says what is claimed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddUniqueCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.RaceOnElement, RuleIds.CarriedDependence, RuleIds.NonAffineSubscript];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // Parallel code written by hand has a fix of its own, which tries whether the claim mends anything.
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!AnnotationSyntax.Around(root, model, place.SpanStart, cancellation).Any()
            || place.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        return Parameter(place, model, cancellation) is { } parameter ? new Fix(Title(parameter), parameter, editor => Add(editor, parameter)) : null;
    }

    /// <summary>The index array in the subscript that is reported, if it is a parameter.</summary>
    internal static ParameterSyntax? Parameter(SyntaxNode place, SemanticModel model, CancellationToken cancellation) => place
        .DescendantNodesAndSelf()
        .OfType<ElementAccessExpressionSyntax>()
        .Select(access => IndexParameter(access, model, cancellation))
        .FirstOrDefault(candidate => candidate is not null);

    internal static string Title(ParameterSyntax parameter) =>
        $"Add [Unique] to '{parameter.Identifier.ValueText}' (only if its values are all different)";

    internal static void Add(SyntaxEditor editor, ParameterSyntax parameter) =>
        editor.ReplaceNode(parameter, (current, _) => current is ParameterSyntax now ? now.AddAttributeLists(Unique()) : current);

    /// <summary>The parameter p of <c>a[p[i]]</c>, unless it says [Unique] already.</summary>
    private static ParameterSyntax? IndexParameter(ElementAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellation) =>
        access.ArgumentList.Arguments
            .SelectMany(argument => argument.DescendantNodes().OfType<ElementAccessExpressionSyntax>())
            .Select(index => model.GetSymbolInfo(index.Expression, cancellation).Symbol)
            .OfType<IParameterSymbol>()
            .Where(parameter => !AttributeReader.IsUnique(parameter))
            .SelectMany(parameter => parameter.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<ParameterSyntax>()
            .FirstOrDefault(parameter => parameter.SyntaxTree == access.SyntaxTree);

    private static AttributeListSyntax Unique() => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::AutoPar.Unique").WithAdditionalAnnotations(Simplifier.Annotation))))
        .WithTrailingTrivia(SyntaxFactory.Space);
}
