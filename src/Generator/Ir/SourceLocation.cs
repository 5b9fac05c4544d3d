namespace AutoPar.Generator.Ir;

/// <summary>
/// A place in the user's source, by value. <paramref name="Start"/> and <paramref name="Length"/> count UTF-16 units
/// in the file; line and column are zero-based.
/// </summary>
internal sealed record SourceLocation(
    string FilePath, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static SourceLocation None { get; } = new("", 0, 0, 0, 0, 0, 0);

    /// <summary>The line number as people and editors count.</summary>
    public int Line => StartLine + 1;
}

/// <summary>A piece of <see cref="MethodModel.BodyText"/>: where a loop or a loop's body stands in it.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
