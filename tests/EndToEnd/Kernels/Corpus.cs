using Microsoft.CodeAnalysis;

namespace AutoPar.EndToEnd;

/// <summary>The kernels folder that all layers share, compiled once.</summary>
internal static class Corpus
{
    private static readonly Lazy<CompiledKernels> s_compiled = new(() => KernelCompiler.Compile(Trees()));

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static CompiledKernels Compiled => s_compiled.Value;

    public static SyntaxTree[] Trees() =>
    [
        .. Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)
            .Select(path => KernelCompiler.Parse(File.ReadAllText(path), "/kernels/" + Path.GetFileName(path))),
    ];
}
