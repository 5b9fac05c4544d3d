using System.Collections.Immutable;
using System.Runtime.Loader;
using AutoPar.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.EndToEnd;

/// <summary>Source files compiled with the generator in process, as the SDK would with the package.</summary>
internal sealed class CompiledKernels : IDisposable
{
    private readonly AssemblyLoadContext _context = new("kernels", isCollectible: true);
    private Kernel[]? _kernels;

    public required ImmutableArray<Diagnostic> Errors { get; init; }

    /// <summary>What the generator made, for messages.</summary>
    public required IReadOnlyList<SyntaxTree> Generated { get; init; }

    /// <summary>The assembly; empty when it doesn't compile.</summary>
    public byte[] Image { get; init; } = [];

    public Kernel[] Kernels => _kernels ??= Image.Length == 0 ? [] : Load(Image, _context);

    public static Kernel[] Load(byte[] image, AssemblyLoadContext context)
    {
        using var stream = new MemoryStream(image);
        Type adapters = context.LoadFromStream(stream).GetType(AdapterWriter.TypeName)!;
        return (Kernel[])adapters.GetMethod("Kernels")!.Invoke(null, null)!;
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

    /// <summary>
    /// Adds adapters, runs the generator, compiles and loads. Methods whose generated code doesn't compile are reported
    /// and left as they are, so that the others still run.
    /// </summary>
    public static CompiledKernels Compile(IEnumerable<SyntaxTree> trees)
    {
        SyntaxTree[] sources = [.. trees];
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        for (int attempt = 0; ; attempt++)
        {
            using var image = new MemoryStream();
            GeneratorDriverRunResult run = Emit(sources, image, out ImmutableArray<Diagnostic> found);
            errors.AddRange(found);
            HashSet<string> broken = [.. found.Select(MethodOf).OfType<string>()];
            if (found.IsEmpty || attempt == 4 || broken.Count == 0)
            {
                return new CompiledKernels
                {
                    Errors = errors.ToImmutable(),
                    Generated = run.GeneratedTrees,
                    Image = found.IsEmpty ? image.ToArray() : [],
                };
            }

            sources = [.. sources.Select(tree => WithoutAttributes(tree, broken))];
        }
    }

    private static GeneratorDriverRunResult Emit(SyntaxTree[] sources, MemoryStream image, out ImmutableArray<Diagnostic> errors)
    {
        CSharpCompilation compilation = Compilation(sources);
        HashSet<string> universal = UniversalWithLoops(compilation);
        string adapters = AdapterWriter.Write(DescribedMethod.All(compilation).Select(method => method with { IsUniversal = universal.Contains(method.Name) }));
        compilation = compilation.AddSyntaxTrees(Parse(adapters, "/kernels/Adapters.cs"));
        GeneratorDriver driver = Driver();
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> reported);
        errors =
        [
            .. reported.Where(diagnostic => diagnostic.Id is "CS8785" or "CS8784"),
            .. updated.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
        return driver.GetRunResult();
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new AutoParGenerator().AsSourceGenerator()], parseOptions: s_parse);

    /// <summary>Which of the methods of numbers with loops get overloads over spans: only the generator knows.</summary>
    private static HashSet<string> UniversalWithLoops(CSharpCompilation compilation)
    {
        ILookup<SyntaxTree, DescribedMethod> methods = DescribedMethod.All(compilation).ToLookup(method => method.Syntax.SyntaxTree);
        SyntaxTree[] others = [.. methods.Where(group => !group.Any(method => method.MayBeUniversal)).Select(group => group.Key)];
        if (others.Length == methods.Count)
        {
            return [];
        }

        Driver().RunGeneratorsAndUpdateCompilation(compilation.RemoveSyntaxTrees(others), out Compilation updated, out _);
        return [.. DescribedMethod.All(updated).Where(method => method.MayBeUniversal && method.HasOverloads).Select(method => method.Name)];
    }

    /// <summary>The method that an error is about, wherever it stands.</summary>
    public static string? MethodOf(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode node = tree.GetRoot().FindNode(error.Location.SourceSpan);
        if (Path.GetFileName(tree.FilePath) == "Adapters.cs")
        {
            string line = tree.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString();
            return line[(line.LastIndexOf("//", StringComparison.Ordinal) + 2)..];
        }

        if (!tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
        {
            return node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;
        }

        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText)
            .Where(name => name.EndsWith("Sequential", StringComparison.Ordinal)).Select(name => name[..^"Sequential".Length]).FirstOrDefault();
    }

    private static SyntaxTree WithoutAttributes(SyntaxTree tree, HashSet<string> methods)
    {
        SyntaxNode root = tree.GetRoot();
        var annotated = root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => methods.Contains(method.Identifier.ValueText)).SelectMany(method => method.AttributeLists).ToList();
        return annotated.Count == 0 ? tree
            : Parse(root.RemoveNodes(annotated, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString(), tree.FilePath);
    }

    private static bool IsWanted(string file) => file.StartsWith("System.", StringComparison.Ordinal)
        || file is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll"
        or "AutoPar.Attributes.dll" or "AutoPar.Runtime.dll" or "AutoPar.EndToEnd.dll";
}
