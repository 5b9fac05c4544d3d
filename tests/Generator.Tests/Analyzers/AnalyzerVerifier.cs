using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>Compares the analyzer's diagnostics with those that the markup expects: the same ids at the same places, no more.</summary>
internal static class AnalyzerVerifier
{
    /// <param name="members">Members of <c>static partial class Kernels</c>.</param>
    public static Task VerifyMembersAsync(string members, bool remarks = false) =>
        VerifyAsync($"{AnalyzerRun.Usings}public static partial class Kernels\n{{\n{members}\n}}", remarks);

    /// <param name="remarks">Whether AP3xxx count; otherwise they may be there or not.</param>
    public static async Task VerifyAsync(string markup, bool remarks = false, ImmutableDictionary<string, string>? options = null)
    {
        (string source, List<(string Id, TextSpan Span)> expected) = Markup.Parse(markup);
        ImmutableArray<Diagnostic> actual = await AnalyzerRun.AnalyzeAsync(source, options);

        Assert.Equal(
            Lines(expected, source),
            Lines(actual.Where(one => remarks || !one.Id.StartsWith("AP3", StringComparison.Ordinal)).Select(one => (one.Id, one.Location.SourceSpan)), source));
    }

    private static string Lines(IEnumerable<(string Id, TextSpan Span)> marks, string source) => string.Join('\n', marks
        .OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)
        .Select(mark => $"{mark.Id} at {mark.Span}: {source.Substring(mark.Span.Start, mark.Span.Length)}"));
}
