using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// A sum, product, extremum or histogram that the iterations share: each thread gets a local one, and adds it to the shared one under a
/// lock when it has done its iterations. All such variables of a loop are mended at once, where that is clean.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LocalReductionCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnElement, RuleIds.RaceOnScalar, RuleIds.RaceOnField, RuleIds.MayRace];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        Candidates(root, model, diagnostic, cancellation).FirstOrDefault();

    private protected override IEnumerable<Fix> Candidates(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared || Reduction.Of(shared) is not { } reduction)
        {
            return [];
        }

        IReadOnlyList<Reduction> all = Reduction.AllOf(reduction);
        return all.Count == 1 ? [FixOf(all)] : [FixOf(all), FixOf([reduction])];
    }

    private static Fix FixOf(IReadOnlyList<Reduction> reductions) => new(
        $"Combine '{string.Join("', '", reductions.Select(one => one.Shared.Symbol.Name))}' for each thread, and under a lock at its end",
        reductions[0].Loop.Call,
        editor => ReductionRewriter.Apply(reductions, editor));
}
