using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>AP3xxx: what was done to a loop, and how.</summary>
internal static class RemarkRules
{
    public static readonly DiagnosticDescriptor Parallelized = new(
        RuleIds.Parallelized,
        "Parallelized",
        "Parallelized {0}: {1}",
        Categories.Remark,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.Parallelized));

    public static readonly DiagnosticDescriptor KeptSequential = new(
        RuleIds.KeptSequential,
        "Kept sequential",
        "Kept {0} sequential: {1}",
        Categories.Remark,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.KeptSequential));

    public static readonly DiagnosticDescriptor Vectorized = new(
        RuleIds.Vectorized,
        "Vectorized",
        "Vectorized {0}: {1}",
        Categories.Remark,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.Vectorized));

    public static readonly DiagnosticDescriptor KeptScalar = new(
        RuleIds.KeptScalar,
        "Kept scalar",
        "Kept {0} scalar: {1}",
        Categories.Remark,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.KeptScalar));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Parallelized,
        KeptSequential,
        Vectorized,
        KeptScalar,
    ];
}
