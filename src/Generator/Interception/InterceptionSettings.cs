using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Interception;

/// <summary>Whether a project wants interceptors, and whether its compiler takes them.</summary>
internal static class InterceptionSettings
{
    public const string Namespace = "AutoPar.Generated";

    /// <summary>The MSBuild property AutoParIntercept: on unless the project says no.</summary>
    public static bool IsOn(AnalyzerConfigOptionsProvider options) =>
        !options.GlobalOptions.TryGetValue("build_property.AutoParIntercept", out string? value)
        || !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>An interceptor in a namespace that the project doesn't list is an error, so there must be none then.</summary>
    public static bool AllowsInterceptors(CSharpParseOptions options) =>
        options.LanguageVersion >= LanguageVersion.CSharp11
        && options.Features.TryGetValue("InterceptorsNamespaces", out string? namespaces)
        && namespaces.Split(';').Any(Covers);

    // A listed namespace stands for those inside it too.
    private static bool Covers(string listed) =>
        listed == Namespace || (listed.Length > 0 && Namespace.StartsWith(listed + ".", StringComparison.Ordinal));
}
