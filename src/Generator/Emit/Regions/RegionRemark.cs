using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The decision for a region, as a comment tells it.</summary>
internal static class RegionRemark
{
    public static string Text(RegionPlan region)
    {
        List<string> parts = region.RunsOnThreads ? [$"{region.Root.Index.Name}{(region.Collapse is { } collapse ? " and " + collapse.Inner.Index.Name : "")} on all cores"] : [];
        if (region.RunsOnThreads && !region.Parts.IsEmpty)
        {
            parts.Add($"in {region.Parts.Count} loops one after the other");
        }

        if (region.RunsOnThreads && !region.ArrayReductions.IsEmpty)
        {
            parts.Add($"which update copies of {string.Join(", ", region.ArrayReductions.Select(reduction => reduction.Object.DisplayName))}");
        }

        if (region.RunsOnThreads && !region.Appended.IsEmpty)
        {
            parts.Add($"which append to {string.Join(", ", region.Appended.Select(list => list.DisplayName))} in order");
        }

        if (region.RunsOnThreads && region.Pipeline is { } pipeline)
        {
            parts.Add($"with updates of {string.Join(", ", pipeline.Updated)} in order");
        }

        if (region.RunsOnThreads && region.Seams is { } seams)
        {
            parts.Add($"in chunks whose ends load copies of {string.Join(", ", seams.Loads)}");
        }

        if (region.Vector is { } vector)
        {
            parts.Add($"{vector.Loop.Index.Name} in {vector.Lanes} lanes" + (vector.Unroll > 1 ? $" × {vector.Unroll} vectors" : ""));
        }

        string[] places = [.. region.Cuts.Concat(region.RunsOnThreads ? region.ThreadCuts : EquatableArray<IndexCut>.Empty).Select(cut => cut.Place).Distinct()];
        if (places.Length > 0)
        {
            parts.Add($"split {string.Join(" and ", places)}");
        }

        string text = parts.Count == 0 ? "as a loop of its own" : string.Join(", ", parts);
        return string.Join("; then ", region.Further.Select(Text).Prepend(text));
    }
}
