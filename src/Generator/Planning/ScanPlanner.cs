using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Plans the region that tells what a block does to scanned scalars, for loops whose blocks run on threads.</summary>
internal static class ScanPlanner
{
    // A second sum in an iteration's shadow takes about half a nanosecond where additions are all that it waits for.
    private const double WorthASecondSum = 5;

    /// <param name="region">The loop itself, of which the totals are a part.</param>
    /// <param name="lanes">Whether they may be computed in lanes.</param>
    /// <returns>Null when a kernel can't yield them.</returns>
    public static RegionPlan? Plan(LoopNest nest, LoopVerdict verdict, RegionPlan region, bool lanes, FloatMode mode)
    {
        BlockTotals totals = BlockTotals.Of(nest, verdict.Loop, verdict.Slice!);
        LaneCandidate? candidate = lanes ? LanePlanner.Inside(totals.Nest, totals.Loop, mode) : null;
        LoopVerdict proven = verdict with { Loop = totals.Loop, Guards = EquatableArray<Guard>.Empty, Cuts = EquatableArray<IndexCut>.Empty };
        if (!nest.BlockSums.IsEmpty)
        {
            candidate = InOrderOf(region, candidate);
            return (candidate is null) == (region.Vector is null) && candidate?.Verdict.Guards.All(guard => IsTested(guard, region)) != false ? Build(candidate) : null;
        }

        return (candidate is not null && candidate.Verdict.Guards.All(guard => IsTested(guard, region)) ? Build(candidate) : null) ?? Build(null);

        RegionPlan? Build(LaneCandidate? candidate)
        {
            candidate = candidate is null ? null : candidate with { Verdict = candidate.Verdict with { Guards = EquatableArray<Guard>.Empty } };
            Loop loop = candidate is null ? new BranchFreeSums().Visit(totals.Loop) : totals.Loop;
            RegionPlan plan = RegionBuilder.Build(totals.Nest with { Root = loop }, proven with { Loop = loop }, candidate, region.Name + "Totals", runsOnThreads: false, isStatic: true, mode);
            return IsPartOf(plan, region) && totals.Totals.All(total => plan.Roles.Any(role => role.Variable.Id == total.Variable.Id && Yields(role, total)))
                ? plan with { Totals = totals.Totals }
                : null;
        }
    }

    /// <summary>A block's own sum, which one thread adds up, too, costs little: lanes, or the rest of the body, take its time.</summary>
    public static bool IsWorth(LoopNest nest, RegionPlan region) =>
        nest.BlockSums.IsEmpty || region.Vector is not null || region.Cost.SequentialNanoseconds >= WorthASecondSum;

    /// <summary>The totals in lanes so that they add up sums as the region's kernel does, which yields the same; null where that isn't known.</summary>
    private static LaneCandidate? InOrderOf(RegionPlan region, LaneCandidate? candidate) =>
        candidate is { Verdict.Cuts.IsEmpty: true } && region is { Vector: { } vector, Cuts.IsEmpty: true } && vector.Loop.Id == candidate.Plan.Loop.Id
            ? candidate with
            {
                Plan = candidate.Plan with
                {
                    Lanes = vector.Lanes, Unroll = vector.Unroll, IsInterleaved = vector.IsInterleaved, MasksRemainder = vector.MasksRemainder,
                },
            }
            : null;

    /// <summary>The region's own guard tests it: its accesses are those of the loop, under the same conditions.</summary>
    private static bool IsTested(Guard guard, RegionPlan region) => guard switch
    {
        NotNull or FiniteTripCount or InBounds => true,
        Content => region.Guards.Any(other => other is Content),
        _ => region.Guards.Contains(guard),
    };

    /// <summary>It is called with what the region's kernel is called with.</summary>
    private static bool IsPartOf(RegionPlan plan, RegionPlan region) =>
        plan.Objects.All(item => region.Objects.Any(other => other.Id == item.Id))
        && plan.Inputs.All(input => region.Inputs.Concat(region.Roles.OfType<Scan>().Select(role => role.Variable)).Any(other => other.Name == input.Name));

    private static bool Yields(ScalarRole role, BlockTotal total) => role switch
    {
        Reduction reduction => reduction.Operator == total.Operator || !total.Variable.Type.IsFloat(),
        LastAssigned or Private { IsLiveOut: true } => total.Operator is null,
        Scan scan => scan.Operator is not null && scan.Operator == total.Operator,
        _ => false,
    };
}
