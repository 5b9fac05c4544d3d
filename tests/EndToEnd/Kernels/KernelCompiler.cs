using System.Collections.Immutable;
using System.Runtime.Loader;
using AutoPar.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.EndToEnd;

/// <summary>Source files compiled with the generator in process, as the SDK would with the package.</summary>
internal sealed class CompiledKernels : IDisposable
{
    private readonly AssemblyLoadContext _context = new("kernels", isCollectible: true);

    public required ImmutableArray<Diagnostic> Errors { get; init; }

    /// <summary>What the generator made, for messages.</summary>
    public required IReadOnlyList<SyntaxTree> Generated { get; init; }

    public Kernel[] Kernels { get; private set; } = [];

    public void Load(MemoryStream image)
    {
        Type adapters = _context.LoadFromStream(image).GetType(AdapterWriter.TypeName)!;
        Kernels = (Kernel[])adapters.GetMethod("Kernels")!.Invoke(null, null)!;
    }

    public void Dispose() => _context.Unload();
}

internal static class KernelCompiler
{
    private static readonly CSharpParseOptions s_parse = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("InterceptorsNamespaces", "AutoPar.Generated")]);

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsWanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly IIncrementalGenerator? s_generator = Type.GetType("AutoPar.Generator.AutoParGenerator, AutoPar.Generator") is { } type
        ? (IIncrementalGenerator)Activator.CreateInstance(type)! : null;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, s_parse, path);

    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Kernels_" + Guid.NewGuid().ToString("N"), [.. trees, Parse(Usings, "/kernels/Usings.cs")], s_references, s_options);

    /// <summary>Adds adapters, runs the generator, compiles and loads.</summary>
    public static CompiledKernels Compile(IEnumerable<SyntaxTree> trees)
    {
        CSharpCompilation compilation = Compilation(trees);
        string adapters = AdapterWriter.Write(DescribedMethod.All(compilation), s_generator is not null);
        compilation = compilation.AddSyntaxTrees(Parse(adapters, "/kernels/Adapters.cs"));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            s_generator is null ? [] : [s_generator.AsSourceGenerator()], parseOptions: s_parse);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> reported);
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = updated.Emit(image);
        var compiled = new CompiledKernels
        {
            Errors =
            [
                .. reported.Where(diagnostic => diagnostic.Id is "CS8785" or "CS8784"),
                .. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            ],
            Generated = [.. driver.GetRunResult().GeneratedTrees],
        };
        if (result.Success)
        {
            image.Position = 0;
            compiled.Load(image);
        }

        return compiled;
    }

    private static bool IsWanted(string file) => file.StartsWith("System.", StringComparison.Ordinal)
        || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll"
        or "AutoPar.Attributes.dll" or "AutoPar.Runtime.dll" or "AutoPar.EndToEnd.dll";
}
