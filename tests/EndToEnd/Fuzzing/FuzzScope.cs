namespace AutoPar.EndToEnd;

/// <summary>What a random expression may name.</summary>
internal sealed class FuzzScope
{
    public List<FuzzArray> Arrays { get; } = [];

    /// <summary>Scalars that may be read.</summary>
    public List<(string Name, string Type)> Scalars { get; } = [];

    /// <summary>Loop indexes in scope, innermost last, with their types.</summary>
    public List<(string Name, string Type)> Indexes { get; } = [];

    /// <summary>Index arrays through which stores go; their elements are often all different.</summary>
    public List<string> Permutations { get; } = [];

    /// <summary>Element types that a float sum adds up. Stores would put fractions among them, whose sums depend on the order.</summary>
    public HashSet<string> Summed { get; } = [];

    /// <summary>Element types that are stored to.</summary>
    public HashSet<string> Stored { get; } = [];

    /// <summary>Inside <c>checked</c>.</summary>
    public bool IsChecked { get; set; }
}

/// <param name="Kind">How it is declared: <c>[]</c>, <c>[,]</c>, <c>Span</c>, <c>ReadOnlySpan</c>, <c>List</c>.</param>
/// <param name="Fields">How many numbers an element is; more than one are a tuple's.</param>
internal sealed record FuzzArray(string Name, string Element, string Kind, int Fields = 1)
{
    public bool IsWritable => Kind != "ReadOnlySpan";

    public string Declaration => Kind switch
    {
        "[]" => $"{Type}[] {Name}",
        "[,]" => $"{Type}[,] {Name}",
        _ => $"{Kind}<{Type}> {Name}",
    };

    private string Type => Fields == 1 ? Element : $"({string.Join(", ", Enumerable.Repeat(Element, Fields))})";

    public string Length => Kind switch { "[,]" => $"{Name}.GetLength(0)", "List" => $"{Name}.Count", _ => $"{Name}.Length" };
}
