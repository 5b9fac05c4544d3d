using AutoPar.Generator.Analysis;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The regions of a method's forms, and which of them are written once for both.</summary>
internal sealed class RegionSet(MethodPlan plan)
{
    /// <summary>A float sum that threads reassociate is computed in the same order here, also without lanes.</summary>
    public IReadOnlyList<RegionPlan> Vectorized { get; } =
    [
        .. plan.VectorizedRegions,
        .. plan.ParallelRegions
            .Where(threads => plan.Method.Vectorize is not null && Reassociates(threads) && !plan.VectorizedRegions.Any(lanes => Overlap(lanes, threads)))
            .Select(threads => threads with { RunsOnThreads = false }),
    ];

    /// <summary>A loop that can't run on threads still runs in lanes.</summary>
    public IReadOnlyList<RegionPlan> Parallel { get; } =
    [
        .. plan.ParallelRegions,
        .. plan.VectorizedRegions.Where(lanes => !plan.ParallelRegions.Any(threads => Overlap(lanes, threads))),
    ];

    /// <summary>Each region once, with how it is run.</summary>
    public IEnumerable<(RegionPlan Region, bool IsForked, bool IsRunHere)> Distinct() => Parallel.Concat(Vectorized)
        .GroupBy(region => region.Name)
        .Select(group => (group.First(), group.Any(region => region.RunsOnThreads), group.Any(region => !region.RunsOnThreads)));

    private static bool Reassociates(RegionPlan region) => region.Roles.OfType<Reduction>()
        .Any(role => ReductionOperators.Reassociates(role.Operator, role.Variable.Type));

    private static bool Overlap(RegionPlan one, RegionPlan other) =>
        one.Root.Range.Start < other.Root.Range.End && other.Root.Range.Start < one.Root.Range.End;
}
