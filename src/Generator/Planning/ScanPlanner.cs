using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Plans the region that tells what a block does to scanned scalars, for loops whose blocks run on threads.</summary>
internal static class ScanPlanner
{
    // A second sum in an iteration's shadow takes about half a nanosecond where additions are all that it waits for; so does, measured,
    // what a scalar kernel does that ends before the iteration which leaves.
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
            return IsPartOf(plan, region, totals) && totals.Totals.All(total => plan.Roles.Any(role => role.Variable.Id == total.Variable.Id && Yields(role, total)))
                ? plan with { Totals = totals.Totals, Exit = totals.Exit }
                : null;
        }
    }

    /// <summary>Lanes take part without being asked for, where they don't change a bit: they are what makes threads worth it.</summary>
    public static bool WantsLanes(LoopNest nest, LoopVerdict verdict) =>
        !nest.BlockSums.IsEmpty || (verdict.Slice is not null && EndsEarly(verdict.Loop));

    /// <summary>
    /// What threads do besides costs little where lanes, or the rest of the body, take their time: a block's own sum, which one thread adds
    /// up, too, or the bookkeeping of a kernel that is to stop before an iteration.
    /// </summary>
    public static bool IsWorth(LoopNest nest, Loop loop, RegionPlan region) =>
        (nest.BlockSums.IsEmpty && !EndsEarly(loop)) || region.Vector is not null || region.Cost.SequentialNanoseconds >= WorthASecondSum;

    public static Refusal NoGain(LoopNest nest, IEnumerable<LoopVerdict> verdicts) => new(RuleIds.NotProfitable, nest.Location, EquatableArray.Of(nest.BlockSums.IsEmpty
        ? $"threads would look ahead for how far the running {Names(Scanned(verdicts))} gets, which takes longer where an iteration does so little"
        : $"beside the running {Names(nest.BlockSums.Select(sum => sum.Running))} each block's own sum would have to be added up, which takes half as long again"));

    private static IEnumerable<Variable> Scanned(IEnumerable<LoopVerdict> verdicts) =>
        verdicts.Where(verdict => verdict.Slice is not null).SelectMany(verdict => verdict.Slice!.Scans).Select(scan => scan.Variable);

    private static string Names(IEnumerable<Variable> variables) => string.Join(", ", variables.Select(variable => $"'{variable.DisplayName}'"));

    private static bool EndsEarly(Loop loop) => LoopTree.Exits(loop.Body).Any();

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
    private static bool IsPartOf(RegionPlan plan, RegionPlan region, BlockTotals totals)
    {
        IEnumerable<Variable> told = totals.Exit?.Told ?? [];
        return plan.Objects.All(item => region.Objects.Any(other => other.Id == item.Id))
            && plan.Inputs.All(input => region.Inputs.Concat(region.Roles.OfType<Scan>().Select(role => role.Variable)).Concat(told)
                .Any(other => other.Name == input.Name));
    }

    private static bool Yields(ScalarRole role, BlockTotal total) => role switch
    {
        Reduction reduction => reduction.Operator == total.Operator || !total.Variable.Type.IsFloat(),
        LastAssigned or Private { IsLiveOut: true } => total.Operator is null,
        Scan scan => scan.Operator is not null && scan.Operator == total.Operator,
        _ => false,
    };
}
