using System.Collections.Immutable;
using AutoPar.Generator.Analyzers;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>Compiles a source with the generator and runs the analyzer over the result, as the compiler does.</summary>
internal static class AnalyzerRun
{
    /// <summary>What a console project with implicit usings has.</summary>
    public const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using AutoPar;\n";

    private static readonly CSharpParseOptions s_parseOptions = new CSharpParseOptions(LanguageVersion.Preview)
        .WithFeatures([new("InterceptorsNamespaces", "AutoPar.Generated")]);

    public static CSharpCompilation Compile(string source, string name = "Test", IEnumerable<MetadataReference>? more = null) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source, s_parseOptions, "Test.cs")],
        [.. TestCompilation.References, .. more ?? []],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>The compilation with the generated files, and the diagnostics of the generator and, unless not checked, of the compiler.</summary>
    public static (Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) Generate(CSharpCompilation compilation, bool check = true)
    {
        CSharpGeneratorDriver.Create([new AutoParGenerator().AsSourceGenerator()], parseOptions: s_parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> diagnostics);
        return (updated, check ? [.. diagnostics, .. updated.GetDiagnostics()] : diagnostics);
    }

    /// <summary>The analyzer's diagnostics, in source order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, ImmutableDictionary<string, string>? options = null)
    {
        var analyzers = new CompilationWithAnalyzers(
            compilation,
            [new AutoParAnalyzer()],
            new AnalyzerOptions([], new OptionsProvider(options ?? ImmutableDictionary<string, string>.Empty)));
        return [.. (await analyzers.GetAnalyzerDiagnosticsAsync()).OrderBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id)];
    }

    /// <summary>As <see cref="AnalyzeAsync"/>, from source that must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, ImmutableDictionary<string, string>? options = null)
    {
        (Compilation compilation, ImmutableArray<Diagnostic> diagnostics) = Generate(Compile(source));
        Assert.DoesNotContain(diagnostics, one => one.Severity == DiagnosticSeverity.Error);
        return await AnalyzeAsync(compilation, options);
    }

    private sealed class OptionsProvider(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
