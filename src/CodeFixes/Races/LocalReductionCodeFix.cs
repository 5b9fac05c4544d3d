using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// A sum, product, extremum or histogram that the iterations share: each thread gets a local one, and adds it to the shared one under a
/// lock when it has done its iterations, in place of one around each of them. All such variables of a loop are mended at once, where that is clean.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LocalReductionCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.RaceOnElement, RuleIds.RaceOnScalar, RuleIds.RaceOnField, RuleIds.MayRace, RuleIds.WholeBodyLocked];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        Candidates(root, model, diagnostic, cancellation).FirstOrDefault();

    private protected override IEnumerable<Fix> Candidates(SyntaxNode root, SemanticModel model, Diagnostic diagnostic,
        CancellationToken cancellation)
    {
        if (diagnostic.Id == RuleIds.WholeBodyLocked)
        {
            return Locked(root, model, diagnostic, cancellation);
        }

        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared || Reduction.Of(shared) is not { } reduction)
        {
            return [];
        }

        IReadOnlyList<Reduction> all = Reduction.AllOf(reduction);
        return all.Count == 1 ? [FixOf(all)] : [FixOf(all), FixOf([reduction])];
    }

    /// <summary>What is done under a lock in each iteration.</summary>
    private static IEnumerable<Fix> Locked(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<LockStatementSyntax>() is { Statement: var statement } held
        && ParallelLoop.Of(held.Ancestors().FirstOrDefault(FunctionSyntax.IsFunction), model, cancellation) is { } loop
        && BodyLock.Of(loop, model, cancellation) is { } bodyLock
        && statement.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => SharedPlace.At(name, model, cancellation) is { } shared ? Reduction.Of(shared) : null)
            .FirstOrDefault(one => one is not null) is { } reduction
                ? [FixOf(Reduction.AllOf(reduction), bodyLock)]
                : [];

    private static Fix FixOf(IReadOnlyList<Reduction> reductions, BodyLock? held = null) => new(
        $"Combine '{string.Join("', '", reductions.Select(one => one.Shared.Symbol.Name))}' for each thread, and under a lock at its end",
        reductions[0].Loop.Call,
        editor => ReductionRewriter.Apply(reductions, held, editor));
}
