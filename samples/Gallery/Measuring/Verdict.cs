namespace Gallery.Measuring;

/// <summary>What the compiler extension said about a kernel when this program was built.</summary>
/// <param name="Threads">Rule id for <c>[Parallelize]</c>: AP30xx when it was done, or why not.</param>
/// <param name="Lanes">Rule id for <c>[Vectorize]</c>: AP35xx when it was done, or why not.</param>
/// <param name="Messages">The diagnostics, with their ids.</param>
internal sealed record Verdict(string? Threads, string? Lanes, IReadOnlyList<string> Messages)
{
    public static Verdict Unknown { get; } = new(null, null, []);

    public bool IsParallelized => Threads == "AP3001";

    public bool IsVectorized => Lanes == "AP3501";
}
