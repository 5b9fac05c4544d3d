using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The decision for a region, as a comment tells it.</summary>
internal static class RegionRemark
{
    public static string Text(RegionPlan region)
    {
        List<string> parts = [];
        if (region.RunsOnThreads)
        {
            parts.Add($"iterations of {region.Root.Index.Name} on all cores");
        }

        if (region.Vector is { } vector)
        {
            string which = vector.Loop.Id == region.Root.Id && !region.RunsOnThreads ? $" over {vector.Loop.Index.Name}"
                : vector.Loop.Id == region.Root.Id ? "" : $" over {vector.Loop.Index.Name}";
            parts.Add($"{vector.Lanes} lanes" + (vector.Unroll > 1 ? $" × {vector.Unroll} accumulators" : "") + which);
        }

        return string.Join(", ", parts);
    }
}
