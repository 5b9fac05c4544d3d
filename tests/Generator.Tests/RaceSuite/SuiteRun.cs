using System.Collections.Immutable;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>Runs the analyzer over one file of the suite, as a project with implicit usings has it.</summary>
internal static class SuiteRun
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Repository.File("tests", "Generator.Tests", "RaceSuite", folder), "*.cs").Order(StringComparer.Ordinal);

    public static async Task<IReadOnlyList<Outcome>> OfFileAsync(string path)
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(ImplicitUsings);
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        SyntaxTree tree = Parse(path, options);
        compilation = compilation.AddSyntaxTrees(tree, Parse(Repository.File("tests", "Generator.Tests", "RaceSuite", "Labels.cs"), options));
        Assert.DoesNotContain(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);

        ImmutableArray<Diagnostic> found = [.. (await AnalyzerRun.AnalyzeAsync(compilation)).Where(one => one.Id.StartsWith("AP1", StringComparison.Ordinal))];
        LabelledMethod[] methods = [.. LabelledMethod.Of(tree)];
        ILookup<LabelledMethod?, Diagnostic> byMethod = found.ToLookup(one => Holder(one, methods));
        return
        [
            .. methods.Select(method => new Outcome(method, [.. byMethod[method]])),
            .. byMethod[null].Select(one => Outcome.Outside(tree, one)),
        ];
    }

    // A race in a helper may be reported there, with the parallel code as an additional location.
    private static LabelledMethod? Holder(Diagnostic diagnostic, LabelledMethod[] methods) => diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
        .Select(location => methods.FirstOrDefault(method => method.Span.Contains(location.SourceSpan)))
        .FirstOrDefault(method => method is not null);

    private static SyntaxTree Parse(string path, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path);
}
