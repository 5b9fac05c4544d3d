using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>Runs the analyzer over the files of the suite, as a project with implicit usings has it.</summary>
internal static class SuiteRun
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Repository.File("tests", "Generator.Tests", "RaceSuite", folder), "*.cs").Order(StringComparer.Ordinal);

    /// <summary>What is found in each file of a folder. They are one compilation, and each of them compiles with Labels.cs alone.</summary>
    public static async Task<IReadOnlyList<Scores>> OfFolderAsync(string folder)
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(ImplicitUsings);
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        SyntaxTree[] trees = [.. Files(folder).Select(path => Parse(path, options))];
        compilation = compilation.AddSyntaxTrees([.. trees, Parse(Repository.File("tests", "Generator.Tests", "RaceSuite", "Labels.cs"), options)]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);

        ILookup<SyntaxTree?, Diagnostic> byTree = (await AnalyzerRun.AnalyzeAsync(compilation))
            .Where(one => one.Id.StartsWith("AP1", StringComparison.Ordinal)).ToLookup(one => one.Location.SourceTree);
        return [.. trees.Select(tree => new Scores(Path.GetFileNameWithoutExtension(tree.FilePath), OfFile(tree, byTree[tree])))];
    }

    private static IReadOnlyList<Outcome> OfFile(SyntaxTree tree, IEnumerable<Diagnostic> found)
    {
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
