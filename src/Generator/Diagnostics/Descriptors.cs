using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>All rules.</summary>
internal static class Descriptors
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. UsageRules.All, .. RaceRules.All, .. ThreadRules.All, .. LaneRules.All, .. RemarkRules.All];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_byId =
        All.ToImmutableDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Get(string ruleId) => s_byId[ruleId];
}

/// <summary>The one place that knows where a rule's page is.</summary>
internal static class HelpLinks
{
    public static string For(string ruleId) => $"https://github.com/autopar/autopar/blob/main/docs/rules/{ruleId}.md";
}

/// <summary>The categories that .editorconfig and SARIF viewers group rules by.</summary>
internal static class Categories
{
    public const string Usage = "AutoPar.Usage";
    public const string Race = "AutoPar.Race";
    public const string NotParallelized = "AutoPar.NotParallelized";
    public const string NotVectorized = "AutoPar.NotVectorized";
    public const string Remark = "AutoPar.Remark";
    public const string Internal = "AutoPar.Internal";
}
