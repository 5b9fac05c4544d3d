using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>AP0xxx: the attributes are used where they cannot work, or a use of the method escapes interception; AP9999: our own fault.</summary>
internal static class UsageRules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        "Containing type is not partial",
        "'{0}' must be declared partial, so that the generated forms of its annotated methods can be added to it",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NotPartial));

    public static readonly DiagnosticDescriptor UnsupportedSignature = new(
        RuleIds.UnsupportedSignature,
        "Signature cannot have generated forms",
        "'{0}' cannot have generated forms: {1}",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.UnsupportedSignature));

    public static readonly DiagnosticDescriptor NoLoop = new(
        RuleIds.NoLoop,
        "Attribute on a method without a loop",
        "'{0}' has no loop, so [{1}] does nothing",
        Categories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoLoop));

    public static readonly DiagnosticDescriptor SiblingExists = new(
        RuleIds.SiblingExists,
        "Name of a generated form is taken",
        "'{0}' is declared already, and AutoPar would generate a method of that name and signature: rename one of the two methods",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.SiblingExists));

    public static readonly DiagnosticDescriptor InvalidOption = new(
        RuleIds.InvalidOption,
        "Invalid option value",
        "{0} = {1} is not allowed: {2}",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.InvalidOption));

    public static readonly DiagnosticDescriptor RequirementNotMet = new(
        RuleIds.RequirementNotMet,
        "Required form was not generated",
        "'{0}' sets Require = true on [{1}], but: {2}",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.RequirementNotMet));

    public static readonly DiagnosticDescriptor NeverIntercepted = new(
        RuleIds.NeverIntercepted,
        "Use of an annotated method that runs it as written",
        "This use of '{0}' runs the method as written: {1}",
        Categories.Usage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NeverIntercepted));

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        RuleIds.LanguageVersion,
        "Language version is too low",
        "'{0}' cannot have generated forms in C# {1}: they need C# 11 or later, so set LangVersion or leave it out",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.LanguageVersion));

    public static readonly DiagnosticDescriptor NoAsyncForm = new(
        RuleIds.NoAsyncForm,
        "Method cannot have an asynchronous form",
        "'{0}' cannot have an asynchronous form, whose task outlives the call: {1}",
        Categories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.NoAsyncForm));

    public static readonly DiagnosticDescriptor InvalidReduction = new(
        RuleIds.InvalidReduction,
        "Method cannot be a reduction",
        "'{0}' cannot be a reduction, so [Reduction] does nothing: {1}",
        Categories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.InvalidReduction));

    public static readonly DiagnosticDescriptor InternalError = new(
        RuleIds.InternalError,
        "AutoPar failed",
        "AutoPar failed in {0}, and the method runs as written; please report it: {1}",
        Categories.Internal,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For(RuleIds.InternalError));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial,
        UnsupportedSignature,
        NoLoop,
        SiblingExists,
        InvalidOption,
        RequirementNotMet,
        NeverIntercepted,
        LanguageVersion,
        NoAsyncForm,
        InvalidReduction,
        InternalError,
    ];
}
