using System.Collections.Immutable;
using System.Globalization;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Diagnostics;

/// <summary>What a code fix needs to know besides the location travels in a diagnostic's properties.</summary>
internal static class DiagnosticArguments
{
    /// <summary>The generated form to name instead.</summary>
    public const string Sibling = "Sibling";

    public static ImmutableDictionary<string, string?> Of(Refusal refusal) => refusal.Arguments.Items
        .Select((argument, index) => new KeyValuePair<string, string?>(Key(index), argument))
        .ToImmutableDictionary();

    /// <summary>The message's argument, by its place.</summary>
    public static string? Get(Diagnostic diagnostic, int index) =>
        diagnostic.Properties.TryGetValue(Key(index), out string? value) ? value : null;

    private static string Key(int index) => "Argument" + index.ToString(CultureInfo.InvariantCulture);
}
