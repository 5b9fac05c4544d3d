using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1010: a store through an index array that is a parameter, <c>a[p[i]] = …</c>: <c>[Unique]</c>, where that is all that
/// is missing.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UniqueIndexCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnElement, RuleIds.MayRace];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return place.Ancestors().Any(FunctionSyntax.IsFunction) && AddUniqueCodeFix.Parameter(place, model, cancellation) is { } parameter
            ? new Fix(AddUniqueCodeFix.Title(parameter), parameter, editor => AddUniqueCodeFix.Add(editor, parameter))
            : null;
    }
}
