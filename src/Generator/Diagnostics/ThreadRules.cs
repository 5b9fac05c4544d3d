using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>AP20xx: why a loop is not parallelized.</summary>
internal static class ThreadRules
{
    public static readonly DiagnosticDescriptor CarriedDependence = new(
        RuleIds.CarriedDependence,
        "Not parallelized: carried dependence",
        "Not parallelized: {0}; remedy: {1}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.CarriedDependence));

    public static readonly DiagnosticDescriptor ScalarRecurrence = new(
        RuleIds.ScalarRecurrence,
        "Not parallelized: scalar recurrence",
        "Not parallelized: '{0}' carries a value from iteration to iteration and is not a reduction: {1}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.ScalarRecurrence));

    public static readonly DiagnosticDescriptor UnknownEffects = new(
        RuleIds.UnknownEffects,
        "Not parallelized: unknown effects",
        "Not parallelized: the effects of '{0}' are unknown: {1}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnknownEffects));

    public static readonly DiagnosticDescriptor NotCounted = new(
        RuleIds.NotCounted,
        "Not parallelized: unknown trip count",
        "Not parallelized: the number of iterations is not known before the loop: {0}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotCounted));

    public static readonly DiagnosticDescriptor IndexAssigned = new(
        RuleIds.IndexAssigned,
        "Not parallelized: index assigned in the body",
        "Not parallelized: the body assigns the index '{0}', so which iterations exist is only known by running them",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.IndexAssigned));

    public static readonly DiagnosticDescriptor EarlyExit = new(
        RuleIds.EarlyExit,
        "Not parallelized: early exit",
        "Not parallelized: '{0}' leaves the loop early, so whether an iteration runs depends on the ones before it",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.EarlyExit));

    public static readonly DiagnosticDescriptor NotLowered = new(
        RuleIds.NotLowered,
        "Not parallelized: unsupported construct",
        "Not parallelized: {0} is not supported in a parallel loop",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotLowered));

    public static readonly DiagnosticDescriptor OrderVisible = new(
        RuleIds.OrderVisible,
        "Not parallelized: visible order",
        "Not parallelized: the order of the iterations is visible: {0}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.OrderVisible));

    public static readonly DiagnosticDescriptor NeedsTransformation = new(
        RuleIds.NeedsTransformation,
        "Not parallelized: needs a transformation",
        "Not parallelized: it would take {0}, which AutoPar does not do yet: {1}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NeedsTransformation));

    public static readonly DiagnosticDescriptor NonAffineSubscript = new(
        RuleIds.NonAffineSubscript,
        "Not parallelized: subscript is not affine",
        "Not parallelized: which element '{0}' touches is not known at compile time: {1}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NonAffineSubscript));

    public static readonly DiagnosticDescriptor FloatOrder = new(
        RuleIds.FloatOrder,
        "Not parallelized: floating-point order",
        "Not parallelized: '{0}' accumulates floating-point values, and FloatMode.Strict keeps their order",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FloatOrder));

    public static readonly DiagnosticDescriptor NotProfitable = new(
        RuleIds.NotProfitable,
        "Not parallelized: no gain",
        "Not parallelized: it would not be faster: {0}",
        Categories.NotParallelized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotProfitable));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        CarriedDependence,
        ScalarRecurrence,
        UnknownEffects,
        NotCounted,
        IndexAssigned,
        EarlyExit,
        NotLowered,
        OrderVisible,
        NeedsTransformation,
        NonAffineSubscript,
        FloatOrder,
        NotProfitable,
    ];
}
