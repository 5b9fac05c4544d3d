using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>A loop's own text, made to begin with a later iteration.</summary>
internal static class ResumedLoop
{
    /// <param name="first">The local that holds the index of that iteration.</param>
    /// <param name="locals">What the region's objects are called in the form.</param>
    public static string Text(RegionPlan region, string body, string first, IReadOnlyDictionary<string, string> locals)
    {
        TextRange loop = region.Root.Range;
        LoopResume resume = region.Root.Resume!;
        string replacement = resume.Kind switch
        {
            ResumeKind.Initializer => first,
            ResumeKind.Collection => Rest(Collection(region), locals, first),
            _ => "",
        };
        return resume.Kind == ResumeKind.Index
            ? body.Substring(loop.Start, loop.Length)
            : body.Substring(loop.Start, resume.Range.Start - loop.Start) + replacement + body.Substring(resume.Range.End, loop.End - resume.Range.End);
    }

    private static MemoryObject Collection(RegionPlan region) => ((ObjectLength)region.Root.Bound).Object;

    private static string Rest(MemoryObject collection, IReadOnlyDictionary<string, string> locals, string first) => collection.IsSpan
        ? $"{locals[collection.Name]}.Slice({first})"
        : $"global::System.MemoryExtensions.AsSpan({locals[collection.Name]}, {first})";
}
