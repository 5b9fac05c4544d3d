using AutoPar.Generator.Analysis;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The regions of a method's forms, and which of them are written once for both.</summary>
internal sealed class RegionSet(MethodPlan plan)
{
    /// <summary>A sum that threads reassociate is computed in the same order here, also without lanes.</summary>
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
    public IEnumerable<(RegionPlan Region, RegionUse Use)> Distinct() => Parallel.Concat(Vectorized)
        .SelectMany(region => region.Further.Prepend(region))
        .GroupBy(region => region.Name)
        .Select(group => (group.First(), new RegionUse(
            group.Any(region => region.RunsOnThreads),
            group.Any(region => !region.RunsOnThreads),
            IsEntered(Parallel, group.Key) || IsEntered(Vectorized, group.Key))));

    private bool IsEntered(IReadOnlyList<RegionPlan> form, string name) =>
        form.Any(region => region.Name == name) && FormMethod.IsEntered(plan.Method, form);

    private static bool Reassociates(RegionPlan region) => region.Roles.Any(ReductionOperators.Reassociates);

    private static bool Overlap(RegionPlan one, RegionPlan other) =>
        one.Root.Range.Start < other.Root.Range.End && other.Root.Range.Start < one.Root.Range.End;
}

/// <summary>How the forms of a method run a region.</summary>
/// <param name="IsForked">On threads, in one of them.</param>
/// <param name="IsRunHere">On the calling thread, in one of them.</param>
/// <param name="IsEntered">One of them asks for the trip count before anything else.</param>
internal readonly record struct RegionUse(bool IsForked, bool IsRunHere, bool IsEntered);
