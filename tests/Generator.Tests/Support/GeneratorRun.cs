using System.Text;
using AutoPar.Generator.Emit.Interceptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Tests.Support;

/// <summary>Runs the generator as the compiler does, with interceptors allowed.</summary>
internal sealed class GeneratorRun
{
    private GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        _driver = driver;
        Input = compilation;
        Output = compilation;
    }

    public CSharpCompilation Input { get; private set; }

    /// <summary>The input with what was generated.</summary>
    public Compilation Output { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>Generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    public static CSharpParseOptions ParseOptions(string? interceptors = "AutoPar.Generated") => interceptors is null
        ? new CSharpParseOptions(LanguageVersion.Latest)
        : new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("InterceptorsNamespaces", interceptors)]);

    public static GeneratorRun Of(params string[] sources) => Of(ParseOptions(), [], sources);

    /// <summary>With stages that fail where a test wants them to.</summary>
    internal static GeneratorRun Of(MethodCompiler compiler, Func<InterceptedMethod, string> intercept, string source) =>
        Of(new AutoParGenerator(compiler, intercept), ParseOptions(), [], NullableContextOptions.Enable, source);

    public static GeneratorRun Of(CSharpParseOptions options, Dictionary<string, string> properties, params string[] sources) =>
        Of(options, properties, NullableContextOptions.Enable, sources);

    public static GeneratorRun Of(CSharpParseOptions options, Dictionary<string, string> properties, NullableContextOptions nullable, params string[] sources) =>
        Of(new AutoParGenerator(), options, properties, nullable, sources);

    private static GeneratorRun Of(
        AutoParGenerator generator, CSharpParseOptions options, Dictionary<string, string> properties, NullableContextOptions nullable, params string[] sources)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Test",
            sources.Select((source, number) => Parse(source, $"/src/File{number}.cs", options)),
            TestCompilation.References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: nullable,
                generalDiagnosticOption: ReportDiagnostic.Error));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: options,
            optionsProvider: new Properties(properties),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var run = new GeneratorRun(driver, compilation);
        run.Again(compilation);
        return run;
    }

    /// <summary>Replaces the text of a file and runs once more.</summary>
    public void Edit(int file, Func<string, string> edit)
    {
        SyntaxTree old = Input.SyntaxTrees[file];
        Again(Input.ReplaceSyntaxTree(old, Parse(edit(old.ToString()), old.FilePath, (CSharpParseOptions)old.Options)));
    }

    /// <summary>Fails when the user's code with what was generated has an error or a warning.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.Null(Result.Exception);
        IEnumerable<Diagnostic> problems = Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!problems.Any(), string.Join("\n", problems) + "\n" + string.Join("\n", Files.Values));
        return this;
    }

    private static SyntaxTree Parse(string source, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options, path);

    private void Again(CSharpCompilation compilation)
    {
        Input = compilation;
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Output = output;
    }

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Options.None;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new([]);

        public override bool TryGetValue(string key, out string value)
        {
            bool found = values.TryGetValue(key, out string? text);
            value = text ?? "";
            return found;
        }
    }
}
