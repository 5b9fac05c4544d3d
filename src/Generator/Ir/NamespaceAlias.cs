namespace AutoPar.Generator.Ir;

/// <summary>
/// A short name for a namespace that generated code uses often: <c>simd::Vector512</c>. Before <c>::</c> C# looks for
/// aliases alone, so nothing of the user's is meant by accident; a file that knows the name already does without.
/// </summary>
internal sealed record NamespaceAlias(string Name, string Namespace)
{
    public static IReadOnlyList<NamespaceAlias> All { get; } =
    [
        new("simd", "System.Runtime.Intrinsics"),
        new("runtime", "AutoPar.Runtime"),
        new("compiler", "System.Runtime.CompilerServices"),
    ];

    /// <summary>What the alias stands for in C#.</summary>
    public string Long => $"global::{Namespace}.";

    public string Short => $"{Name}::";

    public string Directive => $"using {Name} = global::{Namespace};";
}
