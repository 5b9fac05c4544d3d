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
        "The iterations share '{0}': {1}.{2} changes it and is not safe to call from several threads{3}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnsafeSharedObject));

    public static readonly DiagnosticDescriptor CapturedLoopVariable = new(
        RuleIds.CapturedLoopVariable,
        "Tasks share the variable of their for loop",
        "The tasks started in the loop share its variable '{0}': {1}; copy it into a variable of the body",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.CapturedLoopVariable));

    public static readonly DiagnosticDescriptor LockNotShared = new(
        RuleIds.LockNotShared,
        "The lock is not shared",
        "The lock does not protect '{0}', since each iteration takes one of its own: {1}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LockNotShared));

    public static readonly DiagnosticDescriptor OrderUnderLock = new(
        RuleIds.OrderUnderLock,
        "The result depends on the order of iterations",
        "The lock keeps the accesses to '{0}' apart but not in order: {1}",
        Categories.Race,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.OrderUnderLock));

    public static readonly DiagnosticDescriptor SplitUpdate = new(
        RuleIds.SplitUpdate,
        "A read and a write that belong together are separate",
        "The update of '{0}' can be lost: {1}",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.SplitUpdate));

    public static readonly DiagnosticDescriptor MayRace = new(
        RuleIds.MayRace,
        "Iterations may race",
        "The iterations may race on '{0}': {1}",
        Categories.Race,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.MayRace));

    public static readonly DiagnosticDescriptor BlockingInBody = new(
        RuleIds.BlockingInBody,
        "A parallel body waits for a task",
        "'{0}' blocks a thread of the pool that runs the iterations, and may wait for a task that needs one",
        Categories.Race,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.BlockingInBody));

    public static readonly DiagnosticDescriptor LockOrder = new(
        RuleIds.LockOrder,
        "Locks are taken in opposite orders",
        "'{1}' is locked while '{0}' is held, and the other way round on line {2}: each may wait for the other",
        Categories.Race,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LockOrder));

    public static readonly DiagnosticDescriptor WholeBodyLocked = new(
        RuleIds.WholeBodyLocked,
        "The whole body is locked",
        "The iterations run one after the other: all that they do is done under '{0}'",
        Categories.Race,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.WholeBodyLocked));

    public static readonly DiagnosticDescriptor FalseSharing = new(
        RuleIds.FalseSharing,
        "Threads write neighbouring elements all the time",
        "'{1}' is written in each trip of an inner loop, and its neighbours in '{0}' by other threads: they share a cache line; add up in a local variable",
        Categories.Race,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.FalseSharing));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        RaceOnElement,
        RaceOnScalar,
        RaceOnField,
        RaceInCallee,
        UnsafeSharedObject,
        CapturedLoopVariable,
        LockNotShared,
        OrderUnderLock,
        SplitUpdate,
        MayRace,
        BlockingInBody,
        LockOrder,
        WholeBodyLocked,
        FalseSharing,
    ];
}
