using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// A sum, product or extremum that the iterations share: each thread gets a local one, and adds it to the shared one under a
/// lock when it has done its iterations. All such variables of a loop are mended at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LocalReductionCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnScalar, RuleIds.RaceOnField];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared || Reduction.Of(shared) is not { } reduction)
        {
            return null;
        }

        IReadOnlyList<Reduction> reductions = Reduction.AllOf(reduction);
        return new Fix(
            $"Combine '{string.Join("', '", reductions.Select(one => one.Shared.Symbol.Name))}' for each thread, and under a lock at its end",
            reduction.Loop.Call,
            editor => ReductionRewriter.Apply(reductions, editor));
    }
}
