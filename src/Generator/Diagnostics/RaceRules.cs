using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>AP1xxx: two iterations touch one location, at least one writing.</summary>
internal static class RaceRules
{
    public static readonly DiagnosticDescriptor RaceOnElement = new(
        RuleIds.RaceOnElement,
        "Iterations race on an element",
        "The iterations race on '{0}': {3}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RaceOnElement));

    public static readonly DiagnosticDescriptor RaceOnScalar = new(
        RuleIds.RaceOnScalar,
        "Iterations race on a variable",
        "The iterations race on '{0}': {1}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RaceOnScalar));

    public static readonly DiagnosticDescriptor RaceOnField = new(
        RuleIds.RaceOnField,
        "Iterations race on a field",
        "The iterations race on the field '{0}': {1}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RaceOnField));

    public static readonly DiagnosticDescriptor RaceInCallee = new(
        RuleIds.RaceInCallee,
        "Iterations race in a called method",
        "The iterations race in '{0}', which each of them calls: it {1}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RaceInCallee));

    public static readonly DiagnosticDescriptor UnsafeSharedObject = new(
        RuleIds.UnsafeSharedObject,
        "Iterations share an object that is not thread-safe",
        "The iterations share '{0}': {1}.{2} changes it and is not safe to call from several threads",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnsafeSharedObject));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        RaceOnElement,
        RaceOnScalar,
        RaceOnField,
        RaceInCallee,
        UnsafeSharedObject,
    ];
}
