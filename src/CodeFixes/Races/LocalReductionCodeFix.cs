using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        IReadOnlyList<Reduction> reductions = AllOf(reduction);
        return new Fix(
            $"Combine '{string.Join("', '", reductions.Select(one => one.Shared.Symbol.Name))}' for each thread, and under a lock at its end",
            reduction.Loop.Call,
            editor => ReductionRewriter.Apply(reductions, editor));
    }

    /// <summary>The loop's other reductions, found as if each had its own warning.</summary>
    private static IReadOnlyList<Reduction> AllOf(Reduction first)
    {
        SharedPlace shared = first.Shared;
        var found = new Dictionary<ISymbol, Reduction>(SymbolEqualityComparer.Default) { [shared.Symbol] = first };
        foreach (IdentifierNameSyntax name in first.Loop.Body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (shared.Model.GetSymbolInfo(name, shared.Cancellation).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol) and { } symbol
                && !found.ContainsKey(symbol)
                && Reduction.Of(shared with { Symbol = symbol, Syntax = SharedPlace.Whole(name) }) is { } other
                && other.Loop.Call == first.Loop.Call)
            {
                found.Add(symbol, other);
            }
        }

        return [.. found.Values.OrderBy(one => one.Updates[0].Node.SpanStart)];
    }
}
