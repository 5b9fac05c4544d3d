using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.AnalysisCost;

/// <summary>Sources that are measured as one project.</summary>
internal sealed record SourceSet(string Name, string Mix, CSharpCompilation Compilation)
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    public static CSharpParseOptions ParseOptions { get; } =
        new CSharpParseOptions(LanguageVersion.Preview).WithFeatures([new("InterceptorsNamespaces", "AutoPar.Generated")]);

    // What runs this program: the framework, the compiler's own API and AutoPar, but not the compiler extension.
    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("AutoPar.Generator.dll" or "AutoPar.AnalysisCost.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public int Lines => Compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count);

    public static SourceSet Of(string name, string mix, IEnumerable<(string Path, string Text)> files) => new(name, mix, CSharpCompilation.Create(
        "Measured",
        files.Append(("Usings.cs", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Item2, System.Text.Encoding.UTF8), ParseOptions, file.Item1)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>All C# files of a folder, as one project. What it references beyond the framework stays unknown.</summary>
    public static SourceSet OfFolder(string folder) => Of(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "as found",
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))));
}
