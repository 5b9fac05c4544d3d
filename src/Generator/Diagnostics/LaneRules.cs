using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>AP25xx: why a loop is not vectorized.</summary>
internal static class LaneRules
{
    public static readonly DiagnosticDescriptor LanesCarriedDependence = new(
        RuleIds.LanesCarriedDependence,
        "Not vectorized: carried dependence",
        "Not vectorized: {0}; remedy: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesCarriedDependence));

    public static readonly DiagnosticDescriptor LanesScalarRecurrence = new(
        RuleIds.LanesScalarRecurrence,
        "Not vectorized: scalar recurrence",
        "Not vectorized: '{0}' carries a value from iteration to iteration and is not a reduction: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesScalarRecurrence));

    public static readonly DiagnosticDescriptor LanesUnknownCall = new(
        RuleIds.LanesUnknownCall,
        "Not vectorized: call without a vector form",
        "Not vectorized: '{0}' has no vector form: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesUnknownCall));

    public static readonly DiagnosticDescriptor LanesNotCounted = new(
        RuleIds.LanesNotCounted,
        "Not vectorized: unknown trip count",
        "Not vectorized: the number of iterations is not known before the loop: {0}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesNotCounted));

    public static readonly DiagnosticDescriptor LanesIndexAssigned = new(
        RuleIds.LanesIndexAssigned,
        "Not vectorized: index assigned in the body",
        "Not vectorized: the body assigns the index '{0}', so which iterations exist is only known by running them",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesIndexAssigned));

    public static readonly DiagnosticDescriptor LanesEarlyExit = new(
        RuleIds.LanesEarlyExit,
        "Not vectorized: early exit",
        "Not vectorized: '{0}' leaves the loop early, so whether an iteration runs depends on the ones before it",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesEarlyExit));

    public static readonly DiagnosticDescriptor LanesNotLowered = new(
        RuleIds.LanesNotLowered,
        "Not vectorized: unsupported construct",
        "Not vectorized: {0} is not supported in vector code",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesNotLowered));

    public static readonly DiagnosticDescriptor LanesOrderVisible = new(
        RuleIds.LanesOrderVisible,
        "Not vectorized: visible order",
        "Not vectorized: the order of the iterations is visible: {0}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesOrderVisible));

    public static readonly DiagnosticDescriptor LanesNeedsTransformation = new(
        RuleIds.LanesNeedsTransformation,
        "Not vectorized: needs a transformation",
        "Not vectorized: it would take {0}, which AutoPar does not do yet: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesNeedsTransformation));

    public static readonly DiagnosticDescriptor LanesGatherScatter = new(
        RuleIds.LanesGatherScatter,
        "Not vectorized: gather or scatter",
        "Not vectorized: '{0}' is a gather or scatter: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesGatherScatter));

    public static readonly DiagnosticDescriptor LanesFloatOrder = new(
        RuleIds.LanesFloatOrder,
        "Not vectorized: floating-point order",
        "Not vectorized: '{0}' accumulates floating-point values, and FloatMode.Strict keeps their order",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesFloatOrder));

    public static readonly DiagnosticDescriptor LanesUnsupportedType = new(
        RuleIds.LanesUnsupportedType,
        "Not vectorized: unsupported type",
        "Not vectorized: vector code does not support {0}: {1}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesUnsupportedType));

    public static readonly DiagnosticDescriptor LanesNotProfitable = new(
        RuleIds.LanesNotProfitable,
        "Not vectorized: no gain",
        "Not vectorized: it would not be faster: {0}",
        Categories.NotVectorized,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanesNotProfitable));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        LanesCarriedDependence,
        LanesScalarRecurrence,
        LanesUnknownCall,
        LanesNotCounted,
        LanesIndexAssigned,
        LanesEarlyExit,
        LanesNotLowered,
        LanesOrderVisible,
        LanesNeedsTransformation,
        LanesGatherScatter,
        LanesFloatOrder,
        LanesUnsupportedType,
        LanesNotProfitable,
    ];
}
