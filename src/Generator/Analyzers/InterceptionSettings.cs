using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Analyzers;

/// <summary>The MSBuild property AutoParIntercept.</summary>
internal static class InterceptionSettings
{
    /// <summary>On unless the project says no: then nothing is intercepted by intention, and there is nothing to tell.</summary>
    public static bool IsOn(AnalyzerOptions options) =>
        !options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AutoParIntercept", out string? value)
        || !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
