using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The decision for a region, as a comment tells it.</summary>
internal static class RegionRemark
{
    public static string Text(RegionPlan region)
    {
        List<string> parts = region.RunsOnThreads ? [$"{region.Root.Index.Name} on all cores"] : [];
        if (region.RunsOnThreads && !region.ArrayReductions.IsEmpty)
        {
            parts.Add($"which update copies of {string.Join(", ", region.ArrayReductions.Select(reduction => reduction.Object.DisplayName))}");
        }

        if (region.Vector is { } vector)
        {
            parts.Add($"{vector.Loop.Index.Name} in {vector.Lanes} lanes" + (vector.Unroll > 1 ? $" × {vector.Unroll} vectors" : ""));
        }

        if (!region.Cuts.IsEmpty)
        {
            parts.Add($"split {string.Join(" and ", region.Cuts.Select(cut => cut.Place).Distinct())}");
        }

        return parts.Count == 0 ? "as a loop of its own" : string.Join(", ", parts);
    }
}
